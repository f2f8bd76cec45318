"""Which notices there are, whose they are, and which an officer may turn off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.outbox import NoticeChoices
from bot.ports import Audit, Clock, Officer
from bot.roles import ALLOCATED, COMPLAINTS_TEAM, SAFEGUARDING

# A kind and the roles that are told of it; whether an officer may see the thing itself is asked besides (bot/sight.py).
KINDS: Mapping[str, frozenset[str]] = {
    "alert_raised": SAFEGUARDING,
    "alert_unanswered": SAFEGUARDING,
    "new_handoff": COMPLAINTS_TEAM,
    "task_given": COMPLAINTS_TEAM | SAFEGUARDING,
    "case_given": ALLOCATED,
    "letter_to_vet": COMPLAINTS_TEAM,
    "letter_to_sign": COMPLAINTS_TEAM | ALLOCATED,
    "due_soon": COMPLAINTS_TEAM | {"responding_manager"},
    "late": COMPLAINTS_TEAM | {"responding_manager"},
}
ALERTS = ("alert_raised", "alert_unanswered")


@dataclass(frozen=True)
class Choice:
    """One kind of notice as its officer sees it."""

    kind: str
    wanted: bool
    fixed: bool  # it cannot be turned off


def always(officer: Officer, kind: str) -> bool:
    """Whether this officer is told whatever they chose: a safeguarding lead cannot turn alerts off."""
    return kind in ALERTS and "safeguarding_lead" in officer.roles


def told_of(officer: Officer, kind: str, chosen: Mapping[str, bool]) -> bool:
    """Whether an officer is told of things of this kind, as far as their roles and their choice go."""
    return bool(KINDS[kind].intersection(officer.roles)) and (always(officer, kind) or chosen.get(kind, True))


@dataclass(frozen=True)
class NoticeChoosing:
    """What an officer does about their own notices."""

    choices: NoticeChoices
    audit: Audit
    clock: Clock

    def of(self, officer: Officer) -> Sequence[Choice]:
        """The kinds that are this officer's, with what they want of them."""
        chosen = self.choices.of(officer.id)
        theirs = [kind for kind, roles in KINDS.items() if roles.intersection(officer.roles)]
        return [Choice(kind, told_of(officer, kind, chosen), always(officer, kind)) for kind in theirs]

    def choose(self, officer: Officer, kinds: Sequence[str]) -> None:
        """Keep that they want these kinds and no other; what is not theirs, or cannot be turned off, stays as it is."""
        self.audit.note(officer.id, "choose_notices", officer.id, self.clock.now())
        mine = [choice.kind for choice in self.of(officer) if not choice.fixed]
        self.choices.choose(officer.id, {kind: kind in kinds for kind in mine})
