"""What the expert desk needs of the house."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from sqlmodel import Session

from bot.calendar.business_time import Stop
from bot.calendar.service import Community, calendar_for
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.points.economy import Economy
from bot.questions.desk.licences import Needs, default_needs
from bot.questions.desk.sla import Clock, Terms
from db.models.question import QuestionCase
from db.repositories import expert_desk


class Shelf(Protocol):
    """What the desk wants of the knowledge base."""

    def suggestions(self, session: Session, case: QuestionCase, now: datetime) -> Sequence[str]:
        """Return the titles of entries that may help whoever answers."""

    def draft(
        self, session: Session, case: QuestionCase, answer: str, owner_id: int, now: datetime
    ) -> int | None:
        """Make a draft entry of a case and its answer, once; return its number."""


class EmptyShelf:
    """No knowledge base: nothing is suggested and nothing becomes an entry."""

    def suggestions(self, session: Session, case: QuestionCase, now: datetime) -> Sequence[str]:
        """Suggest nothing."""
        return ()

    def draft(
        self, session: Session, case: QuestionCase, answer: str, owner_id: int, now: datetime
    ) -> int | None:
        """Keep nothing."""
        return None


@dataclass(frozen=True, slots=True)
class ExpertDesk:
    """The parts of the house that the expert desk needs; `owners`: their ids."""

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    economy: Economy
    community: Community
    terms: Terms
    bot_id: int
    owners: Collection[int] = ()
    needs: Needs = field(default_factory=default_needs)
    shelf: Shelf = field(default_factory=EmptyShelf)

    def day_of(self, at: datetime) -> date:
        """Return the date on which licences are judged: the community's, by the calendar."""
        return at.astimezone(self.community.zone).date()


def clock_of(session: Session, desk: ExpertDesk) -> Clock:
    """Return business time as it stands: hours, the operators' calendar, every stop."""
    stops = [Stop(row.started_at, row.ended_at) for row in expert_desk.stops(session)]
    return Clock(desk.terms.hours, calendar_for(session, desk.community.exchange), stops)
