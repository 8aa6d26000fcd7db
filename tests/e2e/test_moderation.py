"""Screening in groups, in the rehearsal hall: what members and operators see of it."""

import pytest

from bot.sandbox import cast
from bot.sandbox.membership import Status
from tests.e2e import books
from tests.e2e.conftest import Stage
from tests.e2e.crowd import newcomer
from tests.e2e.driver import buttons_of, words_of

GROUP, OPS = cast.NEWBIE_GROUP, cast.OPS_GROUP
LURE = "想要代码的加微信 abc12345"


def joined(stage: Stage) -> int:
    """Let somebody come into the group."""
    person = newcomer(stage.hall, "阿新")
    stage.hall.join(person, GROUP)
    return person


async def test_a_newcomers_lure_is_deleted_muted_and_explained_with_an_appeal(
    stage: Stage,
) -> None:
    person = joined(stage)
    await stage.driver.start(person)
    await stage.driver.expect_reply(person)
    said = await stage.driver.say(person, GROUP, LURE)
    await stage.driver.expect_deleted(GROUP, said)
    explained = await stage.driver.expect_reply(person, containing="被移除了")
    assert "加微信" in explained["text"]
    assert [b["text"] for b in buttons_of(explained)] == ["申诉，请人来看"]
    await stage.driver.expect_reply(OPS, containing="R-040")
    await stage.driver.expect_call("restrictChatMember", chat=GROUP)
    membership = stage.hall.chat(GROUP).membership(person)
    assert membership is not None
    assert membership.status is Status.RESTRICTED


async def test_where_the_bot_cannot_write_privately_the_group_gets_one_line(
    quick_stage: Stage,
) -> None:
    person = joined(quick_stage)
    said = await quick_stage.driver.say(person, GROUP, LURE)
    await quick_stage.driver.expect_deleted(GROUP, said)
    note = await quick_stage.driver.expect_reply(GROUP, containing="按群规移除")
    assert LURE not in note["text"]
    assert buttons_of(note)[0]["url"].endswith("?start=appeal")


async def test_an_order_in_the_group_is_answered_and_stays(quick_stage: Stage) -> None:
    said = await quick_stage.driver.say(cast.LIN, GROUP, "帮我买 700 两手")
    answer = await quick_stage.driver.expect_reply(GROUP, containing="不接受任何委托")
    assert "官方 App" in answer["text"]
    await quick_stage.driver.expect_reply(OPS, containing="700")
    assert quick_stage.hall.chat(GROUP).live(said) is not None


async def test_a_phone_number_is_deleted_and_talked_about_in_private(quick_stage: Stage) -> None:
    await quick_stage.driver.start(cast.LIN)
    await quick_stage.driver.expect_reply(cast.LIN)
    said = await quick_stage.driver.say(cast.LIN, GROUP, "有事打 13800138000")
    await quick_stage.driver.expect_deleted(GROUP, said)
    told = await quick_stage.driver.expect_reply(cast.LIN, containing="私聊")
    assert "1380" not in told["text"]


async def test_an_innocent_message_edited_into_a_lure_is_deleted(quick_stage: Stage) -> None:
    said = await quick_stage.driver.say(cast.LIN, GROUP, "大家好呀")
    await quick_stage.driver.edit(cast.LIN, GROUP, said, LURE)
    await quick_stage.driver.expect_deleted(GROUP, said)


async def test_a_group_that_is_only_watched_is_left_alone_and_told_of(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.OPERATOR, GROUP, "/guard 模式 watch")
    await quick_stage.driver.expect_reply(GROUP, containing="只看不动")
    said = await quick_stage.driver.say(cast.LIN, GROUP, LURE)
    card = await quick_stage.driver.expect_reply(OPS, containing="只看不动")
    assert "加微信" in card["text"]
    await quick_stage.settle()
    assert quick_stage.hall.chat(GROUP).live(said) is not None


async def test_a_flood_is_cut_off_and_mutes_for_a_while(quick_stage: Stage) -> None:
    for number in range(9):
        last = await quick_stage.driver.say(cast.LIN, GROUP, f"第 {number} 句")
    await quick_stage.driver.expect_deleted(GROUP, last)
    await quick_stage.driver.expect_call("restrictChatMember", chat=GROUP)
    membership = quick_stage.hall.chat(GROUP).membership(cast.LIN)
    assert membership is not None
    assert membership.status is Status.RESTRICTED


async def test_an_operator_mutes_by_reply_and_takes_it_back_by_button(quick_stage: Stage) -> None:
    said = await quick_stage.driver.say(cast.LIN, GROUP, "我就是要刷屏")
    await quick_stage.driver.say(cast.OPERATOR, GROUP, "/mute 两小时 刷屏", reply_to=said)
    done = await quick_stage.driver.expect_reply(GROUP, containing="禁言：林小满")
    await quick_stage.driver.expect_call("restrictChatMember", chat=GROUP)
    await quick_stage.driver.press(cast.OPERATOR, done, "撤销")
    await quick_stage.driver.expect_edit(GROUP, containing="已撤销")
    await quick_stage.driver.expect_call("restrictChatMember", chat=GROUP)
    logged = await quick_stage.books(books.actions)
    assert [a.action for a in logged][-2:] == ["moderation-mute", "moderation-undo"]


@pytest.mark.parametrize(
    "text", ["早上好", "今天大盘怎么走？大家怎么看", "签到", "0700.HK 是什么？"]
)
async def test_ordinary_talk_is_left_alone(quick_stage: Stage, text: str) -> None:
    said = await quick_stage.driver.say(cast.HE, GROUP, text)
    await quick_stage.settle()
    assert quick_stage.hall.chat(GROUP).live(said) is not None
    assert not any("群规" in words_of(m) for m in quick_stage.driver.replies(GROUP))
