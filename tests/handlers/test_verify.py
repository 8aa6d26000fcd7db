from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from db.repositories import members
from db.session import Database
from handlers import TABLE
from tests.factories.review import MEMBER, OPERATOR, make_house
from tests.factories.updates import ANONYMOUS_ADMIN, make_chat, make_message, make_said, make_user
from tests.fixtures.telegram import NOW, Rig

LIN, QIAO = make_user(MEMBER, "小林"), make_user(OPERATOR, "苏乔", username="su_qiao")


def _people(session: Session) -> None:
    make_house(session)
    for person, name, username in ((OPERATOR, "苏乔", "su_qiao"), (MEMBER, "小林", "lin_xm")):
        members.save(session, person, NOW, first_name=name, last_name=None, username=username)


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(_people)
    rig = Rig(db, TABLE)
    rig.request.answers["getChat"] = _chat
    yield rig


def _chat(given: dict[str, Any]) -> dict[str, Any]:
    about = {"accent_color_id": 1, "max_reaction_count": 1}
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), True
    )
    types = {**gifts, "gifts_from_channels": True}
    person = {"id": int(given["chat_id"]), "type": "private", "first_name": "苏乔"}
    return {**person, "username": "su_qiao", "accepted_gift_types": types, **about}


async def _ask(rig: Rig, text: str, **message: Any) -> str:
    return (await rig.feed(make_said(text, **{"user": LIN, **message})))[-1].text


async def test_staff_are_confirmed_by_username_with_their_role(rig: Rig) -> None:
    told = await _ask(rig, "/verify @su_qiao")
    assert "苏乔 是这里的工作人员：运营" in told
    assert "不会向你要密码" in told


async def test_a_username_that_was_given_up_proves_nothing(rig: Rig) -> None:
    rig.request.answers["getChat"] = lambda given: {**_chat(given), "username": "qiao_new"}
    told = await _ask(rig, "/verify @su_qiao")
    assert "不是这里的工作人员" in told
    rig.request.refuse("getChat", "Bad Request: chat not found")
    assert "不是这里的工作人员" in await _ask(rig, "/verify @su_qiao")


async def test_members_strangers_and_look_alikes_are_no_staff(rig: Rig) -> None:
    member, stranger = await _ask(rig, "/verify @lin_xm"), await _ask(rig, "/verify @nobody_1")
    assert member == stranger
    assert "小林" not in member
    assert "名字像工作人员 苏乔" in await _ask(rig, "/verify @su_qlao")


async def test_a_reply_and_a_forwarded_message_are_checked_by_id(rig: Rig) -> None:
    said = make_message("你好", user=QIAO, chat=make_chat())
    told = await _ask(rig, "/verify", chat=make_chat(), reply_to_message=said)
    assert "苏乔 是这里的工作人员" in told
    fake = {"type": "user", "sender_user": make_user(666, "苏 乔"), "date": 1_700_000_000}
    passed_on = make_message("加我微信", user=LIN, forward_origin=fake)
    told = await _ask(rig, "/verify", reply_to_message=passed_on)
    assert "不是这里的工作人员" in told
    assert "当心冒充" in told


async def test_whoever_speaks_in_the_name_of_the_group_cannot_be_checked(rig: Rig) -> None:
    chat = make_chat()
    said = make_message("加我", user=ANONYMOUS_ADMIN, chat=chat, sender_chat=chat)
    assert "不是某个人" in await _ask(rig, "/verify", chat=chat, reply_to_message=said)


async def test_it_asks_in_private_and_takes_a_forwarded_message_for_the_answer(rig: Rig) -> None:
    assert "要核对谁" in await _ask(rig, "/verify")
    real = {"type": "user", "sender_user": QIAO, "date": 1_700_000_000}
    assert "苏乔 是这里的工作人员" in await _ask(rig, "开市了", forward_origin=real)
    await _ask(rig, "/verify")
    hidden = {"type": "hidden_user", "sender_user_name": "苏乔", "date": 1_700_000_000}
    told = await _ask(rig, "开市了", forward_origin=hidden)
    assert "隐藏了账号" in told
    assert "当心冒充" in told
    await _ask(rig, "/verify")
    assert "苏乔 是这里的工作人员" in await _ask(rig, "https://t.me/su_qiao")


async def test_what_comes_from_a_channel_cannot_be_checked(rig: Rig) -> None:
    await _ask(rig, "/verify")
    chat = {"id": -100500, "type": "channel", "title": "频道"}
    origin = {"type": "channel", "chat": chat, "message_id": 5, "date": 1_700_000_000}
    assert "不是某个人" in await _ask(rig, "荐股", forward_origin=origin)


@pytest.mark.parametrize("typed", ["苏乔", "@苏乔", "@", "@a<b"])
async def test_what_is_no_username_is_answered_with_what_is_allowed(rig: Rig, typed: str) -> None:
    assert "不是用户名" in await _ask(rig, f"/verify {typed}")
