"""Corporate actions: from feeds, by operators' word, and what is due when a day opens."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from bot.contest.days.day_terms import terms_at
from bot.contest.errors import ContestUnknownError
from bot.contest.events import CorporateAction, Listed, Released
from bot.contest.market_errors import NotFrozenError
from bot.contest.services import log
from bot.contest.services.action_check import check_action
from bot.contest.services.market import market_of
from bot.members.deed import Deed
from db.models.contest import Contest
from db.models.market import ACTION_PLACES, ShareEvent
from db.repositories import contest_chain, contests, share_events

BY_OPERATOR = "operator"
SMALLEST = Decimal(1).scaleb(-ACTION_PLACES)


def due_actions(
    session: Session, symbols: Iterable[str], after: date | None, until: date
) -> tuple[CorporateAction, ...]:
    """Return what is due for `symbols` after one day up to another, each fact once.

    An operator's word on a share's ex day stands for everything that feeds say of that day;
    of several feeds the first one counts.
    """
    by_fact: dict[tuple[str, date], list[ShareEvent]] = {}
    for row in share_events.due(session, tuple(symbols), after, until):
        by_fact.setdefault((row.symbol, row.ex_day), []).append(row)
    chosen = []
    for rows in by_fact.values():
        ours = [row for row in rows if row.source.startswith(BY_OPERATOR)]
        chosen += ours or [row for row in rows if row.source == rows[0].source]
    return tuple(_action(row) for row in chosen)


def learn_actions(session: Session, found: Iterable[CorporateAction], now: datetime) -> int:
    """Keep what a feed says; what it said before stays. Return how many were new."""
    return share_events.add(session, [_row(action, None, now) for action in found])


def enter_action(session: Session, action: CorporateAction, deed: Deed) -> int:
    """Keep an action by an operator's word; return its id.

    Raise what `check_action` finds against it.
    """
    check_action(session, action)
    row = ShareEvent(**_row(action, deed.actor_id, deed.now))
    session.add(row)
    session.flush()
    after = {"ex_day": f"{row.ex_day}", "cash": f"{row.cash}", "ratio": f"{row.ratio}"}
    deed.log(session, "share-event", f"share:{row.symbol}", {}, after)
    return row.id


def release(
    session: Session,
    contest_id: int,
    symbol: str,
    reference: Decimal | None,
    action: CorporateAction | None,
    deed: Deed,
) -> Decimal:
    """Let a frozen symbol trade again; return the reference from which it goes on.

    With an `action` holders of the day before get what it brings. Without a `reference` the
    one that the feed showed is accepted. Raise ContestUnknownError, NotFrozenError.
    """
    contest = contests.lock(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    market = market_of(session, contest)
    jump = market.frozen.get(symbol)
    if jump is None or contest.market_day is None:
        raise NotFrozenError(symbol=symbol)
    price = jump.received if reference is None else reference
    event = Released(deed.now, symbol, price, action)
    if market.admit(event) is None:
        raise NotFrozenError(symbol=symbol)
    log.append_market(session, contest, event, contest.market_day)
    _set_limits(session, contest, event, contest.market_day)
    before = {"expected": f"{jump.expected}", "received": f"{jump.received}"}
    after = {"reference": f"{price}", "action": action is not None}
    deed.log(session, "contest-release", f"contest:{contest_id}:{symbol}", before, after)
    return price


def _set_limits(session: Session, contest: Contest, released: Released, day: date) -> None:
    """Let the day's limits follow the new reference; those of the old one would fill nothing."""
    market = market_of(session, contest)
    terms = market.terms.get(released.symbol)
    if terms is None or not market.open:
        return
    fresh = replace(terms_at(released.reference, terms.instrument, day), halted=terms.halted)
    event = market.admit(Listed(released.at, day, fresh))
    if event is not None:
        log.append_market(session, contest, event, day)


def released_today(session: Session, contest_id: int, day: date) -> set[str]:
    """Return the symbols whose reference operators explained on a day."""
    return contest_chain.released_symbols(session, contest_id, day)


def _action(row: ShareEvent) -> CorporateAction:
    return CorporateAction(
        symbol=row.symbol,
        ex_day=row.ex_day,
        cash=row.cash.normalize() + 0,
        pay_day=row.pay_day,
        ratio=row.ratio.normalize() + 0,
        source=row.source,
    )


def _row(action: CorporateAction, entered_by: int | None, now: datetime) -> dict[str, Any]:
    by_hand = entered_by is not None
    return {
        "symbol": action.symbol,
        "ex_day": action.ex_day,
        "cash": action.cash.quantize(SMALLEST),
        "ratio": action.ratio.quantize(SMALLEST),
        "pay_day": action.pay_day,
        "source": f"{BY_OPERATOR}:{now:%Y%m%dT%H%M%S}" if by_hand else action.source[:32],
        "entered_by": entered_by,
        "entered_at": now,
    }
