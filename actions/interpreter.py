"""An interpreter is offered to whoever writes in another language: once, and in that language where that is signed."""

from __future__ import annotations

from actions._base import services
from actions.voice import Voice
from bot import languages
from bot.words import words

OFFERED = "interpreter_offered"  # the slot that remembers it


def offer_interpreter(voice: Voice, language: str) -> None:
    """Offer one in the person's own language, if a speaker has signed our words in it; else in English, naming it."""
    if languages.is_signed(language, words(), services().intake.profile):
        voice.say(f"utter_language_{language}", lang=language)
        return
    named = f"utter_language_name_{language}"
    called = voice.text(named if words().has(named) else "utter_language_name_other")
    voice.say(
        "utter_language", language=called, phone=services().settings.council_phone or voice.text("utter_no_phone")
    )
