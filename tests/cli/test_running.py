"""`bell run` as a process against the hall: it starts, refuses, stops and keeps its secrets."""

import asyncio
import time
from pathlib import Path

from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from tests.e2e.driver import Driver
from tests.e2e.nursery import BornBot, Nursery
from tests.e2e.process import BotProcess


async def test_sigterm_ends_it_within_ten_seconds_and_the_token_is_in_no_log_line(
    sqlite_url: str, tmp_path: Path
) -> None:
    hall = Hall(strict=True, enforce_pace=False)
    async with HallServer(hall) as server, Driver(hall) as driver:
        bot = BotProcess(server, sqlite_url, tmp_path, LOG_LEVEL="DEBUG")
        await bot.start()
        await driver.expect_polling(within=30)
        hall.faults.break_server("sendMessage", 502)
        await driver.say(cast.LIN, cast.NEWBIE_GROUP, "签到")
        await driver.say(cast.HE, cast.NEWBIE_GROUP, "签到")
        await driver.expect_reply(cast.NEWBIE_GROUP, within=20)
        began = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began < 10
    log = bot.log.read_text()
    assert "app.stopped" in log
    assert cast.BOT_TOKEN not in log
    assert cast.BOT_TOKEN.partition(":")[2] not in log


async def test_a_refused_token_is_one_sentence_and_exit_code_two(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    hall = Hall()
    async with HallServer(hall) as server:
        bot = BornBot(nursery, server, sqlite_url, tmp_path, BOT_TOKEN="7000000009:" + "x" * 30)
        await bot.start()
        assert await bot.wait() == 2
    log = bot.log.read_text()
    assert "BOT_TOKEN was refused by Telegram" in log
    assert "Traceback" not in log
    assert "x" * 30 not in log


async def test_a_second_bot_on_the_same_sqlite_file_is_refused(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    hall = Hall()
    async with HallServer(hall) as server, Driver(hall) as driver:
        first = BornBot(nursery, server, sqlite_url, tmp_path)
        await first.start()
        await driver.expect_polling(within=30)
        other = tmp_path / "other"
        other.mkdir()
        second = BornBot(nursery, server, sqlite_url, other)
        await second.start()
        assert await second.wait() == 2
        assert "Another bot is running" in second.log.read_text()
        assert await first.stop() == 0


async def test_it_waits_for_the_network_at_start_and_goes_on_when_it_comes(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    hall = Hall()
    server = HallServer(hall)
    await server.start()
    await server.stop()
    bot = BornBot(nursery, server, sqlite_url, tmp_path)
    await bot.start()
    async with asyncio.timeout(30):
        while "app.no_network" not in bot.log.read_text():  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.1)
    async with server, Driver(hall) as driver:
        await driver.expect_polling(within=30)
        assert await bot.stop() == 0
