from datetime import timedelta

from sqlmodel import Session

from bot.delivery.lanes import DeliveryState
from bot.questions.desk import watching
from bot.questions.desk.answering import answer
from bot.questions.desk.returning import MOST_TRIES, offer_again
from bot.questions.states import EventKind
from db.models import Delivery
from db.repositories import members, questions
from tests.factories.experts import (
    ASKER,
    DESK,
    NOW,
    OPS,
    make_deed,
    make_typed,
    make_waiting,
    minutes,
    posts,
)

LATER = NOW + timedelta(days=9)


def _blocked(session: Session) -> Delivery:
    """Let an answer fail because its asker has blocked the bot."""
    case = make_waiting(session, chat_id=ASKER)
    answer(session, DESK, case.id, make_typed("回答在此"), make_deed())
    members.set_unreachable(session, ASKER, NOW)
    (post,) = posts(session, ASKER)
    post.state, post.attempts = DeliveryState.FAILED, 1
    session.flush()
    return post


def test_an_answer_waits_for_an_asker_who_blocked_the_bot_and_comes_when_they_are_back(
    session: Session,
) -> None:
    post = _blocked(session)
    watching.tick(session, DESK, make_deed(99, NOW + minutes(1)))
    assert posts(session, ASKER)[0].state is DeliveryState.FAILED
    members.set_unreachable(session, ASKER, None)
    for _ in range(2):
        watching.tick(session, DESK, make_deed(99, LATER))
    (again,) = posts(session, ASKER)
    assert (again.id, again.state, again.not_before) == (post.id, DeliveryState.QUEUED, LATER)
    assert "回答在此" in again.markup
    assert len(questions.events(session, 1, [EventKind.RESENT])) == 1
    assert "已再次发送" in posts(session, OPS)[0].markup


def test_an_answer_is_not_tried_for_ever(session: Session) -> None:
    _blocked(session).attempts = MOST_TRIES
    members.set_unreachable(session, ASKER, None)
    session.flush()
    assert offer_again(session, LATER) == 0


def test_what_failed_in_a_group_is_not_sent_again_by_itself(session: Session) -> None:
    case = make_waiting(session)
    answer(session, DESK, case.id, make_typed("回答在此"), make_deed())
    session.flush()
    for post in posts(session):
        post.state = DeliveryState.FAILED
    session.flush()
    assert offer_again(session, NOW) == 0
