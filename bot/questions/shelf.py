"""The served entries of a tier with the index over them, built once for each state of knowledge."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sqlmodel import Session

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.questions.choosing import Found
from db.session import Database


class Entry(Protocol):
    """An entry of the knowledge base, as it is served (`bot/knowledge/service.py`: Served)."""

    @property
    def key(self) -> str:
        """Return what names it."""

    @property
    def version(self) -> int:
        """Return the number of its approved version."""

    @property
    def question(self) -> Mapping[Language, str]:
        """Return its title by language."""

    @property
    def phrasings(self) -> Mapping[Language, tuple[str, ...]]:
        """Return other ways to ask it, by language."""

    @property
    def answer(self) -> Mapping[Language, str]:
        """Return the answer by language."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Return what it is about."""

    @property
    def source(self) -> str:
        """Return where it is from; may be empty."""

    @property
    def as_of(self) -> date | None:
        """Return the day for which its figures are right."""


class Knowledge(Protocol):
    """Where entries come from; the module `bot.knowledge.service` is one."""

    def served(self, session: Session, now: datetime, tier: Tier | None) -> Sequence[Entry]:
        """Return the entries that a tier may see."""

    def served_version(self, session: Session, now: datetime) -> str:
        """Return a text that changes whenever what is served changes."""


class Index(Protocol):
    """Finds entries (`bot/questions/matching.py`: Matcher)."""

    def match(self, query: str) -> Found:
        """Return the entries that fit a question."""


Build = Callable[[Sequence[Entry]], Index]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of one tier by key, and the index over them."""

    entries: Mapping[str, Entry]
    index: Index | None

    @property
    def versions(self) -> dict[str, int]:
        """Return the number of each entry's version, by key."""
        return {key: entry.version for key, entry in self.entries.items()}


EMPTY = Shelf({}, None)


class Shelves:
    """Keeps one shelf for each tier and builds it anew when what is served has changed.

    Nothing blocks the event loop: entries are read on the database's thread, and the index is
    built on another. While one asker waits for it, those behind wait for the same.
    """

    def __init__(self, knowledge: Knowledge | None = None, build: Build | None = None) -> None:
        self._knowledge, self._build = knowledge, build
        self._kept: dict[Tier | None, tuple[str, Shelf]] = {}
        self._building = asyncio.Lock()

    async def shelf(self, db: Database, tier: Tier | None, now: datetime) -> Shelf:
        """Return what members of `tier` may be answered with now."""
        if self._knowledge is None or self._build is None:
            return EMPTY
        version = await db.read(self._knowledge.served_version, now)
        async with self._building:
            kept = self._kept.get(tier)
            if kept is None or kept[0] != version:
                entries = await db.read(self._knowledge.served, now, tier)
                index = await asyncio.to_thread(self._build, entries) if entries else None
                kept = (version, Shelf({entry.key: entry for entry in entries}, index))
                self._kept[tier] = kept
        return kept[1]


def words_in(texts: Mapping[Language, str], language: Language) -> str:
    """Return a text in the reader's language, or in simplified Chinese where it lacks that."""
    return texts.get(language) or texts.get(Language.SIMPLIFIED) or next(iter(texts.values()), "")
