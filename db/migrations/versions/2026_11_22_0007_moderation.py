"""Add moderation: policies, standings, decisions, notes that delete themselves, second opinions."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0007"
down_revision = "2026_11_22_0006"
branch_labels = None
depends_on = None

LONG_KNOWN = 1000
"""Whoever was a member before moderation began is no newcomer."""

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "moderation_policy",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("changed_by", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", AT, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_moderation_policy_group_id_group")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_policy")),
        sa.UniqueConstraint(
            "group_id", "version", name=op.f("uq_moderation_policy_group_id_version")
        ),
    )
    op.create_table(
        "moderation_standing",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("joined_at", AT, nullable=True),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("held", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_moderation_standing_group_id_group")
        ),
        sa.PrimaryKeyConstraint("group_id", "member_id", name=op.f("pk_moderation_standing")),
    )
    _decisions()
    _notes_and_second_opinions()
    op.execute(
        "INSERT INTO moderation_standing (group_id, member_id, messages) "  # noqa: S608
        f"SELECT group_id, member_id, {LONG_KNOWN} FROM membership"
    )


def _decisions() -> None:
    op.create_table(
        "moderation_decision",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("measure", sa.String(length=32), nullable=False),
        sa.Column("acted", sa.Boolean(), nullable=False),
        sa.Column("until", AT, nullable=True),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("excerpt", sa.String(length=512), nullable=False),
        sa.Column("newcomer", sa.Boolean(), nullable=False),
        sa.Column("pack", sa.String(length=64), nullable=False),
        sa.Column("ladder_version", sa.Integer(), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.Column("at", AT, nullable=False),
        sa.Column("undone_by", sa.BigInteger(), nullable=True),
        sa.Column("undone_at", AT, nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_moderation_decision_group_id_group")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_decision")),
        sa.UniqueConstraint("key", name=op.f("uq_moderation_decision_key")),
    )
    with op.batch_alter_table("moderation_decision", schema=None) as batch_op:
        for column in ("member_id", "group_id"):
            name = batch_op.f(f"ix_moderation_decision_{column}_at")
            batch_op.create_index(name, [column, "at"], unique=False)


def _notes_and_second_opinions() -> None:
    op.create_table(
        "moderation_note",
        sa.Column("send_key", sa.String(length=160), nullable=False),
        sa.Column("lifetime", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("send_key", name=op.f("pk_moderation_note")),
    )
    with op.batch_alter_table("moderation_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_moderation_note_settled"), ["settled"], unique=False)
    op.create_table(
        "pending_measure",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("chats", sa.JSON(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.Column("requested_by", sa.BigInteger(), nullable=False),
        sa.Column("requested_at", AT, nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", AT, nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_measure")),
        sa.UniqueConstraint("key", name=op.f("uq_pending_measure_key")),
    )


def downgrade() -> None:
    op.drop_table("pending_measure")
    with op.batch_alter_table("moderation_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_moderation_note_settled"))
    op.drop_table("moderation_note")
    with op.batch_alter_table("moderation_decision", schema=None) as batch_op:
        for column in ("group_id", "member_id"):
            batch_op.drop_index(batch_op.f(f"ix_moderation_decision_{column}_at"))
    op.drop_table("moderation_decision")
    op.drop_table("moderation_standing")
    op.drop_table("moderation_policy")
