"""Conversations on screens that others use too."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "screens",
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("word_hash", sa.String(), nullable=False),
        sa.Column("attended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("conversation", name="pk_screens"),
    )


def downgrade() -> None:
    op.drop_table("screens")
