"""Cases for a human, until the review queue is there: every case is a card to the operators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bot.compliance.verdict import Lane, Severity
from bot.moderation.desk import ModerationDesk


class CaseKind(StrEnum):
    """What a case is about."""

    HELD = "held"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True)
class NewCase:
    """Something that a human is to look at; `key` makes it one case however often it is told."""

    kind: CaseKind
    key: str
    chat_id: int
    message_id: int | None
    member_id: int | None
    text: str
    rules: Sequence[str]
    findings: Sequence[Mapping[str, Any]]
    severity: Severity | None
    lane: Lane


def open_case(
    _session: Session, _desk: ModerationDesk, _case: NewCase, _now: datetime
) -> int | None:
    """Open a case; nothing while there is no queue, whose caller then tells the operators."""
    return None
