"""The expert desk as it is lived: asked, promised, answered; a promise kept, one missed."""

from bot.points.economy import LATE_ANSWER
from bot.questions.states import QuestionState
from bot.sandbox import cast
from db.repositories import points, questions
from jobs.questions import question_tick
from tests.e2e.conftest import Stage
from tests.e2e.driver import JsonObject, buttons_of, words_of

GROUP, OPS = cast.ADVANCED_GROUP, cast.OPS_GROUP


async def _press(stage: Stage, who: int, message: JsonObject, label: str) -> str:
    shown = next(button for button in buttons_of(message) if label in button["text"])
    return await stage.driver.press(who, message, shown["callback_data"])


async def _handed_on(stage: Stage, by: str) -> tuple[int, JsonObject]:
    """Let Daniel ask for a person; return his question's message and the operators' card."""
    driver = stage.driver
    asked = await driver.say(cast.DANIEL, GROUP, "/ask 沙龙的茶歇有素食吗")
    unsure = await driver.expect_reply(GROUP)
    await _press(stage, cast.DANIEL, unsure, button_of(unsure))
    await driver.expect_edit(GROUP, containing=by)
    await stage.settle()
    return asked, await driver.expect_reply(OPS, containing="沙龙的茶歇有素食吗")


def button_of(message: JsonObject) -> str:
    """Return the label of the button that calls a person, below an answer or a list of titles."""
    calls = ("ask:human:", "ask:none:")
    return next(b["text"] for b in buttons_of(message) if b["callback_data"].startswith(calls))


async def test_a_promise_is_kept_the_next_is_missed_and_a_lost_card_comes_back(
    quick_stage: Stage,
) -> None:
    stage, driver, house = quick_stage, quick_stage.driver, quick_stage.bell.house
    asked, card = await _handed_on(stage, "11:00")
    assert words_of(card).count("11:00") == 1
    await _press(stage, cast.OPERATOR, card, "接手")
    await stage.settle()
    await driver.expect_edit(OPS, containing="苏乔 已接手")
    await driver.say(cast.OPERATOR, OPS, "先做测评，再申请权限", reply_to=card["message_id"])
    await stage.settle()
    told = await driver.expect_reply(GROUP, containing="先做测评")
    assert told["reply_to_message"]["message_id"] == asked
    await driver.expect_edit(OPS, containing="已回答 · 按时")
    query = await _press(stage, cast.DANIEL, told, "👍")
    await driver.expect_answer(query, containing="谢谢")
    case = await stage.books(questions.case, 1)
    assert (case.state, case.rating) == (QuestionState.ANSWERED, 5)

    house.clock.advance(minutes=2)
    _asked, card = await _handed_on(stage, "11:02")
    stage.hall.delete(stage.hall.chat(OPS), card["message_id"])
    house.clock.advance(minutes=61)
    for _ in range(2):
        await question_tick(house, house.clock.now())
    await stage.settle()
    await driver.expect_reply(OPS, containing="已超时")
    await driver.expect_reply(GROUP, containing="抱歉")
    again = await driver.expect_reply(OPS, containing="2 号提问")
    assert "应在" in words_of(again)
    paid = await stage.books(points.balance_of, cast.DANIEL)
    assert paid is not None
    assert paid.amount == house.economy.rule(LATE_ANSWER).amount
