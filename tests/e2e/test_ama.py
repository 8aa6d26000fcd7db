"""An AMA in the rehearsal hall: called for, asked, voted, held, summed up, at its times."""

from datetime import datetime, timedelta

from bot.ama.states import AmaState
from bot.clock import ManualClock
from bot.sandbox import cast
from db.repositories import ama
from jobs.ama import ama_tick
from tests.e2e.conftest import FRIDAY, Stage, open_stage
from tests.e2e.driver import JsonObject, button_data, words_of

GROUP, OPS = cast.NEWBIE_GROUP, cast.OPS_GROUP
FORM = "/ama new\n标题：怎样读懂财报\n主讲：@zhou_zheng\n时间：今天 20:00\n时长：60\n范围：新手"
FIRST, SECOND = "现金流量表要先看哪几行？", "毛利率下降说明什么问题？"
STARTS = FRIDAY + timedelta(hours=10)


async def test_from_the_form_to_the_digest(sqlite_url: str) -> None:
    clock = ManualClock(FRIDAY)
    async with open_stage(sqlite_url, clock=clock) as stage:
        call = await _called(stage)
        await _asked(stage, call)
        await _tick(stage, clock, STARTS)
        for question, answer in ((SECOND, "先看是涨价还是降本"), (FIRST, "先看经营活动那一行")):
            card = await stage.driver.expect_reply(OPS, containing=f"{question}\n回复这条")
            await stage.driver.say(cast.EXPERT, OPS, answer, reply_to=card["message_id"])
            await stage.settle()
            live = await stage.driver.expect_reply(GROUP, containing=answer)
            assert "周正 答：" in words_of(live)
        stage.driver.mark()
        for minutes in (60, 61, 62):
            await _tick(stage, clock, STARTS + timedelta(minutes=minutes))
        digest = await stage.driver.expect_reply(GROUP, containing="2 个问题答了 2 个")
        assert "photo" in digest
        await stage.settle()
        assert len(stage.driver.replies(GROUP)) == 1
        assert (await stage.books(ama.by_id, 1)).state is AmaState.CLOSED


async def _called(stage: Stage) -> JsonObject:
    """Let an operator fill the form in and call for questions; return the call."""
    driver = stage.driver
    await driver.start(cast.OPERATOR)
    await driver.say(cast.OPERATOR, cast.OPERATOR, FORM)
    preview = await driver.expect_reply(cast.OPERATOR, containing="还没有人看到")
    await driver.press(cast.OPERATOR, preview, button_data(preview, "发出征集"))
    await stage.settle()
    return await driver.expect_reply(GROUP, containing="开始征集问题")


async def _asked(stage: Stage, call: JsonObject) -> None:
    """Let two members ask, an operator list both, and a third vote for the second."""
    driver = stage.driver
    for person, text in ((cast.LIN, FIRST), (cast.HE, SECOND)):
        await driver.start(person)
        await driver.say(person, GROUP, text, reply_to=call["message_id"])
        await stage.settle()
        card = await driver.expect_reply(OPS, containing=text)
        await driver.press(cast.OPERATOR, card, button_data(card, "上榜"))
        await stage.settle()
        await driver.expect_edit(OPS, containing="已上榜")
    await driver.start(cast.DANIEL, "ama-1")
    listed = await driver.expect_reply(cast.DANIEL, containing=SECOND)
    await driver.press(cast.DANIEL, listed, "ama:vote-2-0")
    await driver.expect_edit(cast.DANIEL, containing=SECOND)


async def _tick(stage: Stage, clock: ManualClock, now: datetime) -> None:
    clock.move_to(now)
    await ama_tick(stage.bell.house, now)
    assert stage.bell.sender is not None
    stage.bell.sender.wake()
