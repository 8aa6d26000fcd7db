"""`bell run` by a clock that starts where a test says: a process that lives through a market day.

The product has no such switch: only this entry point reads `CLOCK_STARTS_AT`. The contests'
clock ticks ten times a second here, so that a process killed after one second has ticked.
"""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta

from bot.app import App
from bot.cli import stop_event
from bot.clock import SystemClock
from bot.config import load_settings
from bot.logs import set_up_logs
from jobs.runner import Runner
from jobs.schedule import TIMETABLE
from tests.e2e.process import BotProcess

TICK_SECONDS = 0.1
COMMAND = (sys.executable, "-m", "tests.e2e.clocked")


class MovedClock:
    """The machine's clock, set to another instant, from which it runs on."""

    def __init__(self, start: datetime) -> None:
        self._ahead = timedelta(0)
        self.move_to(start)

    def now(self) -> datetime:
        """Return the present instant by this clock, aware, in UTC."""
        return SystemClock().now() + self._ahead

    def move_to(self, instant: datetime) -> None:
        """Go on from `instant`."""
        self._ahead = instant.astimezone(UTC) - SystemClock().now()


def by_clock(bot: BotProcess, clock: MovedClock) -> BotProcess:
    """Let a process that starts next go by the same clock as the test."""
    bot.command = COMMAND
    bot.environment = {**bot.environment, "CLOCK_STARTS_AT": clock.now().isoformat()}
    return bot


async def _tick_often(runner: Runner) -> None:
    job = next(job for job in TIMETABLE if job.id == "contests")
    while True:
        await runner.tick(job)
        await asyncio.sleep(TICK_SECONDS)


async def play(clock: MovedClock) -> None:
    """Run until told to stop."""
    settings = load_settings()
    set_up_logs(settings)
    bell, stop = App(settings, clock), stop_event()
    try:
        await bell.start()
        ticking = asyncio.create_task(_tick_often(bell.runner))
        ends = [asyncio.ensure_future(bell.wait()), asyncio.ensure_future(stop.wait())]
        done, waiting = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for task in (ticking, *waiting):
            task.cancel()
        for task in done:
            task.result()
    finally:
        await bell.stop()


if __name__ == "__main__":
    asyncio.run(play(MovedClock(datetime.fromisoformat(os.environ["CLOCK_STARTS_AT"]))))
