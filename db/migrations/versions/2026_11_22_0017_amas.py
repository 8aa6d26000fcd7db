"""Add AMAs: weekly series, sessions, the questions to the expert and the votes."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0017"
down_revision = "2026_11_22_0016"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "ama_series",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("title", sa.String(length=128), nullable=False),
        sa.Column("expert_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tiers", sa.JSON(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("stopped_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("stopped_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ama_series")),
    )
    _create_sessions()
    _create_questions()
    op.create_table(
        "ama_vote",
        sa.Column("session_id", SERIAL, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question_id", SERIAL, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["ama_session.id"], name=op.f("fk_ama_vote_session_id_ama_session")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_ama_vote_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["ama_question.id"], name=op.f("fk_ama_vote_question_id_ama_question")
        ),
        sa.PrimaryKeyConstraint("session_id", "member_id", name=op.f("pk_ama_vote")),
    )
    with op.batch_alter_table("ama_vote", schema=None) as batch_op:
        batch_op.create_index("ix_ama_vote_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_ama_vote_question_id", ["question_id"], unique=False)


def _create_sessions() -> None:
    op.create_table(
        "ama_session",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("series_id", SERIAL, nullable=True),
        sa.Column("title", sa.String(length=128), nullable=False),
        sa.Column("expert_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tiers", sa.JSON(), nullable=False),
        sa.Column("weekly", sa.Boolean(), nullable=False),
        sa.Column("any_day", sa.Boolean(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("announced_at", INSTANT, nullable=True),
        sa.Column("opened_at", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("digested_at", INSTANT, nullable=True),
        sa.Column("ended_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.ForeignKeyConstraint(
            ["series_id"], ["ama_series.id"], name=op.f("fk_ama_session_series_id_ama_series")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ama_session")),
        sa.UniqueConstraint("key", name=op.f("uq_ama_session_key")),
    )
    with op.batch_alter_table("ama_session", schema=None) as batch_op:
        batch_op.create_index(
            "ix_ama_session_state_starts_at", ["state", "starts_at"], unique=False
        )


def _create_questions() -> None:
    op.create_table(
        "ama_question",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("session_id", SERIAL, nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("asker_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.Column("staged", sa.Integer(), nullable=False),
        sa.Column("on_stage", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("knowledge_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["ama_session.id"], name=op.f("fk_ama_question_session_id_ama_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ama_question")),
        sa.UniqueConstraint("key", name=op.f("uq_ama_question_key")),
    )
    with op.batch_alter_table("ama_question", schema=None) as batch_op:
        batch_op.create_index(
            "ix_ama_question_session_id_state", ["session_id", "state"], unique=False
        )
        batch_op.create_index("uq_ama_question_folded", ["session_id", "folded"], unique=True)
        batch_op.create_index("ix_ama_question_asker_id", ["asker_id"], unique=False)


def downgrade() -> None:
    for table in ("ama_vote", "ama_question", "ama_session", "ama_series"):
        op.drop_table(table)
