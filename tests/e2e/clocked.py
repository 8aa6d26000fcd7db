"""`bell run` by a clock that starts where a test says: a process that lives through a market day.

The product has no such switch: only this entry point reads `CLOCK_STARTS_AT`. The contests'
clock ticks ten times a second here, so that a process killed after one second has ticked, and
without the job's lease, so that two processes tick at the same time.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.app import App
from bot.cli import stop_event
from bot.clock import SystemClock
from bot.config import load_settings
from bot.logs import set_up_logs
from bot.telegram.house import House
from jobs.contests import contest_tick
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


def by_clock(bot: BotProcess, clock: MovedClock, leaps: Sequence[datetime] = ()) -> BotProcess:
    """Let a process that starts next go by the same clock as the test, and leap when signalled."""
    bot.command = COMMAND
    bot.environment = {
        **bot.environment,
        "CLOCK_STARTS_AT": clock.now().isoformat(),
        "CLOCK_LEAPS": " ".join(instant.isoformat() for instant in leaps),
    }
    return bot


async def _tick_often(house: House) -> None:
    while True:
        await contest_tick(house, house.clock.now())
        await asyncio.sleep(TICK_SECONDS)


def _leap_at_signals(clock: MovedClock) -> None:
    """Move the clock to the next instant of `CLOCK_LEAPS` at each SIGUSR1."""
    leaps = iter(os.environ.get("CLOCK_LEAPS", "").split())

    def leap() -> None:
        clock.move_to(datetime.fromisoformat(next(leaps)))

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, leap)


async def play(clock: MovedClock) -> None:
    """Run until told to stop."""
    settings = load_settings()
    _leap_at_signals(clock)
    set_up_logs(settings)
    bell, stop = App(settings, clock), stop_event()
    try:
        await bell.start()
        works = (bell.wait(), stop.wait(), _tick_often(bell.house))
        ends = [asyncio.ensure_future(work) for work in works]
        done, waiting = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        for task in done:
            task.result()
    finally:
        await bell.stop()


if __name__ == "__main__":
    asyncio.run(play(MovedClock(datetime.fromisoformat(os.environ["CLOCK_STARTS_AT"]))))
