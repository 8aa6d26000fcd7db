from bot.sandbox import cast
from tests.e2e.conftest import Stage


async def test_an_owner_binds_a_group_and_is_told_what_the_bot_can_do_there(
    bare_stage: Stage,
) -> None:
    await bare_stage.driver.say(cast.OWNER, cast.NEWBIE_GROUP, "/bind newbie")
    await bare_stage.driver.expect_reply(cast.NEWBIE_GROUP, containing="新手")


async def test_a_member_who_binds_is_told_that_he_may_not(bare_stage: Stage) -> None:
    await bare_stage.driver.say(cast.LIN, cast.NEWBIE_GROUP, "/bind newbie")
    reply = await bare_stage.driver.expect_reply(cast.NEWBIE_GROUP)
    assert "权限" in reply["text"] or "只有" in reply["text"]


async def test_a_command_to_another_bot_and_a_forwarded_one_are_met_with_silence(
    stage: Stage,
) -> None:
    await stage.driver.say(cast.LIN, cast.NEWBIE_GROUP, "/help@weather_hall_bot")
    await stage.driver.say(cast.LIN, cast.NEWBIE_GROUP, "/help", forwarded_from=cast.HE)
    await stage.driver.expect_intake()
    await stage.driver.say(cast.DANIEL, cast.DANIEL, "/help")
    await stage.driver.expect_reply(cast.DANIEL)
    written = [m for m in stage.hall.chat(cast.NEWBIE_GROUP).history() if m["from"]["is_bot"]]
    assert written == []
