"""The orders and fills that a log adds up to, in the shape of their tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.contest.events import OrderPlaced
from bot.contest.outcomes import Accepted, Ended, Filled, Outcome, Voided
from bot.contest.proof.refolding import Logged, Story
from bot.contest.services.books import STATES
from bot.contest.states import OrderState

Shape = dict[str, Any]


@dataclass(slots=True)
class Trades:
    """Orders by number and fills by name."""

    orders: dict[int, Shape] = field(default_factory=dict)
    fills: dict[str, Shape] = field(default_factory=dict)

    def take(self, outcome: Outcome) -> None:
        """Note what an outcome does to orders and fills."""
        match outcome:
            case Filled():
                self._fill(outcome)
            case Ended():
                state = STATES.get(outcome.reason, OrderState.EXPIRED)
                self._end(outcome.order, state.value, outcome.reason.value)
            case Voided():
                if outcome.fill in self.fills:
                    self.fills[outcome.fill]["voided"] = True
                self._end(outcome.order, OrderState.VOIDED.value, "voided")

    def _end(self, order: int, state: str, reason: str) -> None:
        if order in self.orders:
            self.orders[order] |= {"state": state, "ended_by": reason}

    def _fill(self, filled: Filled) -> None:
        order = self.orders.get(filled.order)
        if order is not None:
            order["filled"] += filled.quantity
            if order["filled"] >= order["quantity"]:
                order["state"] = OrderState.FILLED.value
        names = type(filled.fees).__dataclass_fields__
        self.fills[filled.fill] = {
            "member": filled.account,
            "order": filled.order,
            "symbol": filled.symbol,
            "side": filled.side.value,
            "quantity": filled.quantity,
            "price": filled.price,
            "fees": {name: getattr(filled.fees, name) for name in names},
            "cash": filled.cash,
            "cost": filled.cost,
            "at": filled.at,
            "quote_at": filled.quote_at.isoformat(),
            "quote_source": filled.quote_source,
            "voided": False,
        }


def expected_trades(deeds: Iterable[Logged], stories: Mapping[int, Story]) -> Trades:
    """Return what orders and fills of some members have to be; refused orders are none."""
    trades = Trades()
    accepted = {
        outcome.order
        for story in stories.values()
        for outcome in story.outcomes
        if isinstance(outcome, Accepted)
    }
    for logged in deeds:
        event = logged.event
        if isinstance(event, OrderPlaced) and event.order in accepted:
            trades.orders[event.order] = _placed(event)
    for story in stories.values():
        for outcome in story.outcomes:
            trades.take(outcome)
    return trades


def _placed(event: OrderPlaced) -> Shape:
    return {
        "member": event.account,
        "symbol": event.symbol,
        "side": event.side.value,
        "quantity": event.quantity,
        "limit": event.limit,
        "filled": 0,
        "state": OrderState.OPEN.value,
        "ended_by": None,
        "placed_at": event.at,
    }
