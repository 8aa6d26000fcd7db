"""Records that were sealed before content hashes go on holding after the migration."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlmodel import Session

from bot.archive import purge, service
from bot.archive.chain import GENESIS, Link, seal
from bot.archive.kinds import RecordKind
from bot.archive.retention import default_retention
from db import migrate
from db.opening import open_database
from db.repositories import groups

OLD = datetime(2018, 5, 4, 1, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
GROUP = -1001
REVISION = "2026_11_22_0009"
INSERT = text(
    "INSERT INTO archive_record (kind, chat_id, message_id, author_id, at, text, details,"
    " position, previous_hash, hash) VALUES (:kind, :chat, :message, 7, :at, :text, '{\"n\": 1}',"
    " :position, :previous, :hash)"
)
GROUPS = text(
    'INSERT INTO "group" (chat_id, title, binding, state, first_seen_at)'
    " VALUES (:chat, '群', :binding, 'active', :at)"
)


def _before() -> str:
    found = ScriptDirectory(str(migrate.MIGRATIONS)).get_revision(REVISION).down_revision
    assert isinstance(found, str)
    return found


def _fill_as_before(url: str) -> str:
    """Seal three records the way the version before did, and leave one waiting."""
    engine = create_engine(migrate.driver_url(url))
    previous = GENESIS
    naive = OLD.replace(tzinfo=None) if url.startswith("sqlite") else OLD
    with engine.begin() as connection:
        for chat, binding in ((GROUP, "newbie"), (-1002, "ops")):
            connection.execute(GROUPS, {"chat": chat, "binding": binding, "at": naive})
        for position, kind in enumerate(("received", "sent", "received", "received"), start=1):
            chat = -1002 if position == 3 else GROUP
            link = Link(position, kind, chat, position, 7, OLD, f"话 {position}", {"n": 1})
            sealed = position < 4
            digest = seal(link, previous)
            row = {
                "kind": kind,
                "chat": chat,
                "message": position,
                "at": naive,
                "text": link.text,
                "position": position if sealed else None,
                "previous": previous if sealed else None,
                "hash": digest if sealed else None,
            }
            connection.execute(INSERT, row)
            previous = digest if sealed else previous
    engine.dispose()
    return previous


def _classes(session: Session) -> list[tuple[str, int | None]]:
    found = session.execute(text("SELECT record_class, scheme FROM archive_record ORDER BY id"))
    return [(row[0], row[1]) for row in found]


def _say(session: Session) -> None:
    group = groups.by_chat(session, GROUP)
    assert group is not None
    said = service.Said(RecordKind.RECEIVED, GROUP, 9, 7, NOW, "新", {})
    service.keep(session, [said])


def test_old_records_verify_as_they_were_sealed_and_the_chain_goes_on(database_url: str) -> None:
    migrate.downgrade(database_url, _before())
    head = _fill_as_before(database_url)
    migrate.upgrade(database_url)
    db = open_database(database_url)
    try:
        assert db.read_sync(_classes) == [
            ("talk", 1),
            ("publication", 1),
            ("operations", 1),
            ("talk", None),
        ]
        found = db.read_sync(service.verify)
        assert (found.broken, found.sealed, found.waiting, found.head) == (None, 3, 1, head)
        db.run_sync(_say)
        assert db.run_sync(service.seal_waiting) == 2
        assert db.read_sync(service.verify).broken is None
        zone = ZoneInfo("Asia/Shanghai")
        assert db.run_sync(purge.purge_batch, default_retention(), zone, NOW) == 2
        db.run_sync(service.seal_waiting)
        assert db.read_sync(service.verify).broken is None
        assert db.read_sync(_classes)[-1] == ("proof", 2)
    finally:
        db.close()


def test_going_back_leaves_what_the_version_before_can_seal(database_url: str) -> None:
    migrate.downgrade(database_url, _before())
    _fill_as_before(database_url)
    migrate.upgrade(database_url)
    db = open_database(database_url)
    db.run_sync(service.seal_waiting)
    db.close()
    migrate.downgrade(database_url, _before())
    migrate.upgrade(database_url)
    db = open_database(database_url)
    try:
        found = db.read_sync(service.verify)
        assert (found.broken, found.sealed, found.waiting) == (None, 3, 1)
    finally:
        db.close()
