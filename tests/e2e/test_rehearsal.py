"""The rehearsal on a Sunday: its clock is moved on, and a market day comes to pass."""

from datetime import UTC, datetime
from pathlib import Path

from bot.clock import ManualClock, RehearsalClock
from bot.demo import open_rehearsal
from bot.demo_contest import TITLE
from bot.demo_questions import QUESTIONS
from bot.sandbox import cast
from tests.e2e.driver import Driver, button_data, words_of

SUNDAY = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


async def test_a_jump_to_monday_brings_the_brief_and_fills_the_first_order(tmp_path: Path) -> None:
    me = cast.LIN
    async with (
        open_rehearsal(0, RehearsalClock(ManualClock(SUNDAY)), tmp_path) as rehearsal,
        Driver(rehearsal.hall) as driver,
    ):
        await driver.start(me)
        await driver.say(me, me, "/contest")
        contests = await driver.expect_reply(me, containing=TITLE)
        await driver.press(me, contests, button_data(contests, TITLE))
        card = await driver.expect_edit(me, containing=TITLE)
        await driver.press(me, card, button_data(card, "确认报名"))
        await driver.expect_edit(me, containing="✅")
        await driver.say(me, me, "/buy 600519 100")
        order = await driver.expect_reply(me, containing="600519")
        await driver.press(me, order, button_data(order, "确认买入"))
        await driver.expect_edit(me, containing="开盘集合竞价")
        driver.mark()
        rehearsal.hall.fast_forward("2026-11-23T08:31:00+08:00")
        await driver.expect_reply(cast.NEWBIE_GROUP, containing="早报")
        driver.mark()
        rehearsal.hall.fast_forward("2026-11-23T15:02:00+08:00")
        await driver.expect_reply(cast.NEWBIE_GROUP, containing="收盘榜", within=15)
        await driver.say(me, me, "/fills")
        await driver.expect_reply(me, containing="600519 100 股")


async def test_whoever_opens_the_hall_finds_an_expert_and_an_evening_with_questions(
    tmp_path: Path,
) -> None:
    async with (
        open_rehearsal(0, RehearsalClock(ManualClock(SUNDAY)), tmp_path) as rehearsal,
        Driver(rehearsal.hall) as driver,
    ):
        await driver.start(cast.LIN, "ama-1")
        listed = await driver.expect_reply(cast.LIN, containing="11月23日（周一）20:00")
        assert [text in words_of(listed) for _, text in QUESTIONS] == [True, True, False]
        await driver.say(cast.OPERATOR, cast.OPS_GROUP, "/expert")
        staff = await driver.expect_reply(cast.OPS_GROUP, containing="周正")
        assert "证券投资咨询，至 2027 年" in words_of(staff)
        marks = {mark.label for mark in rehearsal.hall.milestones(SUNDAY)}
        assert {"群里答题", "专家问答"} <= marks
