"""Second factors, to whom a case is given, conflicts of interest, and exports."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "totp_steps",
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("officer", "step", name="pk_totp_steps"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_recovery_codes"),
    )
    op.create_index("ix_recovery_codes_officer", "recovery_codes", ["officer"])
    op.create_table(
        "allocations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_allocations"),
    )
    op.create_index("ix_allocations_case", "allocations", ["case"])
    op.create_index("ix_allocations_officer", "allocations", ["officer"])
    op.create_table(
        "interests",
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("declared_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("case", "officer", name="pk_interests"),
    )
    op.create_index("ix_interests_officer", "interests", ["officer"])
    op.create_table(
        "exports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exports"),
    )


def downgrade() -> None:
    for table in ("exports", "interests", "allocations", "recovery_codes", "totp_steps"):
        op.drop_table(table)  # their indexes go with them
