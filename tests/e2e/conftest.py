"""A stage: the whole bot against the hall over real HTTP, on either database.

Every call that the bot makes in these tests is held against an independent description of
the Bot API when the test ends.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.app import App
from bot.clock import Clock, SystemClock
from bot.config import Settings, load_settings
from bot.demo import furnish
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from tests.e2e.conformance import check_all
from tests.e2e.driver import Driver


@dataclass(slots=True)
class Stage:
    """The hall, who acts in it, and the bot."""

    hall: Hall
    driver: Driver
    bell: App


def stage_settings(server: HallServer, url: str, **changes: object) -> Settings:
    """Return settings for a bot in the hall."""
    given = {
        "bot_token": cast.BOT_TOKEN,
        "owner_ids": str(cast.OWNER),
        "telegram_api_base": server.base_url,
        "database_url": url,
        "quotes": "rehearsal",
        "listen": "",
        "send_rate": 0,
        "send_rate_private": 0,
        "send_rate_group": 0,
        "_env_file": None,
    }
    return load_settings(**(given | changes))


@asynccontextmanager
async def open_stage(
    url: str, *, clock: Clock | None = None, furnished: bool = True, **changes: object
) -> AsyncIterator[Stage]:
    """Open the hall with the bot in it; check every call when it closes."""
    clock = clock or SystemClock()
    hall = Hall(clock, strict=True, keep_all_calls=True, enforce_pace=False)
    async with HallServer(hall) as server, Driver(hall) as driver:
        bell = App(stage_settings(server, url, **changes), clock)
        if furnished:
            await bell.db.run(furnish, hall, clock.now())
        try:
            await bell.start()
            await driver.expect_polling()
            yield Stage(hall, driver, bell)
        finally:
            await bell.stop()
        assert check_all(hall.calls.records) == []


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with open_stage(database_url) as opened:
        yield opened


@pytest.fixture
async def bare_stage(sqlite_url: str) -> AsyncIterator[Stage]:
    """A stage whose groups are not bound yet."""
    async with open_stage(sqlite_url, furnished=False) as opened:
        yield opened
