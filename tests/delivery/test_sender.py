import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session

from bot.archive import service as archive
from bot.clock import SystemClock
from bot.delivery.lanes import DeliveryState, Lane
from bot.sandbox import cast
from db.repositories import deliveries, groups, leases, members
from db.session import Database
from tests.delivery.conftest import PostOffice
from tests.factories.members import make_member

GROUP = cast.NEWBIE_GROUP


async def test_a_post_arrives_once_and_is_archived(office: PostOffice) -> None:
    assert await office.post("a")
    assert not await office.post("a")
    office.open()
    await office.driver.expect_reply(GROUP, containing="简报 a")
    await office.close()
    row = await office.row("a")
    assert row.state is DeliveryState.SENT
    assert row.message_id is not None
    assert office.arrived(GROUP, "简报 a") == 1
    await office.db.run(archive.seal_waiting)
    found = await office.db.read(archive.verify)
    assert (found.sealed, found.broken) == (1, None)


async def test_two_senders_on_one_database_send_each_post_once(office: PostOffice) -> None:
    for number in range(20):
        await office.post(f"p{number:02}")
    office.open("one")
    office.open("two")
    for number in range(20):
        await office.driver.expect_reply(GROUP, containing=f"p{number:02}")
    await office.close()
    assert all(office.arrived(GROUP, f"p{number:02}") == 1 for number in range(20))


async def test_a_lost_answer_in_a_group_is_never_repeated_and_the_operators_are_asked(
    office: PostOffice,
) -> None:
    office.hall.faults.lose_answer("sendMessage", chat_id=GROUP)
    await office.post("lost")
    office.open()
    card = await office.driver.expect_reply(cast.OPS_GROUP, containing="lost")
    await office.close()
    assert (await office.row("lost")).state is DeliveryState.UNKNOWN
    assert office.arrived(GROUP, "简报 lost") == 1
    labels = [b["callback_data"] for b in card["reply_markup"]["inline_keyboard"][0]]
    row = await office.row("lost")
    assert labels == [f"delivery:arrived-{row.id}", f"delivery:again-{row.id}"]


async def test_a_server_error_in_a_group_counts_as_unknown(office: PostOffice) -> None:
    office.hall.faults.break_server("sendMessage", 502)
    await office.post("broken")
    office.open()
    await office.driver.expect_reply(cast.OPS_GROUP, containing="broken")
    await office.close()
    assert (await office.row("broken")).state is DeliveryState.UNKNOWN


async def test_a_lost_receipt_to_one_person_may_go_again_once(office: PostOffice) -> None:
    await office.driver.start(cast.LIN)
    office.hall.faults.lose_answer("sendMessage", chat_id=cast.LIN, times=2)
    await office.post("r", cast.LIN, lane=Lane.RECEIPT)
    office.open()
    await office.driver.expect_reply(cast.LIN, containing="简报 r")
    await office.driver.expect_reply(cast.LIN, containing="简报 r", within=8)
    await office.driver.expect_reply(cast.OPS_GROUP, containing="r")
    await office.close()
    assert (await office.row("r")).state is DeliveryState.UNKNOWN
    assert office.arrived(cast.LIN, "简报 r") == 2


async def test_a_request_to_wait_is_honoured_and_the_post_still_arrives_once(
    office: PostOffice,
) -> None:
    office.hall.faults.flood(1, "sendMessage")
    await office.post("wait")
    office.open()
    await office.driver.expect_reply(GROUP, containing="简报 wait", within=10)
    await office.close()
    assert office.arrived(GROUP, "简报 wait") == 1
    assert (await office.row("wait")).attempts == 2


async def test_a_person_who_blocked_the_bot_is_unreachable_and_loses_nothing(
    office: PostOffice,
) -> None:
    await office.db.run(make_member, cast.LIN)
    office.hall.block_bot(cast.LIN)
    await office.post("blocked", cast.LIN, lane=Lane.RECEIPT)
    office.open()
    await office.driver.expect_call("sendMessage", chat=cast.LIN)
    await office.close()
    member = await office.db.read(members.by_id, cast.LIN)
    assert member is not None
    assert member.unreachable_since is not None
    assert (await office.row("blocked")).state is DeliveryState.FAILED


async def test_a_post_follows_a_group_that_was_upgraded(office: PostOffice) -> None:
    old = office.hall.create_group("小群", (cast.OWNER, cast.LIN))
    office.hall.add_bot(old)
    await office.db.run(groups.ensure, old, "小群", office.clock.now())
    new = office.hall.migrate(old)
    await office.post("moved", old)
    office.open()
    await office.driver.expect_reply(new, containing="简报 moved")
    await office.close()
    assert (await office.row("moved")).chat_id == new
    assert (await office.db.read(groups.by_chat, new)) is not None
    assert (await office.db.read(groups.by_chat, old)) is None


async def test_what_would_come_too_late_is_not_sent_and_the_reason_is_kept(
    office: PostOffice,
) -> None:
    await office.post("late", useless_after=office.clock.now() - timedelta(seconds=1))
    await office.post("on-time")
    office.open()
    await office.driver.expect_reply(GROUP, containing="on-time")
    await office.close()
    row = await office.row("late")
    assert (row.state, row.why) == (DeliveryState.EXPIRED, "useless-after")
    assert office.arrived(GROUP, "简报 late") == 0


async def test_what_a_dead_process_was_sending_is_set_aside_not_repeated(
    office: PostOffice,
) -> None:
    await office.post("stranded")
    row = await office.row("stranded")
    assert await office.db.run(deliveries.claim, row.id, "dead-process")
    office.open("heir")
    await office.driver.expect_reply(cast.OPS_GROUP, containing="stranded")
    await office.close()
    assert (await office.row("stranded")).state is DeliveryState.UNKNOWN
    assert office.arrived(GROUP, "简报 stranded") == 0


async def test_what_a_living_process_is_sending_is_left_to_it(office: PostOffice) -> None:
    await office.post("busy")
    row = await office.row("busy")
    now = office.clock.now()
    until = now + timedelta(minutes=1)
    await office.db.run(leases.take, "process:other", "other", now, until)
    assert await office.db.run(deliveries.claim, row.id, "other")
    await office.post("free")
    office.open("me")
    await office.driver.expect_reply(GROUP, containing="free")
    await office.close()
    assert (await office.row("busy")).state is DeliveryState.SENDING


async def test_the_more_urgent_lane_goes_first(office: PostOffice) -> None:
    await office.post("campaign", cast.LIN, lane=Lane.CAMPAIGN)
    await office.post("alert", cast.LIN, lane=Lane.ALERT)
    await office.post("receipt", cast.LIN, lane=Lane.RECEIPT)
    await asyncio.gather(*(office.row(key) for key in ("campaign", "alert", "receipt")))
    ids = await office.db.read(_due_keys, office.clock.now())
    assert ids == ["alert", "receipt", "campaign"]


def _due_keys(session: object, now: object) -> list[str]:
    return [row.send_key for row in deliveries.due(session, now, 10)]  # type: ignore[arg-type]


async def test_what_this_process_is_not_sending_after_all_is_of_unknown_fate(
    office: PostOffice,
) -> None:
    await office.post("lost-claim")
    row = await office.row("lost-claim")
    assert await office.db.run(deliveries.claim, row.id, "me")
    office.open("me")
    await office.driver.expect_reply(cast.OPS_GROUP, containing="lost-claim")
    await office.close()
    assert (await office.row("lost-claim")).state is DeliveryState.UNKNOWN


async def test_a_sender_that_lost_its_lease_takes_nothing_more(office: PostOffice) -> None:
    await office.post("theirs")
    now = office.clock.now()
    await office.db.run(leases.take, "sender", "other", now, now + timedelta(minutes=1))
    sender = office.open("me")
    assert await sender.take_due({}) == []
    await office.close()
    assert (await office.row("theirs")).state is DeliveryState.QUEUED


async def test_when_there_is_no_room_at_all_the_rest_goes_a_little_later(
    office: PostOffice,
) -> None:
    office.speaker.pace.overall = 10
    for number in range(12):
        await office.post(f"many{number:02}", cast.NEWBIE_GROUP if number % 2 else cast.VIP_GROUP)
    office.open()
    await office.driver.expect_reply(cast.NEWBIE_GROUP, containing="many11", within=8)
    await office.close()


@pytest.mark.parametrize("query", ["due", "stranded"])
async def test_the_outbox_is_searched_by_its_index_of_what_waits(db: Database, query: str) -> None:
    def plan(session: Session) -> str:
        statements: list[tuple[str, object]] = []

        def listen(_c: object, _cur: object, statement: str, given: object, *_r: object) -> None:
            statements.append((statement, given))

        connection = session.connection()
        event.listen(connection, "before_cursor_execute", listen)
        if query == "due":
            deliveries.due(session, SystemClock().now(), 10, (1, 2))
        else:
            deliveries.stranded(session, {"a"})
        event.remove(connection, "before_cursor_execute", listen)
        ((statement, given),) = statements
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET enable_seqscan = off")
            connection.exec_driver_sql("SET plan_cache_mode = force_generic_plan")
        prefix = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
        rows = connection.exec_driver_sql(prefix + statement, given)  # type: ignore[arg-type]
        return "\n".join(str(row) for row in rows)

    assert "ix_delivery_waiting" in await db.run(plan)
