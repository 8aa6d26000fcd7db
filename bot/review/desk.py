"""What the review queue needs of the house, and what its decisions do outside of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane, Severity
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.members.deed import Deed
from bot.review.kinds import CaseKind, Done
from db.models.review import CaseItem, ReviewCase


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is to be reviewed.

    `key` names the occurrence, at most 160 characters: opened twice is opened once. `text` is
    what was said, unmasked; `findings` as `bot.review.evidence.findings_of` writes them.
    `done` is what was done already and `acted_by` the person who did it, nothing for the bot.
    `about` is for the feature that opened the case: it comes back with the decision.
    """

    kind: CaseKind
    key: str
    chat_id: int | None = None
    message_id: int | None = None
    member_id: int | None = None
    text: str = ""
    rules: Sequence[str] = ()
    findings: Sequence[Mapping[str, Any]] = ()
    severity: Severity | None = None
    lane: Lane = Lane.MEMBER
    done: Sequence[Done] = ()
    acted_by: int | None = None
    about: Mapping[str, Any] = field(default_factory=dict)
    origin_id: int | None = None
    owners_only: bool = False


@dataclass(frozen=True, slots=True)
class Suffered:
    """A measure upon a member, as the member may appeal against it.

    `key` (at most 48 ASCII characters) names it in buttons. `undone`: taken back already.
    """

    key: str
    done: Done
    at: datetime
    text: str = ""
    chat_id: int | None = None
    message_id: int | None = None
    until: datetime | None = None
    rules: Sequence[str] = ()
    findings: Sequence[Mapping[str, Any]] = ()
    severity: Severity | None = None
    acted_by: int | None = None
    case_id: int | None = None
    undone: bool = False


class CaseActs(Protocol):
    """What a decision does: the feature that took the measures carries it out.

    Each is called in the transaction of the decision, for every occurrence of the case, and
    at most once. `undo` takes back what was done; for an appeal the case is the appeal, and
    `case.about["measure"]` is the key of the measure. `delete`, `mute` and `ban` return the
    key under which `suffered` names the measure: the queue itself tells the member of it.
    """

    def suffered(self, session: Session, member_id: int, since: datetime) -> Sequence[Suffered]:
        """Return the measures upon a member after `since`, newest first."""

    def undo(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem], deed: Deed
    ) -> bool:
        """Take back what was done about what was fine; tell whether the people were told."""

    def delete(self, session: Session, case: ReviewCase, item: CaseItem, deed: Deed) -> str:
        """Delete a message."""

    def mute(
        self, session: Session, case: ReviewCase, item: CaseItem, lasts: timedelta, deed: Deed
    ) -> str:
        """Mute a person."""

    def ban(self, session: Session, case: ReviewCase, item: CaseItem, deed: Deed) -> str:
        """Ban a person."""

    def decided(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem], deed: Deed
    ) -> None:
        """Hear of every decision, after what it does: a draft may go out now, or never."""


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """The parts of the house that the review queue needs; `owners`: their ids."""

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    acts: CaseActs
    owners: Collection[int] = ()
