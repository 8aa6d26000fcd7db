"""Keep every version of an edition, what was decided about it, and what operators add."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0005"
down_revision = "2026_11_22_0004"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _widen_editions()
    op.create_table(
        "edition_version",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("edition_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("markup", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["brief_edition.id"],
            name=op.f("fk_edition_version_edition_id_brief_edition"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_version")),
        sa.UniqueConstraint(
            "edition_id", "number", name=op.f("uq_edition_version_edition_id_number")
        ),
    )
    _create_desk()


def _widen_editions() -> None:
    with op.batch_alter_table("brief_edition", schema=None) as batch_op:
        for count in ("version", "revision"):
            batch_op.add_column(sa.Column(count, sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("author_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("decision", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("decided_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("brief_edition", schema=None) as batch_op:
        for count in ("version", "revision"):
            batch_op.alter_column(count, server_default=None)


def _create_desk() -> None:
    op.create_table(
        "desk_note",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=32), nullable=False),
        sa.Column("tier", sa.String(length=32), nullable=True),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_note")),
    )
    op.create_index(op.f("ix_desk_note_day_slot"), "desk_note", ["day", "slot"])
    op.create_table(
        "desk_event",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_event")),
    )
    op.create_index(op.f("ix_desk_event_day"), "desk_event", ["day"])
    op.create_table(
        "desk_preview",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("edition_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["brief_edition.id"],
            name=op.f("fk_desk_preview_edition_id_brief_edition"),
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_desk_preview")),
    )


def downgrade() -> None:
    for table in ("desk_preview", "desk_event", "desk_note", "edition_version"):
        op.drop_table(table)
    with op.batch_alter_table("brief_edition", schema=None) as batch_op:
        for column in (
            "decided_at",
            "decided_by",
            "decision",
            "author_id",
            "revision",
            "version",
        ):
            batch_op.drop_column(column)
