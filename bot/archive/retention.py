"""How long each class of record is kept: read from `retention.toml`, 7 years where it is silent.

Sources: 证券法 第一百五十三条 (20 years), 证券期货投资者适当性管理办法 第三十二条 (20),
证券投资顾问业务暂行规定 第二十八条 (5), 个人信息保护法 第十九条 (no longer than needed).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.archive.kinds import RecordKind
from bot.members.tiers import Binding
from bot.strict_toml import read_items

TABLE = Path(__file__).with_name("retention.toml")
DEFAULT_YEARS = 7
LONGEST_YEARS = 100


class RecordClass(StrEnum):
    """What a record is, as far as its keeping goes."""

    TALK = "talk"
    PUBLICATION = "publication"
    OPERATIONS = "operations"
    SUITABILITY = "suitability"
    POINTS = "points"
    CONTEST = "contest"
    PROOF = "proof"


FOR_EVER = frozenset({RecordClass.PROOF})
"""Records about the archive itself: without them the chain could not be verified."""


@dataclass(frozen=True, slots=True)
class Term:
    """How long one class is kept; `law` is the source, or `house`."""

    years: int
    law: str


@dataclass(frozen=True, slots=True)
class Retention:
    """The whole table."""

    terms: Mapping[RecordClass, Term]

    def term(self, record_class: RecordClass) -> Term:
        """Return the term of a class; 7 years where the table is silent."""
        return self.terms.get(record_class, Term(DEFAULT_YEARS, "house"))

    def cutoff(self, record_class: RecordClass, now: datetime) -> datetime | None:
        """Return the instant before which records of a class are over their time, if ever."""
        if record_class in FOR_EVER:
            return None
        return years_before(now, self.term(record_class).years)


def class_of(kind: RecordKind, binding: Binding | None) -> RecordClass:
    """Return the class of a record of `kind` from a group bound to `binding`."""
    match kind:
        case RecordKind.ERASURE:
            return RecordClass.PROOF
        case RecordKind.OPERATOR_ACTION:
            return RecordClass.OPERATIONS
        case RecordKind.SENT | RecordKind.SENT_EDIT | RecordKind.DELETED_BY_BOT:
            return RecordClass.PUBLICATION
        case _:
            return RecordClass.OPERATIONS if binding is Binding.OPERATORS else RecordClass.TALK


def years_before(now: datetime, years: int) -> datetime:
    """Return the same instant `years` earlier; 29 February falls on the 28th."""
    try:
        return now.replace(year=now.year - years)
    except ValueError:
        return now.replace(year=now.year - years, day=28)


def years_after(at: datetime, years: int) -> datetime:
    """Return the same instant `years` later; 29 February falls on the 28th."""
    return years_before(at, -years)


def read_retention(path: Path = TABLE) -> Retention:
    """Return the table at `path`, checked field by field."""
    terms = {}
    for item in read_items(path, "class"):
        name = RecordClass(item.choice("id", [c.value for c in RecordClass if c not in FOR_EVER]))
        terms[name] = Term(item.integer("years", 1, LONGEST_YEARS), item.text("law"))
        item.text("why")
        item.finish()
    return Retention(terms)


@lru_cache(maxsize=1)
def default_retention() -> Retention:
    """Return the table that comes with the product."""
    return read_retention()
