"""Ports: what the use cases ask of the world, and the records that pass through.

`storage/` keeps these promises on SQLite and PostgreSQL; tests/fakes.py keeps them in memory; one contract suite
runs on all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from bot.case_list import Listed
from bot.complaints.case import Case

TELEPHONE = "telephone-"  # how the name of a call begins: an officer types what is said, and Rasa is never told

# --- records ---


@dataclass(frozen=True)
class Alert:
    """Somebody may be at risk. `id` is made from conversation and message, so the same message alerts once.

    Marks are only ever added: what somebody else noted or acknowledged meanwhile is not undone by a save.
    """

    id: str
    conversation: str
    message_id: str
    risk: str  # emergency | at_risk
    sign: str  # the name of the danger sign, or "classifier"
    words: str  # what was written; sealed wherever it is kept
    raised_at: datetime
    told: str = "passed_on"  # passed_on | nobody_before:<time> | not_passed_on | demonstration
    mailed_at: datetime | None = None
    escalated_at: datetime | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    released_at: datetime | None = None  # from then on the complaints team may see the conversation
    released_by: str | None = None
    notes: tuple[str, ...] = ()

    def joined_with(self, kept: Alert) -> Alert:
        """This alert with the marks and notes that the kept one has already; whoever was first stays named."""
        marks = {name: getattr(kept, name) or getattr(self, name) for name in ("mailed_at", "escalated_at")}
        for what in ("acknowledged", "closed", "released"):
            first = kept if getattr(kept, f"{what}_at") else self
            marks |= {name: getattr(first, name) for name in (f"{what}_at", f"{what}_by")}
        new = tuple(note for note in self.notes if note not in kept.notes)
        return replace(self, **marks, notes=kept.notes + new)


@dataclass(frozen=True)
class Task:
    """Something an officer must do, with the day by which."""

    id: str
    kind: str  # one of complaints.assessment.TASKS
    opened_at: datetime
    due: date
    case: str | None = None  # the case's reference
    conversation: str | None = None
    note: str = ""
    done_at: datetime | None = None
    done_by: str | None = None


@dataclass(frozen=True)
class Handoff:
    """A conversation that waits for a person, or that an officer has."""

    conversation: str
    asked_at: datetime
    reason: str  # asked | offered | disclosure | lost_receipt | left (whoever had it did not answer, or is gone)
    claimed_by: str | None = None
    claimed_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class Screen:
    """A screen that others use too: what is said in this conversation is hidden there while nobody attends to it."""

    conversation: str
    word_hash: str  # of the unlock word
    attended_at: datetime
    hidden: bool = False


@dataclass(frozen=True)
class Chat:
    """One conversation at the public door. The browser holds a token; only its mark is kept."""

    conversation: str
    token_mark: str
    started_at: datetime
    seen_at: datetime
    left_at: datetime | None = None
    screen: Screen | None = None  # None: nobody has said that others use this screen


@dataclass(frozen=True)
class OpenedCase:
    """A case that somebody has opened with its secret, on the pages about it. Only the mark of the cookie is kept."""

    token_mark: str
    reference: str
    lock: str  # the mark of the secret's hash: a new secret shuts what the old one opened
    opened_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class Helper:
    """Somebody whom a person lets into their case. Only the hash of the helper's secret is kept."""

    case: str  # its reference
    secret_hash: str
    scope: tuple[str, ...]  # of helpers.SCOPES
    given_at: datetime


@dataclass(frozen=True)
class Row:
    """One stored event of a conversation, as Rasa wrote it.

    A damaged row keeps its place: its data is `{"text": None, "unreadable": True}`.
    """

    seq: int
    type: str  # user | bot | action | slot …
    at: datetime
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Held:
    """An answer that a door took while Rasa was away: it counts at once, and Rasa is told of it later."""

    conversation: str
    message_id: str
    at: datetime
    page: str  # the question that it answers
    text: str = ""  # for a choice, what the quick reply said; sealed wherever it is kept
    choice: str | None = None
    risk: str | None = None  # the danger that the door saw in it
    harm: bool = False  # the danger tells of harm to a child by somebody
    spooled: bool = True  # whether its alert could be written down


@dataclass(frozen=True)
class Issued:
    """A report that was issued: when, by whom, and its figures by what they are of."""

    at: datetime
    who: str
    figures: Mapping[str, float]


@dataclass(frozen=True)
class Officer:
    """Somebody who may sign in to the console."""

    id: str
    name: str
    email: str
    roles: tuple[str, ...]  # of roles.ROLES
    passphrase_hash: str = ""
    totp_secret: str = ""
    disabled_at: datetime | None = None
    sso_subject: str = ""  # who they are to the council's single sign-on
    only_alert: str | None = None  # for somebody without an account: the one alert that their code opened
    teams: tuple[str, ...] = ()  # of the profile's teams, those whose cases they work; none: every team's


@dataclass(frozen=True)
class OfficerSession:
    """A signed-in officer; only the mark of the cookie is kept."""

    token_mark: str
    officer: str
    started_at: datetime
    seen_at: datetime
    csrf: str
    proved: bool = False  # the second factor was given too
    pending: str = ""  # the secret of a second factor that is being set up
    name: str = ""  # of a duty worker who came with a one-time code
    alert: str | None = None  # the one alert that this code opened


@dataclass(frozen=True)
class PastTotal:
    """One figure of a year of which only the totals are left."""

    council: str
    year: int  # the year in which it begins: 2020 is 2020/21
    where: Mapping[str, str]  # what was counted, as the report's tallies name it: kind, and whatever it is counted by
    number: int | None
    pence: int | None
    source: str


# --- what the use cases ask for ---


class Clock(Protocol):
    """What time it is, in UTC with a time zone."""

    def now(self) -> datetime:
        """The present moment."""
        ...


class Cases(Protocol):
    """The complaints store. Every method of this and the next four raises StoreBusy when it cannot be had."""

    def add(self, case: Case, submission_key: str, tasks: Sequence[Task]) -> Case:
        """Keep a new case and its tasks in one transaction; the same key again gives the case that is there.

        Raises ReferenceTaken when another case has this reference: draw another and try again.
        """
        ...

    def get(self, reference: str) -> Case | None:
        """The case with this reference, or None."""
        ...

    def save(self, case: Case) -> None:
        """Keep a changed case; raises Conflict when somebody else changed it since it was read.

        What is kept has the next version: read the case again before changing it further. The history may only grow.
        """
        ...

    def of_conversation(self, conversation: str) -> Sequence[Case]:
        """The cases that a conversation opened, oldest first."""
        ...

    def all(self) -> Sequence[Case]:
        """Every case, by due date."""
        ...

    def some(self, references: Collection[str]) -> Sequence[Case]:
        """The cases with these references in any order; those that are not there are left out."""
        ...

    def listed(self) -> Sequence[Listed]:
        """Every open case as lists show it, by due date; not a word of them is opened."""
        ...

    def listed_among(
        self, *, references: Collection[str] = (), conversations: Collection[str] = ()
    ) -> Sequence[Listed]:
        """Those with these references or from these conversations as lists show them, closed ones too."""
        ...

    def found(self, way: str, words: Collection[str]) -> Sequence[str]:
        """The references of the cases that all these words lead to; `way` and words as in case_list.look_ups."""
        ...

    def pulse(self) -> str:
        """Something short that is another whenever a case was added or changed."""
        ...

    def set_secret_hash(self, reference: str, secret_hash: str) -> None:
        """Replace the hash of the person's secret; raises LookupError for a case that is not there."""
        ...

    def secret_hash(self, reference: str) -> str | None:
        """The hash of the person's secret, or None."""
        ...


class Work(Protocol):
    """Alerts, tasks and hand-offs: what waits for officers."""

    def add_alert(self, alert: Alert) -> bool:
        """Keep an alert; False when it is already there."""
        ...

    def alert(self, alert_id: str) -> Alert | None:
        """One alert, or None."""
        ...

    def alerts(self, *, open_only: bool = True) -> Sequence[Alert]:
        """Alerts, emergencies first, then oldest first."""
        ...

    def alerts_of(self, conversation: str) -> Sequence[Alert]:
        """Every alert of a conversation, closed ones too."""
        ...

    def held_conversations(self) -> Collection[str]:
        """The conversations with an alert that nobody released."""
        ...

    def watched_conversations(self, kinds: Collection[str]) -> Collection[str]:
        """The conversations with an alert, or with a task of these kinds, closed and done ones too."""
        ...

    def save_alert(self, alert: Alert) -> None:
        """Keep a changed alert, with what others marked meanwhile; raises LookupError when it is not there."""
        ...

    def add_task(self, task: Task) -> bool:
        """Keep a task; False when a task with its id is already there."""
        ...

    def tasks(self, *, open_only: bool = True) -> Sequence[Task]:
        """Tasks by due date."""
        ...

    def listed_tasks(self) -> Sequence[Task]:
        """The open tasks by due date, without their notes: a list opens no sealed word."""
        ...

    def tasks_of(self, conversation: str) -> Sequence[Task]:
        """Every task of a conversation, done ones too."""
        ...

    def tasks_of_case(self, reference: str) -> Sequence[Task]:
        """Every task of a case by due date, done ones too."""
        ...

    def task(self, task_id: str) -> Task | None:
        """One task, or None."""
        ...

    def save_task(self, task: Task) -> None:
        """Keep a changed task; who did it first stays named. Raises LookupError when it is not there."""
        ...

    def ask_handoff(self, handoff: Handoff) -> bool:
        """Queue a conversation; False when it is already waiting or claimed."""
        ...

    def handoffs(self) -> Sequence[Handoff]:
        """Those waiting or claimed, oldest first."""
        ...

    def handoff(self, conversation: str) -> Handoff | None:
        """The open hand-off of a conversation, or None."""
        ...

    def claim(self, conversation: str, officer: str, at: datetime) -> bool:
        """Compare and set: False when somebody else has it, or nobody asked; True again for who has it."""
        ...

    def take_over(self, conversation: str, from_officer: str, officer: str, at: datetime) -> bool:
        """Compare and set: from one officer to another; False when the first has it no more."""
        ...

    def unclaim(self, conversation: str, officer: str, reason: str) -> bool:
        """Compare and set: back into the queue, with a new reason; False when this officer has it no more."""
        ...

    def close_handoff(self, conversation: str, at: datetime) -> None:
        """The officer has handed back."""
        ...

    def pulse(self) -> str:
        """Something short that is another whenever an alert, a task or a hand-off was added or changed."""
        ...


class Chats(Protocol):
    """The conversations at the public door, and one-use tokens for secrets proved there."""

    def open(self, chat: Chat) -> None:
        """Keep a new conversation."""
        ...

    def by_mark(self, token_mark: str) -> Chat | None:
        """The conversation of a browser's token, or None when unknown or left."""
        ...

    def seen(self, conversation: str, at: datetime) -> None:
        """The person was here."""
        ...

    def leave(self, conversation: str, at: datetime) -> None:
        """The person left; the token opens nothing any more."""
        ...

    def idle_since(self, before: datetime) -> Sequence[str]:
        """Conversations in which nobody has been since then, left or not."""
        ...

    def forget(self, conversation: str) -> None:
        """Delete what is kept of a conversation here."""
        ...

    def of(self, conversation: str) -> Chat | None:
        """What is kept of a conversation, left or not; None when it is forgotten."""
        ...

    def share_screen(self, screen: Screen) -> None:
        """Keep that others use the screen of a conversation; replaces what was kept of it, the word too."""
        ...

    def attended(self, conversation: str, at: datetime) -> None:
        """Somebody is at the shared screen; whether it is hidden stays as it is."""
        ...

    def hide_screen(self, conversation: str, *, hidden: bool) -> None:
        """Hide a shared screen, or show it again; a screen that is not shared stays as it is."""
        ...

    def open_case(self, case: OpenedCase) -> None:
        """Keep that a case was opened; what nobody has used for a day is forgotten."""
        ...

    def opened_case(self, token_mark: str) -> OpenedCase | None:
        """The case that a browser's token has opened, or None."""
        ...

    def seen_case(self, token_mark: str, at: datetime) -> None:
        """The person did something with the case."""
        ...

    def close_case(self, token_mark: str) -> None:
        """The token opens nothing any more."""
        ...

    def let_in(self, helper: Helper) -> None:
        """Keep who helps with a case, in place of whoever did before."""
        ...

    def helper(self, reference: str) -> Helper | None:
        """Who helps with a case, or None."""
        ...

    def let_out(self, reference: str) -> None:
        """Nobody helps with this case any more."""
        ...

    def put_token(self, token_mark: str, reference: str | None, at: datetime) -> None:
        """Keep a one-use token: the case it opens, or None for a secret that was wrong."""
        ...

    def take_token(self, token_mark: str, now: datetime) -> str | None:
        """Use a token up (within ten minutes): the reference it opens, or None."""
        ...

    def tries(self, key: str, since: datetime) -> int:
        """How many wrong secrets were tried under this key since then."""
        ...

    def tried(self, key: str, at: datetime) -> None:
        """Note one wrong try."""
        ...


class Transcripts(Protocol):
    """What was said: the rows that Rasa's tracker store wrote, opened; and the answers that still wait for Rasa."""

    def rows(self, conversation: str, after: int = 0) -> Sequence[Row]:
        """The user and bot rows of a conversation with a higher number than `after`, in order.

        Empty as long as Rasa has not made its table.
        """
        ...

    def steps(self, conversation: str) -> Sequence[Row]:
        """What the assistant did and noted: the action and slot rows of a conversation, in order."""
        ...

    def slots(self, conversation: str) -> Mapping[str, Any]:
        """What Rasa remembers of a conversation: the latest value of every slot that was set."""
        ...

    def hold(self, answer: Held) -> bool:
        """Keep an answer until Rasa has heard it; False when a message with its id is held already."""
        ...

    def held(self, conversation: str) -> Sequence[Held]:
        """The answers of a conversation that Rasa has not heard, in the order in which they were given."""
        ...

    def waiting(self) -> Sequence[str]:
        """The conversations that have such answers, the one that has waited longest first."""
        ...

    def heard(self, message_id: str) -> None:
        """Rasa has heard a held answer; it is kept there now."""
        ...

    def erase(self, conversation: str) -> None:
        """Delete every row of a conversation, every answer that is held for it, and what officers noted about it."""
        ...


class Officers(Protocol):
    """Who may sign in, their sessions, and the one-time code of the first."""

    def add(self, officer: Officer) -> None:
        """Keep a new officer; raises Conflict when the id or the address is taken."""
        ...

    def get(self, officer_id: str) -> Officer | None:
        """One officer, or None."""
        ...

    def by_email(self, email: str) -> Officer | None:
        """One officer, or None; case does not matter."""
        ...

    def all(self) -> Sequence[Officer]:
        """Every officer."""
        ...

    def save(self, officer: Officer) -> None:
        """Keep a changed officer; raises LookupError when unknown, Conflict when the address is another's."""
        ...

    def open_session(self, session: OfficerSession) -> None:
        """Keep a new session."""
        ...

    def session(self, token_mark: str) -> OfficerSession | None:
        """A session, or None."""
        ...

    def touch_session(self, token_mark: str, at: datetime) -> None:
        """The officer did something."""
        ...

    def end_sessions(self, *, token_mark: str | None = None, officer: str | None = None) -> None:
        """End one session, or all of an officer's; exactly one of the two is given."""
        ...

    def put_code(self, code_mark: str, at: datetime, officer: str = "") -> None:
        """Keep the mark of a one-time code, replacing older ones of the same officer ("": of the first one)."""
        ...

    def take_code(self, code_mark: str, since: datetime | None = None) -> str | None:
        """Use a one-time code up: whose it was, or None when it is not there or was made before `since`."""
        ...

    def use_step(self, officer: str, step: int) -> bool:
        """Use up the code that an app showed in this half minute since 1970; False when it was used before."""
        ...

    def put_recovery_codes(self, officer: str, hashes: Sequence[str]) -> None:
        """Keep the hashes of an officer's recovery codes, in place of all older ones."""
        ...

    def recovery_codes(self, officer: str) -> Sequence[str]:
        """The hashes of the recovery codes that an officer has not used."""
        ...

    def take_recovery_code(self, officer: str, code_hash: str) -> bool:
        """Use a recovery code up: of many that try at once, one gets it."""
        ...


@dataclass(frozen=True)
class Noted:
    """One line of the audit."""

    at: datetime
    who: str  # the officer's id
    what: str  # an act of bot.roles, read_case for instance
    about: str  # a case's reference, or the id of a conversation, alert, task or officer


class Audit(Protocol):
    """Who read, changed or took out what. Lines are only ever added."""

    def note(self, who: str, what: str, about: str, at: datetime) -> None:
        """Add a line; raises StoreBusy, and then what was to be noted must not happen either."""
        ...

    def about(self, about: str) -> Sequence[Noted]:
        """The lines about one thing, oldest first."""
        ...


class Reports(Protocol):
    """What a manager writes for the reports of a period, and what was issued of them."""

    def texts(self, council: str, period: str) -> Mapping[str, str]:
        """What was written for a period, by box."""
        ...

    def write(self, council: str, period: str, box: str, text: str, who: str, at: datetime) -> None:
        """Keep a text in the place of the one that was in its box."""
        ...

    def issue(self, council: str, period: str, figures: Mapping[str, float], who: str, at: datetime) -> None:
        """Keep the figures as they are issued; what was issued before stays."""
        ...

    def issued(self, council: str, period: str) -> Issued | None:
        """What was issued last of a period, or None."""
        ...


class Spool(Protocol):
    """Where an alert is written before anybody is answered: local, sealed, synced to disk."""

    def append(self, alert: Alert) -> None:
        """Write an alert; raises OSError when that cannot be done."""
        ...

    def waiting(self) -> Sequence[Alert]:
        """Alerts not yet delivered, oldest first."""
        ...

    def delivered(self, alert_id: str) -> None:
        """Forget an alert that has reached the store and the duty route."""
        ...

    def hold(self, alert: Alert) -> None:
        """Write an alert that is not raised yet, for the sign is doubtful; raises OSError when that cannot be done."""
        ...

    def held(self) -> Sequence[Alert]:
        """Alerts that are held and neither raised nor let go, oldest first."""
        ...

    def let_go(self, alert_id: str) -> None:
        """Forget an alert that was held: it is raised now, or nothing was the matter."""
        ...

    def damaged(self) -> Sequence[str]:
        """The ids of alerts that do not open and were set aside: somebody must look into these conversations."""
        ...


class Notices(Protocol):
    """Mail to officers. Never carries the words of a case, only a link."""

    async def send(self, to: str, kind: str, facts: Mapping[str, str]) -> None:
        """Send one notice; `kind` names its template. Raises NoticeFailed when the mail server did not take it."""
        ...


class Conversations(Protocol):
    """Rasa, as the console uses it: an officer's words are appended to the one record of what was said.

    Every method raises RasaUnavailable.
    """

    async def officer_takes(self, conversation: str) -> None:
        """From now on the bot is silent."""
        ...

    async def officer_says(self, conversation: str, text: str, name: str) -> None:
        """Append an officer's message."""
        ...

    async def wake(self, conversation: str, text: str, *, waits: bool = True) -> None:
        """The bot is silent no more and says this, in one step; `waits` when the person still waits for somebody."""
        ...

    async def hand_back(self, conversation: str) -> None:
        """The bot takes the thread up again."""
        ...


class NoticeFailed(Exception):
    """The mail server did not take a notice; it will be tried again."""


class RasaUnavailable(Exception):
    """Rasa cannot be reached, or refused what the console asked of it. Nothing was said or changed; try again."""


class Conflict(Exception):
    """Somebody else changed this since it was read; read it again."""


class ReferenceTaken(Exception):
    """Another case has this reference; draw another."""


class StoreBusy(Exception):
    """The store is locked or cannot be reached. Nothing was changed; the same call may be tried again."""


class PastYears(Protocol):
    """What a council brings along of its past years."""

    def keep(self, cases: Sequence[Case], totals: Sequence[PastTotal]) -> None:
        """Keep all of it in one transaction or nothing; raises ReferenceTaken when one of them is there already."""
        ...

    def totals(self, council: str) -> Sequence[PastTotal]:
        """The totals that are kept of a council, the oldest year first."""
        ...
