"""Add corrections of sent editions, their reach, and what the archive keeps of an errand."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0012"
down_revision = "2026_11_22_0011"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BRIEFED = sa.text("lane = 'brief'")


def upgrade() -> None:
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.JSON(), nullable=True))
    op.create_index(
        "ix_delivery_brief_message",
        "delivery",
        ["chat_id", "message_id"],
        unique=False,
        sqlite_where=BRIEFED,
        postgresql_where=BRIEFED,
    )
    _create_corrections()
    op.create_table(
        "edition_reach",
        sa.Column("edition_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["brief_edition.id"],
            name=op.f("fk_edition_reach_edition_id_brief_edition"),
        ),
        sa.PrimaryKeyConstraint(
            "edition_id", "chat_id", "kind", "person_id", "what", name=op.f("pk_edition_reach")
        ),
    )


def _create_corrections() -> None:
    op.create_table(
        "correction",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("edition_id", sa.BigInteger(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("prompt_chat_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("prompt_message_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["brief_edition.id"],
            name=op.f("fk_correction_edition_id_brief_edition"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("key", name=op.f("uq_correction_key")),
    )
    op.create_index(
        op.f("ix_correction_prompt_chat_id_prompt_message_id"),
        "correction",
        ["prompt_chat_id", "prompt_message_id"],
    )
    op.create_index(op.f("ix_correction_state"), "correction", ["state"])


def downgrade() -> None:
    op.drop_table("edition_reach")
    op.drop_table("correction")
    op.drop_index("ix_delivery_brief_message", table_name="delivery")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("about")
