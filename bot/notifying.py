"""Notifying: what officers must know is found in what is kept, put into the outbox once for each, and sent from there.

Nothing has to remember to tell anybody: whatever waits is found by the next round, also after a crash. What was there
long before is not told, so that a service that begins to send does not begin with a flood.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.case_list import Listed
from bot.complaints.case import Case
from bot.complaints.working_days import Calendar, add_working_days
from bot.letter_sight import may_move
from bot.letters.letter import Letter, Letters
from bot.notice_kinds import told_of
from bot.outbox import Notice, NoticeChoices, Outbox
from bot.ports import Alert, Cases, Clock, NoticeFailed, Notices, Officer, Officers, Task, Work
from bot.roles import SAFEGUARDING_TASKS, may
from bot.sight import Sight, View

log = logging.getLogger(__name__)

NEW_FOR = timedelta(days=2)  # what is older was told already, or is no news
LATE_FOR_DAYS = 7
SOON_WORKING_DAYS = 2
LONGEST_WAIT_MINUTES = 60
KEPT_FOR = timedelta(days=90)
GIVE_UP_ROUND_AFTER = 3  # failures in a row: the mail server is away, and each try takes its time


@dataclass(frozen=True)
class Found:
    """One thing that officers must know of."""

    kind: str
    key: str  # with the kind and the officer, what makes it one notice and no other
    page: str
    for_whom: Callable[[View], bool]  # whether this officer may see it, or has to do with it


@dataclass(frozen=True)
class Notifying:
    """Finds what is to be told and sends it. A door runs both rounds."""

    work: Work
    cases: Cases
    sight: Sight
    officers: Officers
    outbox: Outbox
    choices: NoticeChoices
    letters: Letters
    notices: Notices
    clock: Clock
    calendar: Calendar
    console_address: str
    _told: set[str] = field(default_factory=set)  # what this process has put, so that the store is not asked again

    async def round(self) -> None:
        """Tell of alerts, hand-offs, tasks and cases given, and send what waits."""
        self._put([*self._alerts(), *self._handoffs(), *self._tasks()])
        self._put_given()
        await self._send()

    async def slow_round(self) -> None:
        """Tell of what is soon due, or late; forget what was sent long ago."""
        self._put([*self._due(), *self._letters()])
        self.outbox.forget(self.clock.now() - KEPT_FOR)
        self._told.clear()

    # --- what is to be told ---

    def _alerts(self) -> Iterator[Found]:
        for alert in self.work.alerts():
            if alert.acknowledged_at is not None:
                continue
            page, sees = f"/alerts/{alert.id}", _sees_alert(alert)
            if self._is_new(alert.raised_at):
                yield Found("alert_raised", alert.id, page, sees)
            if alert.escalated_at and self._is_new(alert.escalated_at):
                yield Found("alert_unanswered", f"{alert.id}-{_second(alert.escalated_at)}", page, sees)

    def _handoffs(self) -> Iterator[Found]:
        for handoff in self.work.handoffs():
            if handoff.claimed_by is None and self._is_new(handoff.asked_at):
                conversation = handoff.conversation
                key = f"{conversation}-{_second(handoff.asked_at)}-{handoff.reason}"
                yield Found("new_handoff", key, f"/conversations/{conversation}", _sees_conversation(conversation))

    def _tasks(self) -> Iterator[Found]:
        for task in self.work.tasks():
            if self._is_new(task.opened_at):
                yield Found("task_given", task.id, f"/tasks/{task.id}", _may_finish(task))

    def _due(self) -> Iterator[Found]:
        today = self.sight.today()
        soon, long_ago = add_working_days(today, SOON_WORKING_DAYS, self.calendar), today - timedelta(LATE_FOR_DAYS)
        for case in self.cases.listed_due(long_ago, soon):
            kind = "late" if case.due and case.due < today else "due_soon"
            yield Found(kind, f"{case.reference}-{case.due}", f"/cases/{case.reference}", _sees_case(case))

    def _letters(self) -> Iterator[Found]:
        """Letters that wait for their next step, told to whoever may take it, and never to whoever may not."""
        letters = self.letters.waiting()
        cases = {case.reference: case for case in self.cases.some({letter.case for letter in letters})}
        for letter in letters:
            case = cases.get(letter.case)
            if case is None or case.stage == "closed":
                continue
            for kind, move in (("letter_to_vet", "vet"), ("letter_to_sign", "sign")):
                key, page = f"{letter.id}-{letter.revision}", f"/cases/{case.reference}/letters/{letter.id}"
                yield Found(kind, key, page, _may_move(case, letter, move))

    def _is_new(self, at: datetime) -> bool:
        return self.clock.now() - at <= NEW_FOR

    # --- to whom ---

    def _put(self, found: list[Found]) -> None:
        if not found:
            return
        for officer in self._those_who_are_told():
            chosen = self.choices.of(officer.id)
            wanted = [each for each in found if told_of(officer, each.kind, chosen)]
            new = [each for each in wanted if _notice_id(each, officer) not in self._told]
            if new:
                view = self.sight.of(officer)
                self._put_for(officer, [each for each in new if each.for_whom(view)])

    def _put_given(self) -> None:
        """Tell of the cases that were given to somebody."""
        for officer in self._those_who_are_told():
            if not told_of(officer, "case_given", self.choices.of(officer.id)):
                continue
            view = self.sight.of(officer)
            given = [each for allocations in view.given.values() for each in allocations if self._is_new(each.given_at)]
            pages = [Found("case_given", each.id, f"/cases/{each.case}", lambda _: True) for each in given]
            self._put_for(officer, [page for page in pages if _notice_id(page, officer) not in self._told])

    def _put_for(self, officer: Officer, found: list[Found]) -> None:
        now = self.clock.now()
        for each in found:
            notice_id = _notice_id(each, officer)
            self.outbox.put(Notice(notice_id, officer.id, each.kind, each.page, now, now))
            self._told.add(notice_id)

    def _those_who_are_told(self) -> list[Officer]:
        return [officer for officer in self.officers.all() if officer.email and not officer.disabled_at]

    # --- sending ---

    async def _send(self) -> None:
        failed_in_a_row = 0
        for notice in self.outbox.due(self.clock.now()):
            if failed_in_a_row == GIVE_UP_ROUND_AFTER:
                break
            failed_in_a_row = 0 if await self._is_sent(notice) else failed_in_a_row + 1

    async def _is_sent(self, notice: Notice) -> bool:
        officer = self.officers.get(notice.officer)
        if officer and not officer.disabled_at:
            link = f"{self.console_address}{notice.page}"
            try:
                await self.notices.send(officer.email, notice.kind, {"link": link})
            except NoticeFailed:
                wait = timedelta(minutes=min(2**notice.tries, LONGEST_WAIT_MINUTES))
                self.outbox.failed(notice.id, self.clock.now() + wait)
                log.warning(
                    "notice of kind %s for officer %s was not taken; it is tried again", notice.kind, officer.id
                )
                return False
        self.outbox.sent(notice.id, self.clock.now())
        return True


def _sees_alert(alert: Alert) -> Callable[[View], bool]:
    return lambda view: view.alert(alert)


def _sees_conversation(conversation: str) -> Callable[[View], bool]:
    return lambda view: view.conversation(conversation)


def _may_finish(task: Task) -> Callable[[View], bool]:
    act = "finish_safeguarding_task" if task.kind in SAFEGUARDING_TASKS else "finish_task"
    return lambda view: may(view.officer, act) and view.task(task)


def _sees_case(case: Listed) -> Callable[[View], bool]:
    return lambda view: view.case(case)


def _may_move(case: Case, letter: Letter, move: str) -> Callable[[View], bool]:
    return lambda view: letter.refusal(move, view.officer.id) is None and may_move(view, case, letter.kind, move)


def _second(at: datetime) -> str:
    return f"{at.timestamp():.0f}"


def _notice_id(found: Found, officer: Officer) -> str:
    return hashlib.sha256(f"{found.kind}\0{found.key}\0{officer.id}".encode()).hexdigest()[:32]
