"""The quiz in the rehearsal hall: a level climbed, a quiz put to the groups and told."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import ManualClock
from bot.sandbox import cast
from db.models.quiz import QuizAnswer
from db.repositories import quiz
from jobs.quiz import group_quiz_tick
from tests.e2e.conftest import Stage, open_stage
from tests.e2e.driver import buttons_of

GROUP, ME = cast.NEWBIE_GROUP, cast.LIN
OPENS = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)


def _last_put(session: Any) -> QuizAnswer:
    found = quiz.open_round(session, ME)
    assert found is not None
    return quiz.answers_of(session, found.id)[-1]


async def _right_button(stage: Stage, item: dict[str, Any]) -> str:
    put = await stage.books(_last_put)
    bank = {one.id: one for one in stage.bell.house.quiz_items}
    place = put.shuffle.index(str(bank[put.item_id].correct))
    return str(buttons_of(item)[place]["callback_data"])


async def test_a_level_is_climbed_from_the_word_to_the_score_card(quick_stage: Stage) -> None:
    driver = quick_stage.driver
    await driver.start(ME)
    await driver.say(ME, ME, "闯关")
    home = await driver.expect_reply(ME, containing="投资知识闯关")
    await driver.press(ME, home, "quiz:climb:1")
    for place in range(1, 11):
        item = await driver.expect_edit(ME, containing=f"第 {place}/10 题")
        await driver.press(ME, item, await _right_button(quick_stage, item))
        told = await driver.expect_edit(ME, containing="答对了")
        if place < 10:
            await driver.press(ME, told, str(buttons_of(told)[0]["callback_data"]))
    assert "过关" in told["text"]
    card = await driver.expect_reply(ME, containing="过了第 1 关，得到入门徽章")
    assert "photo" in card
    await driver.say(ME, ME, "/me")
    await driver.expect_reply(ME, containing="已过第 1 关")


async def _tick(stage: Stage, clock: ManualClock, now: datetime) -> None:
    clock.move_to(now)
    await group_quiz_tick(stage.bell.house, now)
    assert stage.bell.sender is not None
    stage.bell.sender.wake()


async def test_a_group_quiz_goes_from_the_poll_to_the_result(sqlite_url: str) -> None:
    clock = ManualClock(OPENS - timedelta(minutes=5))
    async with open_stage(sqlite_url, clock=clock) as stage:
        await _tick(stage, clock, OPENS)
        for message in await _polls(stage):
            right = message["poll"]["correct_option_ids"]
            stage.hall.vote(ME, GROUP, message["message_id"], right)
        await stage.settle()
        stage.driver.mark()
        for minute in (1, 10, 11):
            await _tick(stage, clock, OPENS + timedelta(minutes=minute))
            await stage.settle()
        result = await stage.driver.expect_reply(GROUP, containing="群里答题")
        assert "1 人作答，答对率 100%" in result["text"]
        assert len(result["text"].splitlines()) <= 6


async def _polls(stage: Stage) -> list[dict[str, Any]]:
    """Return the group's quizzes once all three are there."""
    for _ in range(3):
        await stage.driver.expect_reply(GROUP)
    return [m for m in stage.hall.chat(GROUP).history() if "poll" in m]
