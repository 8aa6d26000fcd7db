"""Kill -9, at twenty random moments, while 200 people check in and briefs go out."""

import asyncio
import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from markupsafe import Markup
from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.clock import SystemClock
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
from db.opening import open_database
from db.repositories import inbox
from db.session import Database
from tests.e2e.conformance import check_all
from tests.e2e.crowd import bring
from tests.e2e.process import BotProcess

KILLS = {"sqlite": 20, "postgres": 10}
"""A restart takes Postgres as long as SQLite, but a dead process's lease has to run out."""
PEOPLE = 200
GROUPS = (cast.NEWBIE_GROUP, cast.ADVANCED_GROUP, cast.VIP_GROUP)


@pytest.mark.slow
async def test_kills_at_random_moments_lose_nothing_and_double_nothing(
    database_url: str, tmp_path: Path
) -> None:
    hall = Hall(strict=True, keep_all_calls=True, enforce_pace=False)
    people = list(bring(hall, cast.NEWBIE_GROUP, PEOPLE))
    db = open_database(database_url)
    await db.run(furnish, hall, SystemClock().now())
    async with HallServer(hall) as server:
        bot = BotProcess(server, database_url, tmp_path)
        draw = random.Random(20261120)
        kills = KILLS["sqlite" if database_url.startswith("sqlite") else "postgres"]
        share = PEOPLE // kills
        for kill in range(kills):
            await bot.start()
            await asyncio.wait_for(hall.updates.polling.wait(), 30)
            await _stir(hall, db, people[kill * share : (kill + 1) * share], kill)
            await asyncio.sleep(draw.uniform(0.0, 0.25))
            await bot.kill()
            hall.updates.polling.clear()
        await bot.start()
        await _settle(hall, db)
        assert await bot.stop() == 0
    await _check(hall, db, people)
    db.close()
    assert check_all(hall.calls.records) == []


async def _stir(hall: Hall, db: Database, people: list[int], kill: int) -> None:
    """Let some people check in, half of them twice, and put a brief for each group out."""
    now = SystemClock().now()
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
