import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from sqlmodel import Session

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.questions.shelf import EMPTY, Shelves, words_in
from db.opening import open_database

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


class Stand:
    """Entries that change when the test says so."""

    def __init__(self) -> None:
        self.number = "1"
        self.reads: list[Tier | None] = []
        self.builds = 0

    def served(self, session: Session, now: datetime, tier: Tier | None) -> Sequence[Any]:
        self.reads.append(tier)
        return [SimpleNamespace(key=f"{tier}-{self.number}", version=1)]

    def served_version(self, session: Session, now: datetime) -> str:
        return self.number

    def build(self, entries: Sequence[Any]) -> Any:
        self.builds += 1
        return SimpleNamespace(match=lambda query: entries)


async def test_an_index_is_built_once_for_each_state_and_tier(sqlite_url: str) -> None:
    stand, db = Stand(), open_database(sqlite_url)
    shelves = Shelves(stand, stand.build)
    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(shelves.shelf(db, Tier.VIP, NOW))
    assert stand.builds == 1
    assert list((await shelves.shelf(db, None, NOW)).entries) == ["None-1"]
    assert stand.reads == [Tier.VIP, None]
    stand.number = "2"
    assert list((await shelves.shelf(db, Tier.VIP, NOW)).entries) == ["vip-2"]
    assert stand.builds == 3
    db.close()


async def test_a_house_without_knowledge_has_an_empty_shelf(sqlite_url: str) -> None:
    db = open_database(sqlite_url)
    assert await Shelves().shelf(db, Tier.VIP, NOW) is EMPTY
    db.close()


def test_a_reader_whose_language_is_missing_gets_simplified_chinese() -> None:
    texts = {Language.SIMPLIFIED: "开户", Language.ENGLISH: "Opening an account"}
    assert words_in(texts, Language.ENGLISH) == "Opening an account"
    assert words_in({Language.SIMPLIFIED: "开户"}, Language.ENGLISH) == "开户"
