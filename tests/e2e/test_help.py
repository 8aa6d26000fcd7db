"""Finding one's way: /start, /help, /settings, unknown commands, the menu, deep links."""

import pytest

from bot.members.roles import Role, rights_of
from bot.sandbox import cast
from handlers import TABLE
from tests.e2e.conftest import Stage
from tests.e2e.crowd import newcomer
from tests.e2e.driver import buttons_of

GROUP = cast.NEWBIE_GROUP
LINES = 6
FOR_ALL = [command.name for command in TABLE.commands if command.right is None]


async def test_help_in_private_lists_what_one_may_use_and_nothing_else(
    quick_stage: Stage,
) -> None:
    roles = {cast.LIN: Role.MEMBER, cast.OPERATOR: Role.OPERATOR, cast.OWNER: Role.OWNER}
    for person, role in roles.items():
        await quick_stage.driver.say(person, person, "/help")
        text = (await quick_stage.driver.expect_reply(person))["text"]
        listed = {command.name for command in TABLE.commands if f"/{command.name} " in text}
        usable = TABLE.visible(rights_of(frozenset({role})))
        assert listed == {command.name for command in usable}


async def test_help_in_a_group_is_short_and_leads_to_private(stage: Stage) -> None:
    for word in ("/help", "帮助", "幫助", "/help@opening_bell_bot"):
        await stage.driver.say(cast.LIN, GROUP, word)
        reply = await stage.driver.expect_reply(GROUP)
        assert len(reply["text"].splitlines()) <= LINES
        (button,) = buttons_of(reply)
        assert button["url"] == f"https://t.me/{cast.BOT_USERNAME}?start=help"


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        ("", "先做一件事"),
        ("help", "能做的事"),
        ("settings", "我的设置"),
        ("points", "/points"),
        ("top", "/top"),
        ("brief", "/brief"),
        ("checkin", "签到"),
        ("ref_<b>x</b>", "先做一件事"),
        ("x" * 3000, "先做一件事"),
    ],
)
async def test_a_deep_link_leads_to_what_it_promised(
    quick_stage: Stage, payload: str, told: str
) -> None:
    person = newcomer(quick_stage.hall, "小顾")
    await quick_stage.driver.start(person, payload)
    reply = await quick_stage.driver.expect_reply(person, containing=told)
    assert "x</b>" not in reply["text"]


async def test_start_in_a_group_is_one_line_with_the_way_to_private(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.LIN, GROUP, "/start@opening_bell_bot")
    reply = await quick_stage.driver.expect_reply(GROUP)
    assert len(reply["text"].splitlines()) == 1
    assert "start=start" in buttons_of(reply)[0]["url"]


@pytest.mark.parametrize(
    ("typed", "near"), [("/chekin", "/checkin"), ("/ponits", "/points"), ("/halp", "/help")]
)
async def test_a_near_miss_is_met_with_the_command_that_was_meant(
    quick_stage: Stage, typed: str, near: str
) -> None:
    await quick_stage.driver.say(cast.LIN, cast.LIN, typed)
    reply = await quick_stage.driver.expect_reply(cast.LIN, containing=f"是想用 {near} 吗")
    assert len(reply["text"].splitlines()) == 1


async def test_an_unknown_command_is_answered_where_it_was_meant_for_the_bot(
    quick_stage: Stage,
) -> None:
    stage = quick_stage
    await stage.driver.say(cast.LIN, cast.LIN, "/zzzzqqqq")
    far = await stage.driver.expect_reply(cast.LIN, containing="没有 /zzzzqqqq 这个命令")
    assert "是想用" not in far["text"]
    await stage.driver.say(cast.LIN, GROUP, "/ponits")
    await stage.settle()
    assert stage.driver.replies(GROUP) == []
    await stage.driver.say(cast.LIN, GROUP, "/ponits@opening_bell_bot")
    await stage.driver.expect_reply(GROUP, containing="/points")


async def test_operators_commands_are_not_hinted_at_to_members(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.LIN, cast.LIN, "/grants")
    reply = await quick_stage.driver.expect_reply(cast.LIN)
    assert "是想用 /grant " not in reply["text"]


async def test_a_chosen_language_takes_effect_in_the_next_line_and_stays(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, cast.LIN, "/settings")
    panel = await stage.driver.expect_reply(cast.LIN, containing="语言：简体中文")
    await stage.driver.press(cast.LIN, panel, "English")
    await stage.driver.expect_edit(cast.LIN, containing="Language: English")
    await stage.driver.say(cast.LIN, cast.LIN, "签到")
    await stage.driver.expect_reply(cast.LIN, containing="Checked in")
    await stage.driver.press(cast.LIN, panel, "settings:language-zh-Hant", forged=True)
    await stage.driver.expect_edit(cast.LIN, containing="語言")
    await stage.driver.say(cast.LIN, cast.LIN, "/zzzzqqqq")
    await stage.driver.expect_reply(cast.LIN, containing="沒有")


async def test_a_member_s_press_on_the_group_s_settings_is_refused(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.LIN, GROUP, "/settings")
    await quick_stage.driver.expect_reply(GROUP, containing="私聊")
    await quick_stage.driver.say(cast.OWNER, GROUP, "设置")
    panel = await quick_stage.driver.expect_reply(GROUP, containing="本群")
    query = await quick_stage.driver.press(cast.LIN, panel, "English")
    answer = await quick_stage.driver.expect_answer(query, containing="授权")
    assert answer["show_alert"]
    assert quick_stage.driver.current(panel)["text"] == panel["text"]


async def test_the_menu_is_set_for_each_language_and_shows_members_no_staff_command(
    quick_stage: Stage,
) -> None:
    quick_stage.driver._mark = 0
    for _ in range(3):
        await quick_stage.driver.expect_call("setMyCommands")
    menus = quick_stage.hall.profile.commands
    for (scope, _language), commands in menus.items():
        names = {command["command"] for command in commands}
        if "all_" in scope or scope == "default":
            assert names <= set(FOR_ALL)
    languages = {language for _, language in menus}
    assert {"", "en"} <= languages
