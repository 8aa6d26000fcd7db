"""Placing and cancelling orders: each once, each in one short transaction.

The entry's row is locked, so one member's orders come one after another, from two processes
too. The order's row is written when the engine would take it, under a unique key; a tap that
comes twice finds it there, and gets it back. So there is never a row to take back, and of what
is refused nothing is written but what the account had to catch up with.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import calendar_for
from bot.contest.engine.cancelling import waiting_refusal
from bot.contest.engine.engine import act
from bot.contest.engine.fill_time import FillsAt, FillTime, fill_time_of_resting
from bot.contest.errors import ContestUnknownError, OrderKeyTakenError, OrderUnknownError
from bot.contest.events import CancelAsked, Terms
from bot.contest.outcomes import Refusal, Refused
from bot.contest.services import catching_up, log
from bot.contest.services.books import Books
from bot.contest.services.market import glimpse, known
from bot.contest.services.overview import rules_of
from bot.contest.services.previewing import Preview, preview
from bot.contest.services.wish import Situation, Wish, situation, told
from bot.contest.states import ContestState, OrderState
from db.models.contest import Contest
from db.models.contest_trade import ContestOrder
from db.repositories import contest_trades, contests

__all__ = ["Cancelled", "FillsAt", "Placed", "Preview", "Wish", "cancel", "place", "preview"]


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of placing an order; `repeated`: it had been placed before by the same tap.

    `fills`: when the order fills, as it is known now; None once it no longer rests.
    """

    order: ContestOrder | None
    refusal: Refusal | None
    repeated: bool = False
    fills: FillTime | None = None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What came of cancelling an order; without a refusal it is cancelled."""

    order: ContestOrder
    refusal: Refusal | None


def place(session: Session, wish: Wish, terms: Terms | None, key: str, now: datetime) -> Placed:
    """Place an order once for each key.

    `terms`: the instrument on the contest's trading day, for one that the contest has not
    met today; None if the handler does not know it.
    Raise ContestUnknownError, NotPlayingError, ContestNotRunningError.
    """
    contest = _held(session, wish, terms)
    books = Books(contest.id)
    account, moved = catching_up.loaded(session, contest, wish.member_id, books)
    met = situation(session, contest, account, wish, terms, now)
    refusal = None if met.over else met.refusal()
    order = None if met.over or refusal else _taken(session, met, key, books)
    if moved or order is not None:
        catching_up.store(session, contest, account)
    books.write(session)
    if order is not None:
        return Placed(order, None, fills=_fills(session, met, order))
    former = _former(session, wish, key)
    if former is not None:
        return Placed(former, None, repeated=True, fills=_fills(session, met, former))
    if refusal is None:
        raise met.not_running
    return Placed(None, told(session, refusal, met))


def cancel(session: Session, member_id: int, order_id: int, now: datetime) -> Cancelled:
    """Cancel what is left of a member's own order; raise OrderUnknownError.

    A refusal carries the order's `state` besides the engine's fields.
    """
    order = contest_trades.order(session, order_id)
    if order is None or order.member_id != member_id:
        raise OrderUnknownError(order=order_id)
    contest = contests.share(session, order.contest_id)
    if contest is None:
        raise ContestUnknownError
    stays = _stays(session, contest, order, now)
    if stays is not None:
        about = {"order": order.id, "symbol": order.symbol, "name": order.name}
        return Cancelled(
            order, replace(stays, fields={**about, "state": order.state, **stays.fields})
        )
    event = CancelAsked(known(session, contest).moment(now), member_id, order_id)
    outcomes = catching_up.do(session, contest, event)
    after = contest_trades.order(session, order_id) or order
    refusal = next((one.refusal for one in outcomes if isinstance(one, Refused)), None)
    if refusal is not None:
        about = {"symbol": order.symbol, "name": order.name, "state": after.state}
        refusal = replace(refusal, fields={**about, **refusal.fields})
    return Cancelled(after, refusal)


def _stays(
    session: Session, contest: Contest, order: ContestOrder, now: datetime
) -> Refusal | None:
    """Return why an order has to wait for a day that trades and has not opened here yet."""
    rules = rules_of(contest)
    calendar = calendar_for(session, rules.market.calendar)
    day = calendar.local_day(now)
    opened = not contest.market_closed or (contest.market_day or date.min) >= day
    if opened or contest.state is not ContestState.RUNNING or day > rules.last_day:
        return None
    try:
        if day < rules.first_day or not calendar.is_trading_day(day):
            return None
        early = calendar.half_days[day] if calendar.is_half_day(day) else None
    except CalendarUncovered:
        return None
    catching_up.up_to_date(session, contest, order.member_id)
    after = contest_trades.order(session, order.id)
    if after is None or after.state is not OrderState.OPEN:
        return None
    return waiting_refusal(order.symbol, order.placed_at, now, day, rules, early)


def _held(session: Session, wish: Wish, terms: Terms | None) -> Contest:
    """Hold the contest as it takes: alone where the wish brings a new instrument, else shared.

    Whoever finds only then that it is new waits for the others who trade; where two do so for
    each other, the database lets one of them start again.
    """
    seen = glimpse(session, wish.contest_id)
    fresh = terms is not None and (seen is None or wish.symbol not in seen.terms)
    hold = contests.lock if fresh else contests.share
    contest = hold(session, wish.contest_id)
    if contest is None:
        raise ContestUnknownError
    if not fresh and terms is not None and wish.symbol not in known(session, contest).state.terms:
        contest = contests.lock(session, wish.contest_id) or contest
    return contest


def _taken(session: Session, met: Situation, key: str, books: Books) -> ContestOrder | None:
    """Write an order down that the engine takes; nothing if its key was used before."""
    values = _values(met, key)
    order_id = contest_trades.add_order(session, values)
    if order_id is None:
        return None
    day = log.day_of_deeds(session, met.contest, met.rules)
    if met.listed is not None:
        books.write(session)
        log.append_market(session, met.contest, met.listed, day)
    event = replace(met.event, order=order_id)
    outcomes = act(met.account, event, met.market, met.rules)
    if any(isinstance(outcome, Refused) for outcome in outcomes):
        raise RuntimeError(outcomes)
    books.deed(met.account, day, event, outcomes)
    return ContestOrder(id=order_id, **values)


def _values(met: Situation, key: str) -> dict[str, Any]:
    assert met.terms is not None  # noqa: S101 - the engine takes no order for what is unknown
    event = met.event
    return {
        "contest_id": met.contest.id,
        "member_id": event.account,
        "symbol": event.symbol,
        "name": met.terms.instrument.name,
        "side": event.side,
        "quantity": event.quantity,
        "limit": event.limit,
        "filled": 0,
        "state": OrderState.OPEN,
        "ended_by": None,
        "key": key,
        "placed_at": event.at,
    }


def _fills(session: Session, met: Situation, order: ContestOrder) -> FillTime | None:
    if order.state is not OrderState.OPEN or met.terms is None:
        return None
    calendar = calendar_for(session, met.rules.market.calendar)
    board = met.terms.instrument.board
    return fill_time_of_resting(
        board, order.placed_at, met.event.at, met.market, met.rules, calendar
    )


def _former(session: Session, wish: Wish, key: str) -> ContestOrder | None:
    former = contest_trades.order_with_key(session, key)
    if former is not None and former.member_id != wish.member_id:
        raise OrderKeyTakenError(key=key)
    return former
