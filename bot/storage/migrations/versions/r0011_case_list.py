"""What lists go by without opening a case, and the blind index by which a case is found.

What older cases have of both is filled in by bot/storage/listing.py, because a migration has no keys.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("team", sa.String(), nullable=True))
    op.add_column("cases", sa.Column("paused_until", sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("listing", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "case_marks",
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("case", "mark", name="pk_case_marks"),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name="fk_case_marks_case_cases"),
    )
    op.create_index("ix_case_marks_mark", "case_marks", ["mark"])


def downgrade() -> None:
    op.drop_table("case_marks")
    for column in ("listing", "paused_until", "team"):
        op.drop_column("cases", column)
