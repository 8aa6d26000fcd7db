"""Add the quiz ladder, quizzes in groups and operators' edits of items."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0016"
down_revision = "2026_11_22_0015"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN_ROUND = sa.text("state = 'open'")
UNJUDGED = sa.text("picked is null")


def upgrade() -> None:
    _create_ladder()
    _create_group_quiz()
    op.create_table(
        "quiz_edit",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("item_id", sa.String(length=48), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_edit")),
        sa.UniqueConstraint("item_id", "seq", name=op.f("uq_quiz_edit_item_id_seq")),
    )


def _create_ladder() -> None:
    op.create_table(
        "quiz_pass",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.BigInteger(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_quiz_pass_member_id_member")
        ),
        sa.PrimaryKeyConstraint("member_id", "level", name=op.f("pk_quiz_pass")),
    )
    op.create_table(
        "quiz_round",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_quiz_round_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_round")),
        sa.UniqueConstraint(
            "member_id",
            "day",
            "kind",
            "attempt",
            name=op.f("uq_quiz_round_member_id_day_kind_attempt"),
        ),
    )
    op.create_index(
        "ix_quiz_round_open",
        "quiz_round",
        ["member_id"],
        unique=True,
        sqlite_where=OPEN_ROUND,
        postgresql_where=OPEN_ROUND,
    )
    op.create_table(
        "quiz_standing",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("start_level", sa.Integer(), nullable=True),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_quiz_standing_member_id_member")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_quiz_standing")),
    )
    op.create_table(
        "quiz_answer",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("round_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.String(length=48), nullable=False),
        sa.Column("item_version", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("shuffle", sa.String(length=8), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=True),
        sa.Column("correct", sa.Boolean(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_quiz_answer_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["quiz_round.id"], name=op.f("fk_quiz_answer_round_id_quiz_round")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_answer")),
        sa.UniqueConstraint("round_id", "place", name=op.f("uq_quiz_answer_round_id_place")),
    )
    op.create_index("ix_quiz_answer_item_id", "quiz_answer", ["item_id"], unique=False)
    op.create_index(
        "ix_quiz_answer_member_id_item_id", "quiz_answer", ["member_id", "item_id"], unique=False
    )


def _create_group_quiz() -> None:
    op.create_table(
        "quiz_goal",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.Column("reached_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_quiz_goal_group_id_group")
        ),
        sa.PrimaryKeyConstraint("group_id", "week", name=op.f("pk_quiz_goal")),
    )
    op.create_table(
        "quiz_poll",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(length=48), nullable=False),
        sa.Column("item_version", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("shuffle", sa.String(length=8), nullable=False),
        sa.Column("correct", sa.Integer(), nullable=False),
        sa.Column("send_key", sa.String(length=160), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_quiz_poll_group_id_group")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_poll")),
        sa.UniqueConstraint(
            "group_id", "day", "place", name=op.f("uq_quiz_poll_group_id_day_place")
        ),
        sa.UniqueConstraint("send_key", name=op.f("uq_quiz_poll_send_key")),
    )
    op.create_index(op.f("ix_quiz_poll_day"), "quiz_poll", ["day"], unique=False)
    op.create_table(
        "quiz_vote",
        sa.Column("poll_id", sa.String(length=64), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quiz_poll_id", sa.BigInteger(), nullable=True),
        sa.Column("picked", sa.Integer(), nullable=True),
        sa.Column("correct", sa.Boolean(), nullable=True),
        sa.Column("goal_paid", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_quiz_vote_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["quiz_poll_id"], ["quiz_poll.id"], name=op.f("fk_quiz_vote_quiz_poll_id_quiz_poll")
        ),
        sa.PrimaryKeyConstraint("poll_id", "member_id", name=op.f("pk_quiz_vote")),
    )
    op.create_index("ix_quiz_vote_member_id", "quiz_vote", ["member_id"], unique=False)
    op.create_index("ix_quiz_vote_quiz_poll_id", "quiz_vote", ["quiz_poll_id"], unique=False)
    op.create_index(
        "ix_quiz_vote_unjudged",
        "quiz_vote",
        ["poll_id"],
        unique=False,
        sqlite_where=UNJUDGED,
        postgresql_where=UNJUDGED,
    )


def downgrade() -> None:
    for table in ("vote", "answer", "standing", "round", "poll", "pass", "goal", "edit"):
        op.drop_table(f"quiz_{table}")
