"""Reading back: what would be sent, in the person's own words."""

from __future__ import annotations

from actions.voice import Voice
from bot.complaints.facts import Facts
from bot.told import READ_BACK
from bot.words import words

FIRST_LINES = ("reporter_role", "child_age", "care_status")


def lines_of(voice: Voice, facts: Facts) -> str:
    """What was told, a line each: the account first, as it was written."""
    account = [voice.text("utter_summary_point", value=point.what_happened) for point in facts.points]
    return "\n".join([*account, *_told(voice, facts, READ_BACK)])


def understood(voice: Voice, facts: Facts) -> str:
    """What we know, in a few short lines without the account: what it is about and who it is about; "" for nothing."""
    about = [point.matter[0] for point in facts.points if point.matter and point.matter[0] != "other"]
    matters = [voice.text("utter_summary_matter", value=voice.text(f"utter_matter_{name}")) for name in about]
    return "\n".join([*dict.fromkeys(matters), *_told(voice, facts, FIRST_LINES)])


def _told(voice: Voice, facts: Facts, names: tuple[str, ...]) -> list[str]:
    return [
        voice.text(f"utter_summary_{name}", value=words().label(name, str(facts.get(name)), voice.audience))
        for name in names
        if facts.get(name) is not None
    ]


def read_back(voice: Voice, facts: Facts) -> None:
    """Say what would be sent and ask whether it is right."""
    voice.ask("utter_summary", "confirm", kind="summary", lines=lines_of(voice, facts))


def sent(voice: Voice, facts: Facts) -> None:
    """Say what was sent, for somebody who sent it before it was read back."""
    voice.say("utter_summary_sent", kind="summary", lines=lines_of(voice, facts))
