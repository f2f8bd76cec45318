"""Roles: what each officer may do, declared in this one place. The console's routes and the use cases both ask here.

Which case or conversation they may do it to is another question, answered by bot/sight.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.ports import Officer

ROLES = ("complaints_officer", "complaints_manager", "safeguarding_lead", "duty_worker", "administrator")

COMPLAINTS_TEAM = frozenset({"complaints_officer", "complaints_manager"})
# Who alone sees an alerted conversation until one of them releases it (docs/safeguarding.md).
SAFEGUARDING = frozenset({"safeguarding_lead", "duty_worker", "complaints_manager"})
MANAGERS = frozenset({"complaints_manager"})
ADMINISTRATORS = frozenset({"administrator"})  # they keep the accounts and see no case

# One person starts a service and can then add the others.
FIRST_OFFICER = ("complaints_manager", "complaints_officer", "safeguarding_lead", "administrator")

MAY: Mapping[str, frozenset[str]] = {
    "read_queue": COMPLAINTS_TEAM | SAFEGUARDING,
    "read_case": COMPLAINTS_TEAM | SAFEGUARDING,
    "confirm_pathway": COMPLAINTS_TEAM,
    "work_case": COMPLAINTS_TEAM,
    "decide_for_the_council": MANAGERS,  # what takes something from the person: refusing, declining, limiting contact
    "finish_task": COMPLAINTS_TEAM | SAFEGUARDING,
    "finish_safeguarding_task": SAFEGUARDING,
    "read_conversation": COMPLAINTS_TEAM | SAFEGUARDING,
    "show_details": COMPLAINTS_TEAM | SAFEGUARDING,
    "claim_conversation": COMPLAINTS_TEAM,
    "take_over_conversation": MANAGERS,
    "reply": COMPLAINTS_TEAM,
    "hand_back": COMPLAINTS_TEAM,
    "give_new_secret": COMPLAINTS_TEAM,
    "read_alert": SAFEGUARDING,
    "acknowledge_alert": SAFEGUARDING,
    "note_alert": SAFEGUARDING,
    "release_alert": SAFEGUARDING,
    "close_alert": SAFEGUARDING,
    "make_report": MANAGERS,
    "manage_officers": ADMINISTRATORS,
    "read_metrics": ADMINISTRATORS,
}

SAFEGUARDING_TASKS = ("safeguarding_screening", "lado")


class NotThere(Exception):
    """There is nothing of this name for this officer. Said alike of what does not exist and of what is not theirs."""


class BadEntry(Exception):
    """Something that was typed cannot be taken; `faults` gives for each field a word for what is wrong with it."""

    def __init__(self, **faults: str) -> None:
        super().__init__(f"cannot be taken: {faults}")
        self.faults = faults


def may(officer: Officer, act: str) -> bool:
    """Whether one of the officer's roles allows this act; raises KeyError for an act that is not declared."""
    return bool(MAY[act].intersection(officer.roles))


def require(officer: Officer, act: str) -> None:
    """Raise NotThere unless the officer may do this."""
    if not may(officer, act):
        raise NotThere(act)


def entered(text: str, field: str, most: int = 5000) -> str:
    """What an officer typed, without the blanks around it; raises BadEntry when it is empty or too long."""
    text = text.strip()
    if not text or len(text) > most:
        raise BadEntry(**{field: "too_long" if text else "missing"})
    return text
