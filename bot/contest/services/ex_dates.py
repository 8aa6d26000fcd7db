"""Whether a share has gone ex since a trade: from then on the trade cannot simply be turned back.

Undoing a purchase would leave its dividend and its bonus shares behind, undoing a sale would
bring back shares as they were before: only a correction in cash can put that right.
"""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from bot.contest.engine.codec import decode
from bot.contest.events import CorporateAction, DayOpened, Released
from bot.contest.operator_errors import VoidAfterExDayError
from bot.contest.showing.wording import code_of
from db.models.contest_trade import ContestFill, ContestOrder
from db.repositories import contest_chain


def refuse_after_ex_day(
    session: Session, order: ContestOrder, fills: Sequence[ContestFill]
) -> None:
    """Raise VoidAfterExDayError if the order's share has gone ex since its first fill."""
    standing = [fill for fill in fills if fill.voided_at is None]
    if not standing:
        return
    first = min(fill.at for fill in standing)
    for body in contest_chain.openings_since(session, order.contest_id, first):
        day = _ex_day(decode(body), order.symbol)
        if day is not None:
            raise VoidAfterExDayError(order=order.id, share=code_of(order.symbol), day=day)


def _ex_day(event: object, symbol: str) -> date | None:
    actions: Sequence[CorporateAction] = ()
    if isinstance(event, DayOpened):
        actions = event.actions
    elif isinstance(event, Released) and event.action is not None:
        actions = (event.action,)
    return next((action.ex_day for action in actions if action.symbol == symbol), None)
