"""The store, opened: one engine, brought to the tables of today, and the ports that it keeps."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from bot.settings import Settings
from bot.storage.allocations import SqlAllocations
from bot.storage.audit import SqlAudit
from bot.storage.blind_index import BlindIndex, open_index
from bot.storage.cases import SqlCases
from bot.storage.chats import SqlChats
from bot.storage.engine import make_engine
from bot.storage.exports import SqlExports
from bot.storage.letters import SqlLetters
from bot.storage.listing import bring_up_to_date
from bot.storage.migrations import migrate
from bot.storage.officers import SqlOfficers
from bot.storage.outbox import SqlNoticeChoices, SqlOutbox
from bot.storage.papers import SqlPapers
from bot.storage.past_years import SqlPastYears
from bot.storage.pool import SqlPool
from bot.storage.reports import SqlReports
from bot.storage.sealing import Keyring
from bot.storage.talk_desk import SqlKeptAnswers, SqlTalkNotes
from bot.storage.transcripts import SqlTranscripts
from bot.storage.work import SqlWork


@dataclass(frozen=True)
class Store:
    """Everything that is kept in the database."""

    engine: Engine
    cases: SqlCases
    work: SqlWork
    chats: SqlChats
    transcripts: SqlTranscripts
    officers: SqlOfficers
    audit: SqlAudit
    reports: SqlReports
    past_years: SqlPastYears
    allocations: SqlAllocations
    exports: SqlExports
    pool: SqlPool
    papers: SqlPapers
    letters: SqlLetters
    talk_notes: SqlTalkNotes
    kept_answers: SqlKeptAnswers
    outbox: SqlOutbox
    notice_choices: SqlNoticeChoices


def open_store(settings: Settings, keyring: Keyring) -> Store:
    """Open the database that the settings name, migrating it first; several processes may do so at once.

    Raises StoreBusy when it cannot be reached.
    """
    engine = make_engine(settings.database)
    migrate(engine)
    store = store_on(engine, keyring, open_index(settings.data_dir / "secrets" / "index.key"))
    bring_up_to_date(store.cases)
    return store


def store_on(engine: Engine, keyring: Keyring, index: BlindIndex | None = None) -> Store:
    """The ports on an engine whose database is migrated already; without an index, with one that is made for it."""
    index = index or BlindIndex()
    return Store(
        engine=engine,
        cases=SqlCases(engine, keyring, index),
        work=SqlWork(engine, keyring),
        chats=SqlChats(engine),
        transcripts=SqlTranscripts(engine, keyring),
        officers=SqlOfficers(engine, keyring),
        audit=SqlAudit(engine),
        reports=SqlReports(engine, keyring),
        past_years=SqlPastYears(engine, keyring, index),
        allocations=SqlAllocations(engine),
        exports=SqlExports(engine, keyring),
        pool=SqlPool(engine, keyring),
        papers=SqlPapers(engine, keyring),
        letters=SqlLetters(engine, keyring),
        talk_notes=SqlTalkNotes(engine, keyring),
        kept_answers=SqlKeptAnswers(engine, keyring),
        outbox=SqlOutbox(engine),
        notice_choices=SqlNoticeChoices(engine),
    )
