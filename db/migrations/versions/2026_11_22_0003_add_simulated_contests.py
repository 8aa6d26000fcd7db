"""Add simulated contests."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0003"
down_revision = "2026_11_22_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contest",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("rules_hash", sa.String(length=64), nullable=True),
        sa.Column("created_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("market_day", sa.Date(), nullable=True),
        sa.Column("market_closed", sa.Boolean(), nullable=False),
        sa.Column("market_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest")),
    )
    op.create_table(
        "daily_close",
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("close", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("symbol", "day", name=op.f("pk_daily_close")),
    )
    op.create_table(
        "listed_instrument",
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("lot", sa.Integer(), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("symbol", name=op.f("pk_listed_instrument")),
    )
    op.create_table(
        "prompt",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_prompt")),
    )
    op.create_table(
        "share_event",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("ex_day", sa.Date(), nullable=False),
        sa.Column("cash", sa.BigInteger(), nullable=False),
        sa.Column("ratio", sa.BigInteger(), nullable=False),
        sa.Column("pay_day", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("entered_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_event")),
    )
    with op.batch_alter_table("share_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_share_event_symbol_ex_day_source"),
            ["symbol", "ex_day", "source"],
            unique=True,
        )

    op.create_table(
        "suitability_answer",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_suitability_answer")),
    )
    op.create_table(
        "watch",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "symbol", name=op.f("pk_watch")),
    )
    op.create_table(
        "contest_day",
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_day_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("contest_id", "day", name=op.f("pk_contest_day")),
    )
    op.create_table(
        "contest_decision",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=512), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("requested_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_decision_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_decision")),
        sa.UniqueConstraint("key", name=op.f("uq_contest_decision_key")),
    )
    op.create_table(
        "contest_entry",
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account", sa.JSON(), nullable=False),
        sa.Column("applied", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Boolean(), nullable=False),
        sa.Column("disqualified", sa.Boolean(), nullable=False),
        sa.Column("quotes_allowed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_entry_contest_id_contest")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_contest_entry_member_id_member")
        ),
        sa.PrimaryKeyConstraint("contest_id", "member_id", name=op.f("pk_contest_entry")),
    )
    with op.batch_alter_table("contest_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contest_entry_member_id_contest_id"),
            ["member_id", "contest_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_contest_entry_contest_id_applied"),
            ["contest_id", "applied"],
            unique=False,
        )

    op.create_table(
        "contest_note",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_note_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_note")),
        sa.UniqueConstraint("key", name=op.f("uq_contest_note_key")),
    )
    with op.batch_alter_table("contest_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contest_note_contest_id_member_id_day"),
            ["contest_id", "member_id", "day"],
            unique=False,
        )

    op.create_table(
        "contest_order",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("limit", sa.BigInteger(), nullable=True),
        sa.Column("filled", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_order_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_order")),
        sa.UniqueConstraint("key", name=op.f("uq_contest_order_key")),
    )
    with op.batch_alter_table("contest_order", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contest_order_contest_id_member_id_id"),
            ["contest_id", "member_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_contest_order_contest_id_state_symbol"),
            ["contest_id", "state", "symbol"],
            unique=False,
        )

    op.create_table(
        "contest_record",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("is_event", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_record_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_record")),
    )
    with op.batch_alter_table("contest_record", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contest_record_contest_id_day_id"),
            ["contest_id", "day", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_contest_record_contest_id_member_id_id"),
            ["contest_id", "member_id", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_contest_record_contest_id_seq"), ["contest_id", "seq"], unique=True
        )

    op.create_table(
        "contest_snapshot",
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("cash", sa.BigInteger(), nullable=False),
        sa.Column("receivables", sa.BigInteger(), nullable=False),
        sa.Column("positions", sa.BigInteger(), nullable=False),
        sa.Column("equity", sa.BigInteger(), nullable=False),
        sa.Column("concentration", sa.BigInteger(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("score", sa.BigInteger(), nullable=True),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_snapshot_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("contest_id", "member_id", "day", name=op.f("pk_contest_snapshot")),
    )
    with op.batch_alter_table("contest_snapshot", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contest_snapshot_contest_id_day_rank"),
            ["contest_id", "day", "rank"],
            unique=False,
        )

    op.create_table(
        "contest_fill",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("order_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("fill", sa.String(length=32), nullable=False),
        sa.Column("symbol", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("fees", sa.JSON(), nullable=False),
        sa.Column("cash", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("quote", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_fill_contest_id_contest")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["contest_order.id"], name=op.f("fk_contest_fill_order_id_contest_order")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_fill")),
    )
    with op.batch_alter_table("contest_fill", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contest_fill_contest_id_fill"), ["contest_id", "fill"], unique=True
        )
        batch_op.create_index(
            batch_op.f("ix_contest_fill_contest_id_member_id_id"),
            ["contest_id", "member_id", "id"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_contest_fill_order_id"), ["order_id"], unique=False)

    op.create_table(
        "contest_dispute",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("contest_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("fill_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=1000), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_dispute_contest_id_contest")
        ),
        sa.ForeignKeyConstraint(
            ["fill_id"], ["contest_fill.id"], name=op.f("fk_contest_dispute_fill_id_contest_fill")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_dispute")),
        sa.UniqueConstraint("fill_id", name=op.f("uq_contest_dispute_fill_id")),
    )


def downgrade() -> None:
    op.drop_table("contest_dispute")
    with op.batch_alter_table("contest_fill", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contest_fill_order_id"))
        batch_op.drop_index(batch_op.f("ix_contest_fill_contest_id_member_id_id"))
        batch_op.drop_index(batch_op.f("ix_contest_fill_contest_id_fill"))

    op.drop_table("contest_fill")
    with op.batch_alter_table("contest_snapshot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contest_snapshot_contest_id_day_rank"))

    op.drop_table("contest_snapshot")
    with op.batch_alter_table("contest_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contest_record_contest_id_seq"))
        batch_op.drop_index(batch_op.f("ix_contest_record_contest_id_member_id_id"))
        batch_op.drop_index(batch_op.f("ix_contest_record_contest_id_day_id"))

    op.drop_table("contest_record")
    with op.batch_alter_table("contest_order", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contest_order_contest_id_state_symbol"))
        batch_op.drop_index(batch_op.f("ix_contest_order_contest_id_member_id_id"))

    op.drop_table("contest_order")
    with op.batch_alter_table("contest_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contest_note_contest_id_member_id_day"))

    op.drop_table("contest_note")
    with op.batch_alter_table("contest_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contest_entry_contest_id_applied"))
        batch_op.drop_index(batch_op.f("ix_contest_entry_member_id_contest_id"))

    op.drop_table("contest_entry")
    op.drop_table("contest_decision")
    op.drop_table("contest_day")
    op.drop_table("watch")
    op.drop_table("suitability_answer")
    with op.batch_alter_table("share_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_share_event_symbol_ex_day_source"))

    op.drop_table("share_event")
    op.drop_table("prompt")
    op.drop_table("listed_instrument")
    op.drop_table("daily_close")
    op.drop_table("contest")
