"""Totals of past years."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0008"  # both were made at the same time, and this one was joined last
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "past_totals",
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("counted", sa.String(), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("pence", sa.Integer()),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("council", "year", "counted", name="pk_past_totals"),
    )


def downgrade() -> None:
    op.drop_table("past_totals")
