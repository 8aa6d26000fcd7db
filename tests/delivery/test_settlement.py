"""What an outcome means, told by the database alone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup
from sqlalchemy import select
from sqlmodel import Session, col

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery import settlement
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.delivery.outcome import Arrived, Limited, Lost, NeverLeft, Outcome
from bot.delivery.settlement import Books
from bot.i18n import Language, words_for
from db.models import Delivery
from db.repositories import deliveries
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
GROUP = -1001
GATE = Gate(default_pack())
BOOKS = Books(1, Alerts(words_for(ZoneInfo("Asia/Shanghai")), GATE, Language.ENGLISH, (77,)))


def _sending(session: Session, lane: Lane = Lane.BRIEF, chat: int = GROUP) -> Delivery:
    late = NOW + timedelta(hours=1)
    text = GATE.admit(Markup("早报"))
    enqueue(session, Post("brief:1", lane, chat, text, NOW, useless_after=late), NOW)
    row = deliveries.with_key(session, "brief:1")
    assert row is not None
    assert deliveries.claim(session, row.id, "one")
    session.refresh(row)
    return row


def _settle(session: Session, delivery: Delivery, outcome: Outcome) -> DeliveryState:
    settlement.settle_outcome(session, delivery, outcome, NOW, BOOKS)
    return _row(session).state


def _row(session: Session) -> Delivery:
    row = deliveries.with_key(session, "brief:1")
    assert row is not None
    session.refresh(row)
    return row


def _alerts(session: Session) -> list[str]:
    query = select(col(Delivery.markup)).where(col(Delivery.lane) == Lane.ALERT)
    return list(session.execute(query).scalars())


@pytest.mark.parametrize("outcome", [NeverLeft(), Limited(30)])
async def test_what_never_arrived_is_never_given_up_while_it_is_of_use(
    db: Database, outcome: Outcome
) -> None:
    delivery = await db.run(_sending, Lane.RECEIPT, 7)
    for attempts in range(1, 30):
        delivery.attempts, delivery.state = attempts, DeliveryState.SENDING
        delivery.useless_after = None
        assert await db.run(_settle, delivery, outcome) is DeliveryState.QUEUED
        assert await db.run(deliveries.claim, delivery.id, "one")


async def test_an_absent_network_is_asked_less_and_less_often(db: Database) -> None:
    def pause(session: Session, attempts: int) -> float:
        delivery = _row(session)
        delivery.attempts = attempts
        session.flush()
        settlement.settle_outcome(session, delivery, NeverLeft(), NOW, BOOKS)
        session.refresh(delivery)
        delivery.state = DeliveryState.SENDING
        return (delivery.not_before - NOW).total_seconds()

    await db.run(_sending)
    pauses = [await db.run(pause, attempts) for attempts in (1, 2, 3, 20)]
    assert pauses == [5, 10, 20, 300]


async def test_the_operators_are_told_of_a_brief_that_came_too_late(db: Database) -> None:
    def expire(session: Session) -> list[str]:
        row = _sending(session)
        row.state = DeliveryState.QUEUED
        session.flush()
        settlement.expire(session, row, NOW, BOOKS)
        return _alerts(session)

    (alert,) = await db.run(expire)
    assert "brief:1" in alert
    assert (await db.read(_row)).state is DeliveryState.EXPIRED


async def test_nobody_is_told_of_other_lanes_that_came_too_late(db: Database) -> None:
    def expire(session: Session) -> list[str]:
        row = _sending(session, Lane.NUDGE)
        row.state = DeliveryState.QUEUED
        session.flush()
        settlement.expire(session, row, NOW, BOOKS)
        return _alerts(session)

    assert await db.run(expire) == []


@pytest.mark.parametrize("meanwhile", [DeliveryState.UNKNOWN, DeliveryState.QUEUED])
async def test_an_arrival_told_late_still_counts(db: Database, meanwhile: DeliveryState) -> None:
    delivery = await db.run(_sending)
    await db.run(deliveries.move, delivery.id, DeliveryState.SENDING, meanwhile)
    assert await db.run(_settle, delivery, Arrived(5, "早报")) is DeliveryState.SENT


async def test_what_an_older_attempt_tells_does_not_touch_a_newer_one(db: Database) -> None:
    delivery = await db.run(_sending)
    await db.run(deliveries.move, delivery.id, DeliveryState.SENDING, DeliveryState.QUEUED)
    assert await db.run(deliveries.claim, delivery.id, "two")
    assert await db.run(_settle, delivery, Lost("late")) is DeliveryState.SENDING
    assert await db.read(_alerts) == []
