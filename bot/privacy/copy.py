"""The copy of a member's data: collected by the declared holdings, as plain values.

Source of the right: 个人信息保护法 第四十五条.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlmodel import Session

from bot.privacy.errors import DataAlreadySentError
from bot.privacy.holdings import HOLDINGS, Holding
from db import models
from db.repositories import privacy

UNDER_WAY = timedelta(minutes=2)
Row = Mapping[str, Any]


def ask(session: Session, member_id: int, day: date, now: datetime) -> None:
    """Note that a member asks for a copy; refuse a second one on the same day.

    One that never arrived does not count.
    """
    last = privacy.last_copy(session, member_id)
    if last is not None and last.sent_at is not None and last.day == day:
        raise DataAlreadySentError(at=last.sent_at)
    privacy.note_copy(session, member_id, day, now)


def arrived(session: Session, member_id: int, now: datetime) -> None:
    """Note that the copy arrived."""
    privacy.copy_sent(session, member_id, now)


def collect(session: Session, member_id: int) -> dict[str, list[dict[str, Any]]]:
    """Return everything that the bot holds on a member, by section, in the holdings' order."""
    return {
        one.section: [_plain_row(row, one, member_id) for row in _rows(session, one, member_id)]
        for one in HOLDINGS
        if one.section is not None
    }


def _rows(session: Session, one: Holding, member_id: int) -> Sequence[Row]:
    if one.table is models.Membership:
        return privacy.memberships(session, member_id)
    if one.table is models.OperatorAction:
        return privacy.measures(session, member_id)
    return privacy.rows(session, one.table, one.about, member_id)


def _plain_row(row: Row, one: Holding, member_id: int) -> dict[str, Any]:
    left_out = {*one.hides, *one.others}
    return {name: _plain(value) for name, value in row.items() if name not in left_out}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
