"""Kill -9, at twelve random moments of a market day: check-ins, briefs and orders go on."""

import asyncio
import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from markupsafe import Markup
from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.demo import furnish
from bot.points.reasons import Reason
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from bot.telegram.intake_state import IntakeState
from db.models import CheckIn, Delivery, LedgerEntry
from db.models.lease import Lease
from db.opening import open_database
from db.repositories import inbox
from db.session import Database
from tests.e2e.clocked import MovedClock
from tests.e2e.conformance import check_all
from tests.e2e.crowd import bring
from tests.e2e.nursery import BornBot, Nursery
from tests.e2e.traders import (
    Traders,
    auctions_filled_in,
    hold_books_right,
    open_contest,
    sealed_at,
)
from tests.factories.contests import at

MOMENTS = {
    "opening": ((9, 14, 0), (9, 15, 0), (9, 22, 0), (9, 24, 58), (9, 25, 30), (9, 26, 30)),
    "closing": ((14, 50, 0), (14, 56, 58), (14, 58, 0), (14, 59, 58), (15, 0, 20), (15, 1, 5)),
}
"""When each process begins, by its own clock: it lives through an auction's match, or its price.

Postgres takes every second one: there a dead process's lease has to run out as well."""
KILLS = sum(map(len, MOMENTS.values()))
PEOPLE = 120
TRADERS = 60
GROUPS = (cast.NEWBIE_GROUP, cast.ADVANCED_GROUP, cast.VIP_GROUP)


@pytest.mark.slow
async def test_kills_at_random_moments_lose_nothing_and_double_nothing(
    database_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    clock = MovedClock(at(*MOMENTS["opening"][0]))
    hall = Hall(clock, strict=True, keep_all_calls=True, enforce_pace=False)
    everybody = list(bring(hall, cast.NEWBIE_GROUP, PEOPLE + TRADERS))
    people, traders = everybody[:PEOPLE], Traders(hall, everybody[PEOPLE:])
    db = open_database(database_url)
    await db.run(furnish, hall, clock.now())
    contest = await db.run(open_contest, everybody[PEOPLE:])
    step = 1 if database_url.startswith("sqlite") else 2
    async with HallServer(hall) as server:
        bot = BornBot(nursery, server, database_url, tmp_path, clock)
        draw, kill = random.Random(20261120), 0
        share, orders = PEOPLE * step // KILLS, TRADERS * step // KILLS
        for moments in MOMENTS.values():
            for moment in moments[::step]:
                clock.move_to(max(clock.now(), at(*moment)))
                await bot.start()
                await asyncio.wait_for(hall.updates.polling.wait(), 30)
                traders.buy(everybody[PEOPLE:][kill * orders : (kill + 1) * orders])
                await _stir(hall, db, people[kill * share : (kill + 1) * share], kill)
                if moment is moments[0]:
                    await _settle(hall, db)  # so that something is there before the auction
                await asyncio.sleep(draw.uniform(0.0, 0.25))
                await bot.kill()
                hall.updates.polling.clear()
                kill += 1
            if moments is MOMENTS["opening"] and step == 2:
                await db.run(_let_leases_run_out)  # the afternoon's run out by themselves
            # Hours pass now, and a card of this morning would be reckoned anew.
            clock.move_to(clock.now() + timedelta(seconds=90))
            await bot.start()
            await _settle(hall, db)
            if moments is MOMENTS["closing"]:
                await _sealed(db, contest)
            assert await bot.stop() == 0
            hall.updates.polling.clear()
    await _check(hall, db, people)
    await db.read(hold_books_right, contest, traders)
    assert await db.read(auctions_filled_in) == {"opening", "closing"}
    db.close()
    assert check_all(hall.calls.records) == []


def _let_leases_run_out(session: Session) -> None:
    session.execute(update(Lease).values(expires_at=func.current_timestamp()))


async def _sealed(db: Database, contest: int) -> None:
    async with asyncio.timeout(30):
        while await db.read(sealed_at, contest) is None:  # noqa: ASYNC110 - by another process
            await asyncio.sleep(0.1)


async def _stir(hall: Hall, db: Database, people: list[int], kill: int) -> None:
    """Let some people check in, half of them twice, and put a brief for each group out."""
    now = hall.now()
    text = Gate(default_pack()).admit(Markup(f"第 {kill} 份简报。"))
    for group in GROUPS:
        post = Post(f"planted:{kill}:{group}", Lane.BRIEF, group, text, now - timedelta(seconds=1))
        await db.run(enqueue, post, now)
    for person in people:
        hall.say(person, person, "签到")
        if person % 2:
            hall.say(person, cast.NEWBIE_GROUP, "打卡")


async def _settle(hall: Hall, db: Database) -> None:
    """Wait until nothing is under way any more."""
    async with asyncio.timeout(60):
        while hall.updates.pending or await db.read(_under_way):  # noqa: ASYNC110 - by another process
            await asyncio.sleep(0.1)


def _under_way(session: Session) -> int:
    states = inbox.count_by_state(session)
    waiting = states.get(IntakeState.RECEIVED, 0) + states.get(IntakeState.APPLIED, 0)
    moving = select(func.count()).where(
        col(Delivery.state).in_([DeliveryState.QUEUED, DeliveryState.SENDING])
    )
    return waiting + int(session.execute(moving).scalar_one())


async def _check(hall: Hall, db: Database, people: list[int]) -> None:
    awards, check_ins, deliveries, states = await db.read(_books)
    assert check_ins == dict.fromkeys(people, 1)
    assert awards == dict.fromkeys(people, 1)
    assert set(states) == {IntakeState.DONE}, await db.read(_set_aside)
    for person in people:
        answers = [m for m in hall.chat(person).history() if m["from"]["id"] == cast.BOT_ID]
        assert answers, f"{person} never got an answer"
    seen = Counter(
        (group, message["text"])
        for group in GROUPS
        for message in hall.chat(group).history()
        if "份简报" in message.get("text", "")
    )
    for delivery in deliveries:
        copies = seen[(delivery.chat_id, delivery.markup)]
        if delivery.state is DeliveryState.SENT:
            assert copies == 1, delivery.send_key
        else:
            assert delivery.state is DeliveryState.UNKNOWN, delivery.send_key
            assert copies <= 1, delivery.send_key
            assert _asked(hall, delivery.send_key)


def _books(
    session: Session,
) -> tuple[dict[int, int], dict[int, int], list[Delivery], dict[IntakeState, int]]:
    awards = select(col(LedgerEntry.member_id), func.count()).where(
        col(LedgerEntry.reason) == Reason.CHECK_IN
    )
    check_ins = select(col(CheckIn.member_id), func.count())
    planted = select(Delivery).where(col(Delivery.send_key).startswith("planted:"))
    return (
        {r[0]: r[1] for r in session.execute(awards.group_by(col(LedgerEntry.member_id)))},
        {r[0]: r[1] for r in session.execute(check_ins.group_by(col(CheckIn.member_id)))},
        list(session.execute(planted).scalars()),
        inbox.count_by_state(session),
    )


def _asked(hall: Hall, send_key: str) -> bool:
    """Tell whether the operators were asked about a delivery."""
    cards = hall.chat(cast.OPS_GROUP).history()
    return any(send_key in message.get("text", "") for message in cards)


def _set_aside(session: Session) -> list[tuple[int, int, str | None]]:
    return [(row.update_id, row.deaths, row.error) for row in inbox.set_aside_updates(session)]
