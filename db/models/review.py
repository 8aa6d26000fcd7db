"""The review queue: cases, what each is about, every step, who reported, what was learnt."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, String, Text
from sqlmodel import Field, SQLModel

from bot.compliance.verdict import Lane, Severity
from bot.review.kinds import CaseKind, CaseState, Decision, Step
from db.models.base import choice, document, instant, serial, telegram_id
from db.types import BigId


def _case_id(*, unique: bool = False) -> Any:
    return Field(
        sa_column=Column(
            BigId,
            ForeignKey("review_case.id"),
            nullable=False,
            index=not unique,
            unique=unique or None,
        )
    )


class ReviewCase(SQLModel, table=True):
    """Something that a person has to look at within its clock.

    `key` names what it was opened for. `text` is what was said, unmasked: it is masked
    wherever it is shown. `acted_by` is who took the measure that it is about, if a person
    did. `asked` is a decision that waits for a second person. `stale`: its card does not show
    yet how it stands. `reminded` counts the marks of its clock that were told.
    """

    __tablename__ = "review_case"
    __table_args__ = (
        Index(None, "state", "due_at"),
        Index(None, "kind", "fold"),
        Index(None, "chat_id", "message_id"),
        Index(None, "member_id", "opened_at"),
        Index(None, "opened_at"),
    )

    id: int = serial()
    kind: CaseKind = choice(CaseKind)
    key: str = Field(sa_column=Column(String(160), nullable=False, unique=True))
    chat_id: int | None = telegram_id(nullable=True)
    message_id: int | None = telegram_id(nullable=True)
    member_id: int | None = telegram_id(nullable=True)
    text: str = Field(sa_column=Column(Text, nullable=False))
    fold: str = Field(sa_column=Column(String(64), nullable=False))
    rules: list[Any] = document()
    findings: list[Any] = document()
    severity: Severity | None = choice(Severity, nullable=True)
    lane: Lane = choice(Lane)
    done: list[Any] = document()
    about: dict[str, Any] = document()
    origin_id: int | None = Field(
        default=None, sa_column=Column(BigId, ForeignKey("review_case.id"))
    )
    acted_by: int | None = telegram_id(nullable=True)
    owners_only: bool = False
    count: int = 1
    state: CaseState = choice(CaseState, default=CaseState.OPEN)
    opened_at: datetime = instant()
    due_at: datetime = instant()
    owner_id: int | None = telegram_id(nullable=True)
    claimed_at: datetime | None = instant(nullable=True)
    first_claimed_at: datetime | None = instant(nullable=True)
    asked: Decision | None = choice(Decision, nullable=True)
    asked_by: int | None = telegram_id(nullable=True)
    asked_at: datetime | None = instant(nullable=True)
    decision: Decision | None = choice(Decision, nullable=True)
    decided_by: int | None = telegram_id(nullable=True)
    decided_at: datetime | None = instant(nullable=True)
    note: str | None = Field(default=None, sa_column=Column(String(1000)))
    reminded: int = 0
    stale: bool = False


class CaseItem(SQLModel, table=True):
    """One occurrence that belongs to a case; the same words said again join as further ones."""

    __tablename__ = "case_item"
    __table_args__ = (Index(None, "chat_id", "message_id"), Index(None, "member_id", "at"))

    id: int = serial()
    case_id: int = _case_id()
    key: str = Field(sa_column=Column(String(160), nullable=False, unique=True))
    chat_id: int | None = telegram_id(nullable=True)
    message_id: int | None = telegram_id(nullable=True)
    member_id: int | None = telegram_id(nullable=True)
    done: list[Any] = document()
    at: datetime = instant()


class CaseStep(SQLModel, table=True):
    """The trace of a case: who did what, when, with how it stood before and after."""

    __tablename__ = "case_step"

    id: int = serial()
    case_id: int = _case_id()
    step: Step = choice(Step)
    actor_id: int | None = telegram_id(nullable=True)
    before: dict[str, Any] = document()
    after: dict[str, Any] = document()
    note: str | None = Field(default=None, sa_column=Column(String(1000)))
    at: datetime = instant()


class CaseReport(SQLModel, table=True):
    """Somebody pointed at it: one row for each reporter of a case."""

    __tablename__ = "case_report"
    __table_args__ = (
        Index(None, "case_id", "reporter_id", unique=True),
        Index(None, "reporter_id", "at"),
    )

    id: int = serial()
    case_id: int = Field(sa_column=Column(BigId, ForeignKey("review_case.id"), nullable=False))
    reporter_id: int = telegram_id()
    words: str = Field(sa_column=Column(String(1000), nullable=False))
    at: datetime = instant()


class LabelledCase(SQLModel, table=True):
    """A text whose label a person decided: what the rules and the model learn from.

    `text` carries no personal data. `contradicts` tells that the rules had said otherwise.
    """

    __tablename__ = "labelled_case"
    __table_args__ = (Index(None, "at"),)

    id: int = serial()
    case_id: int = _case_id(unique=True)
    text: str = Field(sa_column=Column(Text, nullable=False))
    violation: bool
    contradicts: bool
    kind: str = Field(sa_column=Column(String(64), nullable=False))
    rules: list[Any] = document()
    decided_by: int = telegram_id()
    at: datetime = instant()
