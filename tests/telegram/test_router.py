"""What people send by mistake or on purpose: a short answer, silence, never an error."""

import pytest

from bot.members.roles import Role
from db.repositories import groups, members
from tests.factories.updates import (
    GROUP,
    make_chat,
    make_message,
    make_press,
    make_said,
    make_update,
    make_user,
)
from tests.fixtures.telegram import BOT_NAME, OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")
ORIGIN = {
    "type": "user",
    "date": 1,
    "sender_user": make_user(8, "别人"),
}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing here asks the database for more than who somebody is."""
    return sqlite_url


async def test_an_unknown_command_in_private_names_the_nearest_one(rig: Rig) -> None:
    await rig.feed(make_said("/setings"))
    assert "是想用 /settings 吗" in rig.request.said[-1]


async def test_an_unknown_command_like_no_other_points_to_help(rig: Rig) -> None:
    await rig.feed(make_said("/qqqqqqqq"))
    assert "没有 /qqqqqqqq 这个命令" in rig.request.said[-1]


async def test_an_unknown_command_in_a_group_may_be_another_bots(rig: Rig) -> None:
    assert await rig.feed(make_said("/qqqqqqqq", chat=make_chat())) == []


async def test_an_unknown_command_that_names_this_bot_is_answered_in_a_group(rig: Rig) -> None:
    await rig.feed(make_said(f"/qqqqqqqq@{BOT_NAME}", chat=make_chat()))
    assert "没有 /qqqqqqqq" in rig.request.said[-1]


async def test_operators_commands_are_not_suggested_to_members(rig: Rig) -> None:
    await rig.feed(make_said("/calenda"))
    assert "/calendar" not in rig.request.said[-1]


@pytest.mark.parametrize("place", [GROUP, 7])
async def test_a_command_for_another_bot_is_left_to_it(rig: Rig, place: int) -> None:
    assert await rig.feed(make_said("/help@other_bot", chat=make_chat(place))) == []


async def test_a_command_that_names_this_bot_in_capitals_is_ours(rig: Rig) -> None:
    await rig.feed(make_said(f"/help@{BOT_NAME.upper()}", chat=make_chat()))
    assert rig.request.said != []


async def test_a_forwarded_command_is_not_carried_out(rig: Rig) -> None:
    said = make_said("/bind vip", user=OWNER, chat=make_chat(), forward_origin=ORIGIN)
    assert await rig.feed(said) == []
    group = await rig.db.read(groups.by_chat, GROUP)
    assert group is not None
    assert group.binding is None


async def test_a_forwarded_plain_word_is_not_carried_out(rig: Rig) -> None:
    assert await rig.feed(make_said("帮助", chat=make_chat(), forward_origin=ORIGIN)) == []


async def test_an_edited_command_is_not_carried_out_but_its_writer_is_known(rig: Rig) -> None:
    edited = make_message("/bind vip", user=OWNER, chat=make_chat(), edit_date=1)
    assert await rig.feed(make_update(edited_message=edited)) == []
    assert await rig.db.read(members.by_id, OWNER_ID) is not None


@pytest.mark.parametrize(
    "text", ["A" * 10_000, "/" * 10_000, "签到" * 5_000, "/help " + "x" * 9_000]
)
async def test_a_text_of_ten_thousand_characters_is_survived(rig: Rig, text: str) -> None:
    calls = await rig.feed(make_said(text))
    assert len(calls) <= 3
    assert await rig.db.read(members.by_id, 7) is not None


@pytest.mark.parametrize(
    "text",
    [
        "\u200b\u200d\ufeff",
        "\u202e\u202d",
        "\x00",
        "\ud800",
        "́́́",
        " ",
        "/",
        "//",
        "/ help",
        "/@",
        "/help@",
        "🚀" * 2000,
    ],
)
async def test_what_cannot_be_read_is_silence_in_a_group(rig: Rig, text: str) -> None:
    assert await rig.feed(make_said(text, chat=make_chat())) == []


@pytest.mark.parametrize(
    "text", ["\u200b/he\u200dlp", "\u202e/help", "／help", "/HELP", " /help\n"]
)
async def test_a_command_with_invisible_or_full_width_characters_is_still_one(
    rig: Rig, text: str
) -> None:
    await rig.feed(make_said(text, chat=make_chat()))
    assert "签到" in rig.request.said[-1]


@pytest.mark.parametrize("text", ["帮助", "帮助！", "  幫助 ", "帮\u200b助"])
async def test_a_plain_word_stands_for_its_command(rig: Rig, text: str) -> None:
    await rig.feed(make_said(text, chat=make_chat()))
    assert "签到" in rig.request.said[-1]


async def test_a_sentence_that_holds_a_plain_word_is_no_command(rig: Rig) -> None:
    assert await rig.feed(make_said("帮助大家看看这个", chat=make_chat())) == []


async def test_small_talk_in_private_is_answered_with_a_hint(rig: Rig) -> None:
    await rig.feed(make_said("在吗"))
    assert "/help" in rig.request.said[-1]


@pytest.mark.parametrize(
    "event",
    [
        {"pinned_message": make_message("旧消息")},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}},
        {"write_access_allowed": {}},
        {"delete_chat_photo": True},
    ],
)
async def test_telegrams_own_notes_in_private_are_no_small_talk(rig: Rig, event: dict) -> None:
    assert await rig.feed(make_said(None, **event)) == []


async def test_a_sticker_in_a_group_registers_and_says_nothing(rig: Rig) -> None:
    sticker = {
        "file_id": "a",
        "file_unique_id": "b",
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
    }
    assert await rig.feed(make_said(None, chat=make_chat(), sticker=sticker)) == []
    assert await rig.db.read(members.by_id, 7) is not None


@pytest.mark.parametrize("data", ["", ":", "nothing:1", "bind", "x" * 64, "delivery:" + "9" * 50])
async def test_a_button_that_leads_nowhere_says_so(rig: Rig, data: str) -> None:
    await rig.feed(make_press(data, user=OWNER))
    assert "按钮已经失效" in rig.request.notes[-1]


@pytest.mark.parametrize(
    "arguments",
    ["1e9 2027", "-1", "../../etc/passwd", "%s%n", "'; drop table member;--", "休" * 4000],
)
@pytest.mark.parametrize("command", ["bind", "role", "calendar"])
async def test_absurd_arguments_get_a_short_answer(rig: Rig, command: str, arguments: str) -> None:
    calls = await rig.feed(make_said(f"/{command} {arguments}", user=OWNER, chat=make_chat()))
    assert len(calls) == 1
    assert len(calls[0].text) < 600


async def test_an_answer_in_a_group_that_would_come_much_too_late_is_not_given(rig: Rig) -> None:
    rig.clock.advance(hours=3)
    assert await rig.feed(make_said("/help", chat=make_chat())) == []


async def test_an_answer_that_telegram_refuses_leaves_the_effect_in_place(rig: Rig) -> None:
    rig.request.refuse("sendMessage", "Bad Request: not enough rights to send text messages")
    await rig.feed(make_said("你好"), make_said("/role 7 operator", user=OWNER))
    assert await rig.db.read(members.roles_of, 7) == {Role.OPERATOR}


async def test_a_person_who_blocked_the_bot_is_noted_when_an_answer_fails(rig: Rig) -> None:
    rig.request.refuse("sendMessage", "Forbidden: bot was blocked by the user", 403)
    await rig.feed(make_said("/help"))
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert member.unreachable_since is not None


async def test_an_update_of_a_kind_from_the_future_is_let_go(rig: Rig) -> None:
    assert await rig.feed(make_update(hologram={"from": make_user()}), make_update()) == []
