from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text, update
from sqlmodel import Session, col

from bot.archive import holds, purge, service
from bot.archive.chain import Break
from bot.archive.checking import check_part
from bot.archive.kinds import RecordKind
from bot.archive.retention import default_retention, years_before
from bot.members.deed import Deed
from bot.members.sight import Names
from bot.members.tiers import Binding
from db.models import ArchiveRecord
from db.repositories import groups, members
from db.session import Database

OLD = datetime(2017, 3, 1, 1, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
GROUP, OTHER = -1001, -1002


def _said(number: int, at: datetime, chat: int = GROUP, author: int = 7) -> service.Said:
    return service.Said(RecordKind.RECEIVED, chat, number, author, at, f"话 {number}", {"n": 1})


def _fill(session: Session, at: datetime = OLD, count: int = 3) -> None:
    for chat in (GROUP, OTHER):
        groups.ensure(session, chat, f"群{chat}", OLD).binding = Binding.NEWBIE
    session.flush()
    for chat in (GROUP, OTHER):
        for number in range(count):
            author = 7 if number % 2 == 0 else 8
            service.keep(session, [_said(number, at + timedelta(days=number), chat, author)])


def _purge(session: Session) -> int:
    return purge.purge_batch(session, default_retention(), ZONE, NOW)


def _texts(session: Session) -> list[tuple[int, str, int | None]]:
    rows = session.execute(select(ArchiveRecord).order_by(col(ArchiveRecord.id))).scalars()
    return [(row.chat_id, row.text, row.author_id) for row in rows]


def _unseal_scheme(session: Session) -> None:
    """Make the chain one that the version before sealed."""
    from bot.archive.chain import GENESIS, seal

    previous = GENESIS
    rows = session.execute(select(ArchiveRecord).order_by(col(ArchiveRecord.position)))
    for row in list(rows.scalars()):
        row.scheme, row.salt, row.content_hash = 1, None, None
        row.previous_hash = previous
        previous = row.hash = seal(service.link_of(row), previous)


@pytest.mark.parametrize("old_scheme", [False, True])
async def test_what_is_over_its_time_is_erased_and_the_chain_still_holds(
    db: Database, old_scheme: bool
) -> None:
    await db.run(_fill)
    await db.run(service.seal_waiting)
    if old_scheme:
        await db.run(_unseal_scheme)
    assert (await db.read(service.verify)).broken is None
    assert await db.run(_purge) == 6
    assert await db.run(_purge) == 0
    waiting = await db.read(service.verify)
    assert (waiting.broken, waiting.waiting) == (None, 1)
    await db.run(service.seal_waiting)
    found = await db.read(service.verify)
    assert (found.sealed, found.broken) == (7, None)
    assert (await db.read(check_part, NOW.date(), NOW)).problem is None
    assert {(said, who) for _, said, who in await db.read(_texts)} == {("", None)}


async def test_what_is_within_its_time_or_not_sealed_yet_is_left_alone(db: Database) -> None:
    await db.run(_fill, years_before(NOW, 7), 1)
    await db.run(service.seal_waiting)
    assert await db.run(_purge) == 0
    await db.run(_fill, OLD, 1)
    assert await db.run(_purge) == 0


async def test_content_that_somebody_blanked_by_hand_is_told_from_an_erasure(
    db: Database,
) -> None:
    await db.run(_fill)
    await db.run(service.seal_waiting)

    def blank(session: Session) -> None:
        session.execute(
            update(ArchiveRecord)
            .where(col(ArchiveRecord.position) == 2)
            .values(text="", details={}, author_id=None, salt=None, erased_at=NOW)
        )

    await db.run(blank)
    assert (await db.read(service.verify)).broken == Break(2, "erased")
    assert (await db.read(check_part, NOW.date(), NOW)).problem == "erased"


async def test_an_erasure_whose_record_was_changed_is_found(db: Database) -> None:
    await db.run(_fill)
    await db.run(service.seal_waiting)
    await db.run(_purge)
    await db.run(service.seal_waiting)
    wider = "UPDATE archive_record SET message_id = 77 WHERE position = 1"
    await db.run(lambda session: session.execute(text(wider)) and None)
    assert (await db.read(service.verify)).broken == Break(1, "altered")


@pytest.mark.parametrize("scope", ["group", "member", "period", "all"])
async def test_a_hold_spares_exactly_what_it_names(db: Database, scope: str) -> None:
    await db.run(_fill)
    await db.run(service.seal_waiting)

    def hold(session: Session) -> None:
        group = groups.by_chat(session, GROUP)
        assert group is not None
        members.save(session, 7, NOW, **Names("林").stored())
        scopes = {
            "group": holds.Scope(group_id=group.id),
            "member": holds.Scope(member_id=7),
            "period": holds.Scope(first=date(2017, 3, 2), last=date(2017, 3, 2)),
            "all": holds.Scope(),
        }
        holds.place(session, scopes[scope], "案件 12", Deed(1, "k", NOW, NOW.date()))

    await db.run(hold)
    await db.run(_purge)
    left = {(chat, said, who) for chat, said, who in await db.read(_texts) if said.startswith("话")}
    everything = {
        (chat, f"话 {number}", 8 if number == 1 else 7)
        for chat in (GROUP, OTHER)
        for number in range(3)
    }
    expected = {
        "group": {one for one in everything if one[0] == GROUP},
        "member": {one for one in everything if one[2] == 7},
        "period": {one for one in everything if one[1] == "话 1"},
        "all": everything,
    }
    assert left == expected[scope]


async def test_a_released_hold_spares_nothing_and_takes_two_people(db: Database) -> None:
    from bot.archive.errors import HoldAloneError, HoldUnknownError

    await db.run(_fill)
    await db.run(service.seal_waiting)
    line = await db.run(holds.place, holds.Scope(), "案件", Deed(1, "k", NOW, NOW.date()))
    again = await db.run(holds.place, holds.Scope(), "案件", Deed(1, "k", NOW, NOW.date()))
    assert line.hold.id == again.hold.id
    first, second = Deed(1, "a", NOW, NOW.date()), Deed(2, "b", NOW, NOW.date())
    with pytest.raises(HoldAloneError):
        await db.run(holds.confirm_release, line.hold.id, second)
    await db.run(holds.ask_release, line.hold.id, first)
    with pytest.raises(HoldAloneError):
        await db.run(holds.confirm_release, line.hold.id, first)
    assert await db.run(_purge) == 0
    await db.run(holds.confirm_release, line.hold.id, second)
    with pytest.raises(HoldUnknownError):
        await db.run(holds.ask_release, line.hold.id, first)
    assert await db.run(_purge) == 6


async def test_a_crash_in_the_middle_of_a_batch_leaves_nothing_half_erased(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await db.run(_fill)
    await db.run(service.seal_waiting)

    def die(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("bot.archive.purge.ranges_of", die)
        with pytest.raises(MemoryError):
            await db.run(_purge)
    assert all(said.startswith("话") for _, said, _ in await db.read(_texts))
    assert (await db.read(service.verify)).broken is None
    assert await db.run(_purge) == 6


async def test_a_purge_in_small_batches_ends_where_one_in_large_ones_does(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.archive.purge.AT_ONCE", 2)
    await db.run(_fill)
    await db.run(service.seal_waiting)
    assert [await db.run(_purge) for _ in range(4)] == [2, 2, 2, 0]
    await db.run(service.seal_waiting)
    assert (await db.read(service.verify)).broken is None
