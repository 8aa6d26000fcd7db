"""Spans of time, merged and clipped: the arithmetic of coverage. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import ROUND_FLOOR, Decimal

Span = tuple[datetime, datetime]


def merged(spans: Iterable[Span], within: Span) -> list[Span]:
    """Return `spans` clipped to `within`, sorted, overlapping ones as one."""
    start, end = within
    clipped = [(max(a, start), min(b, end)) for a, b in spans]
    result: list[Span] = []
    for a, b in sorted(span for span in clipped if span[0] < span[1]):
        if result and a <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], b))
        else:
            result.append((a, b))
    return result


def total(spans: Iterable[Span]) -> timedelta:
    """Return how long spans that do not overlap last together."""
    return sum((b - a for a, b in spans), timedelta())


def share_covered(gaps: Iterable[Span], within: Span) -> Decimal | None:
    """Return the percent of `within` that no gap touches, to a tenth, never rounded up.

    Nothing where `within` has no length: there is nothing to be a share of.
    """
    whole = within[1] - within[0]
    if whole <= timedelta():
        return None
    lost = total(merged(gaps, within))
    kept = Decimal((whole - lost) // timedelta(microseconds=1))
    percent = kept * 100 / Decimal(whole // timedelta(microseconds=1))
    return percent.quantize(Decimal("0.1"), ROUND_FLOOR)
