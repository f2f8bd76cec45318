"""Fakes: every port in memory. The contract suite in tests/storage holds them to what the real ones do."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.allocations import Allocation, Interest
from bot.case_list import Listed, listed, look_ups
from bot.case_reports import Paper
from bot.complaints.case import Case
from bot.exports import Export
from bot.kept_answers import KeptAnswer
from bot.letters.letter import WAITING, Letter
from bot.outbox import Notice
from bot.pool import PoolPerson
from bot.ports import (
    TELEPHONE,
    Alert,
    Chat,
    Conflict,
    Handoff,
    Held,
    Helper,
    Issued,
    Noted,
    NoticeFailed,
    Officer,
    OfficerSession,
    OpenedCase,
    ReferenceTaken,
    Row,
    Screen,
    StoreBusy,
    Task,
)
from bot.talk_notes import TalkNote
from tests.builders import AT


class FixedClock:
    """A clock that stands still until it is put forward."""

    def __init__(self, now: datetime = AT) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def forward(self, **by: float) -> datetime:
        """Put the clock forward, by `minutes=5` or whatever timedelta takes."""
        self._now += timedelta(**by)
        return self._now


class InMemoryWork:
    """Alerts, tasks and hand-offs. `busy` makes every call fail as a locked store does."""

    def __init__(self) -> None:
        self.busy = False
        self._alerts: dict[str, Alert] = {}
        self._tasks: dict[str, Task] = {}
        self._handoffs: list[Handoff] = []

    def add_alert(self, alert: Alert) -> bool:
        _refuse_when(self.busy)
        return _put_once(self._alerts, alert.id, alert)

    def alert(self, alert_id: str) -> Alert | None:
        _refuse_when(self.busy)
        return self._alerts.get(alert_id)

    def alerts(self, *, open_only: bool = True) -> Sequence[Alert]:
        _refuse_when(self.busy)
        return self._sorted_alerts(alert for alert in self._alerts.values() if not (open_only and alert.closed_at))

    def alerts_of(self, conversation: str) -> Sequence[Alert]:
        _refuse_when(self.busy)
        return self._sorted_alerts(alert for alert in self._alerts.values() if alert.conversation == conversation)

    def held_conversations(self) -> Collection[str]:
        return {alert.conversation for alert in self.alerts(open_only=False) if alert.released_at is None}

    def watched_conversations(self, kinds: Collection[str]) -> Collection[str]:
        screened = {task.conversation for task in self.tasks(open_only=False) if task.kind in kinds}
        alerted = {alert.conversation for alert in self.alerts(open_only=False)}
        return {conversation for conversation in screened | alerted if conversation is not None}

    def save_alert(self, alert: Alert) -> None:
        _refuse_when(self.busy)
        self._alerts[alert.id] = alert.joined_with(_there(self._alerts, alert.id))

    def add_task(self, task: Task) -> bool:
        _refuse_when(self.busy)
        return _put_once(self._tasks, task.id, task)

    def tasks(self, *, open_only: bool = True) -> Sequence[Task]:
        _refuse_when(self.busy)
        wanted = (task for task in self._tasks.values() if not (open_only and task.done_at))
        return sorted(wanted, key=lambda task: (task.due, task.opened_at, task.id))

    def listed_tasks(self) -> Sequence[Task]:
        return [replace(task, note="") for task in self.tasks()]

    def tasks_of(self, conversation: str) -> Sequence[Task]:
        _refuse_when(self.busy)
        return [task for task in self._tasks.values() if task.conversation == conversation]

    def tasks_of_case(self, reference: str) -> Sequence[Task]:
        return [task for task in self.tasks(open_only=False) if task.case == reference]

    def task(self, task_id: str) -> Task | None:
        _refuse_when(self.busy)
        return self._tasks.get(task_id)

    def save_task(self, task: Task) -> None:
        _refuse_when(self.busy)
        kept = _there(self._tasks, task.id)
        first = kept if kept.done_at else task
        self._tasks[task.id] = replace(task, done_at=first.done_at, done_by=first.done_by)

    def ask_handoff(self, handoff: Handoff) -> bool:
        if self.handoff(handoff.conversation):
            return False
        self._handoffs.append(handoff)
        return True

    def handoffs(self) -> Sequence[Handoff]:
        _refuse_when(self.busy)
        return sorted((each for each in self._handoffs if not each.closed_at), key=lambda each: each.asked_at)

    def handoff(self, conversation: str) -> Handoff | None:
        return next((each for each in self.handoffs() if each.conversation == conversation), None)

    def claim(self, conversation: str, officer: str, at: datetime) -> bool:
        waiting = self.handoff(conversation)
        if waiting is None or waiting.claimed_by not in (None, officer):
            return False
        self._replace(waiting, claimed_by=officer, claimed_at=waiting.claimed_at or at)
        return True

    def take_over(self, conversation: str, from_officer: str, officer: str, at: datetime) -> bool:
        return self._hands_over(conversation, from_officer, claimed_by=officer, claimed_at=at)

    def unclaim(self, conversation: str, officer: str, reason: str) -> bool:
        return self._hands_over(conversation, officer, claimed_by=None, claimed_at=None, reason=reason)

    def _hands_over(self, conversation: str, from_officer: str, **changes: Any) -> bool:
        found = self.handoff(conversation)
        if found is None or found.claimed_by != from_officer:
            return False
        self._replace(found, **changes)
        return True

    def close_handoff(self, conversation: str, at: datetime) -> None:
        if found := self.handoff(conversation):
            self._replace(found, closed_at=at)

    def pulse(self) -> str:
        _refuse_when(self.busy)
        return str(hash((tuple(self._alerts.items()), tuple(self._tasks.items()), tuple(self._handoffs))))

    def _replace(self, handoff: Handoff, **changes: Any) -> None:
        self._handoffs[self._handoffs.index(handoff)] = replace(handoff, **changes)

    @staticmethod
    def _sorted_alerts(alerts: Any) -> list[Alert]:
        return sorted(alerts, key=lambda alert: (alert.risk != "emergency", alert.raised_at, alert.id))


class InMemoryCases:
    """The complaints store; the tasks of a new case go to `work`. `busy` makes every call fail."""

    def __init__(self, work: InMemoryWork | None = None) -> None:
        self.busy = False
        self._work = work or InMemoryWork()
        self._cases: dict[str, Case] = {}
        self._keys: dict[str, str] = {}
        self._hashes: dict[str, str] = {}
        self._lock = threading.Lock()

    def add(self, case: Case, submission_key: str, tasks: Sequence[Task]) -> Case:
        _refuse_when(self.busy)
        with self._lock:
            if submission_key in self._keys:
                return self._cases[self._keys[submission_key]]
            if case.reference in self._cases:
                raise ReferenceTaken(case.reference)
            self._keys[submission_key] = case.reference
            self._cases[case.reference] = _as_json_keeps_it(case)
        for task in tasks:
            self._work.add_task(task)
        return case

    def get(self, reference: str) -> Case | None:
        _refuse_when(self.busy)
        return self._cases.get(reference)

    def save(self, case: Case) -> None:
        _refuse_when(self.busy)
        with self._lock:
            kept = self._cases.get(case.reference)
            if kept is None or kept.version != case.version:
                raise Conflict(case.reference)
            if len(case.history) < len(kept.history):
                raise ValueError(f"case {case.reference} would lose lines of its history")
            history = (*kept.history, *case.history[len(kept.history) :])
            self._cases[case.reference] = _as_json_keeps_it(replace(case, version=case.version + 1, history=history))

    def of_conversation(self, conversation: str) -> Sequence[Case]:
        found = [case for case in self.all() if case.conversation == conversation]
        return sorted(found, key=lambda case: case.received_at)

    def all(self) -> Sequence[Case]:
        _refuse_when(self.busy)
        return sorted(self._cases.values(), key=_by_due_date)

    def some(self, references: Collection[str]) -> Sequence[Case]:
        return [case for case in self.all() if case.reference in references]

    def listed(self) -> Sequence[Listed]:
        return [listed(case) for case in self.all() if case.stage != "closed"]

    def listed_among(
        self, *, references: Collection[str] = (), conversations: Collection[str] = ()
    ) -> Sequence[Listed]:
        wanted = (case for case in self.all() if case.reference in references or case.conversation in conversations)
        return [listed(case) for case in wanted]

    def listed_due(self, first: date, last: date) -> Sequence[Listed]:
        return [each for each in self.listed() if each.due and first <= each.due <= last]

    def found(self, way: str, words: Collection[str]) -> Sequence[str]:
        return sorted(case.reference for case in self.all() if words and set(words) <= look_ups(case)[way])

    def pulse(self) -> str:
        return f"{len(self.all())}.{sum(case.version for case in self.all())}"

    def set_secret_hash(self, reference: str, secret_hash: str) -> None:
        _refuse_when(self.busy)
        _there(self._cases, reference)
        self._hashes[reference] = secret_hash

    def secret_hash(self, reference: str) -> str | None:
        _refuse_when(self.busy)
        return self._hashes.get(reference)


class InMemoryChats:
    """Conversations at the public door."""

    def __init__(self) -> None:
        self._chats: dict[str, Chat] = {}
        self._tokens: dict[str, tuple[str | None, datetime]] = {}
        self._tries: list[tuple[str, datetime]] = []
        self._opened: dict[str, OpenedCase] = {}
        self._helpers: dict[str, Helper] = {}

    def open(self, chat: Chat) -> None:
        self._chats[chat.conversation] = chat

    def by_mark(self, token_mark: str) -> Chat | None:
        found = (chat for chat in self._chats.values() if chat.token_mark == token_mark and not chat.left_at)
        return next(found, None)

    def seen(self, conversation: str, at: datetime) -> None:
        if chat := self._chats.get(conversation):
            self._chats[conversation] = replace(chat, seen_at=at)

    def leave(self, conversation: str, at: datetime) -> None:
        if chat := self._chats.get(conversation):
            self._chats[conversation] = replace(chat, left_at=chat.left_at or at)

    def idle_since(self, before: datetime) -> list[str]:
        return [chat.conversation for chat in self._chats.values() if chat.seen_at < before]

    def forget(self, conversation: str) -> None:
        self._chats.pop(conversation, None)

    def of(self, conversation: str) -> Chat | None:
        return self._chats.get(conversation)

    def share_screen(self, screen: Screen) -> None:
        chat = self._chats[screen.conversation]
        self._chats[screen.conversation] = replace(chat, screen=screen)

    def attended(self, conversation: str, at: datetime) -> None:
        self._change_screen(conversation, attended_at=at)

    def hide_screen(self, conversation: str, *, hidden: bool) -> None:
        self._change_screen(conversation, hidden=hidden)

    def _change_screen(self, conversation: str, **changes: Any) -> None:
        chat = self._chats.get(conversation)
        if chat and chat.screen:
            self._chats[conversation] = replace(chat, screen=replace(chat.screen, **changes))

    def open_case(self, case: OpenedCase) -> None:
        day_ago = case.opened_at - timedelta(days=1)
        self._opened = {key: kept for key, kept in self._opened.items() if kept.seen_at >= day_ago}
        self._opened[case.token_mark] = case

    def let_in(self, helper: Helper) -> None:
        self._helpers[helper.case] = helper

    def helper(self, reference: str) -> Helper | None:
        return self._helpers.get(reference)

    def let_out(self, reference: str) -> None:
        self._helpers.pop(reference, None)

    def opened_case(self, token_mark: str) -> OpenedCase | None:
        return self._opened.get(token_mark)

    def seen_case(self, token_mark: str, at: datetime) -> None:
        if case := self._opened.get(token_mark):
            self._opened[token_mark] = replace(case, seen_at=at)

    def close_case(self, token_mark: str) -> None:
        self._opened.pop(token_mark, None)

    def put_token(self, token_mark: str, reference: str | None, at: datetime) -> None:
        self._tokens[token_mark] = (reference, at)

    def take_token(self, token_mark: str, now: datetime) -> str | None:
        reference, put_at = self._tokens.pop(token_mark, (None, now))
        return reference if now - put_at <= timedelta(minutes=10) else None

    def tries(self, key: str, since: datetime) -> int:
        return sum(1 for tried, at in self._tries if tried == key and at >= since)

    def tried(self, key: str, at: datetime) -> None:
        self._tries.append((key, at))


class InMemoryTranscripts:
    """What was said; `say` stands for Rasa, which writes the rows."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, Row]] = []
        self._held: dict[str, Held] = {}
        self._last = 0

    def say(self, conversation: str, type_name: str, data: Mapping[str, Any], at: datetime = AT) -> int:
        """Store an event and return its number."""
        self._last += 1
        self._rows.append((conversation, Row(self._last, type_name, at, data)))
        return self._last

    def rows(self, conversation: str, after: int = 0) -> Sequence[Row]:
        of_it = (row for whose, row in self._rows if whose == conversation)
        return [row for row in of_it if row.seq > after and row.type in ("user", "bot")]

    def steps(self, conversation: str) -> Sequence[Row]:
        of_it = (row for whose, row in self._rows if whose == conversation)
        return [row for row in of_it if row.type in ("action", "slot")]

    def slots(self, conversation: str) -> Mapping[str, Any]:
        set_ones = (row.data for whose, row in self._rows if whose == conversation and row.type == "slot")
        return {data["name"]: data["value"] for data in set_ones}

    def hold(self, answer: Held) -> bool:
        return _put_once(self._held, answer.message_id, answer)

    def held(self, conversation: str) -> Sequence[Held]:
        return [answer for answer in self._held.values() if answer.conversation == conversation]

    def waiting(self) -> Sequence[str]:
        names = dict.fromkeys(answer.conversation for answer in self._held.values())
        return [name for name in names if not name.startswith(TELEPHONE)]

    def heard(self, message_id: str) -> None:
        self._held.pop(message_id, None)

    def erase(self, conversation: str) -> None:
        self._held = {key: answer for key, answer in self._held.items() if answer.conversation != conversation}
        self._rows = [(whose, row) for whose, row in self._rows if whose != conversation]


class InMemoryOfficers:
    """Officers, their sessions and the one-time code."""

    def __init__(self) -> None:
        self._officers: dict[str, Officer] = {}
        self._sessions: dict[str, OfficerSession] = {}
        self._codes: dict[str, tuple[str, datetime]] = {}
        self._steps: set[tuple[str, int]] = set()
        self._recovery: dict[str, list[str]] = {}

    def add(self, officer: Officer) -> None:
        if officer.id in self._officers or self.by_email(officer.email):
            raise Conflict(officer.id)
        self._officers[officer.id] = officer

    def get(self, officer_id: str) -> Officer | None:
        return self._officers.get(officer_id)

    def by_email(self, email: str) -> Officer | None:
        wanted = email.strip().casefold()
        return next((each for each in self._officers.values() if each.email.strip().casefold() == wanted), None)

    def all(self) -> Sequence[Officer]:
        return sorted(self._officers.values(), key=lambda officer: (officer.name.casefold(), officer.id))

    def save(self, officer: Officer) -> None:
        _there(self._officers, officer.id)
        namesake = self.by_email(officer.email)
        if namesake and namesake.id != officer.id:
            raise Conflict(officer.id)
        self._officers[officer.id] = officer

    def open_session(self, session: OfficerSession) -> None:
        self._sessions[session.token_mark] = session

    def session(self, token_mark: str) -> OfficerSession | None:
        return self._sessions.get(token_mark)

    def touch_session(self, token_mark: str, at: datetime) -> None:
        if session := self._sessions.get(token_mark):
            self._sessions[token_mark] = replace(session, seen_at=at)

    def end_sessions(self, *, token_mark: str | None = None, officer: str | None = None) -> None:
        if (token_mark is None) == (officer is None):
            raise ValueError("either one session or one officer's sessions are ended")
        for session in list(self._sessions.values()):
            if officer == session.officer or token_mark == session.token_mark:
                del self._sessions[session.token_mark]

    def put_code(self, code_mark: str, at: datetime, officer: str = "") -> None:
        self._codes = {mark: kept for mark, kept in self._codes.items() if kept[0] != officer}
        self._codes[code_mark] = (officer, at)

    def take_code(self, code_mark: str, since: datetime | None = None) -> str | None:
        officer, put_at = self._codes.pop(code_mark, ("", None))
        return officer if put_at is not None and (since is None or put_at >= since) else None

    def use_step(self, officer: str, step: int) -> bool:
        used = (officer, step) in self._steps
        self._steps.add((officer, step))
        return not used

    def put_recovery_codes(self, officer: str, hashes: Sequence[str]) -> None:
        self._recovery[officer] = list(hashes)

    def recovery_codes(self, officer: str) -> Sequence[str]:
        return list(self._recovery.get(officer, ()))

    def take_recovery_code(self, officer: str, code_hash: str) -> bool:
        left = self._recovery.get(officer, [])
        if code_hash not in left:
            return False
        left.remove(code_hash)
        return True


class InMemoryAllocations:
    """Who has been given which case, and who must not see it."""

    def __init__(self) -> None:
        self._given: dict[str, Allocation] = {}
        self._interests: dict[tuple[str, str], Interest] = {}

    def give(self, allocation: Allocation) -> None:
        self._given[allocation.id] = allocation

    def end(self, allocation_id: str, at: datetime) -> None:
        if (kept := self._given.get(allocation_id)) and kept.ended_at is None:
            self._given[allocation_id] = replace(kept, ended_at=at)

    def running(self, officer: str, today: date) -> Sequence[Allocation]:
        kept = [each for each in self._given.values() if each.officer == officer and each.ended_at is None]
        return [each for each in _by_age(kept) if each.until is None or each.until >= today]

    def of_case(self, reference: str) -> Sequence[Allocation]:
        return _by_age(each for each in self._given.values() if each.case == reference)

    def holders(self, capacity: str) -> Mapping[str, str]:
        running = [each for each in self._given.values() if each.capacity == capacity and each.ended_at is None]
        return {each.case: each.officer for each in _by_age(running)}

    def pulse(self) -> str:
        return f"{list(self._given.values())}{list(self._interests)}"

    def declare(self, interest: Interest) -> None:
        self._interests.setdefault((interest.case, interest.officer), interest)

    def interests_of(self, officer: str) -> Sequence[str]:
        return [case for case, whose in self._interests if whose == officer]

    def interests_in(self, reference: str) -> Sequence[Interest]:
        kept = [each for each in self._interests.values() if each.case == reference]
        return sorted(kept, key=lambda each: (each.declared_at, each.officer))


class InMemoryPool:
    """Who may be appointed to stages 2 and 3."""

    def __init__(self) -> None:
        self._kept: dict[str, PoolPerson] = {}

    def keep(self, person: PoolPerson) -> None:
        self._kept[person.id] = person

    def all(self) -> Sequence[PoolPerson]:
        return sorted(self._kept.values(), key=lambda each: each.id)


class InMemoryPapers:
    """The reports of stage 2."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Paper, bytes]] = {}

    def keep(self, paper: Paper, content: bytes) -> None:
        self._kept[paper.id] = (paper, content)

    def of_case(self, reference: str) -> Sequence[Paper]:
        mine = [paper for paper, _ in self._kept.values() if paper.case == reference]
        return sorted(mine, key=lambda each: (each.at, each.id))

    def content(self, paper_id: str) -> bytes | None:
        return self._kept[paper_id][1] if paper_id in self._kept else None


class InMemoryExports:
    """Requests to take cases out."""

    def __init__(self) -> None:
        self._kept: dict[str, Export] = {}

    def ask(self, export: Export) -> None:
        self._kept[export.id] = export

    def get(self, export_id: str) -> Export | None:
        return self._kept.get(export_id)

    def all(self) -> Sequence[Export]:
        return sorted(
            sorted(self._kept.values(), key=lambda each: each.id), key=lambda each: each.asked_at, reverse=True
        )

    def approve(self, export_id: str, by: str, at: datetime) -> bool:
        return self._change(export_id, approved_by=by, approved_at=at)

    def take(self, export_id: str, at: datetime) -> bool:
        return self._change(export_id, taken_at=at)

    def _change(self, export_id: str, **changes: Any) -> bool:
        kept = self._kept.get(export_id)
        if kept is None or any(getattr(kept, name) for name in changes):
            return False
        self._kept[export_id] = replace(kept, **changes)
        return True


class InMemoryLetters:
    """Letters about cases."""

    def __init__(self) -> None:
        self._kept: dict[str, Letter] = {}
        self._lock = threading.Lock()

    def add(self, letter: Letter) -> None:
        self._kept[letter.id] = letter

    def get(self, letter_id: str) -> Letter | None:
        return self._kept.get(letter_id)

    def of_case(self, reference: str) -> Sequence[Letter]:
        wanted = (letter for letter in self._kept.values() if letter.case == reference)
        return sorted(wanted, key=lambda letter: (letter.begun_at, letter.id))

    def waiting(self) -> Sequence[Letter]:
        wanted = (letter for letter in self._kept.values() if letter.state in WAITING)
        return sorted(wanted, key=lambda letter: (letter.begun_at, letter.id))

    def save(self, letter: Letter) -> None:
        with self._lock:
            if self._kept[letter.id].revision != letter.revision:
                raise Conflict(letter.id)
            self._kept[letter.id] = replace(letter, revision=letter.revision + 1)


class InMemoryTalkNotes:
    """Notes on conversations."""

    def __init__(self) -> None:
        self._notes: list[TalkNote] = []

    def add(self, note: TalkNote) -> None:
        self._notes.append(note)

    def of(self, conversation: str) -> Sequence[TalkNote]:
        return [note for note in self._notes if note.conversation == conversation]


class InMemoryKeptAnswers:
    """Answers that officers may begin with."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptAnswer] = {}

    def put(self, answer: KeptAnswer) -> None:
        self._kept[answer.id] = answer

    def all(self) -> Sequence[KeptAnswer]:
        return sorted(self._kept.values(), key=lambda answer: (answer.title.casefold(), answer.id))

    def remove(self, answer_id: str) -> None:
        self._kept.pop(answer_id, None)


class InMemoryOutbox:
    """Notices that wait."""

    def __init__(self) -> None:
        self._notices: dict[str, Notice] = {}

    def put(self, notice: Notice) -> bool:
        return _put_once(self._notices, notice.id, notice)

    def due(self, now: datetime) -> Sequence[Notice]:
        waiting = (each for each in self._notices.values() if each.sent_at is None and each.next_at <= now)
        return sorted(waiting, key=lambda notice: (notice.put_at, notice.id))

    def sent(self, notice_id: str, at: datetime) -> None:
        self._notices[notice_id] = replace(self._notices[notice_id], sent_at=at)

    def failed(self, notice_id: str, next_at: datetime) -> None:
        found = self._notices[notice_id]
        self._notices[notice_id] = replace(found, next_at=next_at, tries=found.tries + 1)

    def forget(self, before: datetime) -> None:
        self._notices = {
            key: notice for key, notice in self._notices.items() if notice.sent_at is None or notice.sent_at >= before
        }


class InMemoryNoticeChoices:
    """Which notices officers want."""

    def __init__(self) -> None:
        self._wanted: dict[str, dict[str, bool]] = {}

    def choose(self, officer: str, wanted: Mapping[str, bool]) -> None:
        self._wanted.setdefault(officer, {}).update(wanted)

    def of(self, officer: str) -> Mapping[str, bool]:
        return dict(self._wanted.get(officer, {}))


class InMemoryAudit:
    """Who did what. `busy` makes every call fail as a locked store does."""

    def __init__(self) -> None:
        self.busy = False
        self._lines: list[Noted] = []

    def note(self, who: str, what: str, about: str, at: datetime) -> None:
        _refuse_when(self.busy)
        self._lines.append(Noted(at, who, what, about))

    def about(self, about: str) -> Sequence[Noted]:
        _refuse_when(self.busy)
        return [line for line in self._lines if line.about == about]


class InMemoryReports:
    """What managers wrote for reports, and what was issued."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], dict[str, str]] = {}
        self._issues: dict[tuple[str, str], list[Issued]] = {}

    def texts(self, council: str, period: str) -> Mapping[str, str]:
        return dict(self._texts.get((council, period), {}))

    def write(self, council: str, period: str, box: str, text: str, who: str, at: datetime) -> None:
        self._texts.setdefault((council, period), {})[box] = text

    def issue(self, council: str, period: str, figures: Mapping[str, float], who: str, at: datetime) -> None:
        self._issues.setdefault((council, period), []).append(Issued(at, who, dict(figures)))

    def issued(self, council: str, period: str) -> Issued | None:
        return next(reversed(self._issues.get((council, period), [])), None)


class InMemorySpool:
    """Alerts that wait. `full` makes writing fail as a full disk does."""

    def __init__(self) -> None:
        self.full = False
        self._alerts: dict[str, Alert] = {}
        self._held: dict[str, Alert] = {}

    def append(self, alert: Alert) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self._alerts[alert.id] = alert

    def hold(self, alert: Alert) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self._held[alert.id] = alert

    def held(self) -> Sequence[Alert]:
        return sorted(self._held.values(), key=lambda alert: (alert.raised_at, alert.id))

    def let_go(self, alert_id: str) -> None:
        self._held.pop(alert_id, None)

    def waiting(self) -> Sequence[Alert]:
        return sorted(self._alerts.values(), key=lambda alert: (alert.raised_at, alert.id))

    def delivered(self, alert_id: str) -> None:
        self._alerts.pop(alert_id, None)

    def damaged(self) -> Sequence[str]:
        return []


@dataclass
class RecordedNotices:
    """Mail that was sent, as (to, kind, facts). `failing` makes the mail server refuse."""

    sent: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    failing: bool = False

    async def send(self, to: str, kind: str, facts: Mapping[str, str]) -> None:
        if self.failing:
            raise NoticeFailed(kind)
        self.sent.append((to, kind, dict(facts)))


def _by_age(allocations: Iterable[Allocation]) -> list[Allocation]:
    return sorted(allocations, key=lambda each: (each.given_at, each.id))


def _refuse_when(busy: bool) -> None:
    if busy:
        raise StoreBusy("the store is locked or cannot be reached")


def _put_once(kept: dict[str, Any], key: str, record: Any) -> bool:
    if key in kept:
        return False
    kept[key] = record
    return True


def _there(kept: Mapping[str, Any], key: str) -> Any:
    if key not in kept:
        raise LookupError(key)
    return kept[key]


def _by_due_date(case: Case) -> tuple[Any, ...]:
    due = case.clock.now_due if case.clock else datetime.max.replace(tzinfo=UTC).date()
    return (case.clock is None, due, case.received_at, case.reference)


def _as_json_keeps_it(case: Case) -> Case:
    """Facts and details as the real store gives them back: a tuple becomes a list."""
    history = tuple(replace(event, detail=json.loads(json.dumps(event.detail))) for event in case.history)
    return replace(case, facts=json.loads(json.dumps(case.facts)), history=history)
