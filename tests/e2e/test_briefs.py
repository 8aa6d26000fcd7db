"""Briefs from the clock's tick to the picture in the group, over real HTTP."""

from bot.clock import ManualClock
from bot.sandbox import cast
from jobs.briefs import brief_tick
from tests.briefs.newsrooms import at
from tests.e2e.conftest import open_stage
from tests.e2e.driver import button_data


async def test_each_group_gets_its_brief_with_a_picture_once(sqlite_url: str) -> None:
    clock = ManualClock(at("07:00"))
    async with open_stage(sqlite_url, clock=clock) as stage:
        clock.move_to(at("15:45"))
        for _ in range(2):
            await brief_tick(stage.bell.house, clock.now())
        for chat in (cast.NEWBIE_GROUP, cast.ADVANCED_GROUP, cast.VIP_GROUP):
            post = await stage.driver.expect_reply(chat, containing="晚报")
            assert post["photo"]
            assert "模拟行情" in post["caption"]
            assert [p for p in stage.driver.replies(chat) if "晚报" in p.get("caption", "")] == [
                post
            ]


async def test_an_operator_previews_posts_and_a_member_looks_at_the_sources(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("08:00"))
    async with open_stage(sqlite_url, clock=clock) as stage:
        driver = stage.driver
        await driver.say(cast.OPERATOR, cast.OPS_GROUP, "/brief preview 早 新手")
        shown = await driver.expect_reply(cast.OPS_GROUP, containing="〔预览，未发布〕")
        assert shown["photo"]
        await driver.expect_reply(cast.OPS_GROUP, containing="没有发布")
        await driver.say(cast.OPERATOR, cast.OPS_GROUP, "/brief now 早 新手")
        asked = await driver.expect_reply(cast.OPS_GROUP, containing="发到 1 个群")
        await driver.press(cast.OPERATOR, asked, button_data(asked, "发到 1 个群"))
        post = await driver.expect_reply(cast.NEWBIE_GROUP, containing="早报")
        query = await driver.press(cast.LIN, post, button_data(post, "数据来源"))
        note = await driver.expect_answer(query, containing="模拟行情，截至")
        assert note["show_alert"]


async def test_a_member_reads_the_last_brief_again_in_the_language_that_he_chose(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("07:00"))
    async with open_stage(sqlite_url, clock=clock) as stage:
        clock.move_to(at("15:45"))
        await brief_tick(stage.bell.house, clock.now())
        for chat in (cast.NEWBIE_GROUP, cast.ADVANCED_GROUP, cast.VIP_GROUP):
            await stage.driver.expect_reply(chat, containing="晚报")
        for person, words in ((cast.HE, "晚報"), (cast.DANIEL, "simulated"), (cast.LIN, "晚报")):
            await stage.driver.say(person, person, "/brief")
            shown = await stage.driver.expect_reply(person)
            assert words.lower() in shown["caption"].lower()
        told = [m["text"] for m in stage.hall.chat(cast.OPS_GROUP).history() if "text" in m]
        assert not any("晚报" in text for text in told)
