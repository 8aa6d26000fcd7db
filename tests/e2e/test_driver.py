import asyncio

import pytest

from bot.sandbox.api import BotApi
from bot.sandbox.cast import BOT_TOKEN, LIN, NEWBIE_GROUP
from bot.sandbox.hall import Hall
from tests.e2e.driver import Driver, UnmetError, button_data

KEYBOARD = {"inline_keyboard": [[{"text": "甲 · 市盈率", "callback_data": "quiz:1:a"}]]}


async def call(hall: Hall, method: str, **parameters: object) -> dict[str, object]:
    answer = await BotApi(hall).call(BOT_TOKEN, method, parameters, {})
    assert answer.status == 200, answer.body
    result = answer.body["result"]
    return result if isinstance(result, dict) else {}


async def test_a_reply_is_found_whether_it_came_before_or_after_the_wait() -> None:
    hall = Hall()
    async with Driver(hall) as driver:
        said = await driver.say(LIN, NEWBIE_GROUP, "签到")
        await call(
            hall,
            "sendMessage",
            chat_id=NEWBIE_GROUP,
            text="签到成功",
            reply_parameters={"message_id": said},
        )
        found = await driver.expect_reply(NEWBIE_GROUP, containing="成功", reply_to=said)
        assert found["text"] == "签到成功"
        waiting = asyncio.create_task(driver.expect_reply(NEWBIE_GROUP, containing="明天"))
        await asyncio.sleep(0)
        await call(hall, "sendMessage", chat_id=NEWBIE_GROUP, text="明天见")
        assert (await waiting)["text"] == "明天见"


async def test_one_reply_satisfies_one_expectation_only() -> None:
    hall = Hall()
    async with Driver(hall) as driver:
        await driver.say(LIN, NEWBIE_GROUP, "签到")
        await call(hall, "sendMessage", chat_id=NEWBIE_GROUP, text="好")
        await driver.expect_reply(NEWBIE_GROUP)
        with pytest.raises(UnmetError, match=r"message in .*'好'"):
            await driver.expect_reply(NEWBIE_GROUP, within=0.01)


async def test_what_happened_before_the_last_action_does_not_count() -> None:
    hall = Hall()
    async with Driver(hall) as driver:
        await call(hall, "sendMessage", chat_id=NEWBIE_GROUP, text="早先")
        await driver.say(LIN, NEWBIE_GROUP, "签到")
        with pytest.raises(UnmetError):
            await driver.expect_reply(NEWBIE_GROUP, containing="早先", within=0.01)
        assert driver.replies(NEWBIE_GROUP) == []


async def test_buttons_answers_edits_and_deletions_can_be_awaited() -> None:
    hall = Hall()
    async with Driver(hall) as driver:
        await call(hall, "sendMessage", chat_id=NEWBIE_GROUP, text="题", reply_markup=KEYBOARD)
        question = await driver.expect_reply(NEWBIE_GROUP)
        query = await driver.press(LIN, question, "市盈率")
        await call(hall, "answerCallbackQuery", callback_query_id=query, text="答对了")
        assert (await driver.expect_answer(query, containing="答对"))["show_alert"] is False
        where = {"chat_id": NEWBIE_GROUP, "message_id": question["message_id"]}
        await call(hall, "editMessageText", **where, text="已答")
        assert "reply_markup" not in await driver.expect_edit(NEWBIE_GROUP, containing="已答")
        await call(hall, "deleteMessage", **where)
        await driver.expect_deleted(NEWBIE_GROUP, question["message_id"])
        with pytest.raises(UnmetError, match="no button '乙'"):
            button_data(question, "乙")


async def test_intake_is_over_when_everything_is_acknowledged() -> None:
    hall = Hall()
    async with Driver(hall) as driver:
        await driver.say(LIN, NEWBIE_GROUP, "签到")
        with pytest.raises(UnmetError):
            await driver.expect_intake(within=0.01)
        await BotApi(hall).call(BOT_TOKEN, "getUpdates", {"offset": 999_999_999}, {})
        await driver.expect_intake()
        record = await driver.expect_call("getUpdates")
        assert record.ok
