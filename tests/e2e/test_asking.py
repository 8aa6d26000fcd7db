"""A question in a group as it is lived: answered by the bot; or fetched by two people at once."""

from bot.demo_questions import license_expert
from bot.members.deed import Deed
from bot.questions.states import QuestionState
from bot.sandbox import cast
from db.repositories import questions
from tests.e2e.conftest import FRIDAY, Stage
from tests.e2e.driver import button_data, words_of

GROUP, OPS = cast.ADVANCED_GROUP, cast.OPS_GROUP


def _topic(stage: Stage) -> int:
    topics = stage.hall.chat(GROUP).topics.values()
    return next(one.id for one in topics if one.name == "提问")


async def test_a_question_in_its_topic_is_answered_with_its_source_and_solved(
    quick_stage: Stage,
) -> None:
    stage, driver, topic = quick_stage, quick_stage.driver, _topic(quick_stage)
    asked = await driver.say(cast.HE, GROUP, "今天买的股票什么时候能卖？", topic=topic)
    told = await driver.expect_reply(GROUP, containing="T+1", topic=topic)
    assert told["reply_to_message"]["message_id"] == asked
    assert "来源：" in words_of(told)
    assert len(words_of(told).splitlines()) <= 6
    for other in (cast.DANIEL, cast.OPERATOR):
        query = await driver.press(other, told, button_data(told, "解决了"))
        await driver.expect_answer(query, containing="/ask")
    await driver.press(cast.HE, told, button_data(told, "解决了"))
    await driver.expect_edit(GROUP, message_id=told["message_id"], containing="问题解决了")
    case = await stage.books(questions.case, 1)
    assert (case.state, case.card_message_id) == (QuestionState.ANSWERED, None)


async def test_of_two_who_take_one_card_one_has_it_and_the_other_hears_who(
    quick_stage: Stage,
) -> None:
    stage, driver, racers = quick_stage, quick_stage.driver, (cast.EXPERT, cast.OPERATOR)
    await driver.say(cast.HE, GROUP, "/ask 年会抽奖的礼品怎么领")
    unsure = await driver.expect_reply(GROUP)
    await driver.press(cast.HE, unsure, button_data(unsure, "转给顾问"))
    await stage.settle()
    card = await driver.expect_reply(OPS, containing="年会抽奖")
    take = button_data(card, "接手")
    driver.mark()
    queries = [stage.hall.press(one, OPS, card["message_id"], take) for one in racers]
    said = [str((await driver.expect_answer(query))["text"]) for query in queries]
    case = await stage.books(questions.case, 1)
    assert case.state is QuestionState.HUMAN
    won = racers.index(case.assignee_id)
    assert said[won] == "已接手。"
    assert f"已由 {stage.hall.person(case.assignee_id).first_name} 接手" in said[1 - won]
    await stage.settle()
    await driver.expect_edit(OPS, containing="已接手")
    await driver.say(racers[1 - won], OPS, "到前台登记就能领", reply_to=card["message_id"])
    await driver.expect_reply(OPS, containing="接手")
    assert driver.replies(GROUP) == []


async def test_advice_waits_for_somebody_with_a_licence_of_today(quick_stage: Stage) -> None:
    stage, driver, desk = quick_stage, quick_stage.driver, quick_stage.bell.house.expert_desk
    await driver.say(cast.HE, GROUP, "新能源现在能抄底吗？", topic=_topic(stage))
    noted = await driver.expect_reply(GROUP, containing="没有这样的顾问在岗")
    assert "机器人不给意见" in words_of(noted)
    await stage.settle()
    card = await driver.expect_reply(OPS, containing="抄底")
    query = await driver.press(cast.EXPERT, card, button_data(card, "接手"))
    await driver.expect_answer(query, containing="证券投资咨询")
    deed = Deed(cast.OWNER, "test", FRIDAY, FRIDAY.date())
    await stage.bell.db.run(license_expert, desk, deed)
    query = await driver.press(cast.EXPERT, card, button_data(card, "接手"))
    await driver.expect_answer(query, containing="已接手")
    await driver.say(cast.EXPERT, OPS, "后市不作预测，先看仓位", reply_to=card["message_id"])
    await stage.settle()
    told = await driver.expect_reply(GROUP, containing="先看仓位")
    assert "模拟-0001" in words_of(told)
