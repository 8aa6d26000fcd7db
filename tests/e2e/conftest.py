"""A stage: the whole bot against the hall over real HTTP, on either database.

Every call that the bot makes in these tests is held against an independent description of
the Bot API when the test ends.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.app import App
from bot.clock import Clock, ManualClock
from bot.config import Settings, load_settings
from bot.demo import furnish
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from db.repositories import inbox
from tests.e2e.conformance import check_all
from tests.e2e.driver import Driver

FRIDAY = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
"""A trading day in Shanghai, ten in the morning there."""


@dataclass(slots=True)
class Stage:
    """The hall, who acts in it, and the bot."""

    hall: Hall
    driver: Driver
    bell: App

    async def settle(self) -> None:
        """Wait until the bot has nothing in hand: what it has not said by now stays unsaid."""
        await self.driver.expect_intake()
        await self.bell.dispatcher.drain(10)
        if self.bell.sender is not None:
            self.bell.sender.wake()

    async def books(self, query: Callable[..., Any], *args: object) -> Any:
        """Look into the database."""
        return await self.bell.db.read(query, *args)

    async def nothing_set_aside(self) -> None:
        """Hold that no update was given up."""
        given_up = await self.books(inbox.set_aside_updates)
        assert [row.error for row in given_up] == []


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
    clock = clock or ManualClock(FRIDAY)  # no brief is due then, whenever the test runs
    hall = Hall(clock, strict=True, keep_all_calls=True, enforce_pace=False)
    async with HallServer(hall) as server, Driver(hall) as driver:
        bell = App(stage_settings(server, url, **changes), clock)
        if furnished:
            await bell.db.run(furnish, hall, clock.now())
        try:
            await bell.start()
            await driver.expect_polling()
            stage = Stage(hall, driver, bell)
            yield stage
            await stage.nothing_set_aside()
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


@pytest.fixture
async def quick_stage(sqlite_url: str) -> AsyncIterator[Stage]:
    """A furnished stage on SQLite, on a Friday that stands still: where neither matters."""
    async with open_stage(sqlite_url, clock=ManualClock(FRIDAY)) as opened:
        yield opened
