from datetime import UTC, datetime

from bot.i18n import Language
from bot.knowledge import service
from bot.knowledge.service import NewEntry
from bot.knowledge.states import Origin
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def test_a_draft_from_elsewhere_is_made_once_and_served_to_nobody(db: Database) -> None:
    new = NewEntry(
        "怎么开户？", "在官方 App 里开。", Language.SIMPLIFIED, (), Origin.EXPERT, "7", 9
    )
    first = db.run_sync(service.draft, new, NOW)
    assert db.run_sync(service.draft, new, NOW) == first
    assert db.run_sync(service.served, NOW, None) == ()
