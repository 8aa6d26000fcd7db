"""`bell run` by a clock that starts where a test says: a process that lives through a market day.

The product has no such switch: only this entry point reads `CLOCK_STARTS_AT`.
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
from tests.e2e.process import BotProcess

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


async def play(clock: MovedClock) -> None:
    """Run until told to stop."""
    settings = load_settings()
    set_up_logs(settings)
    bell, stop = App(settings, clock), stop_event()
    try:
        await bell.start()
        ends = [asyncio.ensure_future(bell.wait()), asyncio.ensure_future(stop.wait())]
        done, waiting = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        for task in done:
            task.result()
    finally:
        await bell.stop()


if __name__ == "__main__":
    asyncio.run(play(MovedClock(datetime.fromisoformat(os.environ["CLOCK_STARTS_AT"]))))
