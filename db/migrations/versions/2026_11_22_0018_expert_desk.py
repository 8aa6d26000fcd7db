"""Let deliveries answer a message."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0018"
down_revision = "2026_11_22_0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("delivery") as table:
        table.add_column(sa.Column("reply_to", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("delivery") as table:
        table.drop_column("reply_to")
