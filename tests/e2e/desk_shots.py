"""The desk's pictures in docs/: its card, the nine briefs of a day, a correction, moderation."""

import base64
import io
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.async_api import Browser, Page

from bot.clock import ManualClock, RehearsalClock
from bot.demo import open_rehearsal
from bot.members.tiers import Binding
from bot.sandbox import cast
from tests.briefs.houses import bind
from tests.e2e.driver import Driver, JsonObject, button_data

DAWN = datetime(2026, 11, 20, 7, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
SLOTS = (("07:51", "08:31", "早报"), ("11:06", "11:46", "午报"), ("15:06", "15:46", "晚报"))
TIERS = {
    "新手群": cast.NEWBIE_GROUP,
    "进阶群": cast.ADVANCED_GROUP,
    "高净值 VIP 群": cast.VIP_GROUP,
}
OPS = cast.OPS_GROUP
COLUMN = 370
REASON = "午报发出时引用了过期的行情"
LURE = "想要代码的加微信 abc12345"
STYLE = """
@font-face { font-family: Hall; src: url("/hall-static/NotoSansSC.otf");
  unicode-range: U+0-B6, U+B8-10FFFF; }
body { margin: 0; padding: 22px; background: #fff; font: 17px Hall, sans-serif; }
table { border-collapse: separate; border-spacing: 14px 8px; }
th { text-align: left; font-weight: 500; color: #5c6770; padding: 2px 6px; }
td { vertical-align: top; } img { width: 370px; display: block; }
"""


async def take(browser: Browser, docs: Path) -> None:
    """Let a day pass at the desk and take its pictures into `docs`."""
    clock = RehearsalClock(ManualClock(DAWN))
    folder = Path(tempfile.mkdtemp(prefix="belldesk"))
    async with open_rehearsal(0, clock, folder) as rehearsal:
        driver = Driver(rehearsal.hall)
        await driver.expect_polling()
        page = await browser.new_page(viewport={"width": 1180, "height": 1500})
        await page.goto(rehearsal.page_url)
        await page.locator(".person", has_text="苏乔").click()
        shots: dict[tuple[str, str], bytes] = {}
        for draft, due, name in SLOTS:
            driver.mark()
            rehearsal.hall.fast_forward(f"2026-11-20T{draft}:00+08:00")
            card = await driver.expect_reply(OPS, containing=name, within=30)
            if name == "午报":
                await _desk(driver, page, card, docs)
            rehearsal.hall.fast_forward(f"2026-11-20T{due}:00+08:00")
            for title, group in TIERS.items():
                post = await driver.expect_reply(group, containing=name, within=30)
                shots[title, name] = await _row(page, title, post)
        await _keeping(driver, page, docs)
        await _sheet(page, shots, docs / "briefs.png")


async def take_correction(browser: Browser, docs: Path) -> None:
    """Let a noon brief in two groups be corrected and take the picture of it into `docs`."""
    clock = RehearsalClock(ManualClock(DAWN))
    folder = Path(tempfile.mkdtemp(prefix="bellfix"))
    async with open_rehearsal(0, clock, folder) as rehearsal:
        driver, hall = Driver(rehearsal.hall), rehearsal.hall
        await driver.expect_polling()
        await rehearsal.bell.db.run(bind, cast.ADVANCED_GROUP, Binding.NEWBIE)
        hall.fast_forward("2026-11-20T11:06:00+08:00")
        await driver.expect_reply(OPS, containing="午报", within=30)
        hall.fast_forward("2026-11-20T11:46:00+08:00")
        for group in TIERS.values():
            await driver.expect_reply(group, containing="午报", within=30)
        hall.fast_forward("2026-11-20T14:32:00+08:00")
        offered = await _correct(driver)
        post = await driver.expect_edit(cast.NEWBIE_GROUP, containing="更正 14:32", within=30)
        await driver.expect_edit(cast.ADVANCED_GROUP, containing="更正 14:32", within=30)
        hall.fast_forward("2026-11-20T14:33:00+08:00")
        card = await driver.expect_edit(OPS, containing="已改 2/2", within=30)
        page = await browser.new_page(viewport={"width": 1180, "height": 1500})
        await page.goto(rehearsal.page_url)
        await page.locator(".person", has_text="苏乔").click()
        shots = {
            "新手群 · 更正后的午报": [await _row(page, "新手群", post)],
            "运营群 · 选要改的数字，看进度": [
                await _row(page, "运营群", message) for message in (offered, card)
            ],
        }
        await pair(page, shots, docs / "correction.png")


async def _correct(driver: Driver) -> JsonObject:
    """Put the first figure right that the newest quotes offer; return the offers."""
    await driver.say(cast.OPERATOR, OPS, "/correct 2026-11-20 午 新手")
    which = await driver.expect_reply(OPS, containing="要更正哪一份")
    await driver.press(cast.OPERATOR, which, button_data(which, "简体中文"))
    form = await driver.expect_reply(OPS, containing="要怎么改")
    await driver.press(cast.OPERATOR, form, button_data(form, "改数字"))
    offered = await driver.expect_reply(OPS, containing="要改哪一个", within=15)
    await driver.press(cast.OPERATOR, offered, button_data(offered, "→"))
    asked = await driver.expect_reply(OPS, containing="为什么要更正")
    await driver.say(cast.OPERATOR, OPS, REASON, reply_to=asked["message_id"])
    radius = await driver.expect_reply(OPS, containing="按钮不变", within=15)
    await driver.press(cast.OPERATOR, radius, button_data(radius, "确认更正"))
    return offered


async def _desk(driver: Driver, page: Page, card: JsonObject, docs: Path) -> None:
    """Show the card with a draft under it, as an operator sees them."""
    await driver.press(cast.OPERATOR, card, button_data(card, "看进阶"))
    await driver.expect_reply(OPS, containing="〔预览")
    await _open(page, "运营群")
    await save(await page.locator(".hall").screenshot(), docs / "desk.png")


async def _keeping(driver: Driver, page: Page, docs: Path) -> None:
    """Show what becomes of a lure, and how the archive stands."""
    await driver.say(cast.LIN, cast.NEWBIE_GROUP, LURE)
    await driver.expect_reply(OPS, containing="R-040")
    said = await driver.say(cast.HE, cast.NEWBIE_GROUP, "我的老师说这只明天要涨停，跟我买")
    await driver.say(cast.DANIEL, cast.NEWBIE_GROUP, "/report 荐股", reply_to=said)
    await driver.say(cast.OPERATOR, OPS, "/archive")
    await driver.expect_reply(OPS, containing="存档")
    await _open(page, "运营群")
    await save(await page.locator(".hall").screenshot(), docs / "compliance.png")


async def _open(page: Page, title: str) -> None:
    await page.locator(".chat", has_text=title).first.click()
    await page.wait_for_timeout(1500)  # pictures and fonts arrive


async def _row(page: Page, title: str, post: JsonObject) -> bytes:
    await page.set_viewport_size({"width": 1060, "height": 1500})
    await _open(page, title)
    topic = page.get_by_role("tab", name="早午晚报")
    if await topic.is_visible():
        await topic.click()
        await page.wait_for_timeout(800)
    row = page.locator(f'[data-message="{post["message_id"]}"] .stack')
    return await row.screenshot()


async def _sheet(page: Page, shots: dict[tuple[str, str], bytes], path: Path) -> None:
    """Put nine briefs on one sheet: a column for each slot, a row for each tier."""
    slots = [name for _, _, name in SLOTS]
    rows = [
        "<tr>"
        + "".join(f"<th>{title} · {name}</th>" for name in slots)
        + "</tr><tr>"
        + "".join(f"<td>{_image(shots[title, name])}</td>" for name in slots)
        + "</tr>"
        for title in TIERS
    ]
    await page.set_viewport_size({"width": 3 * COLUMN + 120, "height": 900})
    await page.set_content(f"<style>{STYLE}</style><table>{''.join(rows)}</table>")
    await page.wait_for_timeout(500)
    await save(await page.screenshot(full_page=True), path)


async def pair(page: Page, shots: dict[str, list[bytes]], path: Path) -> None:
    """Put columns of messages side by side, each at its own size."""
    heads = "".join(f"<th>{title}</th>" for title in shots)
    row = "".join(f"<td>{''.join(_image(png) for png in pngs)}</td>" for pngs in shots.values())
    style = STYLE + "img { width: auto; margin-bottom: 14px; }"
    await page.set_viewport_size({"width": len(shots) * (COLUMN + 55), "height": 300})
    await page.set_content(f"<style>{style}</style><table><tr>{heads}</tr><tr>{row}</tr></table>")
    await page.wait_for_timeout(500)
    await save(await page.screenshot(full_page=True), path)


def _image(png: bytes) -> str:
    return f'<img src="data:image/png;base64,{base64.b64encode(png).decode()}">'


async def save(png: bytes, path: Path) -> None:
    """Write a picture with the few colours that a screen of text needs."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(28, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        path, optimize=True
    )
