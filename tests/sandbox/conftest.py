from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.clock import ManualClock
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer

START = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _durations_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
def hall(clock: ManualClock) -> Hall:
    return Hall(clock, strict=True, keep_all_calls=True)


@pytest.fixture
async def server(hall: Hall) -> AsyncIterator[HallServer]:
    async with HallServer(hall) as running:
        yield running


@pytest.fixture
async def bot(server: HallServer) -> AsyncIterator[Bot]:
    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"trust_env": False, "verify": False})

    async with Bot(
        cast.BOT_TOKEN,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=request(),
        get_updates_request=request(),
    ) as ready:
        yield ready
