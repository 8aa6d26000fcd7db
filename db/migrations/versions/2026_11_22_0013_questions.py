"""Add question cases, their trace, the entries that were offered, and the expert desk's tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0013"
down_revision = "2026_11_22_0012"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IS_OPEN = sa.text("state IN ('bot', 'waiting', 'human')")
TABLES = (
    "question_case",
    "question_event",
    "question_offer",
    "question_rating",
    "question_peer_answer",
    "expert_profile",
    "expert_licence",
    "question_clock_stop",
)


def upgrade() -> None:
    _create_question_case()
    _create_question_event()
    _create_question_offer()
    _create_question_rating()
    _create_question_peer_answer()
    _create_expert_profile()
    _create_expert_licence()
    _create_question_clock_stop()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _desk_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clock_stopped_seconds", sa.Integer(), nullable=False),
        sa.Column("asked_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("close_reason", sa.String(length=32), nullable=True),
        sa.Column("assignee_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("card_chat_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("card_message_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_half_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_end_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("missed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("compensated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("knowledge_entry_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def _create_question_case() -> None:
    op.create_table(
        "question_case",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("origin_chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("asker_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("topic_tag", sa.String(length=64), nullable=True),
        sa.Column("tier", sa.String(length=32), nullable=True),
        sa.Column("language", sa.String(length=32), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("is_advice", sa.Boolean(), nullable=False),
        sa.Column("is_sensitive", sa.Boolean(), nullable=False),
        sa.Column("bot_said", sa.String(length=32), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("entry_key", sa.String(length=128), nullable=True),
        *_desk_columns(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_case")),
        sa.UniqueConstraint("key", name=op.f("uq_question_case_key")),
    )
    op.create_index(
        op.f("ix_question_case_asker_id_opened_at"),
        "question_case",
        ["asker_id", "opened_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_question_case_assignee_id_state"),
        "question_case",
        ["assignee_id", "state"],
        unique=False,
    )
    op.create_index(
        op.f("ix_question_case_card_chat_id_card_message_id"),
        "question_case",
        ["card_chat_id", "card_message_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_question_case_state_due_at"), "question_case", ["state", "due_at"], unique=False
    )
    op.create_index(
        "uq_question_case_open",
        "question_case",
        ["chat_id", "thread_id", "asker_id"],
        unique=True,
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )


def _create_question_event() -> None:
    op.create_table(
        "question_event",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("case_id", SERIAL, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=True),
        sa.Column("actor_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["question_case.id"], name=op.f("fk_question_event_case_id_question_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_event")),
        sa.UniqueConstraint("key", name=op.f("uq_question_event_key")),
    )
    op.create_index(
        op.f("ix_question_event_actor_id_at"), "question_event", ["actor_id", "at"], unique=False
    )
    op.create_index(op.f("ix_question_event_case_id"), "question_event", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_question_event_chat_id_message_id"),
        "question_event",
        ["chat_id", "message_id"],
        unique=False,
    )


def _create_question_offer() -> None:
    op.create_table(
        "question_offer",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("case_id", SERIAL, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("entry_key", sa.String(length=128), nullable=False),
        sa.Column("entry_version", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("said", sa.String(length=32), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["question_case.id"], name=op.f("fk_question_offer_case_id_question_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_offer")),
    )
    op.create_index(
        op.f("ix_question_offer_case_id_round_entry_key"),
        "question_offer",
        ["case_id", "round", "entry_key"],
        unique=True,
    )
    op.create_index(
        op.f("ix_question_offer_decided_at"), "question_offer", ["decided_at"], unique=False
    )


def _create_question_rating() -> None:
    op.create_table(
        "question_rating",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("case_id", SERIAL, nullable=False),
        sa.Column("expert_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rater_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["question_case.id"], name=op.f("fk_question_rating_case_id_question_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_rating")),
    )
    op.create_index(
        op.f("ix_question_rating_case_id_expert_id"),
        "question_rating",
        ["case_id", "expert_id"],
        unique=True,
    )
    op.create_index(
        op.f("ix_question_rating_expert_id_at"),
        "question_rating",
        ["expert_id", "at"],
        unique=False,
    )


def _create_question_peer_answer() -> None:
    op.create_table(
        "question_peer_answer",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("case_id", SERIAL, nullable=False),
        sa.Column("answerer_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asker_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("accepted_as", sa.String(length=32), nullable=False),
        sa.Column("accepted_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["question_case.id"],
            name=op.f("fk_question_peer_answer_case_id_question_case"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_peer_answer")),
    )
    op.create_index(
        op.f("ix_question_peer_answer_answerer_id_accepted_at"),
        "question_peer_answer",
        ["answerer_id", "accepted_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_question_peer_answer_asker_id_answerer_id"),
        "question_peer_answer",
        ["asker_id", "answerer_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_question_peer_answer_case_id_answerer_id"),
        "question_peer_answer",
        ["case_id", "answerer_id"],
        unique=True,
    )


def _create_expert_profile() -> None:
    op.create_table(
        "expert_profile",
        sa.Column("expert_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("tiers", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("away_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("expert_id", name=op.f("pk_expert_profile")),
    )


def _create_expert_licence() -> None:
    op.create_table(
        "expert_licence",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("expert_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("declared_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("revoked_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expert_licence")),
    )
    op.create_index(
        op.f("ix_expert_licence_expert_id_valid_until"),
        "expert_licence",
        ["expert_id", "valid_until"],
        unique=False,
    )


def _create_question_clock_stop() -> None:
    op.create_table(
        "question_clock_stop",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("running", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(length=512), nullable=False),
        sa.Column("started_by", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_clock_stop")),
        sa.UniqueConstraint("running", name=op.f("uq_question_clock_stop_running")),
    )
