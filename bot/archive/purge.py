"""The purge: what is over its time loses its content and keeps its place in the chain.

Each batch is one transaction: the contents go, and a record of kind `erasure` comes in that
names the positions, the class, the cutoff and a digest of what stays. A crash between two
batches leaves nothing half done.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.archive.chain import tombstone
from bot.archive.erasures import digest_of, ranges_of
from bot.archive.kinds import NO_GROUP, RecordKind
from bot.archive.retention import RecordClass, Retention
from bot.archive.service import link_of
from db.models.archive import ArchiveRecord
from db.repositories import archive, holds

AT_ONCE = 500


def purge_batch(session: Session, retention: Retention, zone: ZoneInfo, now: datetime) -> int:
    """Erase the content of up to 500 records of one class that are over their time."""
    # With the chain's lock, no hold can be placed between the look and the erasure.
    archive.lock_chain(session)
    spared = holds.spared(session, zone)
    for record_class in RecordClass:
        cutoff = retention.cutoff(record_class, now)
        if cutoff is None:
            continue
        expired = archive.expired(session, record_class, cutoff, spared, AT_ONCE)
        if expired:
            _erase(session, expired, record_class, cutoff, now)
            return len(expired)
    return 0


def _erase(
    session: Session,
    records: list[ArchiveRecord],
    record_class: RecordClass,
    cutoff: datetime,
    now: datetime,
) -> None:
    stones = [tombstone(link_of(record), record.hash or "") for record in records]
    archive.erase(session, [record.id for record in records], now)
    details: dict[str, Any] = {
        "class": record_class.value,
        "before": cutoff.isoformat(timespec="microseconds"),
        "positions": ranges_of(stone.position for stone in stones),
        "digest": digest_of(stones),
    }
    archive.add(
        session,
        [
            {
                "kind": RecordKind.ERASURE,
                "record_class": RecordClass.PROOF,
                "chat_id": NO_GROUP,
                "message_id": None,
                "author_id": None,
                "at": now,
                "text": "",
                "details": details,
            }
        ],
    )
