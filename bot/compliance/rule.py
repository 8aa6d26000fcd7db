"""One rule of the pack, and the contexts in which its words are no offence."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.compliance.checksums import is_bank_card, is_resident_id
from bot.compliance.verdict import Lane, Severity

# A pattern can only see shapes; these tell a real number from one that only looks alike.
CHECKS: dict[str, Callable[[str], bool]] = {
    "bank-card": is_bank_card,
    "resident-id": is_resident_id,
}


class Scope(StrEnum):
    """How much of a text a context looks at."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Context:
    """A way of speaking about an offence without committing it.

    Every pattern that is given must hold; all see normalised text. `before` and `after` see
    the scope (the sentence, unless said otherwise) on either side of the offence, `following`
    the sentence after it, `heading` the line that announces the list in which it stands,
    `says` and `unless` the whole scope.
    """

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    following: re.Pattern[str] | None
    heading: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    says: re.Pattern[str] | None = None
    scope: Scope = Scope.SENTENCE


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What may not be said, by whom, why, and what could be said instead.

    `phrases`, `sound` and `allowed` are normalised; an offence inside an allowed phrase is
    none. The phrases in `sound` count even where every character only sounds like theirs.
    `anchors`, if any, are the literals one of which a text needs for the patterns to run.
    A rule equals only itself: rules are keys while searching, and hashing all fields is slow.
    """

    id: str
    version: int
    kind: str
    severity: Severity
    lanes: frozenset[Lane]
    phrases: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    allowed: tuple[str, ...]
    check: str
    contexts: tuple[str, ...]
    reason: str
    suggestion: str
    passing: tuple[str, ...]
    failing: tuple[str, ...]
    sound: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    unless: tuple[re.Pattern[str], ...] = ()
