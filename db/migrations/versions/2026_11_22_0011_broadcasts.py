"""Add broadcasts, what members say about unasked messages, and who has a private chat."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0011"
down_revision = "2026_11_22_0010"
branch_labels = None
depends_on = None

PRIVATE = sa.text("chat_id > 0")


def _instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "broadcast",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        _instant("created_at"),
        _instant("submitted_at", nullable=True),
        sa.Column("approved_by", sa.BigInteger(), nullable=True),
        _instant("approved_at", nullable=True),
        sa.Column("seen", sa.JSON(), nullable=False),
        _instant("started_at", nullable=True),
        _instant("ended_at", nullable=True),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("filled", sa.Boolean(), nullable=False),
        sa.Column("card_chat_id", sa.BigInteger(), nullable=True),
        sa.Column("card_message_id", sa.BigInteger(), nullable=True),
        sa.Column("progress", sa.String(length=160), nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast"),
        sa.UniqueConstraint("key", name="uq_broadcast_key"),
    )
    op.create_index("ix_broadcast_state", "broadcast", ["state"])
    op.create_table(
        "broadcast_recipient",
        sa.Column("send_key", sa.String(length=160), nullable=False),
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("variant", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcast.id"], name="fk_broadcast_recipient_broadcast_id_broadcast"
        ),
        sa.PrimaryKeyConstraint("send_key", name="pk_broadcast_recipient"),
    )
    op.create_index("ix_broadcast_recipient_broadcast_id", "broadcast_recipient", ["broadcast_id"])
    op.create_table(
        "lane_choice",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lane", sa.String(length=32), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        _instant("since"),
        sa.PrimaryKeyConstraint("member_id", "lane", name="pk_lane_choice"),
    )
    op.create_index(
        "ix_delivery_private",
        "delivery",
        ["chat_id", "not_before"],
        sqlite_where=PRIVATE,
        postgresql_where=PRIVATE,
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(_instant("private_since", nullable=True))
    # Whoever got something in private has a private chat; of the others nothing is known yet.
    op.execute(
        "UPDATE member SET private_since = (SELECT min(d.settled_at) FROM delivery AS d"
        " WHERE d.chat_id = member.id AND d.state = 'sent')"
    )


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_column("private_since")
    op.drop_index("ix_delivery_private", table_name="delivery")
    op.drop_table("lane_choice")
    op.drop_index("ix_broadcast_recipient_broadcast_id", table_name="broadcast_recipient")
    op.drop_table("broadcast_recipient")
    op.drop_index("ix_broadcast_state", table_name="broadcast")
    op.drop_table("broadcast")
