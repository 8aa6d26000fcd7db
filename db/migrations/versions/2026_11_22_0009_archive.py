"""Let the archive erase, keep score of its gaps, and hold; let members ask for their data.

Records sealed so far keep their hashes: they are of scheme 1, which covers the content itself.
Whatever is not sealed yet will be of scheme 2. Taking this back unseals what is of scheme 2,
for the code before to seal it anew in its own way: the head changes, so note it first.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0009"
down_revision = "2026_11_22_0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CLASSES = """
UPDATE archive_record SET record_class = CASE
    WHEN kind IN ('sent', 'sent-edit', 'deleted-by-bot') THEN 'publication'
    WHEN chat_id IN (SELECT chat_id FROM "group" WHERE binding = 'ops') THEN 'operations'
    ELSE 'talk' END
"""


def upgrade() -> None:
    with op.batch_alter_table("archive_record", schema=None) as batch_op:
        batch_op.add_column(sa.Column("record_class", sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("scheme", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("salt", sa.String(64), nullable=True))
        batch_op.add_column(sa.Column("content_hash", sa.String(64), nullable=True))
        batch_op.add_column(sa.Column("erased_at", INSTANT, nullable=True))
        batch_op.create_index(batch_op.f("ix_archive_record_author_id_id"), ["author_id", "id"])
    op.execute(CLASSES)
    op.execute("UPDATE archive_record SET scheme = 1 WHERE hash IS NOT NULL")
    with op.batch_alter_table("archive_record", schema=None) as batch_op:
        batch_op.alter_column("record_class", existing_type=sa.String(32), nullable=False)
    kept = sa.text("erased_at is null")
    op.create_index(
        "ix_archive_record_kept",
        "archive_record",
        ["record_class", "at"],
        sqlite_where=kept,
        postgresql_where=kept,
    )
    _create_archive_tables()
    _create_hold()
    _create_privacy_tables()


def _create_archive_tables() -> None:
    op.create_table(
        "archive_poll",
        sa.Column("poll_id", sa.String(64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_archive_poll")),
    )
    op.create_table(
        "archive_move",
        sa.Column("old_chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("old_chat_id", name=op.f("pk_archive_move")),
    )
    op.create_index(op.f("ix_archive_move_group_id"), "archive_move", ["group_id"])
    op.create_table(
        "archive_gap",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(96), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=True),
        sa.Column("cause", sa.String(32), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("until", INSTANT, nullable=True),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_gap")),
        sa.UniqueConstraint("key", name=op.f("uq_archive_gap_key")),
    )
    op.create_index(op.f("ix_archive_gap_group_id"), "archive_gap", ["group_id"])
    op.create_table(
        "archive_check",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("part", sa.String(32), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("first_position", sa.Integer(), nullable=False),
        sa.Column("last_position", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("problem_position", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_check")),
    )


def _create_hold() -> None:
    op.create_table(
        "legal_hold",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=True),
        sa.Column("member_id", sa.BigInteger(), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(512), nullable=False),
        sa.Column("key", sa.String(128), nullable=False),
        sa.Column("placed_by", sa.BigInteger(), nullable=False),
        sa.Column("placed_at", INSTANT, nullable=False),
        sa.Column("release_asked_by", sa.BigInteger(), nullable=True),
        sa.Column("release_asked_at", INSTANT, nullable=True),
        sa.Column("released_by", sa.BigInteger(), nullable=True),
        sa.Column("released_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
        sa.UniqueConstraint("key", name=op.f("uq_legal_hold_key")),
    )


def _create_privacy_tables() -> None:
    op.create_table(
        "data_request",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_data_request")),
    )
    op.create_table(
        "forget_request",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("pseudonym_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forget_request")),
        sa.UniqueConstraint("pseudonym_id", name=op.f("uq_forget_request_pseudonym_id")),
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        "uq_forget_request_waiting",
        "forget_request",
        ["member_id"],
        unique=True,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


UNSEAL = """
UPDATE archive_record SET position = NULL, previous_hash = NULL, hash = NULL WHERE scheme = 2
"""


def downgrade() -> None:
    op.execute(UNSEAL)
    op.execute(
        "DELETE FROM archive_record WHERE kind IN ('operator-action', 'poll-closed', 'erasure')"
    )
    op.drop_table("forget_request")
    op.drop_table("data_request")
    op.drop_table("legal_hold")
    for table in ("archive_check", "archive_gap", "archive_move", "archive_poll"):
        op.drop_table(table)
    op.drop_index("ix_archive_record_kept", "archive_record")
    with op.batch_alter_table("archive_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_archive_record_author_id_id"))
        for column in ("erased_at", "content_hash", "salt", "scheme", "record_class"):
            batch_op.drop_column(column)
