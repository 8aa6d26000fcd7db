from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from bot.members.roles import Role
from bot.points.audit import audit_points
from db.models import Delivery
from db.repositories import members, points
from db.session import Database
from handlers import TABLE
from tests.factories.points import make_person
from tests.factories.updates import (
    GROUP,
    ME,
    make_chat,
    make_message,
    make_press,
    make_said,
    make_user,
)
from tests.fixtures.telegram import NOW, OWNER_ID, Rig

GROUP_CHAT = make_chat(GROUP)
OPERATOR = make_user(50, "运营甲")
SECOND = make_user(51, "运营乙")
OWNER = make_user(OWNER_ID, "所有者")
MEMBER = make_user(7, "小林")


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    for user in (OPERATOR, SECOND, OWNER, MEMBER):
        db.run_sync(make_person, user["id"], user["first_name"])
    for operator in (50, 51):
        db.run_sync(members.grant_role, operator, Role.OPERATOR, OWNER_ID, NOW)
    db.run_sync(members.save, 7, NOW, first_name="小林", last_name=None, username="xiaolin")
    yield Rig(db, TABLE)


async def _balance(rig: Rig, member_id: int = 7) -> int:
    found = await rig.db.read(points.balance_of, member_id)
    return found.amount if found else 0


async def _say(rig: Rig, text: str, **message: Any) -> str:
    given = {"user": OPERATOR, "chat": GROUP_CHAT, **message}
    calls = await rig.feed(make_said(text, **given))
    return calls[-1].text if calls else ""


def _reply_to(user: dict[str, Any], **more: Any) -> dict[str, Any]:
    return make_message("你好", user=user, chat=GROUP_CHAT, **more)


@pytest.mark.parametrize(
    "text",
    ["/grant @xiaolin 120 读书笔记", "/grant 7 120 读书笔记", "/grant @XiaoLin 一百二 读书 笔记"],
)
async def test_a_grant_names_who_how_much_and_the_new_balance(rig: Rig, text: str) -> None:
    assert await _say(rig, text) == "✅ 已给 小林 发放 120 分，现在余额 120。"
    assert await _balance(rig) == 120


async def test_below_a_reply_the_bare_number_is_the_amount(rig: Rig) -> None:
    await _say(rig, "/grant 50 5 次直播互动", reply_to_message=_reply_to(MEMBER))
    assert await _balance(rig) == 50


async def test_a_username_in_front_counts_more_than_the_reply(rig: Rig) -> None:
    other = make_user(8, "阿明")
    await _say(rig, "/grant @xiaolin 50 读书笔记", reply_to_message=_reply_to(other))
    assert (await _balance(rig, 7), await _balance(rig, 8)) == (50, 0)


async def test_a_person_without_a_username_can_be_mentioned(rig: Rig) -> None:
    newcomer = make_user(9, "没 有名")
    entity = {"type": "text_mention", "offset": 7, "length": 4, "user": newcomer}
    await _say(rig, "/grant 没 有名 30 读书笔记", entities=[entity])
    assert await _balance(rig, 9) == 30


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/grant", "没有说是谁"),
        ("/grant @xiaolin", "还差数量和原因"),
        ("/grant @nobody 50 读书笔记", "没有见过「@nobody」"),
        ("/grant 123456 50 读书笔记", "没有见过「123456」"),
        ("/grant @xiaolin 50", "原因要写 2 到 200 个字"),
        ("/grant @xiaolin 50 好", "现在是 1 个字"),
        ("/grant @xiaolin 1e9 读书笔记", "「1e9」这种写法"),
        ("/grant @xiaolin -5 读书笔记", "不带正负号"),
        ("/grant @xiaolin 1.5 读书笔记", "没有小数"),
        ("/grant @xiaolin 很多 读书笔记", "不是数量"),
        ("/grant @xiaolin 0 读书笔记", "1 到 100,000"),
        ("/grant @xiaolin 99999999999 读书笔记", "太大了，一次最多 100,000"),
        ("/grant 50 50 读书笔记", "不能给自己"),
        ("/deduct @xiaolin 10 迟到", "余额只有 0 分"),
        ("/grant @xiaolin " + "9" * 4000 + " 读书笔记", "不是数量"),
    ],
)
async def test_what_is_missing_or_absurd_is_named(rig: Rig, text: str, told: str) -> None:
    assert told in await _say(rig, text)
    assert await _balance(rig) == 0


@pytest.mark.parametrize(
    "replied",
    [
        _reply_to(ME),
        _reply_to(
            {"id": 1087968824, "is_bot": True, "first_name": "Group"}, sender_chat=GROUP_CHAT
        ),
    ],
)
async def test_a_bot_or_an_anonymous_admin_gets_nothing(rig: Rig, replied: Any) -> None:
    assert "没有积分账户" in await _say(rig, "/grant 50 读书笔记", reply_to_message=replied)


async def test_a_member_cannot_grant(rig: Rig) -> None:
    assert "获得授权" in await _say(rig, "/grant @xiaolin 50 读书笔记", user=MEMBER)


async def _ask(rig: Rig) -> tuple[str, Delivery]:
    told = await _say(rig, "/grant @xiaolin 800 直播分享")
    rows = await rig.db.read(lambda s: list(s.execute(select(Delivery)).scalars()))
    return told, rows[-1]


async def test_beyond_the_cap_a_second_operator_confirms_on_the_card(rig: Rig) -> None:
    told, card = await _ask(rig)
    assert "超出你今天的额度（已用 0 / 500）" in told
    assert await _balance(rig) == 0
    yes = card.buttons[0][0]["data"]
    calls = await rig.feed(make_press(yes, user=OPERATOR))
    assert "另一位运营" in calls[-1].text
    calls = await rig.feed(make_press(yes, user=SECOND))
    assert "✅ 运营乙 于 09:00 确认，现在余额 800。" in calls[-1].text
    assert calls[-1].buttons == []
    calls = await rig.feed(make_press(yes, user=OWNER))
    assert "运营乙 已经确认过了" in calls[-1].text
    assert await _balance(rig) == 800
    assert await rig.db.read(audit_points) == ()


async def test_a_rejected_movement_moves_nothing(rig: Rig) -> None:
    _, card = await _ask(rig)
    calls = await rig.feed(make_press(card.buttons[1][0]["data"], user=SECOND))
    assert "驳回，没有改动" in calls[-1].text
    assert await _balance(rig) == 0


async def test_a_card_does_not_work_for_members_or_in_a_members_group(rig: Rig) -> None:
    _, card = await _ask(rig)
    yes = card.buttons[0][0]["data"]
    await rig.feed(make_press(yes, user=MEMBER), make_press(yes, user=SECOND, chat=GROUP_CHAT))
    assert await _balance(rig) == 0


@pytest.mark.parametrize("data", ["grants:", "grants:yes-", "grants:yes-x", "grants:maybe-1"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data, user=SECOND))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_a_card_that_was_never_there_says_so(rig: Rig) -> None:
    calls = await rig.feed(make_press("grants:yes-4711", user=SECOND))
    assert "找不到" in calls[-1].text
