"""The queue: what waits for one officer at one moment, the most urgent first, as they want to look at it.

Alerts, what comes before anything else and people who wait for somebody stand in it whatever was chosen: nobody
overlooks a child because of a filter. Nothing sealed is opened for it, so that ten thousand cases are no burden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Generic, TypeVar

from bot.allocations import Allocations
from bot.case_list import Listed
from bot.complaints.assessment import FLAGS, PATHWAYS
from bot.complaints.case import STAGES, Case
from bot.complaints.profile import Profile
from bot.ports import Alert, Cases, Clock, Handoff, Officer, Spool, Task, Work
from bot.roles import HANDLING, SAFEGUARDING_TASKS, may, require
from bot.safeguarding import escalates_at
from bot.sight import Sight, View

URGENT_TASKS = (*SAFEGUARDING_TASKS, "hold_or_not", "pass_on_worry")
WHOSE = ("all", "team", "mine", "nobody")
GROUPS = ("late", "this_week", "later", "paused", "no_date")
ON_A_PAGE = 50

Item = TypeVar("Item")


@dataclass(frozen=True)
class Chosen:
    """What an officer wants to look at; what is empty is not asked about."""

    whose: str = "all"  # one of WHOSE
    due: str = ""  # one of GROUPS
    pathway: str = ""
    stage: str = ""
    flag: str = ""
    team: str = ""
    task: str = ""  # a kind of task
    page: int = 1  # of the cases, counted from 1
    task_page: int = 1

    @property
    def narrows(self) -> bool:
        """Whether anything was chosen."""
        return self != Chosen(page=self.page, task_page=self.task_page)


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a long list."""

    items: tuple[Item, ...]
    number: int
    of: int  # how many pages there are
    total: int  # how many items


@dataclass(frozen=True)
class Queue:
    """Everything that waits for an officer, and nothing that this officer may not see."""

    at: datetime
    today: date
    chosen: Chosen
    alerts: tuple[Alert, ...]  # those that nobody acknowledged first
    damaged_alerts: tuple[str, ...]  # the ids of alerts that cannot be read: somebody must look into them
    escalates_at: Mapping[str, datetime]  # when an alert that nobody acknowledged goes to the next person, by id
    urgent: tuple[Task, ...]
    waiting: tuple[Handoff, ...]
    cases: tuple[Listed, ...]  # open ones, by due date
    tasks: tuple[Task, ...]
    task_kinds: tuple[str, ...]  # of all tasks, whatever was chosen
    holders: Mapping[str, str]  # who works a case, by its reference
    paused: Mapping[str, str] = field(default_factory=dict)  # why cases of this page stand still, by reference

    @property
    def week_ends(self) -> date:
        """The Sunday of this week."""
        return _sunday(self.today)

    @cached_property
    def cases_by_due(self) -> Mapping[str, list[Listed]]:
        """The cases that are late, due this week, later, that stand still, and those without a due date."""
        return self._by_due(self.cases)

    @cached_property
    def page(self) -> Page[Listed]:
        """The page of cases that was chosen, in the order of GROUPS."""
        in_order = [case for group in self.cases_by_due.values() for case in group]
        return page_of(in_order, self.chosen.page)

    @property
    def page_by_due(self) -> Mapping[str, list[Listed]]:
        """The cases of the page that was chosen, in their groups."""
        return self._by_due(self.page.items)

    @property
    def task_page(self) -> Page[Task]:
        """The page of tasks that was chosen."""
        return page_of(self.tasks, self.chosen.task_page)

    def _by_due(self, cases: Sequence[Listed]) -> Mapping[str, list[Listed]]:
        groups: dict[str, list[Listed]] = {name: [] for name in GROUPS}
        for case in cases:
            groups[due_group(case, self.today, self.week_ends)].append(case)
        return groups


@dataclass(frozen=True)
class CaseQueue:
    """Makes the queue of an officer."""

    cases: Cases
    work: Work
    spool: Spool
    allocations: Allocations
    sight: Sight
    clock: Clock
    profile: Profile
    today: Callable[[], date]

    def of(self, officer: Officer, chosen: Chosen = Chosen()) -> Queue:
        """What waits for this officer, as they want to look at it. Raises NotThere."""
        require(officer, "read_queue")
        cases, tasks = self.cases.listed(), self.work.listed_tasks()
        view = self.sight.of(officer, cases)
        waiting = self.work.handoffs()
        self._learn(view, tasks, waiting)
        seen = [task for task in tasks if view.task(task)]
        alerts = self._alerts(officer, view)
        holders = self.allocations.holders(HANDLING)
        wanted = _Wanted(officer, chosen, view, holders, self.today())
        queue = Queue(
            at=self.clock.now(),
            today=self.today(),
            chosen=chosen,
            alerts=alerts,
            damaged_alerts=tuple(self.spool.damaged()) if may(officer, "read_alert") else (),
            escalates_at={each.id: escalates_at(each, self.profile) for each in alerts if not each.acknowledged_at},
            urgent=tuple(task for task in seen if task.kind in URGENT_TASKS),
            waiting=tuple(each for each in waiting if view.conversation(each.conversation)),
            cases=tuple(case for case in cases if view.case(case) and wanted.case(case)),
            tasks=tuple(task for task in seen if task.kind not in URGENT_TASKS and wanted.task(task)),
            task_kinds=tuple(sorted({task.kind for task in seen if task.kind not in URGENT_TASKS})),
            holders=holders,
        )
        return self._with_reasons(queue)

    def pulse(self) -> str:
        """Something short that is another whenever a queue may look different."""
        waiting = ".".join(alert.id for alert in self.spool.waiting())
        return f"{self.cases.pulse()}|{self.work.pulse()}|{self.allocations.pulse()}|{waiting}"

    def _alerts(self, officer: Officer, view: View) -> tuple[Alert, ...]:
        if not may(officer, "read_alert"):
            return ()
        seen = filter(view.alert, self.work.alerts())
        return tuple(sorted(seen, key=lambda alert: alert.acknowledged_at is not None))

    def _learn(self, view: View, tasks: Sequence[Task], waiting: Sequence[Handoff]) -> None:
        conversations = {each.conversation for each in waiting}
        conversations |= {task.conversation for task in tasks if task.conversation and not task.case}
        view.known.learn({task.case for task in tasks if task.case}, conversations if view.officer.teams else ())

    def _with_reasons(self, queue: Queue) -> Queue:
        """Why the cases of this page stand still; that is somebody's words, so only these cases are opened."""
        still = [case.reference for case in queue.page.items if case.paused_until]
        reasons = {case.reference: _why_paused(case) for case in self.cases.some(still)} if still else {}
        return replace(queue, paused=reasons)


@dataclass(frozen=True)
class _Wanted:
    """Whether something is among what an officer wants to look at."""

    officer: Officer
    chosen: Chosen
    view: View
    holders: Mapping[str, str]
    today: date

    def case(self, case: Listed) -> bool:
        chosen = self.chosen
        return self._whose(case.reference, case.team) and all(
            (
                chosen.due in ("", due_group(case, self.today, _sunday(self.today))),
                chosen.pathway in ("", case.pathway),
                chosen.stage in ("", case.stage),
                not chosen.flag or chosen.flag in case.flags,
                chosen.team in ("", case.team),
            )
        )

    def task(self, task: Task) -> bool:
        if self.chosen.task not in ("", task.kind):
            return False
        if task.case is None:
            return self.chosen.whose in ("all", "nobody") or task.conversation in self.view.claimed
        case = self.view.known.case(task.case)
        return self._whose(task.case, case.team if case else None)

    def _whose(self, reference: str, team: str | None) -> bool:
        mine = reference in self.view.given
        return {
            "all": True,
            "mine": mine,
            "team": mine or (team is not None and team in self.officer.teams),
            "nobody": reference not in self.holders,
        }[self.chosen.whose]


def chosen_from(typed: Mapping[str, str], profile: Profile) -> Chosen:
    """What was chosen, by what stands in an address; what cannot be chosen counts as nothing."""
    may_be = {
        "whose": WHOSE, "due": GROUPS, "pathway": PATHWAYS, "stage": STAGES, "flag": FLAGS, "team": profile.teams,
    }  # fmt: skip
    known = {name: typed[name] for name, values in may_be.items() if typed.get(name) in values}
    pages = {name: int(typed[name]) for name in ("page", "task_page") if _is_page(typed.get(name, ""))}
    return Chosen(**known, **pages, task=typed.get("task", "")[:40])  # type: ignore[arg-type]


def page_of(items: Sequence[Item], number: int) -> Page[Item]:
    """A page of a list; the last one where there are not so many."""
    pages = max(1, -(-len(items) // ON_A_PAGE))
    number = min(number, pages)
    return Page(tuple(items[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]), number, pages, len(items))


def due_group(case: Listed, today: date, week_ends: date) -> str:
    """Which of GROUPS a case is in."""
    if case.due is None:
        return "paused" if case.paused_until else "no_date"
    return "late" if case.due < today else "this_week" if case.due <= week_ends else "later"


def _why_paused(case: Case) -> str:
    return next((clock.pause.why for clock in case.clocks if clock.is_running and clock.pause), "")


def _sunday(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def _is_page(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and 0 < len(typed) < 6 and int(typed) > 0
