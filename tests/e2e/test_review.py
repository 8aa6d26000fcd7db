"""The queue as it is lived: report, card, decision; appeal, second person, undone; verify."""

from bot.sandbox import cast
from bot.sandbox.world import Status
from tests.e2e.conftest import Stage
from tests.e2e.driver import JsonObject, buttons_of, words_of

GROUP, OPS = cast.NEWBIE_GROUP, cast.OPS_GROUP


async def _press(stage: Stage, who: int, message: JsonObject, label: str) -> str:
    shown = next(button for button in buttons_of(message) if label in button["text"])
    return await stage.driver.press(who, message, shown["callback_data"])


async def _reported(stage: Stage) -> tuple[int, JsonObject]:
    """Let Lin say something that He reports; return its id and the operators' card."""
    driver = stage.driver
    for person in (cast.LIN, cast.HE, cast.OWNER):  # so that the bot may write to them
        await driver.start(person)
        await driver.expect_reply(person)
    said = await driver.say(cast.LIN, GROUP, "有事私下聊")
    command = await driver.say(cast.HE, GROUP, "/report 拉人的", reply_to=said)
    await driver.expect_deleted(GROUP, command)
    card = await driver.expect_reply(OPS, containing="举报")
    return said, card


async def test_a_report_becomes_a_card_and_is_upheld(stage: Stage) -> None:
    driver = stage.driver
    _said, card = await _reported(stage)
    assert "拉人的" in words_of(card)
    assert "何嘉欣" not in words_of(card)
    await driver.expect_reply(cast.HE, containing="不會知道是誰舉報的")
    await _press(stage, cast.OPERATOR, card, "我来接手")
    card = await driver.expect_edit(OPS, containing="苏乔 已接手")
    refused = await _press(stage, cast.OWNER, card, "举报属实")
    decided = await driver.expect_edit(OPS, containing="方岚 决定：举报属实")
    assert refused
    assert [button["text"] for button in buttons_of(decided)] == ["看全文", "看经过"]
    await driver.expect_reply(cast.HE, containing="核實為違規")
    assert driver.replies(GROUP) == []


async def test_an_appeal_is_granted_by_a_second_person_and_undone(quick_stage: Stage) -> None:
    stage, driver = quick_stage, quick_stage.driver
    said, card = await _reported(stage)
    await _press(stage, cast.OPERATOR, card, "禁言 24 小时")
    await driver.expect_deleted(GROUP, said)
    notice = await driver.expect_reply(cast.LIN, containing="禁言 24 小时")
    assert stage.hall.chat(GROUP).members[cast.LIN].status is Status.RESTRICTED
    await _press(stage, cast.LIN, notice, "申诉")
    await driver.expect_reply(cast.LIN, containing="4 到 500 个字")
    await driver.say(cast.LIN, cast.LIN, "我在转述骗子的话提醒大家")
    await driver.expect_reply(cast.LIN, containing="最晚 11月21日")
    appeal = await driver.expect_reply(OPS, containing="申诉")
    query = await _press(stage, cast.OPERATOR, appeal, "申诉成立")
    await driver.expect_answer(query, containing="要由另一位决定")
    await _press(stage, cast.OWNER, appeal, "申诉成立")
    await driver.expect_reply(cast.OWNER, containing="直接发一条消息")
    await driver.say(cast.OWNER, cast.OWNER, "看过上下文，确实是提醒")
    await driver.expect_reply(cast.LIN, containing="确实是提醒")
    await driver.expect_edit(OPS, containing="方岚 决定：申诉成立")
    await stage.settle()
    assert stage.hall.chat(GROUP).members[cast.LIN].status is Status.MEMBER


async def test_anybody_can_check_who_is_staff(quick_stage: Stage) -> None:
    driver = quick_stage.driver
    await driver.say(cast.LIN, cast.LIN, "/verify @su_qiao")
    told = await driver.expect_reply(cast.LIN, containing="苏乔 是这里的工作人员：运营")
    assert "不会向你要密码" in words_of(told)
    await driver.say(cast.LIN, GROUP, "/verify @daniel_wu")
    await driver.expect_reply(GROUP, containing="不是这里的工作人员")
    await driver.say(cast.LIN, cast.LIN, "/verify @su_qia0")
    await driver.expect_reply(cast.LIN, containing="名字像工作人员 苏乔")
