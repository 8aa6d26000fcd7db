"""What is said in a group, from the update to the errands, on both engines."""

import pytest

from bot.delivery.acts import Act
from bot.moderation.measures import Measure
from db.repositories import points
from tests.factories.moderation import (
    MEMBER,
    NEWCOMER,
    OPS,
    OWNER,
    acts,
    decisions,
    edited,
    guarded,
    said,
    words_to,
)
from tests.factories.updates import GROUP, make_user
from tests.fixtures.telegram import Rig

LURE = "想要代码的加微信 abc12345"


@pytest.fixture
async def hall(rig: Rig) -> Rig:
    return await guarded(rig)


async def test_a_newcomers_lure_is_deleted_muted_explained_and_shown_to_the_operators(
    hall: Rig,
) -> None:
    update = said(LURE, NEWCOMER)
    await hall.feed(update)
    [decision] = await decisions(hall)
    assert (decision.measure, decision.newcomer, decision.acted) == (Measure.MUTE, True, True)
    assert decision.until is not None
    assert await acts(hall) == [
        (Act.DELETE, update["message"]["message_id"]),
        (Act.MUTE, NEWCOMER["id"]),
    ]
    [explained] = await words_to(hall, NEWCOMER["id"])
    assert "加微信" in explained.markup
    assert explained.buttons[0][0]["data"] == f"appeal:m{decision.id}"
    [card] = await words_to(hall, OPS)
    assert "R-040" in card.markup
    assert card.buttons[0][0]["data"].startswith("case:")


async def test_a_replayed_update_decides_nothing_twice(hall: Rig) -> None:
    update = said(LURE)
    await hall.feed(update)
    await hall.feed({**update, "update_id": update["update_id"] + 500_000})
    assert len(await decisions(hall)) == 1
    assert len(await acts(hall)) == 1


async def test_a_clean_message_leaves_no_trace(hall: Rig) -> None:
    await hall.feed(said("今天开市前想复习一下市盈率"), said("早上好", NEWCOMER))
    assert await decisions(hall) == []
    assert await hall.queued() == []


async def test_an_edit_into_a_lure_is_caught_and_a_second_edit_of_it_counts_once(
    hall: Rig,
) -> None:
    innocent = said("大家好")
    await hall.feed(innocent, edited(innocent, LURE), edited(innocent, LURE + "！"))
    [decision] = await decisions(hall)
    assert decision.edited
    assert await acts(hall) == [(Act.DELETE, innocent["message"]["message_id"])]


async def test_a_phone_number_goes_and_is_quoted_nowhere(hall: Rig) -> None:
    await hall.feed(said("有事打 138-0013-8000 找我"))
    [decision] = await decisions(hall)
    assert decision.measure is Measure.DELETE
    assert decision.strikes == 0
    assert "▇" in decision.excerpt
    stored = f"{decision.excerpt}{decision.findings}"
    shown = "".join(d.markup for d in await hall.queued())
    for secret in ("13800138000", "138-0013-8000", "0013", "8000"):
        assert secret not in stored + shown
    [explained] = await words_to(hall, MEMBER["id"])
    assert "私聊" in explained.markup


async def test_an_order_is_refused_with_the_official_channel_and_stays(hall: Rig) -> None:
    await hall.feed(said("帮我买 700 两手"))
    assert await acts(hall) == []
    [answer] = await words_to(hall, GROUP)
    assert "官方 App" in answer.markup
    [_card] = await words_to(hall, OPS)


async def test_repeats_lead_to_a_mute_and_an_undone_one_does_not_count(hall: Rig) -> None:
    await hall.feed(said("保本保息，稳赚不赔"))
    await hall.feed(said("稳赚不赔，保本保息，快来"))
    first, second = await decisions(hall)
    assert (first.measure, second.measure) == (Measure.DELETE, Measure.MUTE)


async def test_what_is_removed_earns_nothing(hall: Rig) -> None:
    other = make_user(9, "签到")
    await hall.feed(said("签到"))
    assert (await hall.db.read(points.balance_of, MEMBER["id"])).amount > 0
    await hall.db.run(_hold, other["id"])
    await hall.feed(said("签到", other))
    assert await hall.db.read(points.balance_of, other["id"]) is None
    assert [d.kinds for d in await decisions(hall)] == [["held-person"]]


def _hold(session, member_id: int) -> None:
    from db.repositories import groups, moderation

    group = groups.by_chat(session, GROUP)
    moderation.hold(session, group.id, member_id, "name")


async def test_a_colleague_is_warned_in_private_and_nothing_is_deleted(hall: Rig) -> None:
    await hall.feed(said("这只股票必涨，稳赚不赔", OWNER))
    assert await acts(hall) == []
    assert await decisions(hall) == []
    [warning] = await words_to(hall, OWNER["id"])
    assert "必涨" in warning.markup or "稳赚不赔" in warning.markup


async def test_a_channels_lure_goes_without_a_measure_upon_a_person(hall: Rig) -> None:
    channel = {"id": -100777, "type": "channel", "title": "牛股"}
    stand_in = {"id": 136817688, "is_bot": True, "first_name": "Channel"}
    update = said(LURE, stand_in, sender_chat=channel)
    await hall.feed(update)
    assert await acts(hall) == [(Act.DELETE, update["message"]["message_id"])]
    [decision] = await decisions(hall)
    assert decision.member_id is None


async def test_an_anonymous_admins_words_are_told_and_left(hall: Rig) -> None:
    stand_in = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    here = {"id": GROUP, "type": "supergroup", "title": "新手一群"}
    await hall.feed(said("稳赚不赔", stand_in, sender_chat=here))
    assert await acts(hall) == []
    assert len(await words_to(hall, OPS)) == 1


async def test_the_operators_own_group_and_an_unbound_one_are_not_screened(hall: Rig) -> None:
    for chat in (OPS, -9009):
        update = said(LURE)
        update["message"]["chat"] = {"id": chat, "type": "supergroup", "title": "x"}
        await hall.feed(update)
    assert await decisions(hall) == []
