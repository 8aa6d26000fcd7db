"""Who people are to the bot, however they come, go and write."""

import pytest

from bot.sandbox import cast
from tests.e2e import books
from tests.e2e.conftest import Stage
from tests.e2e.crowd import newcomer
from tests.e2e.driver import words_of

GROUP = cast.NEWBIE_GROUP
OTHER_GROUP = cast.ADVANCED_GROUP


async def test_a_person_is_registered_by_the_first_private_message(stage: Stage) -> None:
    person = newcomer(stage.hall, "小顾", username="Gu_Xiao")
    await stage.driver.start(person)
    await stage.driver.expect_reply(person, containing="小顾")
    known = await stage.books(books.member, person)
    assert (known.first_name, known.username) == ("小顾", "gu_xiao")


async def test_a_person_is_registered_by_chatting_and_nobody_answers(quick_stage: Stage) -> None:
    stage, person = quick_stage, newcomer(quick_stage.hall)
    stage.hall.join(person, GROUP)
    await stage.driver.say(person, GROUP, "大家好，请多关照")
    await stage.settle()
    assert stage.driver.replies(GROUP) == []
    assert person in await stage.books(books.present, GROUP)


async def test_a_person_is_registered_by_joining_and_greeted_nowhere(quick_stage: Stage) -> None:
    stage, person = quick_stage, newcomer(quick_stage.hall)
    stage.driver.mark()
    stage.hall.join(person, GROUP, invited_by=cast.LIN)
    await stage.settle()
    assert await stage.books(books.member, person) is not None
    assert person in await stage.books(books.present, GROUP)
    assert stage.driver.replies(GROUP) == stage.driver.replies(person) == []


async def test_a_person_is_registered_by_pressing_a_button(quick_stage: Stage) -> None:
    stage, person = quick_stage, newcomer(quick_stage.hall)
    await stage.driver.say(cast.LIN, GROUP, "/top")
    board = await stage.driver.expect_reply(GROUP)
    query = await stage.driver.press(person, board, "累计")
    answer = await stage.driver.expect_answer(query)
    assert answer["show_alert"] and "别人" in answer["text"]
    assert await stage.books(books.member, person) is not None


async def test_one_wallet_serves_two_groups_and_the_private_chat(stage: Stage) -> None:
    await stage.driver.say(cast.HE, GROUP, "签到")
    await stage.driver.expect_reply(GROUP, containing="签到成功")
    await stage.driver.say(cast.HE, OTHER_GROUP, "签到")
    await stage.driver.expect_reply(OTHER_GROUP, containing="已经签到")
    await stage.driver.say(cast.HE, cast.HE, "簽到")
    await stage.driver.expect_reply(cast.HE, containing="已經簽到")
    assert await stage.books(books.check_ins, cast.HE) == 1
    assert len(await stage.books(books.entries, cast.HE)) == 1


async def test_who_left_and_came_back_finds_everything_as_it_was(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, GROUP, "签到")
    await stage.driver.expect_reply(GROUP, containing="签到成功")
    before = await stage.books(books.balance, cast.LIN)
    stage.hall.leave(cast.LIN, GROUP)
    await stage.settle()
    assert cast.LIN not in await stage.books(books.present, GROUP)
    stage.hall.join(cast.LIN, GROUP)
    await stage.driver.say(cast.LIN, GROUP, "/me")
    reply = await stage.driver.expect_reply(GROUP, containing="林小满")
    assert "新手群" in reply["text"] and f"余额 {before}" in reply["text"]
    assert cast.LIN in await stage.books(books.present, GROUP)


async def test_who_blocks_the_bot_keeps_the_wallet_and_is_reached_again_later(
    quick_stage: Stage,
) -> None:
    stage = quick_stage
    await stage.driver.start(cast.LIN)
    stage.hall.block_bot(cast.LIN)
    await stage.settle()
    assert (await stage.books(books.member, cast.LIN)).unreachable_since is not None
    await stage.driver.say(cast.LIN, GROUP, "签到")
    await stage.driver.expect_reply(GROUP, containing="签到成功")
    await stage.driver.say(cast.LIN, GROUP, "/points")
    reply = await stage.driver.expect_reply(GROUP, containing="私聊")
    assert reply["reply_markup"]["inline_keyboard"][0][0]["url"].startswith("https://t.me/")
    stage.hall.unblock_bot(cast.LIN)
    await stage.settle()
    assert (await stage.books(books.member, cast.LIN)).unreachable_since is None
    await stage.driver.say(cast.LIN, GROUP, "/points")
    await stage.driver.expect_reply(cast.LIN, containing="签到")


async def test_a_changed_name_is_followed_and_a_username_points_at_its_new_holder(
    quick_stage: Stage,
) -> None:
    stage = quick_stage
    stage.hall.person(cast.LIN).username = ""
    stage.hall.person(cast.LIN).first_name = "林大满"
    stage.hall.person(cast.HE).username = "lin_xiaoman"
    for person in (cast.LIN, cast.HE):
        await stage.driver.say(person, GROUP, "早上好")
    await stage.settle()
    await stage.driver.say(cast.OPERATOR, cast.OPERATOR, "/grant @lin_xiaoman 5 分享读书笔记")
    await stage.driver.expect_reply(cast.OPERATOR, containing="何嘉欣")
    assert (await stage.books(books.member, cast.LIN)).first_name == "林大满"
    assert await stage.books(books.balance, cast.LIN) == 0


@pytest.mark.parametrize("text", ["签到", "打卡", "/checkin", "/me", "/points", "/top"])
async def test_what_has_no_person_behind_it_is_awarded_nothing(
    quick_stage: Stage, text: str
) -> None:
    stage = quick_stage
    known = await stage.books(books.members_known)
    stage.hall.join(cast.OTHER_BOT_ID, GROUP)
    stage.driver.mark()
    stage.hall.post_as_anonymous_admin(GROUP, text)
    stage.hall.post_as_channel(GROUP, text)
    stage.hall.post_as_channel(GROUP, text, linked=True)
    await stage.driver.say(cast.OTHER_BOT_ID, GROUP, text)
    await stage.settle()
    written = [m for m in stage.hall.chat(GROUP).history() if m["from"]["id"] == cast.BOT_ID]
    # A command from an anonymous admin or a channel is told why it cannot work; words are not.
    assert len(written) == (2 if text.startswith("/") else 0)
    assert all("认不出" in words_of(message) for message in written)
    assert await stage.books(books.members_known) == known
    assert await stage.books(books.ledger_size) == 0
