"""`make shots`: the pictures in docs/, taken from a rehearsal on a fixed afternoon."""

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.async_api import Page, async_playwright

from bot.clock import ManualClock, RehearsalClock
from bot.demo import Rehearsal, open_rehearsal
from bot.demo_contest import TITLE
from bot.sandbox import cast
from tests.e2e import desk_shots, question_shots
from tests.e2e.driver import Driver, button_data

DOCS = Path(__file__).parents[2] / "docs"
AFTERNOON = datetime(2026, 11, 20, 15, 46, tzinfo=ZoneInfo("Asia/Shanghai"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


async def main() -> None:
    """Play a short scene and take the pictures."""
    clock = RehearsalClock(ManualClock(AFTERNOON))
    folder = Path(tempfile.mkdtemp(prefix="bellshots"))
    async with open_rehearsal(0, clock, folder) as rehearsal, async_playwright() as playwright:
        driver = Driver(rehearsal.hall)
        await driver.expect_polling()
        for group in (cast.NEWBIE_GROUP, cast.ADVANCED_GROUP, cast.VIP_GROUP):
            await driver.expect_reply(group, containing="模拟行情", within=30)
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = await browser.new_page(viewport={"width": 1280, "height": 860})
        await page.goto(rehearsal.page_url)
        await _look(page, "brief.png")
        await driver.say(cast.LIN, cast.NEWBIE_GROUP, "签到")
        reply = await driver.expect_reply(cast.NEWBIE_GROUP, containing="签到成功")
        await driver.say(cast.HE, cast.NEWBIE_GROUP, "打卡")
        await driver.expect_reply(cast.NEWBIE_GROUP, containing="签到成功")
        data = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await driver.press(cast.LIN, reply, data)
        await driver.expect_edit(cast.NEWBIE_GROUP, message_id=reply["message_id"])
        await _look(page, "hall.png")
        await page.set_viewport_size({"width": 380, "height": 780})
        await _look(page, "phone.png")
        await page.set_viewport_size({"width": 1280, "height": 1180})
        await _play_a_contest(rehearsal, driver)
        await page.goto(rehearsal.page_url)
        await _look(page, "contest.png")
        await browser.close()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        await desk_shots.take(browser, DOCS)
        await desk_shots.take_correction(browser, DOCS)
        await question_shots.take(browser, DOCS)
        await browser.close()


ORDERS = {
    cast.LIN: ("/buy 600519 100", "/buy 300750 300"),
    cast.HE: ("/buy 000333 2000", "/buy 600036 1000"),
    cast.DANIEL: ("/buy 002594 500",),
}


async def _play_a_contest(rehearsal: Rehearsal, driver: Driver) -> None:
    """Let three people join and order, and two trading days pass."""
    for person, orders in ORDERS.items():
        await driver.start(person)
        await driver.say(person, person, "/contest")
        contests = await driver.expect_reply(person, containing=TITLE)
        await driver.press(person, contests, button_data(contests, TITLE))
        card = await driver.expect_edit(person, containing=TITLE)
        await driver.press(person, card, _button(card, "contests:join-"))
        await driver.expect_edit(person, containing="✅")
        for order in orders:
            await driver.say(person, person, order)
            shown = await driver.expect_reply(person, containing=order.split()[1])
            await driver.press(person, shown, _button(shown, "order:y-"))
            await driver.expect_edit(person, containing="✅")
    for moment in ("2026-11-23T09:26", "2026-11-23T15:02", "2026-11-24T09:26", "2026-11-24T15:02"):
        driver.mark()
        rehearsal.hall.fast_forward(f"{moment}:00+08:00")
        if moment.endswith("15:02"):
            await driver.expect_reply(cast.NEWBIE_GROUP, containing=TITLE, within=30)
        else:
            await asyncio.sleep(3)


def _button(message: dict[str, Any], part: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(
        b["callback_data"] for row in rows for b in row if part in b.get("callback_data", "")
    )


async def _look(page: Page, name: str) -> None:
    await page.wait_for_timeout(1200)  # pictures and fonts arrive
    await page.screenshot(path=DOCS / name)


asyncio.run(main())
