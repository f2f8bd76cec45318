"""Tables: in clear only what queues and look-ups need; everything else is in the `sealed` column of its row.

Rasa's own table of events lies in the same database. It is Rasa's to make, so it is not in this metadata.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite has no time zones, so they are taken off on the way in and put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a moment without a time zone: nobody could say when it was."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give every moment in UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


NAMES = {  # named alike on both databases, so that a migration can find them
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

# sealed: the facts that say nobody's name, and the reasons
cases = Table(
    "cases",
    metadata,
    Column("reference", String, primary_key=True),
    Column("submission_key", String, nullable=False, unique=True),
    Column("conversation", String, index=True),
    Column("council", String, nullable=False),
    Column("profile_version", String, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("channel", String, nullable=False),
    Column("pathway", String, nullable=False),
    Column("signposted_to", String),
    Column("confirmed", Boolean, nullable=False),
    Column("flags", JSON, nullable=False),
    Column("risk", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("advocate_offered", Boolean, nullable=False),
    Column("advocate_wanted", String),
    Column("advocate_status", String, nullable=False),
    Column("clock_name", String),
    Column("clock_started", Date),
    Column("clock_due", Date, index=True),
    Column("clock_extended_due", Date),
    Column("clock_source", String),
    Column("demonstration", Boolean, nullable=False),
    Column("team", String),
    Column("paused_until", Date),
    Column("listing", Integer, nullable=False, server_default="0"),  # bot/storage/listing.py fills in older rows
    Column("secret_hash", String),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# keyed marks of the words that a case is found by: a blind index, of which docs/search.md says what it gives away
case_marks = Table(
    "case_marks",
    metadata,
    Column("case", ForeignKey("cases.reference"), primary_key=True),
    Column("mark", String, primary_key=True, index=True),
)

# sealed: who the person is and how to reach them, apart from what they said
people = Table(
    "people",
    metadata,
    Column("case", ForeignKey("cases.reference"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: the text and the outcome wanted
points = Table(
    "points",
    metadata,
    Column("case", ForeignKey("cases.reference"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("matter", JSON, nullable=False),
    Column("nature", JSON, nullable=False),
    Column("pathway", String, nullable=False),
    Column("signposted_to", String),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: what was done, and the detail
history = Table(
    "history",
    metadata,
    Column("case", ForeignKey("cases.reference"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: the words, the sign that was seen in them, the browser's id of the message, and the notes
alerts = Table(
    "alerts",
    metadata,
    Column("id", String, primary_key=True),
    Column("conversation", String, nullable=False, index=True),
    Column("risk", String, nullable=False),
    Column("raised_at", Moment, nullable=False),
    Column("told", String, nullable=False),
    Column("mailed_at", Moment),
    Column("escalated_at", Moment),
    Column("acknowledged_at", Moment),
    Column("acknowledged_by", String),
    Column("closed_at", Moment, index=True),
    Column("closed_by", String),
    Column("released_at", Moment),
    Column("released_by", String),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: the note
tasks = Table(
    "tasks",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("due", Date, nullable=False),
    Column("case", String, index=True),
    Column("conversation", String),
    Column("done_at", Moment, index=True),
    Column("done_by", String),
    Column("sealed", LargeBinary, nullable=False),
)

handoffs = Table(
    "handoffs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("conversation", String, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("reason", String, nullable=False),
    Column("claimed_by", String),
    Column("claimed_at", Moment),
    Column("closed_at", Moment),
)
# A conversation has at most one hand-off that is open, however many ask at once.
STILL_OPEN = handoffs.c.closed_at.is_(None)
Index(
    "uq_handoffs_open",
    handoffs.c.conversation,
    unique=True,
    sqlite_where=STILL_OPEN,
    postgresql_where=STILL_OPEN,
)

chats = Table(
    "chats",
    metadata,
    Column("conversation", String, primary_key=True),
    Column("token_mark", String, nullable=False, unique=True),
    Column("started_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("left_at", Moment),
)

# conversations on screens that others use too; of the unlock word only its Argon2id hash
screens = Table(
    "screens",
    metadata,
    Column("conversation", String, primary_key=True),
    Column("word_hash", String, nullable=False),
    Column("attended_at", Moment, nullable=False),
    Column("hidden", Boolean, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("token_mark", String, primary_key=True),
    Column("reference", String),
    Column("put_at", Moment, nullable=False, index=True),
)

# cases that are open on the pages about them
opened = Table(
    "opened",
    metadata,
    Column("token_mark", String, primary_key=True),
    Column("reference", String, nullable=False),
    Column("lock", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False, index=True),
)

# who helps somebody with their case; a hash and ids, so there is nothing to seal
helpers = Table(
    "helpers",
    metadata,
    Column("case", String, primary_key=True),
    Column("secret_hash", String, nullable=False),
    Column("scope", JSON, nullable=False),
    Column("given_at", Moment, nullable=False),
)

tries = Table(
    "tries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_tries_key_at", "key", "at"),
)

# sealed: name, address, the passphrase's hash and the second factor's secret; the address is found by its mark
officers = Table(
    "officers",
    metadata,
    Column("id", String, primary_key=True),
    Column("email_mark", String, nullable=False, unique=True),
    Column("roles", JSON, nullable=False),
    Column("disabled_at", Moment),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: the token against forged requests
sessions = Table(
    "sessions",
    metadata,
    Column("token_mark", String, primary_key=True),
    Column("officer", String, nullable=False, index=True),
    Column("started_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

codes = Table(
    "codes",
    metadata,
    Column("code_mark", String, primary_key=True),
    Column("put_at", Moment, nullable=False),
    Column("officer", String, nullable=False, server_default=""),
)

# the codes of an officer's app that were used: each counts once
totp_steps = Table(
    "totp_steps",
    metadata,
    Column("officer", String, primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("code_hash", String, primary_key=True),
    Column("officer", String, nullable=False, index=True),
)

# to whom a case is given, as what, which of its points, and until when: all ids and days, so there is nothing to seal
allocations = Table(
    "allocations",
    metadata,
    Column("id", String, primary_key=True),
    Column("case", String, nullable=False, index=True),
    Column("officer", String, nullable=False, index=True),
    Column("capacity", String, nullable=False),
    Column("points", JSON, nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("given_by", String, nullable=False),
    Column("until", Date),
    Column("ended_at", Moment),
)

# conflicts of interest: who must not see a case
interests = Table(
    "interests",
    metadata,
    Column("case", String, primary_key=True),
    Column("officer", String, primary_key=True, index=True),
    Column("declared_at", Moment, nullable=False),
    Column("declared_by", String, nullable=False),
)

# who may be appointed to stages 2 and 3; sealed: the name, and what else they do for the council
pool = Table(
    "pool",
    metadata,
    Column("id", String, primary_key=True),
    Column("kinds", JSON, nullable=False),
    Column("dbs_on", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("account", String, nullable=False),
    Column("left_at", Moment),
    Column("sealed", LargeBinary, nullable=False),
)

# the reports of stage 2; sealed: the file
papers = Table(
    "papers",
    metadata,
    Column("id", String, primary_key=True),
    Column("case", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("form", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# exports that were asked for; sealed: the reason
exports = Table(
    "exports",
    metadata,
    Column("id", String, primary_key=True),
    Column("asked_by", String, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("approved_by", String),
    Column("approved_at", Moment),
    Column("taken_at", Moment),
    Column("sealed", LargeBinary, nullable=False),
)

# who did what to which case, conversation, alert, task or officer; all of them ids, so nothing to seal
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    Column("about", String, nullable=False, index=True),
)

# sealed: the answer, which a door took while Rasa was away
held = Table(
    "held",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("message_id", String, nullable=False, unique=True),
    Column("conversation", String, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: what a manager wrote for a report; the box is the key of a section
report_texts = Table(
    "report_texts",
    metadata,
    Column("council", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("box", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: every figure that was issued, small ones too
report_issues = Table(
    "report_issues",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("council", String, nullable=False),
    Column("period", String, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# totals of years of which no cases are left; numbers about nobody, so nothing to seal
past_totals = Table(
    "past_totals",
    metadata,
    Column("council", String, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("counted", String, primary_key=True),  # what it is a figure of: JSON with its keys in order
    Column("number", Integer),
    Column("pence", Integer),
    Column("source", String, nullable=False),
)

# letters about cases; sealed: every version, every step with its reason, and what was sent
letters = Table(
    "letters",
    metadata,
    Column("id", String, primary_key=True),
    Column("case", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("act", String),
    Column("state", String, nullable=False, index=True),
    Column("begun_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
# sealed: what officers note about a conversation, for each other
talk_notes = Table(
    "talk_notes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("conversation", String, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# sealed: title and text of an answer that officers may begin with
kept_answers = Table(
    "kept_answers",
    metadata,
    Column("id", String, primary_key=True),
    Column("for_children", Boolean, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("kept_by", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

# notices to officers: ids and addresses of the console, so nothing to seal
outbox = Table(
    "outbox",
    metadata,
    Column("id", String, primary_key=True),
    Column("officer", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("page", String, nullable=False),
    Column("put_at", Moment, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("sent_at", Moment),
    Index("ix_outbox_sent_at_next_at", "sent_at", "next_at"),
)

# which notices an officer wants, where they chose
notice_choices = Table(
    "notice_choices",
    metadata,
    Column("officer", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("wanted", Boolean, nullable=False),
)
