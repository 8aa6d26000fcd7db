import pytest

from bot.members.roles import Role
from db.repositories import members, operator_actions
from tests.factories.updates import ME, make_chat, make_message, make_said, make_user
from tests.fixtures.telegram import OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")
LIN = make_user(7, "小林", username="Lin_7")


async def roles(rig: Rig) -> set[Role]:
    return await rig.db.read(members.roles_of, 7)


@pytest.mark.parametrize("handle", ["@lin_7", "@LIN_7", "7"])
async def test_an_owner_appoints_by_username_or_id(rig: Rig, handle: str) -> None:
    await rig.feed(make_said("你好", user=LIN), make_said(f"/role {handle} operator", user=OWNER))
    assert await roles(rig) == {Role.OPERATOR}
    assert "小林 的角色已更新" in rig.request.said[-1]
    [action] = await rig.db.read(operator_actions.latest)
    assert (action.action, action.target) == ("role", "member:7")


async def test_an_owner_appoints_by_reply_somebody_never_seen_before(rig: Rig) -> None:
    replied = make_message("你好", user=LIN, chat=make_chat())
    said = make_said("/role 合规", user=OWNER, chat=make_chat(), reply_to_message=replied)
    await rig.feed(said)
    assert await roles(rig) == {Role.COMPLIANCE}


async def test_an_owner_appoints_by_a_mention_without_a_username(rig: Rig) -> None:
    entity = {"type": "text_mention", "offset": 6, "length": 2, "user": LIN}
    await rig.feed(make_said("/role 小林 expert", user=OWNER, entities=[entity]))
    assert await roles(rig) == {Role.EXPERT}


async def test_the_message_that_made_a_topic_is_nobody_to_appoint(rig: Rig) -> None:
    made = {"name": "简报", "icon_color": 1}
    start = make_message(user=LIN, chat=make_chat(), forum_topic_created=made)
    await rig.feed(make_said("/role expert", user=OWNER, chat=make_chat(), reply_to_message=start))
    assert await roles(rig) == set()
    assert "没有说是谁" in rig.request.said[-1]


async def test_a_reply_to_the_bot_appoints_nobody(rig: Rig) -> None:
    replied = make_message("你好", user=ME, chat=make_chat())
    await rig.feed(make_said("/role expert", user=OWNER, reply_to_message=replied))
    assert "没有说是谁" in rig.request.said[-1]


async def test_none_takes_every_role_away(rig: Rig) -> None:
    await rig.feed(
        make_said("你好", user=LIN),
        make_said("/role 7 operator", user=OWNER),
        make_said("/role 7 expert", user=OWNER),
        make_said("/role 7 none", user=OWNER),
    )
    assert await roles(rig) == set()
    assert "不担任任何角色" in rig.request.said[-1]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/role @nobody operator", "没有见过「@nobody」"),
        ("/role 1 operator", "OWNER_IDS"),
        ("/role 7 owner", "没有「owner」这个角色"),
        ("/role 7 king", "没有「king」这个角色"),
        ("/role 7", "没有「」这个角色"),
    ],
)
async def test_what_cannot_be_given_is_answered_with_what_can(
    rig: Rig, said: str, answer: str
) -> None:
    await rig.feed(make_said("你好", user=LIN), make_said(said, user=OWNER))
    assert answer in rig.request.said[-1]
    assert await roles(rig) == set()


async def test_role_alone_lists_who_holds_what(rig: Rig) -> None:
    await rig.feed(
        make_said("你好", user=LIN),
        make_said("/role 7 operator", user=OWNER),
        make_said("/role", user=OWNER),
    )
    assert "<b>所有者</b>\n老板（1）" in rig.request.said[-1]
    assert "<b>运营</b>\n小林（7）" in rig.request.said[-1]


async def test_an_operator_cannot_appoint(rig: Rig) -> None:
    await rig.feed(
        make_said("你好", user=LIN),
        make_said("/role 7 operator", user=OWNER),
        make_said("/role 7 expert", user=LIN),
    )
    assert await roles(rig) == {Role.OPERATOR}
    assert "只有获得授权的人能用" in rig.request.said[-1]
