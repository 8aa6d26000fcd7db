from datetime import timedelta

import pytest
from markupsafe import Markup
from sqlmodel import Session

from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.delivery.outcome import Lost, Moved
from bot.delivery.settlement import Books, settle_outcome
from bot.members.tiers import Binding
from db.models import Delivery
from db.repositories import deliveries, groups, operator_actions
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_ID, NOW, OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")


def _lost(session: Session, rig: Rig) -> int:
    text = rig.house.gate.admit(Markup("<b>早报</b>来了"))
    useless = NOW + timedelta(minutes=55)
    enqueue(session, Post("brief:1", Lane.BRIEF, -77, text, NOW, useless_after=useless), NOW)
    row = deliveries.with_key(session, "brief:1")
    assert row is not None
    deliveries.claim(session, row.id, "x")
    session.refresh(row)
    settle_outcome(session, row, Lost("timeout"), NOW, Books(BOT_ID, rig.house.alerts))
    return row.id


async def lost(rig: Rig) -> int:
    return await rig.db.run(_lost, rig)


async def row_of(rig: Rig, delivery_id: int) -> Delivery:
    row = await rig.db.read(deliveries.by_id, delivery_id)
    assert row is not None
    return row


async def test_the_card_carries_the_buttons_that_settle_it(rig: Rig) -> None:
    number = await lost(rig)
    [card] = await rig.queued()
    assert card.chat_id == OWNER_ID
    assert [b["data"] for b in card.buttons[0]] == [
        f"delivery:arrived-{number}",
        f"delivery:again-{number}",
    ]


async def test_it_arrived_settles_the_delivery_and_the_card_says_who_decided(rig: Rig) -> None:
    number = await lost(rig)
    await rig.feed(make_press(f"delivery:arrived-{number}", user=OWNER))
    assert (await row_of(rig, number)).state is DeliveryState.SENT
    assert "09:00 老板 确认：已经送达" in rig.request.said[-1]
    assert rig.request.calls[-1].buttons == []
    [action] = await rig.db.read(operator_actions.latest)
    assert action.action == "settle-delivery"


async def test_send_again_queues_it_once_more(rig: Rig) -> None:
    number = await lost(rig)
    await rig.feed(make_press(f"delivery:again-{number}", user=OWNER))
    assert (await row_of(rig, number)).state is DeliveryState.QUEUED
    assert "再发一次，已排队" in rig.request.said[-1]


async def test_send_again_past_its_time_says_that_it_will_not_go_out(rig: Rig) -> None:
    number = await lost(rig)
    rig.clock.advance(hours=2)
    await rig.feed(make_press(f"delivery:again-{number}", user=OWNER))
    assert "已过时效" in rig.request.said[-1]


async def test_a_second_press_says_that_it_was_decided(rig: Rig) -> None:
    number = await lost(rig)
    await rig.feed(
        make_press(f"delivery:arrived-{number}", user=OWNER),
        make_press(f"delivery:again-{number}", user=OWNER),
    )
    assert "已经有人处理过" in rig.request.notes[-1]
    assert (await row_of(rig, number)).state is DeliveryState.SENT


async def test_a_member_settles_nothing(rig: Rig) -> None:
    number = await lost(rig)
    await rig.feed(make_press(f"delivery:arrived-{number}"))
    assert (await row_of(rig, number)).state is DeliveryState.UNKNOWN


async def test_only_the_operators_group_is_the_place_among_groups(rig: Rig) -> None:
    number = await lost(rig)
    press = f"delivery:arrived-{number}"
    await rig.feed(make_press(press, user=OWNER, chat=make_chat()))
    assert (await row_of(rig, number)).state is DeliveryState.UNKNOWN

    def bind(session: Session) -> None:
        groups.ensure(session, GROUP, "运营", NOW).binding = Binding.OPERATORS

    await rig.db.run(bind)
    await rig.feed(make_press(press, user=OWNER, chat=make_chat()))
    assert (await row_of(rig, number)).state is DeliveryState.SENT


@pytest.mark.parametrize("data", ["delivery:", "delivery:arrived-x", "delivery:eat-1"])
async def test_a_forged_press_does_nothing(rig: Rig, data: str) -> None:
    await rig.feed(make_said("你好", user=OWNER), make_press(data, user=OWNER))
    assert "按钮已经失效" in rig.request.notes[-1]


async def test_a_message_to_a_group_that_was_upgraded_follows_it_to_its_new_id(rig: Rig) -> None:
    def send(session: Session) -> None:
        groups.ensure(session, -77, "群", NOW).binding = Binding.VIP
        text = rig.house.gate.admit(Markup("早报"))
        enqueue(session, Post("brief:2", Lane.BRIEF, -77, text, NOW), NOW)
        row = deliveries.with_key(session, "brief:2")
        assert row is not None
        deliveries.claim(session, row.id, "x")
        session.refresh(row)
        settle_outcome(session, row, Moved(-10077), NOW, Books(BOT_ID, rig.house.alerts))

    await rig.db.run(send)
    [waiting] = await rig.queued()
    assert waiting.chat_id == -10077
    group = await rig.db.read(groups.by_chat, -10077)
    assert group is not None
    assert group.binding is Binding.VIP
