"""Reading back: what would be sent, in the person's own words."""

from __future__ import annotations

from actions.voice import Voice
from bot.complaints.facts import Facts
from bot.told import READ_BACK
from bot.words import words


def lines_of(voice: Voice, facts: Facts) -> str:
    """What was told, a line each: the account first, as it was written."""
    account = [voice.text("utter_summary_point", value=point.what_happened) for point in facts.points]
    told = [name for name in READ_BACK if facts.get(name) is not None]
    rest = [
        voice.text(f"utter_summary_{name}", value=words().label(name, str(facts.get(name)), voice.audience))
        for name in told
    ]
    return "\n".join([*account, *rest])


def read_back(voice: Voice, facts: Facts) -> None:
    """Say what would be sent and ask whether it is right."""
    voice.ask("utter_summary", "confirm", kind="summary", lines=lines_of(voice, facts))


def sent(voice: Voice, facts: Facts) -> None:
    """Say what was sent, for somebody who sent it before it was read back."""
    voice.say("utter_summary_sent", kind="summary", lines=lines_of(voice, facts))
