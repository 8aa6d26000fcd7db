"""What is written of outcomes: the log's lines, orders, fills and snapshots, in few statements.

Collected over any number of accounts, and written at once. Fills and orders are what the log
says, kept so that they can be looked up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from bot.contest.board.weights import herfindahl, position_value
from bot.contest.engine.account import Account
from bot.contest.engine.money import ZERO, cents
from bot.contest.events import (
    AccountEvent,
    AuctionHeld,
    DayClosed,
    MarketEvent,
    MarketQuote,
    QuotesSeen,
    VoidedFill,
)
from bot.contest.outcomes import Ended, EndReason, Fees, Filled, Outcome, Valued, Voided
from bot.contest.services.log import account_lines
from bot.contest.services.market import Seen
from bot.contest.states import OrderState
from db.models.contest_trade import ContestFill
from db.repositories import contest_records, contest_trades

STATES = {EndReason.CANCELLED: OrderState.CANCELLED, EndReason.VOIDED: OrderState.VOIDED}
Rows = list[dict[str, Any]]


@dataclass(slots=True)
class Books:
    """What one transaction has to write about the accounts of one contest."""

    contest_id: int
    lines: Rows = field(default_factory=list)
    fills: Rows = field(default_factory=list)
    trades: Rows = field(default_factory=list)
    ends: Rows = field(default_factory=list)
    voids: Rows = field(default_factory=list)
    snapshots: Rows = field(default_factory=list)

    def deed(
        self, account: Account, day: date, event: AccountEvent, outcomes: Sequence[Outcome]
    ) -> None:
        """Note what somebody did and what came of it."""
        self.lines += account_lines(self.contest_id, account.id, day, event, outcomes)
        for outcome in outcomes:
            self._note(account, outcome, None)

    def market(self, account: Account, seen: Seen, outcomes: Sequence[Outcome]) -> None:
        """Note what came of a market event for one account."""
        self.lines += account_lines(self.contest_id, account.id, seen.day, None, outcomes)
        for outcome in outcomes:
            self._note(account, outcome, seen)

    def write(self, session: Session) -> None:
        """Write everything down; afterwards there is nothing to write."""
        contest_records.add(session, self.lines)
        contest_trades.add_fills(session, self.fills)
        contest_trades.trade(session, self.trades)
        contest_trades.end(session, self.ends)
        contest_trades.void_fills(session, self.voids)
        contest_trades.add_snapshots(session, self.snapshots)
        for rows in (
            self.lines,
            self.fills,
            self.trades,
            self.ends,
            self.voids,
            self.snapshots,
        ):
            rows.clear()

    def _note(self, account: Account, outcome: Outcome, seen: Seen | None) -> None:
        match outcome:
            case Filled():
                self._filled(outcome, seen)
            case Ended():
                state = STATES.get(outcome.reason, OrderState.EXPIRED)
                self._ended(outcome.order, state, outcome.reason)
            case Voided():
                self.voids.append(
                    {"of": self.contest_id, "which": outcome.fill, "when": outcome.at}
                )
                self._ended(outcome.order, OrderState.VOIDED, EndReason.VOIDED)
            case Valued():
                closes = seen.event.closes if seen and isinstance(seen.event, DayClosed) else {}
                self.snapshots.append(_snapshot(self.contest_id, account, outcome, closes))

    def _ended(self, order: int, state: OrderState, why: EndReason) -> None:
        self.ends.append({"order": order, "now_is": state, "why": why.value})

    def _filled(self, filled: Filled, seen: Seen | None) -> None:
        self.trades.append({"order": filled.order, "by": filled.quantity})
        self.fills.append(
            {
                "contest_id": self.contest_id,
                "member_id": filled.account,
                "order_id": filled.order,
                "fill": filled.fill,
                "symbol": filled.symbol,
                "side": filled.side,
                "quantity": filled.quantity,
                "price": filled.price,
                "fees": _texts(filled.fees),
                "cash": filled.cash,
                "cost": filled.cost,
                "quote": _origin(filled, seen),
                "at": filled.at,
                "voided_at": None,
            }
        )


def voided_fill(fill: ContestFill) -> VoidedFill:
    """Return a stored fill as the event that undoes it names it: every amount to the cent."""
    parts = (Decimal(part) for part in fill.fees.values())
    return VoidedFill(
        fill=fill.fill,
        symbol=fill.symbol,
        side=fill.side,
        quantity=fill.quantity,
        cash=cents(fill.cash),
        cost=cents(fill.cost),
        fees=sum(parts, ZERO),
    )


def _texts(fees: Fees) -> dict[str, str]:
    return {part.name: str(cents(getattr(fees, part.name))) for part in fields_of(fees)}


def _origin(filled: Filled, seen: Seen | None) -> dict[str, Any]:
    """Return the quote that a fill used, and the number of the event that brought it."""
    quote = _quote_in(seen.event, filled.symbol) if seen else None
    return {
        "event": seen.seq if seen else None,
        "price": str(filled.price),
        "at": filled.quote_at.isoformat(),
        "source": filled.quote_source,
        "delay_minutes": filled.delay_minutes,
        "upper": str(quote.upper) if quote and quote.upper is not None else None,
        "lower": str(quote.lower) if quote and quote.lower is not None else None,
        "volume": quote.volume if quote else None,
        "auction": seen.event.auction if seen and isinstance(seen.event, AuctionHeld) else None,
    }


def _quote_in(event: MarketEvent, symbol: str) -> MarketQuote | None:
    if not isinstance(event, AuctionHeld | QuotesSeen):
        return None
    return next((quote for quote in event.quotes if quote.symbol == symbol), None)


def _snapshot(
    contest_id: int, account: Account, valued: Valued, closes: Mapping[str, Decimal]
) -> dict[str, Any]:
    values = [
        position_value(closes[symbol], held.quantity) for symbol, held in account.positions.items()
    ]
    return {
        "contest_id": contest_id,
        "member_id": valued.account,
        "day": valued.day,
        "cash": valued.cash,
        "receivables": valued.receivables,
        "positions": valued.positions,
        "equity": valued.equity,
        "concentration": herfindahl(valued.equity, values),
        "rank": None,
        "score": None,
        "terms": {},
    }
