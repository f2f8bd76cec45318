"""The office: the officers' use cases with everything behind them in memory, for the tests of casework and console."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import pyotp

from bot import councils
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar
from bot.console.desk import Desk, desk_of
from bot.correspondence import Correspondence
from bot.councils.calendar import england
from bot.ports import Officer, RasaUnavailable
from bot.reporting.drafting import Drafting
from bot.second_factor import ALLOWED_STEPS, STEP_SECONDS
from bot.single_sign_on import Provider
from bot.words import words
from tests.builders import AT, CONVERSATION, a_case, a_handoff, an_alert, an_officer
from tests.fakes import (
    FixedClock,
    InMemoryAllocations,
    InMemoryAudit,
    InMemoryCases,
    InMemoryChats,
    InMemoryExports,
    InMemoryKeptAnswers,
    InMemoryLetters,
    InMemoryNoticeChoices,
    InMemoryOfficers,
    InMemoryPapers,
    InMemoryPool,
    InMemoryReports,
    InMemorySpool,
    InMemoryTalkNotes,
    InMemoryTranscripts,
    InMemoryWork,
)

PASSPHRASE = "green kettle sings at dusk"


@cache
def national() -> tuple[Profile, Calendar]:
    """The profile and calendar of every office, read once."""
    profile = councils.load("national", date(2026, 3, 2))
    return profile, england(profile.closures)


class PlainHasher:
    """Keeps passphrases as they are, and counts what it was asked: hashing itself is tested where hashing is."""

    def __init__(self) -> None:
        self.checked: list[str | None] = []

    def hash(self, secret: str) -> str:
        return f"kept:{secret}"

    def matches(self, secret: str, kept: str | None) -> bool:
        self.checked.append(kept)
        return kept == self.hash(secret)


@dataclass
class RecordedConversations:
    """Rasa, as the console speaks to it: what is said goes into the transcript. `down` makes every call fail."""

    transcripts: InMemoryTranscripts
    clock: FixedClock
    taken: list[str] = field(default_factory=list)
    handed_back: list[str] = field(default_factory=list)
    down: bool = False

    async def officer_takes(self, conversation: str) -> None:
        self._reach()
        self.taken.append(conversation)
        self._state(conversation, "with_officer")

    async def officer_says(self, conversation: str, text: str, name: str) -> None:
        self._reach()
        self._state(conversation, "with_officer")
        self._says(conversation, {"text": text, "metadata": {"from": "officer", "name": name}})

    async def wake(self, conversation: str, text: str, *, waits: bool = True) -> None:
        self._reach()
        self._state(conversation, "waiting" if waits else None)
        self._says(conversation, {"text": text, "data": {"custom": {"kind": "handoff"}}})

    async def hand_back(self, conversation: str) -> None:
        self._reach()
        self.handed_back.append(conversation)
        self._state(conversation, None)

    def _says(self, conversation: str, data: dict[str, Any]) -> None:
        self.transcripts.say(conversation, "bot", data, self.clock.now())

    def _state(self, conversation: str, value: str | None) -> None:
        self.transcripts.say(conversation, "slot", {"name": "handoff_state", "value": value})

    def _reach(self) -> None:
        if self.down:
            raise RasaUnavailable("it is down")


class Office:
    """Everything behind the console, for a test to fill, to look at and to break."""

    def __init__(self, provider: Provider | None = None) -> None:
        self.clock = FixedClock()
        self.work = InMemoryWork()
        self.cases = InMemoryCases(self.work)
        self.spool = InMemorySpool()
        self.transcripts = InMemoryTranscripts()
        self.conversations = RecordedConversations(self.transcripts, self.clock)
        self.notes = InMemoryTalkNotes()
        self.kept_answers = InMemoryKeptAnswers()
        self.notice_choices = InMemoryNoticeChoices()
        self.officers = InMemoryOfficers()
        self.audit = InMemoryAudit()
        self.allocations = InMemoryAllocations()
        self.exports = InMemoryExports()
        self.pool = InMemoryPool()
        self.papers = InMemoryPapers()
        self.letters = InMemoryLetters()
        self.tries = InMemoryChats()
        self.hasher = PlainHasher()
        self.reports = InMemoryReports()
        profile, calendar = national()
        self.desk: Desk = desk_of(
            cases=self.cases,
            work=self.work,
            spool=self.spool,
            transcripts=self.transcripts,
            conversations=self.conversations,
            notes=self.notes,
            kept_answers=self.kept_answers,
            notice_choices=self.notice_choices,
            officers=self.officers,
            audit=self.audit,
            allocations=self.allocations,
            exports=self.exports,
            pool=self.pool,
            papers=self.papers,
            letters=self.letters,
            correspondence=Correspondence(self.transcripts, self.tries, self.audit, self.clock),
            tries=self.tries,
            hasher=self.hasher,
            drafting=Drafting(
                self.cases, self.reports, self.audit, self.clock, lambda day: councils.load("national", day)
            ),
            clock=self.clock,
            profile=profile,
            calendar=calendar,
            words=words(),
            provider=provider,
        )

    def officer(self, *roles: str, name: str = "") -> Officer:
        """Somebody with these roles who may sign in with PASSPHRASE."""
        name = name or "-".join(roles)
        kept = an_officer(
            id=f"o-{name.replace('_', '-').replace(' ', '-')}",
            name=name.replace("_", " ").capitalize(),
            email=f"{name.replace(' ', '.')}@council.test",
            roles=roles,
            passphrase_hash=self.hasher.hash(PASSPHRASE),
        )
        self.officers.add(kept)
        return kept

    def app_code(self, officer: Officer) -> str:
        """What the officer's app shows: a code that was not used yet, while the office's clock stands still."""
        now = int(self.clock.now().timestamp()) // STEP_SECONDS
        step = next(now + by for by in ALLOWED_STEPS if (officer.id, now + by) not in self.officers._steps)
        return pyotp.TOTP(officer.totp_secret).generate_otp(step)

    def signed_in(self, officer: Officer, passphrase: str = PASSPHRASE) -> str:
        """The token of a session of this officer's, who has come through both steps."""
        halfway = self.desk.sessions.halfway(self.desk.sign_in.sign_in(officer.email, passphrase))
        assert halfway
        return self.desk.second_factor.prove(halfway, self.app_code(officer))

    def case(self, **changes: Any) -> str:
        """Keep a case; its reference."""
        case = a_case(**changes)
        self.cases.add(case, f"key of {case.reference}", [])
        return case.reference

    def waiting(self, conversation: str = CONVERSATION) -> str:
        """A conversation in which somebody said something and waits for a person."""
        self.person_says("Can I talk to somebody?", conversation)
        self.work.ask_handoff(a_handoff(conversation=conversation))
        return conversation

    def person_says(self, text: str, conversation: str = CONVERSATION) -> int:
        """The person writes; the row's number."""
        parsed = {
            "intent": {"name": "talk_to_person", "confidence": 0.93},
            "entities": [{"entity": "matter", "value": "social_worker", "confidence_entity": 0.81}],
        }
        said = {"text": text, "message_id": "m", "parse_data": parsed}
        return self.transcripts.say(conversation, "user", said, self.clock.now())

    def alerted(self, conversation: str = CONVERSATION, **changes: Any) -> str:
        """A conversation with an alert; the alert's id."""
        alert = an_alert(conversation=conversation, **changes)
        self.work.add_alert(alert)
        return alert.id

    def acts(self, about: str) -> list[tuple[str, str]]:
        """Who did what to it, by the audit."""
        return [(line.who, line.what) for line in self.audit.about(about)]


__all__ = ["AT", "CONVERSATION", "PASSPHRASE", "Office"]
