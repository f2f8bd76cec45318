"""What a manager writes for a report, and the figures that were issued."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report_texts",
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("box", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("council", "period", "box", name="pk_report_texts"),
    )
    op.create_table(
        "report_issues",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_report_issues"),
    )
    op.create_index("ix_report_issues_period", "report_issues", ["period"])


def downgrade() -> None:
    op.drop_table("report_issues")
    op.drop_table("report_texts")
