"""JSON from feeds, read so that no price ever becomes a binary fraction."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from bot.market.feed_rows import Unreadable, tidy
from bot.market.problems import ProblemKind

LARGEST = Decimal(10) ** 15
_LATEST_EPOCH = 4_102_444_800  # the year 2100: beyond, a field means something else


def read_json(body: bytes) -> Any:
    """Return the document in `body` with Decimals for fractions.

    Raise Unreadable: EMPTY, BLOCKED for an HTML page, MALFORMED for anything else.
    """
    text = body.strip()
    if not text:
        raise Unreadable(ProblemKind.EMPTY, "")
    if text.startswith(b"<"):
        raise Unreadable(ProblemKind.BLOCKED, "an HTML page")
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise Unreadable(ProblemKind.MALFORMED, type(error).__name__) from error


def decimal_of(value: object) -> Decimal | None:
    """Return a JSON number as it was written, or None for anything else (`"-"`, null, true)."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    found = Decimal(value)
    return tidy(found) if found.is_finite() and abs(found) < LARGEST else None


def positive_of(value: object) -> Decimal | None:
    """Return a JSON number above zero, or None."""
    found = decimal_of(value)
    return found if found is not None and found > 0 else None


def count_of(value: object, unit: int = 1) -> int | None:
    """Return a JSON number of units as a count of at least 1, or None."""
    found = positive_of(value)
    return None if found is None else int(found * unit) or None


def epoch_of(value: object) -> datetime:
    """Return the instant of seconds since 1970; refuse what is none."""
    found = positive_of(value)
    if found is None or found >= _LATEST_EPOCH:
        raise Unreadable(ProblemKind.MALFORMED, f"time {str(value)[:20]}")
    return datetime.fromtimestamp(int(found), UTC)


def _refuse(constant: str) -> None:
    raise ValueError(constant)
