"""What went wrong with a feed, as values that operators can be told about."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ProblemKind(StrEnum):
    """Why a quote or a headline is not there; the catalogue has a sentence for each."""

    # the host did not give an answer that may be used
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    BAD_STATUS = "bad-status"
    TOO_LARGE = "too-large"
    NOT_ALLOWED = "not-allowed"
    BACKING_OFF = "backing-off"
    NOT_ASKED = "not-asked"
    BLOCKED = "blocked"
    MALFORMED = "malformed"
    EMPTY = "empty"
    # a headline that came and is not carried
    SCREENED = "screened"
    UNTRUSTED = "untrusted"
    # one row of an answer
    UNKNOWN_SYMBOL = "unknown-symbol"
    CUT_ROW = "cut-row"
    HALTED = "halted"
    # a quote that was read and yet says nothing about this session
    MISSING = "missing"
    ZERO = "zero"
    NO_PREVIOUS_CLOSE = "no-previous-close"
    STALE = "stale"
    FUTURE = "future"
    OUTSIDE_LIMITS = "outside-limits"
    CALENDAR_UNCOVERED = "calendar-uncovered"
    # two sources, two answers
    CORPORATE_ACTION = "corporate-action"
    DISAGREE = "disagree"


@dataclass(frozen=True)
class FeedProblem:
    """One problem: `source` is a source code or host, `symbol` None means all of it.

    `detail` is technical text for the log and the operators, never a sentence. `reference`:
    the previous close of a row without a price of today: halted, or not in its auction yet.
    """

    kind: ProblemKind
    source: str
    symbol: str | None = None
    detail: str = ""
    reference: Decimal | None = None
