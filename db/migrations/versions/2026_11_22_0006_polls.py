"""Add polls to the outbox, the turnover of indexes, and who wants a watch-list brief."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0006"
down_revision = "2026_11_22_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("poll", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("poll_id", sa.String(length=64), nullable=True))
    op.create_index(
        "ix_delivery_poll_id",
        "delivery",
        ["poll_id"],
        unique=False,
        sqlite_where=sa.text("poll_id is not null"),
        postgresql_where=sa.text("poll_id is not null"),
    )
    op.create_table(
        "index_turnover",
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("symbol", "day", name=op.f("pk_index_turnover")),
    )
    op.create_table(
        "watch_brief",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_watch_brief_member_id_member")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_watch_brief")),
    )


def downgrade() -> None:
    op.drop_table("watch_brief")
    op.drop_table("index_turnover")
    op.drop_index("ix_delivery_poll_id", table_name="delivery")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("poll_id")
        batch_op.drop_column("poll")
