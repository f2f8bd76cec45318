"""What is kept and passed on: alerts, tasks, conversations, cases as they are listed elsewhere, officers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

TELEPHONE = "telephone-"  # how the name of a call begins: an officer types what is said, and Rasa is never told


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


@dataclass(frozen=True)
class Noted:
    """One line of the audit."""

    at: datetime
    who: str  # the officer's id
    what: str  # an act of bot.roles, read_case for instance
    about: str  # a case's reference, or the id of a conversation, alert, task or officer
