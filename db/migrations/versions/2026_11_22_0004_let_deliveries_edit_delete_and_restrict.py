"""Let deliveries edit, delete and restrict."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0004"
down_revision = "2026_11_22_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("act", sa.String(length=32), nullable=False, server_default="send")
        )
        batch_op.add_column(sa.Column("person_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("otherwise", sa.String(length=160), nullable=True))
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.alter_column("act", server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM delivery WHERE act <> 'send' OR state = 'reserved'")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("otherwise")
        batch_op.drop_column("until")
        batch_op.drop_column("person_id")
        batch_op.drop_column("act")
