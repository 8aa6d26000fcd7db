"""A person's movements of points, page by page, newest first."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.points.reasons import Reason
from db.repositories import points

PAGE = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement as its owner sees it."""

    day: date
    amount: int
    reason: Reason
    note: str | None


@dataclass(frozen=True, slots=True)
class History:
    """One page, counted from 1, of `pages`; an empty history has one page."""

    entries: tuple[Entry, ...]
    page: int
    pages: int
    balance: int
    lifetime: int


def history(session: Session, member_id: int, page: int = 1) -> History:
    """Return a page of somebody's movements; a page that is not there becomes the nearest."""
    count = points.count_entries(session, member_id)
    pages = max(-(-count // PAGE), 1)
    page = min(max(page, 1), pages)
    rows = points.entries(session, member_id, (page - 1) * PAGE, PAGE)
    balance = points.balance_of(session, member_id)
    return History(
        entries=tuple(Entry(row.day, row.amount, row.reason, row.note) for row in rows),
        page=page,
        pages=pages,
        balance=balance.amount if balance else 0,
        lifetime=balance.lifetime if balance else 0,
    )
