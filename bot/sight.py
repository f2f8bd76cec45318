"""Sight: which conversations, cases, tasks and alerts an officer may see, and how much of a case.

A conversation with an alert is seen only by the safeguarding lead, the duty worker and the complaints manager until
one of them releases it. Nobody sees a case in which they have a conflict of interest, or that names them. A complaints
officer who works for some of the council's teams sees the cases of those, those that no team is booked for yet, and
those that were given to them. Who belongs to no team sees what was given to them, as long as it lasts. Every use case
asks this before it gives anything, lists included, so that no page has to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.allocations import Allocation, Allocations
from bot.case_list import BY_WHOM_IT_NAMES, NAMED_IN, Listed, pairs, words
from bot.complaints.case import Case
from bot.given import as_given
from bot.ports import Alert, Cases, Officer, Spool, Task, Work
from bot.roles import ALLOCATED, BY_CODE, COMPLAINTS_TEAM, MANAGERS, MAY, SAFEGUARDING, SAFEGUARDING_TASKS, NotThere


class Concern(Protocol):
    """What says of a case whose it is: a case, or one as lists show it."""

    @property
    def reference(self) -> str: ...  # noqa: D102

    @property
    def conversation(self) -> str | None: ...  # noqa: D102

    @property
    def team(self) -> str | None: ...  # noqa: D102


@dataclass
class Known:
    """Cases that were read anyway, by reference and by conversation; any other is looked up once."""

    cases: Cases
    by_reference: dict[str, Listed | None] = field(default_factory=dict)
    by_conversation: dict[str, list[Listed]] = field(default_factory=dict)

    def case(self, reference: str) -> Listed | None:
        """A case as lists show it, or None."""
        if reference not in self.by_reference:
            found = self.cases.listed_among(references=[reference])
            self.by_reference[reference] = found[0] if found else None
        return self.by_reference[reference]

    def of(self, conversation: str) -> Sequence[Listed]:
        """The cases of a conversation."""
        if conversation not in self.by_conversation:
            self.by_conversation[conversation] = list(self.cases.listed_among(conversations=[conversation]))
        return self.by_conversation[conversation]

    def learn(self, references: Iterable[str], conversations: Iterable[str]) -> None:
        """Look up what a list will ask for, in one go."""
        unknown = {each for each in references if each not in self.by_reference}
        self.by_reference |= dict.fromkeys(unknown)
        for case in self.cases.listed_among(references=unknown):
            self.by_reference[case.reference] = case
        unheard = {each for each in conversations if each not in self.by_conversation}
        self.by_conversation |= {each: [] for each in unheard}
        for case in self.cases.listed_among(conversations=unheard):
            self.by_conversation[str(case.conversation)].append(case)


@dataclass(frozen=True)
class View:
    """What one officer sees at one moment."""

    officer: Officer
    held: frozenset[str]  # conversations with an alert that nobody released
    watched: frozenset[str]  # conversations that safeguarding has, or had, to do with
    claimed: frozenset[str]  # conversations that they have taken: nobody is left with silence half way
    given: Mapping[str, Sequence[Allocation]]  # the cases that were given to them, and that they still have
    conflicts: frozenset[str]  # the cases in which they have a conflict of interest: declared, or they are named
    barred: frozenset[str]  # the conversations of these cases
    known: Known

    @property
    def roles(self) -> frozenset[str]:
        """The officer's roles."""
        return frozenset(self.officer.roles)

    def conversation(self, conversation: str | None) -> bool:
        """Whether this officer may see a conversation; None stands for a concern that came without one."""
        if not self._open(conversation):
            return False
        if conversation is None or conversation in self.claimed or self.roles & BY_CODE:
            return True
        cases = self.known.of(conversation) if self.officer.teams else ()
        return not cases or any(self._theirs(case) for case in cases)

    def case(self, case: Concern) -> bool:
        """Whether this officer may see a case: as the conversation that it came from, or because they have it."""
        if self.roles & BY_CODE or self.conflict(case):
            return False
        if case.reference in self.given and case.conversation not in self.held:
            return True
        return self._theirs(case) and self._open(case.conversation)

    def shown(self, case: Case) -> Case:
        """A case as this officer may read it: whole for the teams, what was given for everybody else."""
        if self.roles & (COMPLAINTS_TEAM | SAFEGUARDING):
            return case
        return as_given(case, self.given.get(case.reference, ()))

    def may(self, act: str, case: Concern) -> bool:
        """Whether they may do this to this case: what needs a case to be given needs it to be given as that."""
        capacities = {each.capacity for each in self.given.get(case.reference, ())}
        return bool(MAY[act] & ((self.roles - ALLOCATED) | (self.roles & capacities)))

    def task(self, task: Task) -> bool:
        """Whether this officer may see a task."""
        if self.roles & BY_CODE or task.case in self.conflicts:
            return False
        if self.roles & SAFEGUARDING and task.kind in SAFEGUARDING_TASKS:
            return task.conversation not in self.barred
        case = self.known.case(task.case) if task.case else None
        if task.conversation is None:
            return case is None or self.case(case)
        if case is not None:
            return self._theirs(case) and self._open(task.conversation)
        return self.conversation(task.conversation)

    def alert(self, alert: Alert) -> bool:
        """Whether this officer may see an alert."""
        if self.roles & BY_CODE:
            return alert.id == self.officer.only_alert
        return bool(self.roles & SAFEGUARDING) and alert.conversation not in self.barred

    def conflict(self, case: Concern) -> bool:
        """Whether they have a conflict of interest in a case: declared, or because it names them."""
        return case.reference in self.conflicts

    def _open(self, conversation: str | None) -> bool:
        """Whether the roles alone open a conversation, whichever team it is about."""
        if self.roles & BY_CODE:
            return conversation in self.watched
        if conversation in self.barred:
            return False
        if conversation in self.held:
            return bool(self.roles & SAFEGUARDING)
        if self.roles & COMPLAINTS_TEAM:
            return True
        return bool(self.roles & SAFEGUARDING) and conversation in self.watched

    def _theirs(self, case: Concern) -> bool:
        """Whether it is of a team whose cases they work; managers and safeguarding work for all teams."""
        if not self.officer.teams or case.team is None or case.team in self.officer.teams:
            return True
        if self.roles & MANAGERS or case.reference in self.given:
            return True
        return bool(self.roles & SAFEGUARDING) and case.conversation in self.watched


@dataclass(frozen=True)
class Sight:
    """Works out what an officer may see from the alerts, tasks, allocations and conflicts there are."""

    work: Work
    spool: Spool
    cases: Cases
    allocations: Allocations
    today: Callable[[], date]

    def of(self, officer: Officer, known: Sequence[Listed] = ()) -> View:
        """What this officer may see now. An alert counts from the moment that it is in the spool.

        `known` are all open cases, where they were read anyway.
        """
        spooled = {alert.conversation for alert in self.spool.waiting()}
        given: dict[str, list[Allocation]] = {}
        for allocation in self.allocations.running(officer.id, self.today()):
            given.setdefault(allocation.case, []).append(allocation)
        conflicts = frozenset(self.allocations.interests_of(officer.id)) | self._naming(officer)
        barred = self.cases.listed_among(references=conflicts) if conflicts else ()
        return View(
            officer=officer,
            held=frozenset(self.work.held_conversations()) | spooled,
            watched=self._watched(officer, spooled),
            claimed=frozenset(each.conversation for each in self.work.handoffs() if each.claimed_by == officer.id),
            given=given,
            conflicts=conflicts,
            barred=frozenset(each.conversation for each in barred if each.conversation),
            known=Known(self.cases, {case.reference: case for case in known}),
        )

    def require(self, officer: Officer, conversation: str) -> None:
        """Raise NotThere unless the officer may see this conversation."""
        if not self.of(officer).conversation(conversation):
            raise NotThere(conversation)

    def _naming(self, officer: Officer) -> frozenset[str]:
        """The cases that name this officer: those that the store's index leads to, each looked at."""
        told = pairs(officer.name)
        candidates = self.cases.some(self.cases.found(BY_WHOM_IT_NAMES, told)) if told else ()
        return frozenset(case.reference for case in candidates if names(case, officer.name))

    def _watched(self, officer: Officer, spooled: set[str]) -> frozenset[str]:
        if officer.only_alert is not None:
            alert = self.work.alert(officer.only_alert)
            return frozenset({alert.conversation} if alert else ())
        if not SAFEGUARDING.intersection(officer.roles):
            return frozenset()
        return frozenset(self.work.watched_conversations(SAFEGUARDING_TASKS)) | spooled


def names(case: Case, name: str) -> bool:
    """Whether a case says of somebody of this name that it is about them, or that they must not be told.

    One word alone ("Grace") may be an ordinary word, so a conflict of interest of theirs has to be declared.
    """
    said = " ".join(_plain(str(case.facts.get(fact) or "")) for fact in NAMED_IN)
    return " " in _plain(name) and f" {_plain(name)} " in f" {said} "


def _plain(text: str) -> str:
    return " ".join(words(text))
