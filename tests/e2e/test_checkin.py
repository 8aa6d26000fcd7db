from bot.sandbox import cast
from tests.e2e.conftest import Stage
from tests.e2e.driver import words_of

GROUP = cast.NEWBIE_GROUP


async def test_a_plain_word_in_the_group_checks_in_and_puts_the_question_of_the_day(
    stage: Stage,
) -> None:
    said = await stage.driver.say(cast.LIN, GROUP, "签到")
    reply = await stage.driver.expect_reply(GROUP, containing="签到成功", reply_to=said)
    assert "积分" in reply["text"]
    assert len(reply["text"].splitlines()) <= 6
    assert len(reply["reply_markup"]["inline_keyboard"]) == 3


async def test_checking_in_again_repeats_politely_with_the_first_time(stage: Stage) -> None:
    for word in ("签到", "打卡", "簽到", "/checkin"):
        await stage.driver.say(cast.LIN, GROUP, word)
        reply = await stage.driver.expect_reply(GROUP)
        assert ("签到成功" in reply["text"]) == (word == "签到")
    assert "已经" in reply["text"]


async def test_one_tap_answers_the_question_and_a_stranger_s_tap_does_not(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, GROUP, "签到")
    reply = await stage.driver.expect_reply(GROUP, containing="签到成功")
    data = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    query = await stage.driver.press(cast.HE, reply, data)
    answer = await stage.driver.expect_answer(query)
    assert answer["show_alert"]
    query = await stage.driver.press(cast.LIN, reply, data)
    edited = await stage.driver.expect_edit(GROUP, message_id=reply["message_id"])
    assert len(words_of(edited).splitlines()) <= 6
    await stage.driver.expect_answer(query)
