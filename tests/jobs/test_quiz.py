"""The quiz's jobs: one tick judges every vote, and the week's card comes on Mondays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.delivery.lanes import DeliveryState
from bot.members.tiers import Binding
from bot.quiz import group_votes
from db.models import Delivery, Group, QuizPoll, QuizVote
from db.opening import open_database
from db.session import Database
from jobs.quiz import group_quiz_tick, weekly_items
from tests.factories.quiz import make_items, make_player
from tests.fixtures.telegram import Rig

OPENS = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)


@pytest.fixture
def db(sqlite_url: str) -> Iterator[Database]:
    database = open_database(sqlite_url)
    yield database
    database.close()


def _prepare(session: Session) -> None:
    session.add(Group(chat_id=-1, title="群", binding=Binding.VIP, first_seen_at=OPENS))
    for member_id in (7, 8, 9):
        make_player(session, member_id)


def _answer(session: Session) -> None:
    for delivery in session.exec(select(Delivery)).all():
        delivery.state, delivery.settled_at = DeliveryState.SENT, OPENS
        delivery.poll_id = f"poll-{delivery.id}"
        for member_id in (7, 8, 9):
            group_votes.vote(session, delivery.poll_id, member_id, 0, OPENS)


async def test_one_tick_judges_every_vote_however_many_fit_into_a_transaction(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_votes, "AT_ONCE", 2)
    rig.house.quiz_items = make_items()
    rig.db.run_sync(_prepare)
    await group_quiz_tick(rig.house, OPENS)
    rig.db.run_sync(_answer)
    await group_quiz_tick(rig.house, OPENS + timedelta(minutes=1))
    picked = await rig.db.read(lambda session: session.exec(select(QuizVote.picked)).all())
    assert len(picked) == 9
    assert None not in picked
    polls = await rig.db.read(lambda session: session.exec(select(QuizPoll)).all())
    assert len(polls) == 3


async def test_a_week_without_doubtful_items_says_nothing(rig: Rig) -> None:
    await weekly_items(rig.house, OPENS + timedelta(days=3))
    assert await rig.queued() == []
