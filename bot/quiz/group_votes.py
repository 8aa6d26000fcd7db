"""Answers to the quiz in groups: kept as they come, judged once their poll is known, closed.

The network may tell of an answer before it has told what it calls the poll; so answers are
kept by its name alone, and judged when the sending is settled.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery.acts import Act
from bot.delivery.errands import Errand, add
from bot.delivery.lanes import DeliveryState, Lane
from bot.quiz.earning import pay_group_right
from bot.quiz.means import QuizMeans
from bot.quiz.order import picked_place
from bot.quiz.states import PollState
from db.models.delivery import Delivery
from db.models.quiz import QuizPoll
from db.repositories import groups, quiz_groups

AT_ONCE = 200
NEVER_CAME = frozenset(
    {DeliveryState.FAILED, DeliveryState.EXPIRED, DeliveryState.SUPPRESSED, DeliveryState.RESERVED}
)
PATIENCE = timedelta(hours=1)
"""How long a quiz whose arrival nobody knows is waited for."""


def vote(session: Session, poll_id: str, member_id: int, shown: int, now: datetime) -> bool:
    """Keep somebody's answer; tell whether it was their first to this poll."""
    return quiz_groups.add_vote(session, poll_id[:64], member_id, shown, now)


def judge(session: Session, means: QuizMeans, now: datetime) -> int:
    """Judge and pay the answers whose poll is known by now; return how many were."""
    judged = 0
    for kept, poll in quiz_groups.unjudged(session, AT_ONCE):
        picked = picked_place(poll.shuffle, kept.shown)
        picked = -1 if picked is None else picked
        correct = picked == poll.correct
        if not quiz_groups.judge(session, kept, poll.id, picked, correct=correct):
            continue
        judged += 1
        if correct:
            pay_group_right(session, kept.member_id, poll.item_id, means, now)
    return judged


def close_due(session: Session, means: QuizMeans, now: datetime) -> int:
    """Close the quizzes whose time is over, drop those that never came; return how many closed."""
    closed = 0
    for poll, delivery in quiz_groups.open_polls(session):
        if _never_came(poll, delivery, means, now):
            quiz_groups.move(session, poll.id, PollState.OPEN, PollState.VOID, closed_at=now)
        elif delivery.state is DeliveryState.SENT and _is_over(delivery, means, now):
            _stop(session, poll, delivery, now)
            closed += quiz_groups.move(
                session, poll.id, PollState.OPEN, PollState.CLOSED, closed_at=now
            )
    return closed


def _never_came(poll: QuizPoll, delivery: Delivery | None, means: QuizMeans, now: datetime) -> bool:
    if delivery is None or delivery.state in NEVER_CAME:
        return True
    return delivery.state is DeliveryState.UNKNOWN and now > poll.opens_at + PATIENCE


def _is_over(delivery: Delivery, means: QuizMeans, now: datetime) -> bool:
    sent = delivery.settled_at or delivery.not_before
    return now >= sent + means.ladder.group.open_for


def _stop(session: Session, poll: QuizPoll, delivery: Delivery, now: datetime) -> None:
    group = groups.by_id(session, poll.group_id)
    errand = Errand(
        key=f"stop:{poll.send_key}",
        act=Act.STOP_POLL,
        chat_id=group.chat_id if group is not None else delivery.chat_id,
        message_id=delivery.message_id,
        lane=Lane.SURVEY,
    )
    add(session, errand, now)
