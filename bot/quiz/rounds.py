"""What a round is by its rows: its size, its results, how many are left today."""

from datetime import datetime

from sqlmodel import Session

from bot.quiz.bank import Bank
from bot.quiz.item import Item
from bot.quiz.ladder import Ladder
from bot.quiz.means import QuizMeans
from bot.quiz.outcome import RoundRef
from bot.quiz.states import RoundKind
from db.models.quiz import QuizRound
from db.repositories import quiz


def ref_of(row: QuizRound, ladder: Ladder) -> RoundRef:
    """Return how messages name a round."""
    climb = row.kind is RoundKind.CLIMB
    items = ladder.rung(row.level).items if climb else ladder.placement.items
    return RoundRef(row.id, row.kind, row.level, items)


def results(session: Session, round_id: int) -> list[tuple[int, bool]]:
    """Return a round's answers as (level, right), in order."""
    answered = (row for row in quiz.answers_of(session, round_id) if row.answered_at is not None)
    return [(row.level, bool(row.correct)) for row in answered]


def rounds_left(session: Session, member_id: int, means: QuizMeans, now: datetime) -> int:
    """Return how many rounds somebody may still begin on this community day."""
    day = means.community.day_of(now)
    begun = quiz.rounds_on(session, member_id, day, RoundKind.CLIMB)
    return max(means.ladder.daily_rounds - begun, 0)


def open_items(bank: Bank, level: int) -> tuple[Item, ...]:
    """Return a level's items, or those of the nearest lower level that has any."""
    for lower in range(level, 0, -1):
        if items := bank.of_level(lower):
            return items
    return ()
