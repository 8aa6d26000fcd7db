"""How a round ends: a level passed or not, or a place to begin found."""

from datetime import datetime

from sqlmodel import Session

from bot.quiz.earning import paid_for_level, pay_level
from bot.quiz.means import QuizMeans
from bot.quiz.outcome import Ending
from bot.quiz.placement import starting_level
from bot.quiz.rounds import ref_of, results, rounds_left
from bot.quiz.standing import standing_of, tiers_opened_by
from bot.quiz.states import RoundKind, RoundState
from db.models.quiz import QuizRound
from db.repositories import quiz


def end(session: Session, found: QuizRound, means: QuizMeans, now: datetime) -> Ending:
    """End a round whose last item is answered, once, and return what it came to."""
    if found.state is RoundState.OPEN:
        if found.kind is RoundKind.PLACEMENT:
            _place(session, found, means, now)
        else:
            _climb(session, found, means, now)
    return ending_of(session, found, means, now)


def ending_of(session: Session, found: QuizRound, means: QuizMeans, now: datetime) -> Ending:
    """Return how a round stands that is over, told again the same way."""
    row = quiz.round_of(session, found.id)
    assert row is not None  # noqa: S101 - rounds are deleted with their person only
    ladder, answers = means.ladder, results(session, row.id)
    passed = quiz.pass_of(session, row.member_id, row.level)
    first = passed is not None and passed.round_id == row.id
    climb = row.kind is RoundKind.CLIMB
    return Ending(
        round=ref_of(row, ladder),
        state=row.state,
        answers=tuple(right for _, right in answers),
        pass_mark=ladder.rung(row.level).pass_mark if climb else 0,
        rounds_left=rounds_left(session, row.member_id, means, now),
        standing=standing_of(session, row.member_id),
        first_pass=first,
        bonus=paid_for_level(session, row.member_id, row.level) if first else 0,
        start=quiz.start_level(session, row.member_id) if not climb else None,
        tiers=tiers_opened_by(row.level, ladder) if first else (),
        opens_repair=first and row.level == ladder.second_repair,
    )


def _climb(session: Session, found: QuizRound, means: QuizMeans, now: datetime) -> None:
    right = sum(ok for _, ok in results(session, found.id))
    passed = right >= means.ladder.rung(found.level).pass_mark
    state = RoundState.PASSED if passed else RoundState.FAILED
    quiz.end_round(session, found.id, state, now)
    if passed and quiz.add_pass(session, found.member_id, found.level, found.id, right, now):
        pay_level(session, found.member_id, found.level, means, now)


def _place(session: Session, found: QuizRound, means: QuizMeans, now: datetime) -> None:
    level = starting_level(results(session, found.id), means.ladder.placement)
    quiz.end_round(session, found.id, RoundState.PLACED, now)
    quiz.place(session, found.member_id, level, now)
