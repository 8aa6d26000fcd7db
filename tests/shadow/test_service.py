from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from bot.archive import service as archive
from bot.archive.kinds import RecordKind
from bot.compliance.verdict import Lane
from bot.members.tiers import Binding
from bot.shadow import service
from bot.shadow.comparison import Comparison
from bot.shadow.screening import packaged
from db.repositories import groups, said
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
SINCE = NOW - timedelta(days=30)
KINDS = (RecordKind.RECEIVED, RecordKind.SENT, RecordKind.DELETED_BY_BOT, RecordKind.SENT_EDIT)


def _talk(session: Session, count: int = 1) -> None:
    groups.ensure(session, -1, "群", NOW).binding = Binding.VIP
    session.flush()
    kept = [
        archive.Said(kind, -1, number, 5, NOW, f"第 {number} 句", {})
        for number, kind in enumerate(KINDS * count)
    ]
    archive.keep(session, [*kept, archive.Said(RecordKind.SENT, -1, 99, None, NOW, "", {})])


async def test_what_members_said_and_what_the_bot_said_go_to_their_lanes(db: Database) -> None:
    await db.run(_talk)
    found = await db.read(service.next_said, SINCE, 0, {1: True})
    assert [each.lane for each in found] == [Lane.MEMBER, Lane.OUTGOING, Lane.OUTGOING]
    assert [each.upheld for each in found] == [True, None, None]
    assert await db.read(service.next_said, SINCE, found[-1].id) == []
    assert await db.read(service.next_said, NOW + timedelta(seconds=1), 0) == []
    assert await db.read(said.count_since, SINCE) == 3


async def test_the_archive_comes_in_batches_and_each_record_once(db: Database, monkeypatch) -> None:
    monkeypatch.setattr(service, "BATCH", 4)
    await db.run(_talk, 3)
    comparison, last, gate = Comparison(), 0, packaged().gate()
    while texts := await db.read(service.next_said, SINCE, last):
        service.compare(comparison, texts, gate, gate)
        last = texts[-1].id
    assert comparison.judged == 9
    assert comparison.newly_held.texts == comparison.no_longer_held.texts == 0
