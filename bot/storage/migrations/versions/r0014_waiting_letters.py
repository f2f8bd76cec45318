"""The letters that wait for somebody are found without reading every letter that was ever sent."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_letters_state", "letters", ["state"])


def downgrade() -> None:
    op.drop_index("ix_letters_state", "letters")
