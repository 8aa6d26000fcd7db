"""The quiz: who stands where, rounds and their answers, quizzes in groups, edits of items."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.quiz.states import EditKind, PollState, RoundKind, RoundState
from db.models.base import choice, document, instant, serial, telegram_id

OPEN_ROUND = text("state = 'open'")
UNJUDGED = text("picked is null")
LONGEST_ITEM_ID = 48


def _member(*, primary_key: bool = False) -> Column[int]:
    return Column(BigInteger, ForeignKey("member.id"), primary_key=primary_key, nullable=False)


def _item() -> Any:
    return Field(sa_column=Column(String(LONGEST_ITEM_ID), nullable=False))


class QuizStanding(SQLModel, table=True):
    """Where somebody begins on the ladder, and since when; a level is passed by a `QuizPass`.

    The row is what a person's steps on the ladder are held by, one after another.
    """

    __tablename__ = "quiz_standing"

    member_id: int = Field(sa_column=_member(primary_key=True))
    start_level: int | None = None
    placed_at: datetime | None = instant(nullable=True)


class QuizPass(SQLModel, table=True):
    """A level that somebody passed, the first time."""

    __tablename__ = "quiz_pass"

    member_id: int = Field(sa_column=_member(primary_key=True))
    level: int = Field(primary_key=True)
    round_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    right: int
    at: datetime = instant()


class QuizRound(SQLModel, table=True):
    """One round of one person; `attempt` counts the rounds of a kind on a community day."""

    __tablename__ = "quiz_round"
    __table_args__ = (
        UniqueConstraint("member_id", "day", "kind", "attempt"),
        Index(
            "ix_quiz_round_open",
            "member_id",
            unique=True,
            sqlite_where=OPEN_ROUND,
            postgresql_where=OPEN_ROUND,
        ),
    )

    id: int = serial()
    member_id: int = Field(sa_column=_member())
    kind: RoundKind = choice(RoundKind)
    level: int
    day: date
    attempt: int
    state: RoundState = choice(RoundState, default=RoundState.OPEN)
    started_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)


class QuizAnswer(SQLModel, table=True):
    """An item put in a round, and the one answer that counts.

    `shuffle`: the bank's places in the order in which the options were shown, as digits.
    `choice`: the bank's place that was chosen; nothing where the time ran out in silence.
    `is_first`: the first time that this person met this item.
    """

    __tablename__ = "quiz_answer"
    __table_args__ = (
        UniqueConstraint("round_id", "place"),
        Index("ix_quiz_answer_member_id_item_id", "member_id", "item_id"),
        Index("ix_quiz_answer_item_id", "item_id"),
    )

    id: int = serial()
    round_id: int = Field(sa_column=Column(BigInteger, ForeignKey("quiz_round.id"), nullable=False))
    place: int
    member_id: int = Field(sa_column=_member())
    item_id: str = _item()
    item_version: int
    level: int
    shuffle: str = Field(sa_column=Column(String(8), nullable=False))
    is_first: bool
    asked_at: datetime = instant()
    choice: int | None = None
    correct: bool | None = None
    late: bool = False
    answered_at: datetime | None = instant(nullable=True)


class QuizPoll(SQLModel, table=True):
    """An item put to a group as a quiz of the network's own, sent under `send_key`.

    `shuffle` and `correct` are as in the bank's version that was put.
    """

    __tablename__ = "quiz_poll"
    __table_args__ = (UniqueConstraint("group_id", "day", "place"),)

    id: int = serial()
    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), nullable=False))
    day: date = Field(index=True)
    place: int
    item_id: str = _item()
    item_version: int
    level: int
    shuffle: str = Field(sa_column=Column(String(8), nullable=False))
    correct: int
    send_key: str = Field(sa_column=Column(String(160), nullable=False, unique=True))
    opens_at: datetime = instant()
    state: PollState = choice(PollState, default=PollState.OPEN)
    closed_at: datetime | None = instant(nullable=True)


class QuizVote(SQLModel, table=True):
    """One person's answer to a quiz in a group: the first one that the network told of.

    Kept by the network's name of the poll, which may be told before the sending is settled.
    `shown`: the place that was tapped. What follows is known once its poll is: the poll of
    ours, the bank's place, whether it was right; `goal_paid`: the week's goal was rewarded.
    """

    __tablename__ = "quiz_vote"
    __table_args__ = (
        Index(
            "ix_quiz_vote_unjudged",
            "poll_id",
            sqlite_where=UNJUDGED,
            postgresql_where=UNJUDGED,
        ),
        Index("ix_quiz_vote_quiz_poll_id", "quiz_poll_id"),
        Index("ix_quiz_vote_member_id", "member_id"),
    )

    poll_id: str = Field(sa_column=Column(String(64), primary_key=True))
    member_id: int = Field(sa_column=_member(primary_key=True))
    shown: int
    at: datetime = instant()
    quiz_poll_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("quiz_poll.id"))
    )
    picked: int | None = None
    correct: bool | None = None
    goal_paid: bool = False


class QuizGoal(SQLModel, table=True):
    """A group that reached its goal of a week, which is named by its Monday."""

    __tablename__ = "quiz_goal"

    group_id: int = Field(sa_column=Column(BigInteger, ForeignKey("group.id"), primary_key=True))
    week: date = Field(primary_key=True)
    goal: int
    reached_at: datetime = instant()


class QuizEdit(SQLModel, table=True):
    """What an operator did to an item, in order; `content` is a fixed item's new wording."""

    __tablename__ = "quiz_edit"
    __table_args__ = (UniqueConstraint("item_id", "seq"),)

    id: int = serial()
    item_id: str = _item()
    seq: int
    kind: EditKind = choice(EditKind)
    version: int
    content: dict[str, Any] | None = document(nullable=True)
    author_id: int = telegram_id()
    at: datetime = instant()
    undone_at: datetime | None = instant(nullable=True)
    undone_by: int | None = telegram_id(nullable=True)
