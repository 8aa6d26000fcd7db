"""Errands through the real sender and courier, with the hall as Telegram."""

from datetime import timedelta

import pytest
from markupsafe import Markup
from sqlalchemy import select
from sqlmodel import Session, col

from bot.archive.kinds import RecordKind
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post
from bot.sandbox import cast
from bot.sandbox.membership import Status
from db.models import ArchiveRecord
from db.session import Database
from tests.delivery.conftest import GATE, PostOffice

GROUP = cast.NEWBIE_GROUP


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Run on SQLite alone: the rows are those of any delivery."""
    return sqlite_url


async def _do(office: PostOffice, errand: Errand) -> None:
    await office.db.run(errands.add, errand, office.clock.now())


async def _posted(office: PostOffice) -> int:
    await office.post("first")
    office.open()
    message = await office.driver.expect_reply(GROUP, containing="简报 first")
    return int(message["message_id"])


async def _until_settled(office: PostOffice, key: str) -> DeliveryState:
    while (await office.row(key)).state in {DeliveryState.QUEUED, DeliveryState.SENDING}:
        office.senders[-1].wake()
    await office.close()
    return (await office.row(key)).state


async def test_an_edit_changes_the_message_and_is_archived_as_an_edit(office: PostOffice) -> None:
    message_id = await _posted(office)
    text = GATE.admit(Markup("更正后的简报"))
    await _do(office, Errand("e", Act.EDIT_TEXT, GROUP, message_id, text=text, lane=Lane.BRIEF))
    assert await _until_settled(office, "e") is DeliveryState.SENT
    assert office.arrived(GROUP, "更正后的简报") == 1
    assert await _kinds(office.db) == [RecordKind.SENT, RecordKind.SENT_EDIT]


async def test_a_deletion_is_archived_and_an_absent_message_is_no_failure(
    office: PostOffice,
) -> None:
    message_id = await _posted(office)
    await _do(office, Errand("d", Act.DELETE, GROUP, message_id))
    await _do(office, Errand("d2", Act.DELETE, GROUP, 99_999))
    assert await _until_settled(office, "d2") is DeliveryState.SENT
    assert office.arrived(GROUP, "简报 first") == 0
    assert RecordKind.DELETED_BY_BOT in await _kinds(office.db)


async def test_an_answer_that_got_lost_lets_an_errand_be_repeated(office: PostOffice) -> None:
    message_id = await _posted(office)
    office.hall.faults.lose_answer("deleteMessage", chat_id=GROUP)
    await _do(office, Errand("d", Act.DELETE, GROUP, message_id))
    assert await _until_settled(office, "d") is DeliveryState.SENT


async def test_measures_upon_a_person_arrive(office: PostOffice) -> None:
    office.open()
    until = office.clock.now() + timedelta(hours=1)
    await _do(office, Errand("m", Act.MUTE, GROUP, person_id=cast.LIN, until=until))
    assert await _until_settled(office, "m") is DeliveryState.SENT
    member = office.hall.chat(GROUP).members[cast.LIN]
    assert member.status is Status.RESTRICTED
    office.open()
    await _do(office, Errand("b", Act.BAN, GROUP, person_id=cast.LIN))
    assert await _until_settled(office, "b") is DeliveryState.SENT
    assert office.hall.chat(GROUP).members[cast.LIN].status is Status.BANNED


@pytest.mark.parametrize("fails", [True, False])
async def test_what_is_said_otherwise_goes_out_only_if_the_errand_fails(
    office: PostOffice, fails: bool
) -> None:
    message_id = await _posted(office)
    note = Post("note", Lane.BRIEF, GROUP, GATE.admit(Markup("刚才那条有误")), office.clock.now())
    text = GATE.admit(Markup("更正"))
    target = 99_999 if fails else message_id
    await _do(office, Errand("e", Act.EDIT_TEXT, GROUP, target, text=text, otherwise=note))
    state = await _until_settled(office, "e")
    assert state is (DeliveryState.FAILED if fails else DeliveryState.SENT)
    spared = await office.row("otherwise:e")
    queued_or_sent = {DeliveryState.QUEUED, DeliveryState.SENT}
    assert spared.state in (queued_or_sent if fails else {DeliveryState.SUPPRESSED})


async def test_a_refusal_without_anything_else_to_say_is_told_to_the_operators(
    office: PostOffice,
) -> None:
    office.open()
    await _do(office, Errand("b", Act.BAN, GROUP, person_id=cast.OWNER))
    office.senders[-1].wake()
    await office.driver.expect_reply(cast.OPS_GROUP, containing="被 Telegram 拒绝")
    assert await _until_settled(office, "b") is DeliveryState.FAILED


def test_an_errand_that_makes_no_sense_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="mute"):
        Errand("x", Act.MUTE, GROUP, message_id=1)
    with pytest.raises(ValueError, match="edit-text"):
        Errand("x", Act.EDIT_TEXT, GROUP, message_id=1)


async def _kinds(db: Database) -> list[RecordKind]:
    def read(session: Session) -> list[RecordKind]:
        query = select(col(ArchiveRecord.kind)).order_by(col(ArchiveRecord.id))
        return list(session.execute(query).scalars())

    return await db.read(read)
