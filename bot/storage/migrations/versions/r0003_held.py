"""Answers that a door took while Rasa was away."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "held",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_held"),
        sa.UniqueConstraint("message_id", name="uq_held_message_id"),
    )
    op.create_index("ix_held_conversation", "held", ["conversation"])


def downgrade() -> None:
    op.drop_table("held")
