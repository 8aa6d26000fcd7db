"""`make shots`: the pictures in docs/, taken from a rehearsal on a fixed afternoon."""

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.async_api import Page, async_playwright

from bot.clock import ManualClock
from bot.demo import open_rehearsal
from bot.sandbox import cast
from tests.e2e.driver import Driver

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
    clock = ManualClock(AFTERNOON)
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
        await browser.close()


async def _look(page: Page, name: str) -> None:
    await page.wait_for_timeout(1200)  # pictures and fonts arrive
    await page.screenshot(path=DOCS / name)


asyncio.run(main())
