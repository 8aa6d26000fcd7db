import pytest

from bot.i18n import Language
from db.repositories import members
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_NAME, OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")


async def test_start_welcomes_in_at_most_six_lines_with_the_languages(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/start"))
    assert call.text.startswith("你好，小林")
    assert len(call.text.splitlines()) <= 6
    assert call.data == ["start:zh-Hans", "start:zh-Hant", "start:en"]


@pytest.mark.parametrize(
    ("payload", "hint"),
    [
        ("points", "想看积分"),
        ("brief", "想看简报"),
        ("checkin", "来签到的吧"),
        ("zzz", "先做一件事"),
    ],
)
async def test_a_deep_link_gets_a_fitting_hint(rig: Rig, payload: str, hint: str) -> None:
    [call] = await rig.feed(make_said(f"/start {payload}"))
    assert hint in call.text


async def test_a_language_chosen_below_the_welcome_turns_the_welcome(rig: Rig) -> None:
    await rig.feed(make_said("/start"), make_press("start:en"))
    assert rig.request.said[-1].startswith("Hello, 小林")
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert member.language is Language.ENGLISH


async def test_a_name_cannot_bring_markup_with_it(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/start", user=make_user(7, "<b>甲</b>&")))
    assert "&lt;b&gt;甲&lt;/b&gt;&amp;" in call.text


async def test_start_in_a_group_is_one_line_that_leads_to_private(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/start", chat=make_chat()))
    assert "\n" not in call.text
    assert call.buttons[0]["url"] == f"https://t.me/{BOT_NAME}?start=start"


async def test_help_lists_a_member_no_operators_commands(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/help"))
    assert "/settings 语言" in call.text
    assert "/bind" not in call.text
    assert "运营命令" not in call.text


async def test_help_groups_the_commands_of_contests(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/help"))
    heads = [line for line in call.text.splitlines() if line.startswith("<b>")]
    assert heads == [
        "<b>能做的事</b>",
        "<b>模拟赛（模拟资金，与真实账户无关）</b>",
        "<b>模拟下单</b>",
        "<b>查行情</b>",
        "<b>个人</b>",
        "<b>安全</b>",
    ]


async def test_the_first_welcome_mentions_the_contest(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/start"))
    assert "/contest" in call.text


async def test_help_shows_an_owner_the_operators_commands_apart(rig: Rig) -> None:
    calls = await rig.feed(make_said("/help", user=OWNER))
    members_part, operators_part = "".join(call.text for call in calls).split("运营命令")
    assert "/bind" in operators_part
    assert "/bind" not in members_part
    assert "/start" in members_part


async def test_help_in_a_group_is_three_lines_and_a_way_to_private(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/help", chat=make_chat(), user=OWNER))
    assert len(call.text.splitlines()) == 3
    assert call.buttons[0]["url"].endswith("?start=help")


async def test_the_way_from_a_group_leads_to_help_and_settings(rig: Rig) -> None:
    await rig.feed(make_said("/start help"), make_said("/start settings"))
    assert "能做的事" in rig.request.said[0]
    assert "我的设置" in rig.request.said[1]
