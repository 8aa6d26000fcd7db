"""The page in a real browser, with a small bot behind it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, async_playwright, expect

from bot.sandbox.cast import ADVANCED_GROUP, HE, LIN, NEWBIE_GROUP
from bot.sandbox.hall import Hall
from bot.sandbox.page import HallPageServer, Served, serve_hall
from bot.sandbox.refusals import NotLoopbackError
from tests.sandbox.echo_bot import EchoBot

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
in_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}"),
    pytest.mark.asyncio(loop_scope="module"),
]
pytestmark = in_browser


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[BrowserContext]:
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await running.new_context()
        context.set_default_timeout(8000)
        yield context
        await running.close()


@pytest.fixture(scope="module")
def page_port() -> int:
    """One port for all, so that the browser loads the font and the scripts only once."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest_asyncio.fixture(loop_scope="module")
async def served(page_port: int) -> AsyncIterator[Served]:
    hall = Hall(strict=True, enforce_pace=False)
    async with serve_hall(hall, page_port=page_port) as running:
        bot = asyncio.create_task(EchoBot(running.server).run())
        await hall.updates.polling.wait()
        yield running
        bot.cancel()
        with suppress(asyncio.CancelledError):
            await bot


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: BrowserContext, served: Served) -> AsyncIterator[Page]:
    async for opened in open_page(browser, served, 1280):
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: BrowserContext, served: Served) -> AsyncIterator[Page]:
    async for opened in open_page(browser, served, 380):
        yield opened


async def open_page(browser: BrowserContext, served: Served, width: int) -> AsyncIterator[Page]:
    troubles: list[str] = []
    opened = await browser.new_page()
    await opened.set_viewport_size({"width": width, "height": 760})
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("requestfailed", lambda request: troubles.append(f"failed: {request.url}"))
    opened.on(
        "request",
        lambda request: (
            None
            if "127.0.0.1" in request.url or request.url.startswith("data:")
            else troubles.append(f"left the machine: {request.url}")
        ),
    )
    await opened.goto(served.page_url)
    await expect(opened.get_by_label("以 林小满 的身份写消息")).to_be_visible()
    yield opened
    await opened.close()
    assert troubles == []


async def write(page: Page, text: str) -> None:
    field = page.locator(".composer textarea")
    await field.fill(text)
    await field.press("Enter")
    await expect(field).to_have_value("")


async def test_the_first_screen_invites_a_check_in_and_gets_an_answer(page: Page) -> None:
    await expect(page.get_by_text("模拟环境")).to_be_visible()
    await expect(page.get_by_text("输入「签到」试试")).to_be_visible()
    await write(page, "签到")
    answer = page.locator(".row.theirs", has_text="签到成功")
    await expect(answer.locator(".quote")).to_contain_text("签到")
    await expect(answer.locator("b")).to_have_text("签到成功")
    await expect(page.get_by_text("输入「签到」试试")).to_be_hidden()
    await expect(page.locator(".call", has_text="sendMessage")).to_contain_text("成功")


async def test_a_pressed_button_shows_the_answer_and_the_edit(page: Page) -> None:
    await write(page, "签到")
    await page.get_by_role("button", name="股价 × 股数").click()
    await expect(page.locator(".alert")).to_contain_text("再想想")
    await page.get_by_role("button", name="知道了").click()
    await page.get_by_role("button", name="股价 ÷ 每股盈利").click()
    await expect(page.locator(".toast")).to_contain_text("答对了，积分 +5")
    edited = page.locator(".row", has_text="今日一题答对了")
    await expect(edited.get_by_text("已编辑")).to_be_visible()
    await expect(edited.locator(".key")).to_have_count(0)


async def test_a_picture_opens_larger_and_its_bytes_arrive(page: Page) -> None:
    await write(page, "图")
    small = page.locator(".photo img")
    await expect(small).to_be_visible()
    await small.evaluate("image => image.decode()")
    await page.get_by_role("button", name="点开看大图").click()
    await expect(page.locator(".viewer img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".viewer img")).to_be_hidden()


async def test_own_messages_can_be_edited_and_any_replied_to(page: Page, served: Served) -> None:
    await write(page, "大家早")
    mine = page.locator(".row.mine", has_text="大家早")
    await mine.hover()
    await mine.get_by_role("button", name="编辑").click()
    await expect(page.locator(".composer textarea")).to_have_value("大家早")
    await write(page, "大家早上好")
    mine = page.locator(".row.mine", has_text="大家早上好")
    await expect(mine.get_by_text("已编辑")).to_be_visible()
    await mine.hover()
    await mine.get_by_role("button", name="回复").click()
    await expect(page.locator(".context")).to_contain_text("回复 林小满：大家早上好")
    await write(page, "补一句")
    await expect(page.locator(".row.mine .quote")).to_contain_text("大家早上好")
    last = served.server.hall.chat(NEWBIE_GROUP).history()[-1]
    assert last["reply_to_message"]["text"] == "大家早上好"


async def test_other_people_see_their_own_groups_topics_and_unread_counts(
    page: Page, served: Served
) -> None:
    hall = served.server.hall
    hall.say(HE, ADVANCED_GROUP, "什么是 T+1？", topic=hall.topic_named(ADVANCED_GROUP, "提问"))
    await page.get_by_role("button", name="Daniel Wu").click()
    group = page.locator("button.chat", has_text="进阶群")
    await expect(group.locator(".badge")).to_be_visible()
    await group.click()
    await page.get_by_role("tab", name="提问").click()
    await expect(page.locator(".row", has_text="什么是 T+1？")).to_be_visible()
    await write(page, "一起等答案")
    await expect(page.locator(".row.mine")).to_contain_text("一起等答案")
    assert hall.chat(ADVANCED_GROUP).history()[-1]["is_topic_message"]
    await page.get_by_role("tab", name="闲聊").click()
    await expect(page.locator(".row", has_text="什么是 T+1？")).to_have_count(0)


async def test_a_slash_offers_the_commands_and_choosing_one_fills_it_in(page: Page) -> None:
    field = page.locator(".composer textarea")
    await field.press_sequentially("/po")
    await expect(page.locator(".offer")).to_have_count(1)
    await page.get_by_role("button", name="/points").click()
    await expect(field).to_have_value("/points ")


async def test_a_private_chat_begins_with_start(page: Page, served: Served) -> None:
    await page.get_by_role("button", name="私聊").click()
    await page.get_by_role("button", name="开始").click()
    await expect(page.locator(".row.theirs", has_text="你好，我在。")).to_be_visible()
    assert served.server.hall.person(LIN).started


async def test_what_people_write_is_shown_and_never_run(page: Page) -> None:
    await write(page, "<img src=x onerror=alert(1)> & <b>粗</b>")
    shown = page.locator(".row.mine .text")
    await expect(shown).to_have_text("<img src=x onerror=alert(1)> & <b>粗</b>")
    assert await shown.locator("img, b").count() == 0


async def test_a_phone_shows_one_pane_at_a_time_and_nothing_sticks_out(phone: Page) -> None:
    await write(phone, "签到")
    await expect(phone.locator(".row.theirs")).to_be_visible()
    await expect(phone.locator(".side")).to_be_hidden()
    await phone.get_by_role("button", name="聊天", exact=True).click()
    await expect(phone.locator(".side")).to_be_visible()
    await phone.locator("button.chat", has_text="进阶群").click()
    await expect(phone.locator(".side")).to_be_hidden()
    await phone.get_by_role("button", name="加入这个群").click()
    await expect(phone.get_by_role("tab", name="提问")).to_be_visible()
    assert await phone.evaluate("document.documentElement.scrollWidth") == 380


async def test_chinese_is_drawn_with_the_font_that_the_page_brings(page: Page) -> None:
    loaded = "document.fonts.ready.then(() => document.fonts.check('16px \"Hall Sans\"', '签到'))"
    assert await page.evaluate(loaded)
    names = await page.evaluate("[...document.fonts].map(f => f.family + ' ' + f.status)")
    assert any("Hall Sans" in name and "loaded" in name for name in names)


async def test_the_page_too_refuses_to_listen_where_others_could_reach_it() -> None:
    with pytest.raises(NotLoopbackError):
        HallPageServer(Hall(), "0.0.0.0")
