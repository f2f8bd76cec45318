"""Questions: how each fact is asked for, and how an answer to it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from actions.bare_answers import bare_age
from actions.hearing import Heard, chosen_by_words
from actions.short_answers import MOST_WORDS, short_answer
from actions.voice import Choices, Voice
from bot.answers import EMAIL, PHONE, free_answer, matters_to_offer
from bot.complaints.facts import CHOICES, MATTERS, YES_NO
from bot.words import words

YES_WORDS = re.compile(r"^(y|yes|yeah|yep|yup|ye|ok|okay|sure|please do|correct|i do|we do|i am)\b", re.IGNORECASE)
NO_WORDS = re.compile(r"^(n|no|nope|nah|not really|i don'?t|we don'?t|never)\b", re.IGNORECASE)
# "Go on" is no yes to sending either: it was said to go on with the questions.
YES_BUT = re.compile(
    r"\b(but|except|wait|change|not|no|don'?t|if|after|before|(go|carry) on|continue|\d+)\b", re.IGNORECASE
)
MOST_OF_A_NAME = 6  # words; a date of birth may stand behind it
PLAIN_YES = re.compile(
    r"(y|yes|yeah|yep|yup|ye|k|ok|okay|sure|please|correct|right|perfect|send|submit|do it|go (ahead|for it)"
    r"|(it |that |this )?(is|it'?s|that'?s|all|looks?|sounds?) (all )?(good|right|correct|fine|ok|okay|perfect))"
    r"([ ,.!]+(yes|yeah|ok|okay|please|pls|thanks|thank you|then|sure|send( it| that| this)?|do( it)?|go ahead|it is"
    r"|(it|that)['’]?s? (is )?(all )?(right|correct|fine|good|it)|all|of course|now))*[ .!]*",
    re.IGNORECASE,
)
SURE_OF_YES, SHORT_YES = 0.8, 3
NAME_LEAD_IN = re.compile(
    r"^(?:(?:hi|ok|yes|just|you can|please)[, ]+)*(?:(?:my|his|her|their|the) (?:first )?name(?: is|['’]?s)"
    r"|call me|i['’]?m|i am"
    r"|it['’]?s|it is|(?:she|he|they)(?:['’]?s| is| are)(?: called)?) (?:called )?",
    re.IGNORECASE,
)
# Whoever speaks for somebody says so beside their name, or in its place: "Ana Brook, acting for the family".
FOR_WHOM = re.compile(
    r"\b(?:(?:i|we)(?:['’]?m|['’]?re| am| are)? )?(?:act(?:ing)? (?:for|on)|represent(?:ing)?"
    r"|(?:writing |calling )?on behalf"
    r"|instructed)\b",
    re.IGNORECASE,
)
CHANNELS = {
    "email": re.compile(r"mail|@"),
    "phone": re.compile(rf"phone|call|ring|text|mobile|whats ?app|{PHONE.pattern}"),
    "post": re.compile(r"post|letter"),
}
NOT_THAT = re.compile(r"\b(not|no|never|don'?t)\b")
UNSURE_WORDS = re.compile(r"\b(not sure|unsure|dunno|don'?t know|dont know|idk|maybe|no (idea|clue))\b", re.IGNORECASE)


def ask(
    voice: Voice, fact: str, guesses: Sequence[str] = (), *, sendable: bool = True, offers_advocate: bool = False
) -> None:
    """Ask for a fact: its sentence and quick replies, then skip and, once there is an account, "send"."""
    if fact == "go_on":
        voice.ask("utter_question_go_on", "go_on", kind="safety")
        return
    more: list[tuple[str, str]] = list(_matter_choices(voice, guesses)) if fact == "matter" else []
    if fact != "what_happened":
        more.append((voice.text("utter_button_skip"), "do:skip"))
    if sendable:
        more.append((voice.text("utter_button_send"), "send_now"))
    if offers_advocate:
        more.append((voice.text("utter_button_advocate"), "do:ask_advocate"))
    if sendable:
        more.append((voice.text("utter_button_stop"), "do:stop"))
    voice.ask(f"utter_question_{fact}", fact, more=more)


def leave_open(voice: Voice, question: str, *, sendable: bool) -> None:
    """Leave the question open: it may be answered, skipped or asked for again, and nobody presses for it."""
    more = [(voice.text("utter_button_send"), "send_now")] if sendable else []
    waits = "utter_beginning_waits" if question == "what_happened" else "utter_question_waits"
    voice.ask(waits, "go_on", more=more)


def _matter_choices(voice: Voice, guesses: Sequence[str]) -> Choices:
    return [(voice.text(f"utter_matter_{name}"), name) for name in matters_to_offer(list(guesses))]


def choices_of(fact: str, audience: str | None) -> Choices:
    """Every quick reply that was on offer with a question."""
    own = words().choices(f"utter_question_{fact}", audience) if words().has(f"utter_question_{fact}") else []
    buttons = [(words().say("utter_button_skip"), "do:skip"), (words().say("utter_button_send"), "send_now")]
    matters = [(words().say(f"utter_matter_{name}", audience), name) for name in MATTERS] if fact == "matter" else []
    return [*own, *matters, *buttons]


def answer(fact: str, message: Heard, today: date) -> str | None:
    """What a message answers to a question, or None when it does not."""
    if fact in ("matter", "nature"):
        named = message.labels(fact)
        return named[0][0] if named else None
    allowed = CHOICES.get(fact)
    told = message.facts().get(fact)
    if told is not None:
        return told
    if allowed is not None:
        return _one_of(fact, allowed, message)
    text = message.text.strip()
    if fact == "child_age" and (age := bare_age(text)) is not None:
        return str(age)  # "fourteen"
    return _name(text) if fact in ("name", "child_name") else free_answer(fact, text, today)


def _name(text: str) -> str | None:
    """A name without what leads in to it and for whom they speak; None for a whole sentence, which is none.

    A date of birth may follow it.
    """
    named = NAME_LEAD_IN.sub("", FOR_WHOM.split(text, maxsplit=1)[0]).strip(" ,.;-")
    return named if 0 < len(named.split()) <= MOST_OF_A_NAME or any(sign.isdigit() for sign in named) else None


def agrees(message: Heard, value: str | None) -> bool:
    """Whether this is a plain yes, to the read-back or to a person: "yes, but…" and "yes, it is in court" are none."""
    if message.choice is not None or value is not None:
        return value == "yes"
    text = message.text.strip()
    if YES_BUT.search(text) or UNSURE_WORDS.search(text):
        return False
    short = message.intent == "affirm" and message.sure >= SURE_OF_YES and message.words <= SHORT_YES
    return short or PLAIN_YES.fullmatch(text) is not None


def named_value(fact: str, message: Heard) -> str | None:
    """The value of a fact with choices that a short message names, or None."""
    allowed = CHOICES.get(fact)
    return _one_of(fact, allowed, message) if allowed is not None and message.words <= MOST_WORDS else None


def _one_of(fact: str, allowed: tuple[str, ...], message: Heard) -> str | None:
    text = message.text.strip()
    said = short_answer(fact, text)
    if said is not None:
        return said
    if UNSURE_WORDS.search(text) or message.means("dont_know"):
        return next((value for value in ("not_sure", "not_known") if value in allowed), None)
    if "yes" in allowed and set(allowed) & set(YES_NO):
        if YES_WORDS.match(text) or message.means("affirm"):
            return "yes"
        if NO_WORDS.match(text) or message.means("deny"):
            return "no"
    if "no" in allowed and (NO_WORDS.match(text) or message.means("deny")):
        return "no"
    return _channel(text) if fact == "contact_preference" else None


def _channel(text: str) -> str | None:
    """The way to reply that is named, the first of several; where one of several is turned down, none."""
    if len(text.split()) > MOST_WORDS:
        return None
    plain = text.lower()
    found = sorted((at, name) for name, sign in CHANNELS.items() if (at := _first(sign, plain)) is not None)
    if found and (len(found) == 1 or not NOT_THAT.search(plain)):
        return found[0][1]
    return "chat" if "chat" in plain or "here" in plain.split() else None


def _first(sign: re.Pattern[str], text: str) -> int | None:
    met = sign.search(text)
    return met.start() if met else None


def pressed(fact: str, message: Heard, audience: str | None) -> str | None:
    """The value of the quick reply that was pressed, or typed out in full."""
    return message.choice or chosen_by_words(message.text, choices_of(fact, audience))


def ways_to_reach(text: str) -> dict[str, str]:
    """What a text tells about how to reach somebody: the words themselves, and an address or number in them."""
    email, phone = EMAIL.search(text), PHONE.search(text)
    told = {"safe_to_contact": text}
    if email:
        told |= {"email": email[0], "contact_preference": "email"}
    if phone:
        told |= {"phone": phone[0], "contact_preference": "email" if email else "phone"}
    return told
