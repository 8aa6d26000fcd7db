"""The figures of items, read from what people answered."""

from collections.abc import Mapping

from sqlmodel import Session

from bot.quiz.statistics import ItemStatistics, Response, statistics_of
from db.repositories import quiz_items


def figures_of(
    session: Session,
    item_id: str,
    version: int,
    totals: Mapping[int, tuple[int, int]] | None = None,
) -> ItemStatistics:
    """Return the figures of an item's version; without `totals` there is no discrimination."""
    rows = quiz_items.responses_of(session, item_id, version)
    responses = [Response(row[0], row[1], bool(row[2])) for row in rows]
    return statistics_of(responses, totals or {})
