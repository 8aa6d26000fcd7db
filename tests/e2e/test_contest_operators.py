"""A contest as its operators live it: the form, entry, a dispute undone by two, the prizes."""

from datetime import date

from bot.clock import ManualClock
from bot.sandbox import cast
from tests.e2e.conftest import Stage, open_stage
from tests.e2e.driver import JsonObject, buttons_of, words_of
from tests.e2e.test_contest import MONDAY, TITLE, _join, _order, _pass, at

LAST_FRIDAY = date(2026, 11, 13)


async def _says(
    stage: Stage, text: str, containing: str, person: int = cast.OPERATOR
) -> JsonObject:
    await stage.driver.say(person, person, text)
    return await stage.driver.expect_reply(person, containing=containing)


async def _presses(
    stage: Stage, message: JsonObject, label: str, containing: str, person: int = cast.OPERATOR
) -> JsonObject:
    shown = next(b for b in buttons_of(message) if label in b["text"])
    await stage.driver.press(person, message, shown["callback_data"])
    return await stage.driver.expect_edit(message["chat"]["id"], containing=containing)


async def test_a_contest_from_its_form_to_its_prizes(sqlite_url: str) -> None:
    clock = ManualClock(at(LAST_FRIDAY, "10:00"))
    async with open_stage(sqlite_url, clock=clock) as stage:
        driver = stage.driver
        form = await _says(stage, "/contest new", "开始日：11月16日")
        for label, typed in (("名称", TITLE), ("结束日", "11月16日"), ("报名截止", "11月16日")):
            await _presses(stage, form, label, "直接发一条消息")
            form = await _says(stage, typed, "新建模拟赛")
        card = await _presses(stage, form, "创建", "已创建")
        await _presses(stage, card, "公布报名", "开始报名")
        await driver.expect_reply(cast.NEWBIE_GROUP, containing="11月16日（周一）当天及以前")
        await _join(stage, cast.LIN)
        await _pass(stage, clock, at(MONDAY, "08:50"))
        await _order(stage, cast.LIN, "/buy 600519 100")
        await _pass(stage, clock, at(MONDAY, "09:16"))
        await _pass(stage, clock, at(MONDAY, "09:27"))
        await _says(stage, "/dispute 1.1 我想卖不是想买", "1 号异议", cast.LIN)
        case = await driver.expect_reply(cast.OPS_GROUP, containing="1 号异议")
        undo = next(b for b in buttons_of(case) if "作废" in b["text"])
        await driver.press(cast.OPERATOR, case, undo["callback_data"])
        await driver.expect_reply(cast.OPERATOR, containing="写给成员的答复")
        await _says(stage, "核对后作废", "另一位运营")
        waits = await driver.expect_reply(cast.OPS_GROUP, containing="待第二人确认")
        await _presses(stage, waits, "确认作废", "已经执行", cast.OWNER)
        await driver.expect_reply(cast.LIN, containing="异议成立")
        await _pass(stage, clock, at(MONDAY, "15:03"))
        state = words_of(await _says(stage, "/contest status 1", "【已结束】"))
        assert "1 人参加，0 笔模拟委托在等成交" in state
        purse = await _says(stage, "/contest award 1", "待发 1 人")
        await _presses(stage, purse, "发给 1 人", "已发给 1 人")
        await driver.expect_reply(cast.LIN, containing="奖励到了：+20 积分")
        assert "都已发放" in words_of(await _says(stage, "/contest award 1", "已发"))
