"""Two processes on one Postgres, as behind a load balancer: each job and each award once."""

import asyncio
import os
import signal
import socket
from itertools import cycle
from pathlib import Path

import aiohttp
from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.demo import furnish
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from bot.telegram.port import SECRET_HEADER, WEBHOOK_PATH
from db.models import CheckIn, InboxUpdate, JobRun, LedgerEntry
from db.opening import open_database
from db.session import Database
from tests.e2e.clocked import MovedClock
from tests.e2e.crowd import bring
from tests.e2e.nursery import BornBot, Nursery
from tests.e2e.traders import Traders, auctions_filled_in, hold_books_right, open_contest, sealed_at
from tests.factories.contests import at

SECRET = "a-secret-of-the-webhook"
PEOPLE = 60
TRADERS = 20
LEAPS = (at(9, 26, 30), at(15, 1, 30))


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


async def test_every_update_told_to_both_processes_counts_once_and_every_job_runs_once(
    postgres_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    clock = MovedClock(at(9, 16))
    hall = Hall(clock, enforce_pace=False)
    people = bring(hall, cast.NEWBIE_GROUP, PEOPLE)
    traders = Traders(hall, people[:TRADERS])
    db = open_database(postgres_url)
    await db.run(furnish, hall, clock.now())
    contest = await db.run(open_contest, people[:TRADERS])
    ports = [_free_port(), _free_port()]
    async with HallServer(hall) as server:
        bots = []
        for port in ports:
            folder = tmp_path / str(port)
            folder.mkdir()
            bot = BornBot(
                nursery,
                server,
                postgres_url,
                folder,
                clock,
                LISTEN=f"127.0.0.1:{port}",
                WEBHOOK_URL=f"http://127.0.0.1:{port}",
                WEBHOOK_SECRET=SECRET,
                CLOCK_LEAPS=" ".join(instant.isoformat() for instant in LEAPS),
            )
            await bot.start()
            bots.append(bot)
        await asyncio.gather(*(_up(port) for port in ports))
        hall.updates.webhook = None  # from here on this test is the load balancer
        for person in people:
            hall.say(person, person, "签到")
        updates = list(hall.updates.pending)
        async with aiohttp.ClientSession() as client:
            await asyncio.gather(
                *(_post(client, port, update) for update in updates for port in ports)
            )
            await _worked_off(db)
            for person in people:
                answers = [m for m in hall.chat(person).history() if m["from"]["id"] == cast.BOT_ID]
                assert len(answers) == 1
            traders.buy(people[:TRADERS])
            traders.buy(people[:TRADERS])
            for _ in ("the cards", "the taps on them"):
                told, updates = len(updates), list(hall.updates.pending)
                # One person's two cards, and the two taps on each, go to both at the same time.
                posts = zip(updates[told:], cycle(ports), strict=False)
                await asyncio.gather(*(_post(client, port, update) for update, port in posts))
                await _worked_off(db)
        for _ in LEAPS:
            for bot in bots:
                os.kill(bot.pid, signal.SIGUSR1)
            await asyncio.sleep(1)  # both tick ten times
        async with asyncio.timeout(30):
            while await db.read(sealed_at, contest) is None:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.1)
        assert [await bot.stop() for bot in bots] == [0, 0]
    check_ins, awards, doubled, runs = await db.read(_books)
    await db.read(hold_books_right, contest, traders)
    assert len(traders.pressed) == 2 * TRADERS
    assert await db.read(auctions_filled_in) == {"opening"}
    db.close()
    assert check_ins == awards == PEOPLE
    assert doubled == 0
    assert runs


async def _worked_off(db: Database) -> None:
    async with asyncio.timeout(60):
        while await db.read(_unfinished):  # noqa: ASYNC110 - other processes work it off
            await asyncio.sleep(0.1)


async def _up(port: int) -> None:
    async with aiohttp.ClientSession() as client, asyncio.timeout(30):
        while True:
            try:
                async with client.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)


async def _post(client: aiohttp.ClientSession, port: int, update: object) -> None:
    url = f"http://127.0.0.1:{port}{WEBHOOK_PATH}"
    async with client.post(url, json=update, headers={SECRET_HEADER: SECRET}) as answer:
        assert answer.status == 200


def _unfinished(session: Session) -> int:
    query = select(func.count()).select_from(InboxUpdate).where(col(InboxUpdate.state) != "done")
    return int(session.execute(query).scalar_one())


def _books(session: Session) -> tuple[int, int, int, list[str]]:
    check_ins = session.execute(select(func.count()).select_from(CheckIn)).scalar_one()
    awards = session.execute(select(func.count(col(LedgerEntry.key)))).scalar_one()
    keys = session.execute(select(func.count(func.distinct(col(LedgerEntry.key))))).scalar_one()
    runs = list(session.execute(select(col(JobRun.job))).scalars())
    return int(check_ins), int(awards), int(awards) - int(keys), runs
