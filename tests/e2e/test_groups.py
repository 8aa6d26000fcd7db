import pytest

from bot.clock import ManualClock
from bot.members.tiers import Binding
from bot.sandbox import cast
from tests.e2e import books
from tests.e2e.conftest import FRIDAY, Stage, open_stage

GROUP, FORUM = cast.NEWBIE_GROUP, cast.ADVANCED_GROUP
LINES = 6


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


async def test_an_upgraded_group_keeps_its_binding_its_topics_and_everybodys_streak(
    database_url: str,
) -> None:
    clock = ManualClock(FRIDAY)
    async with open_stage(database_url, clock=clock) as stage:
        await stage.driver.say(cast.HE, FORUM, "签到")
        await stage.driver.expect_reply(FORUM, containing="连续第 1 个交易日")
        topics = await stage.books(books.topics, FORUM)
        moved = stage.hall.migrate(FORUM)
        await stage.settle()
        assert (await stage.books(books.group, moved)).binding is Binding.ADVANCED
        assert await stage.books(books.topics, moved) == topics
        assert await stage.books(books.group, FORUM) is None
        clock.advance(days=3)
        await stage.driver.say(cast.HE, moved, "签到")
        await stage.driver.expect_reply(moved, containing="连续第 2 个交易日")
        assert await stage.books(books.balance, cast.HE) == 6


async def test_a_renamed_group_is_called_by_its_new_name(quick_stage: Stage) -> None:
    quick_stage.driver.mark()
    quick_stage.hall.rename(GROUP, "新手 <b>&</b> 老手")
    await quick_stage.settle()
    assert quick_stage.driver.replies(GROUP) == []
    quick_stage.hall.remove_bot(GROUP)
    await quick_stage.settle()
    told = await quick_stage.driver.expect_reply(cast.OPS_GROUP, containing="移出")
    assert "新手 <b>&</b> 老手" in told["text"]


async def test_the_bot_removed_and_added_again_goes_on_where_it_stopped(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, GROUP, "签到")
    await stage.driver.expect_reply(GROUP, containing="签到成功")
    stage.driver.mark()
    stage.hall.remove_bot(GROUP)
    await stage.settle()
    await stage.driver.expect_reply(cast.OPS_GROUP, containing="移出")
    stage.driver.mark()
    stage.hall.add_bot(GROUP)
    await stage.settle()
    await stage.driver.expect_reply(cast.OPS_GROUP, containing="回到")
    stage.hall.promote_bot(GROUP)
    await stage.driver.say(cast.LIN, GROUP, "签到")
    await stage.driver.expect_reply(GROUP, containing="已经签到")
    assert (await stage.books(books.group, GROUP)).binding is Binding.NEWBIE


async def test_a_bot_added_by_a_stranger_stays_quiet_and_tells_the_operators(
    quick_stage: Stage,
) -> None:
    stage = quick_stage
    group = stage.hall.create_group("炒股大神内部群", (cast.LIN,))
    stage.driver.mark()
    stage.hall.add_bot(group, by=cast.LIN)
    await stage.settle()
    await stage.driver.expect_reply(cast.OPS_GROUP, containing="炒股大神内部群")
    assert stage.driver.replies(group) == []


async def test_an_owner_who_adds_the_bot_binds_with_one_tap(bare_stage: Stage) -> None:
    group = bare_stage.hall.create_group("新开的群", (cast.OWNER, cast.LIN))
    bare_stage.driver.mark()
    bare_stage.hall.add_bot(group)
    offer = await bare_stage.driver.expect_reply(group, containing="绑定")
    query = await bare_stage.driver.press(cast.LIN, offer, "新手群")
    await bare_stage.driver.expect_answer(query, containing="授权")
    await bare_stage.driver.press(cast.OWNER, offer, "新手群")
    bound = await bare_stage.driver.expect_edit(group, containing="已绑定")
    assert "管理员" in bound["text"], "an ordinary member does not see plain words: say so"
    assert (await bare_stage.books(books.group, group)).binding is Binding.NEWBIE


@pytest.mark.parametrize(
    ("typed", "binding"),
    [("newbie", "newbie"), ("进阶", "advanced"), ("ＶＩＰ", "vip"), ("ops", "ops")],
)
async def test_bind_takes_every_tier(bare_stage: Stage, typed: str, binding: str) -> None:
    await bare_stage.driver.say(cast.OWNER, GROUP, f"/bind {typed}")
    reply = await bare_stage.driver.expect_reply(GROUP, containing="已绑定")
    assert len(reply["text"].splitlines()) <= LINES
    assert (await bare_stage.books(books.group, GROUP)).binding == binding
    (action,) = await bare_stage.books(books.actions)
    assert (action.actor_id, action.action) == (cast.OWNER, "bind")


@pytest.mark.parametrize("purpose", ["briefs", "questions", "contest", "chat"])
async def test_bind_inside_a_topic_gives_it_its_purpose(bare_stage: Stage, purpose: str) -> None:
    await bare_stage.driver.say(cast.OWNER, FORUM, "/bind advanced")
    await bare_stage.driver.expect_reply(FORUM, containing="已绑定")
    topic = bare_stage.hall.topic_named(FORUM, "闲聊")
    await bare_stage.driver.say(cast.OWNER, FORUM, f"/bind {purpose}", topic=topic)
    await bare_stage.driver.expect_reply(FORUM, containing="这个话题用于", topic=topic)
    assert await bare_stage.books(books.topics, FORUM) == {purpose: topic}


@pytest.mark.parametrize(
    "typed", ["briefs", "白银群", "newbie advanced", "<b>vip</b>", "1e9", "甲" * 3000]
)
async def test_bind_with_an_argument_that_makes_no_sense_says_what_is_allowed(
    bare_stage: Stage, typed: str
) -> None:
    await bare_stage.driver.say(cast.OWNER, GROUP, f"/bind {typed}")
    reply = await bare_stage.driver.expect_reply(GROUP)
    assert "/bind" in reply["text"] and len(reply["text"]) < 300
    assert (await bare_stage.books(books.group, GROUP)).binding is None
    assert await bare_stage.books(books.actions) == []


async def test_bind_in_private_and_by_the_wrong_person_changes_nothing(
    bare_stage: Stage,
) -> None:
    await bare_stage.driver.say(cast.OWNER, cast.OWNER, "/bind newbie")
    await bare_stage.driver.expect_reply(cast.OWNER, containing="请在群里使用")
    for person in (cast.LIN, cast.OPERATOR):
        await bare_stage.driver.say(person, GROUP, "/bind newbie")
        await bare_stage.driver.expect_reply(GROUP, containing="获得授权")
    assert (await bare_stage.books(books.group, GROUP)).binding is None


async def test_unbind_asks_first_and_only_the_owner_s_yes_releases(stage: Stage) -> None:
    await stage.driver.say(cast.OWNER, GROUP, "/unbind")
    sure = await stage.driver.expect_reply(GROUP, containing="简报不再发到这里")
    assert (await stage.books(books.group, GROUP)).binding is Binding.NEWBIE
    query = await stage.driver.press(cast.OPERATOR, sure, "解除绑定")
    await stage.driver.expect_answer(query, containing="授权")
    assert (await stage.books(books.group, GROUP)).binding is Binding.NEWBIE
    await stage.driver.press(cast.OWNER, sure, "解除绑定")
    await stage.driver.expect_edit(GROUP, containing="已解除绑定")
    assert (await stage.books(books.group, GROUP)).binding is None
    query = await stage.driver.press(cast.OWNER, sure, "bind:release", forged=True)
    await stage.driver.expect_answer(query, containing="还没有绑定")


async def test_keeping_the_binding_is_one_tap_too(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.OWNER, GROUP, "/bind vip")
    sure = await quick_stage.driver.expect_reply(GROUP, containing="新手群")
    await quick_stage.driver.press(cast.OWNER, sure, "保持原样")
    kept = await quick_stage.driver.expect_edit(GROUP, containing="没有改动")
    assert "reply_markup" not in kept
    assert (await quick_stage.books(books.group, GROUP)).binding is Binding.NEWBIE


async def test_a_forum_is_answered_in_the_topic_in_which_it_was_asked(quick_stage: Stage) -> None:
    for name in ("提问", "闲聊"):
        topic = quick_stage.hall.topic_named(FORUM, name)
        said = await quick_stage.driver.say(cast.HE, FORUM, "签到", topic=topic)
        await quick_stage.driver.expect_reply(FORUM, topic=topic, reply_to=said)
