"""One rule of the pack, and the contexts in which its words are no offence."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.compliance.checksums import is_bank_card, is_resident_id
from bot.compliance.verdict import Lane, Severity

# A pattern can only see shapes; these tell a real number from one that only looks alike.
CHECKS: dict[str, Callable[[str], bool]] = {
    "bank-card": is_bank_card,
    "resident-id": is_resident_id,
}


@dataclass(frozen=True, slots=True)
class Context:
    """A way of speaking about an offence without committing it.

    Every pattern that is given must hold; all see normalised text. `before` and `after` see
    the sentence on either side of the offence, `following` the sentence after it, `heading`
    the line that announces the list in which it stands. `unless` sees the whole sentence.
    """

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    following: re.Pattern[str] | None
    heading: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What may not be said, by whom, why, and what could be said instead.

    `phrases` and `allowed` are normalised; an offence inside an allowed phrase is none.
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
