"""Add the review queue."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0008"
down_revision = "2026_11_22_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "review_case",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fold", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("severity", sa.String(length=32), nullable=True),
        sa.Column("lane", sa.String(length=32), nullable=False),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("origin_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("acted_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("owners_only", sa.Boolean(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked", sa.String(length=32), nullable=True),
        sa.Column("asked_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(length=1000), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["origin_id"], ["review_case.id"], name=op.f("fk_review_case_origin_id_review_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_case")),
        sa.UniqueConstraint("key", name=op.f("uq_review_case_key")),
    )
    with op.batch_alter_table("review_case", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_review_case_chat_id_message_id"), ["chat_id", "message_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_review_case_kind_fold"), ["kind", "fold"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_review_case_member_id_opened_at"),
            ["member_id", "opened_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_review_case_opened_at"), ["opened_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_review_case_state_due_at"), ["state", "due_at"], unique=False
        )

    op.create_table(
        "case_item",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["review_case.id"], name=op.f("fk_case_item_case_id_review_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_item")),
        sa.UniqueConstraint("key", name=op.f("uq_case_item_key")),
    )
    with op.batch_alter_table("case_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_case_item_chat_id_message_id"), ["chat_id", "message_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_case_item_member_id_at"), ["member_id", "at"], unique=False
        )

    op.create_table(
        "case_report",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reporter_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["review_case.id"], name=op.f("fk_case_report_case_id_review_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_report")),
    )
    with op.batch_alter_table("case_report", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_case_report_case_id_reporter_id"),
            ["case_id", "reporter_id"],
            unique=True,
        )
        batch_op.create_index(
            batch_op.f("ix_case_report_reporter_id_at"), ["reporter_id", "at"], unique=False
        )

    op.create_table(
        "case_step",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["review_case.id"], name=op.f("fk_case_step_case_id_review_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_step")),
    )
    with op.batch_alter_table("case_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_step_case_id"), ["case_id"], unique=False)

    op.create_table(
        "labelled_case",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("violation", sa.Boolean(), nullable=False),
        sa.Column("contradicts", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["review_case.id"], name=op.f("fk_labelled_case_case_id_review_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labelled_case")),
        sa.UniqueConstraint("case_id", name=op.f("uq_labelled_case_case_id")),
    )
    with op.batch_alter_table("labelled_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_labelled_case_at"), ["at"], unique=False)


def downgrade() -> None:
    for table in ("labelled_case", "case_step", "case_report", "case_item", "review_case"):
        op.drop_table(table)
