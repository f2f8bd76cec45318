"""The first cabinet: cases with their people, points and history; officers' work; both doors."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "points", "people", "history", "cases", "alerts", "tasks", "handoffs", "chats", "tokens", "tries", "officers",
    "sessions", "codes",
)  # fmt: skip


def upgrade() -> None:
    _cases()
    _parts_of_cases()
    _alerts()
    _tasks_and_handoffs()
    _public_door()
    _officers_door()


def downgrade() -> None:
    for table in TABLES:  # their indexes go with them
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("submission_key", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=True),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("profile_version", sa.String(), nullable=False),
        _moment("received_at"),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("pathway", sa.String(), nullable=False),
        sa.Column("signposted_to", sa.String(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("risk", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("advocate_offered", sa.Boolean(), nullable=False),
        sa.Column("advocate_wanted", sa.String(), nullable=True),
        sa.Column("advocate_status", sa.String(), nullable=False),
        sa.Column("clock_name", sa.String(), nullable=True),
        sa.Column("clock_started", sa.Date(), nullable=True),
        sa.Column("clock_due", sa.Date(), nullable=True),
        sa.Column("clock_extended_due", sa.Date(), nullable=True),
        sa.Column("clock_source", sa.String(), nullable=True),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("reference", name="pk_cases"),
        sa.UniqueConstraint("submission_key", name="uq_cases_submission_key"),
    )
    op.create_index("ix_cases_clock_due", "cases", ["clock_due"])
    op.create_index("ix_cases_conversation", "cases", ["conversation"])


def _parts_of_cases() -> None:
    op.create_table(
        "people",
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name="fk_people_case_cases"),
        sa.PrimaryKeyConstraint("case", name="pk_people"),
    )
    op.create_table(
        "points",
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("matter", sa.JSON(), nullable=False),
        sa.Column("nature", sa.JSON(), nullable=False),
        sa.Column("pathway", sa.String(), nullable=False),
        sa.Column("signposted_to", sa.String(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name="fk_points_case_cases"),
        sa.PrimaryKeyConstraint("case", "number", name="pk_points"),
    )
    op.create_table(
        "history",
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _moment("at"),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name="fk_history_case_cases"),
        sa.PrimaryKeyConstraint("case", "number", name="pk_history"),
    )


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("risk", sa.String(), nullable=False),
        _moment("raised_at"),
        sa.Column("told", sa.String(), nullable=False),
        _moment("mailed_at", nullable=True),
        _moment("escalated_at", nullable=True),
        _moment("acknowledged_at", nullable=True),
        sa.Column("acknowledged_by", sa.String(), nullable=True),
        _moment("closed_at", nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        _moment("released_at", nullable=True),
        sa.Column("released_by", sa.String(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
    )
    op.create_index("ix_alerts_conversation", "alerts", ["conversation"])
    op.create_index("ix_alerts_closed_at", "alerts", ["closed_at"])


def _tasks_and_handoffs() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        _moment("opened_at"),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("case", sa.String(), nullable=True),
        sa.Column("conversation", sa.String(), nullable=True),
        _moment("done_at", nullable=True),
        sa.Column("done_by", sa.String(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
    )
    op.create_index("ix_tasks_case", "tasks", ["case"])
    op.create_index("ix_tasks_done_at", "tasks", ["done_at"])
    op.create_table(
        "handoffs",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        _moment("asked_at"),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=True),
        _moment("claimed_at", nullable=True),
        _moment("closed_at", nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_handoffs"),
    )
    still_open = sa.text("closed_at IS NULL")
    op.create_index(
        "uq_handoffs_open",
        "handoffs",
        ["conversation"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def _public_door() -> None:
    op.create_table(
        "chats",
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("token_mark", sa.String(), nullable=False),
        _moment("started_at"),
        _moment("seen_at"),
        _moment("left_at", nullable=True),
        sa.PrimaryKeyConstraint("conversation", name="pk_chats"),
        sa.UniqueConstraint("token_mark", name="uq_chats_token_mark"),
    )
    op.create_table(
        "tokens",
        sa.Column("token_mark", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=True),
        _moment("put_at"),
        sa.PrimaryKeyConstraint("token_mark", name="pk_tokens"),
    )
    op.create_index("ix_tokens_put_at", "tokens", ["put_at"])
    op.create_table(
        "tries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("number", name="pk_tries"),
    )
    op.create_index("ix_tries_key_at", "tries", ["key", "at"])


def _officers_door() -> None:
    op.create_table(
        "officers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("email_mark", sa.String(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        _moment("disabled_at", nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_officers"),
        sa.UniqueConstraint("email_mark", name="uq_officers_email_mark"),
    )
    op.create_table(
        "sessions",
        sa.Column("token_mark", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        _moment("started_at"),
        _moment("seen_at"),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("token_mark", name="pk_sessions"),
    )
    op.create_index("ix_sessions_officer", "sessions", ["officer"])
    op.create_table(
        "codes",
        sa.Column("code_mark", sa.String(), nullable=False),
        _moment("put_at"),
        sa.PrimaryKeyConstraint("code_mark", name="pk_codes"),
    )
