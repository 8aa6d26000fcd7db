"""A broadcast over real HTTP: written in private, approved by another, sent, the rest cancelled."""

from io import BytesIO

from PIL import Image

from bot.broadcast.states import BroadcastState
from bot.clock import ManualClock
from bot.sandbox import cast
from db.repositories import broadcast as broadcasts
from jobs.broadcast import broadcast_tick
from tests.e2e.conftest import FRIDAY, Stage, open_stage
from tests.e2e.driver import JsonObject, words_of

OPS, NEWBIES, AUTHOR = cast.OPS_GROUP, cast.NEWBIE_GROUP, cast.OPERATOR
TEXT = "周三晚上有一场直播，讲怎么看财报。"


async def write(stage: Stage) -> JsonObject:
    """Write a broadcast for the newbies' group and its people; return its form."""
    driver = stage.driver
    for person in (cast.LIN, cast.HE, AUTHOR, cast.OWNER):
        await driver.start(person)
        await driver.expect_reply(person)
    await driver.say(AUTHOR, AUTHOR, "/broadcast")
    form = await driver.expect_reply(AUTHOR, containing="还没有正文")
    await driver.press(AUTHOR, form, "broadcast:f-1-text")
    await driver.expect_edit(AUTHOR, containing="把正文发给我")
    await driver.say(AUTHOR, AUTHOR, TEXT)
    form = await driver.expect_reply(AUTHOR, containing="还没有选发给谁")
    for field in ("发到群", "私聊发给"):
        await driver.press(AUTHOR, form, field)
        chosen = await driver.expect_edit(AUTHOR, containing=field)
        await driver.press(AUTHOR, chosen, "新手")
        chosen = await driver.expect_edit(AUTHOR, containing=f"{field}：新手")
        await driver.press(AUTHOR, chosen, "返回表单")
        form = await driver.expect_edit(AUTHOR, containing=f"{field}：新手")
    return form


async def submit(stage: Stage) -> JsonObject:
    """Submit it; return the card in the operators' group."""
    driver, form = stage.driver, await write(stage)
    await driver.press(AUTHOR, form, "核对影响范围")
    check = await driver.expect_edit(AUTHOR, containing="会影响到谁")
    assert "私聊：2 人" in words_of(check) and "没有和我私聊过 1" in words_of(check)
    driver.mark()
    await driver.press(AUTHOR, check, "提交")
    await stage.settle()
    return await driver.expect_reply(OPS, containing="等待批准")


async def tick(stage: Stage, clock: ManualClock) -> None:
    """Let the job run once, and the outbox send."""
    await broadcast_tick(stage.bell.house, clock.now())
    assert stage.bell.sender is not None
    stage.bell.sender.wake()


async def test_one_writes_another_approves_and_each_reader_gets_it_once(sqlite_url: str) -> None:
    clock = ManualClock(FRIDAY)
    async with open_stage(sqlite_url, clock=clock) as stage:
        driver, card = stage.driver, await submit(stage)
        query = await driver.press(AUTHOR, card, "批准发送")
        await driver.expect_answer(query, containing="另一位运营")
        await driver.press(cast.OWNER, card, "在私聊里看真实效果")
        await driver.expect_reply(cast.OWNER, containing=TEXT)
        await driver.press(cast.OWNER, card, "批准发送")
        await driver.expect_edit(OPS, containing="批准")
        driver.mark()
        await tick(stage, clock)
        for chat in (NEWBIES, cast.LIN, cast.HE):
            await driver.expect_reply(chat, containing=TEXT)
        for _ in range(3):
            clock.advance(seconds=20)
            await tick(stage, clock)
            await stage.settle()
        await driver.expect_edit(OPS, containing="已发 3 · 等待 0")
        for chat in (NEWBIES, cast.LIN, cast.HE):
            told = [m for m in stage.hall.chat(chat).history() if TEXT in words_of(m)]
            assert len(told) == 1
        found = await stage.books(broadcasts.by_id, 1)
        assert found.state is BroadcastState.DONE


async def test_what_has_not_left_can_be_cancelled(sqlite_url: str) -> None:
    clock = ManualClock(FRIDAY.replace(hour=13, minute=50))  # ten to ten in the evening
    async with open_stage(sqlite_url, clock=clock) as stage:
        driver, card = stage.driver, await submit(stage)
        await driver.press(cast.OWNER, card, "批准发送")
        await driver.expect_edit(OPS, containing="批准")
        assert stage.bell.sender is not None
        await stage.bell.sender.stop(5)  # so that nothing leaves before the operator decides
        await broadcast_tick(stage.bell.house, clock.now())
        clock.advance(minutes=15)
        await broadcast_tick(stage.bell.house, clock.now())
        await driver.press(cast.OWNER, driver.current(card), "取消")
        sure = await driver.expect_edit(OPS, containing="收不回来")
        await driver.press(cast.OWNER, sure, "取消，不再发送")
        await driver.expect_edit(OPS, containing="拦下 3 条，此前已发出 0 条")
        found = await stage.books(broadcasts.by_id, 1)
        assert found.state is BroadcastState.CANCELLED


async def test_a_photo_that_is_answered_with_the_command_goes_along(sqlite_url: str) -> None:
    async with open_stage(sqlite_url, clock=ManualClock(FRIDAY)) as stage:
        await stage.driver.start(AUTHOR)
        await stage.driver.expect_reply(AUTHOR)
        photo = stage.hall.send_photo(AUTHOR, AUTHOR, png(), caption=TEXT)
        await stage.driver.say(AUTHOR, AUTHOR, "/broadcast", reply_to=photo["message_id"])
        form = await stage.driver.expect_reply(AUTHOR, containing="图片：有一张")
        assert TEXT in words_of(form)
        stage.driver.mark()
        await stage.driver.press(AUTHOR, form, "在私聊里看真实效果")
        shown = await stage.driver.expect_reply(AUTHOR, containing=TEXT)
        assert shown["photo"]


def png() -> bytes:
    """Return a small picture."""
    content = BytesIO()
    Image.new("RGB", (320, 180), "white").save(content, "PNG")
    return content.getvalue()
