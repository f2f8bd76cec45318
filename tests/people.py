"""The use cases joined to fakes, for tests that need no store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot import councils
from bot.correspondence import Correspondence
from bot.councils.calendar import england
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.safeguarding import Watch
from bot.storage.secrets import Argon2Hasher
from bot.unread import UnreadReplies
from bot.visits import Visits
from tests.fakes import (
    FixedClock,
    InMemoryAudit,
    InMemoryCases,
    InMemoryChats,
    InMemorySpool,
    InMemoryTranscripts,
    InMemoryWork,
    RecordedNotices,
)


@dataclass
class Service:
    """One service in memory. `clock` is moved by the test."""

    clock: FixedClock = field(default_factory=lambda: FixedClock(datetime(2026, 3, 2, 10, 30, tzinfo=UTC)))
    work: InMemoryWork = field(default_factory=InMemoryWork)
    chats: InMemoryChats = field(default_factory=InMemoryChats)
    transcripts: InMemoryTranscripts = field(default_factory=InMemoryTranscripts)
    spool: InMemorySpool = field(default_factory=InMemorySpool)
    audit: InMemoryAudit = field(default_factory=InMemoryAudit)
    notices: RecordedNotices = field(default_factory=RecordedNotices)

    def __post_init__(self) -> None:
        self.cases = InMemoryCases(self.work)
        self.profile = councils.load("national", self.clock.now().date())
        self.calendar = england()
        self.intake = Intake(
            self.cases, self.work, self.transcripts, self.spool, self.clock, Argon2Hasher(), self.profile,
            self.calendar, demonstration=False,
        )  # fmt: skip
        self.visits = Visits(self.chats, self.clock, self.intake)
        self.watch = Watch(
            self.spool, self.work, self.notices, self.clock, self.profile, self.calendar, "duty@council.example",
            "manager@council.example", "https://console.example",
        )  # fmt: skip
        self.correspondence = Correspondence(self.transcripts, self.chats, self.audit, self.clock)
        self.unread = UnreadReplies(
            self.cases, self.work, self.chats, self.correspondence, self.clock, self.profile, self.calendar
        )
        self.housekeeping = Housekeeping(
            self.cases, self.work, self.chats, self.transcripts, self.spool, self.correspondence, self.clock,
            self.profile.erase_after_hours,
        )  # fmt: skip
