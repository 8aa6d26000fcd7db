"""What the gate says about a text: which rules it breaks, where, why, and what to say instead."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Lane(StrEnum):
    """Whose words are judged, or for whom: the operators read everything, unscreened."""

    OUTGOING = "outgoing"
    STAFF = "staff"
    MEMBER = "member"
    OPERATORS = "operators"


class Severity(StrEnum):
    """What a broken rule asks for, from the mildest to the strictest."""

    LOG = "log"
    WARN = "warn"
    REVIEW = "review"
    BLOCK = "block"

    @property
    def rank(self) -> int:
        """Return the place in the order of strictness, 0 being the mildest."""
        return _STRICTNESS.index(self)


_STRICTNESS = tuple(Severity)


class Finding(NamedTuple):
    """One broken rule at one place; a tuple, since an advert makes them by the dozen.

    `start` and `end` count characters of the original text as it was handed in, and
    `excerpt` is that slice. `part` is 0 for the message itself; further visible texts of
    the same message (link targets, button labels) follow as 1, 2, … in the order judged.
    """

    rule_id: str
    rule_version: int
    severity: Severity
    start: int
    end: int
    excerpt: str
    reason: str
    suggestion: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one message by one version of the rule pack.

    `score` is the trained model's, 0 to 1; None where it was not asked.
    """

    findings: tuple[Finding, ...]
    pack: str
    score: float | None = None

    @property
    def severity(self) -> Severity | None:
        """Return the strictest severity found, or None for a clean text."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)

    @property
    def blocked(self) -> bool:
        """Tell whether the text may not go out as it is: blocked, or held for review."""
        severity = self.severity
        return severity is not None and severity.rank >= Severity.REVIEW.rank

    @property
    def clean(self) -> bool:
        """Tell whether no rule has anything to say."""
        return not self.findings

    @property
    def causes(self) -> tuple[Finding, ...]:
        """Return the findings that keep the text from going out, in reading order."""
        return tuple(f for f in self.findings if f.severity.rank >= Severity.REVIEW.rank)

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the ids of the broken rules, each once, in reading order."""
        return tuple(dict.fromkeys(f.rule_id for f in self.findings))
