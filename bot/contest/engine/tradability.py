"""Whether a share can be ordered now at all: pause, universe, freeze, halt, session, floor."""

from bot.contest.engine.request import Request
from bot.contest.engine.session import continuous
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.rules import FillModel


def outside_universe(asked: Request) -> Refusal | None:
    """Refuse what the contest does not trade."""
    rules, instrument = asked.rules, asked.terms.instrument
    listed = instrument.symbol in rules.universe if rules.universe else True
    fits = not rules.boards or instrument.board in rules.boards
    if listed and fits and instrument.board.market is rules.market:
        return None
    return Refusal(RefusalCode.OUTSIDE_UNIVERSE, {"symbol": instrument.symbol})


def frozen(asked: Request) -> Refusal | None:
    """Refuse what operators still have to explain."""
    symbol = asked.order.symbol
    known = symbol in asked.market.frozen
    return Refusal(RefusalCode.FROZEN, {"symbol": symbol}) if known else None


def halted(asked: Request) -> Refusal | None:
    """Refuse a halted share; an order for the next day may wait, its halt may not last."""
    stopped = asked.terms.halted and asked.day is not None
    return Refusal(RefusalCode.HALTED, {"symbol": asked.order.symbol}) if stopped else None


def session_closed(asked: Request) -> Refusal | None:
    """Refuse an order that would have to wait where the contest has no queue."""
    if asked.day is not None or asked.rules.queue_out_of_hours:
        return None
    return Refusal(RefusalCode.SESSION_CLOSED, {"opens": None})


def market_order_now(asked: Request) -> Refusal | None:
    """Refuse a live market order outside of continuous trading, naming the day's limits."""
    if asked.order.limit is not None or asked.rules.fill_model is not FillModel.LIVE:
        return None
    if continuous(asked.terms.instrument.board, asked.order.at, asked.market):
        return None
    fields = {"limit_low": asked.terms.lower, "limit_high": asked.terms.upper}
    return Refusal(RefusalCode.MARKET_ORDER_NOW, fields)


def below_floor(asked: Request) -> Refusal | None:
    """Refuse to buy what costs less than the contest's floor; it may be sold."""
    reference, floor = asked.market.price(asked.order.symbol), asked.rules.price_floor
    if not asked.buys or reference >= floor:
        return None
    return Refusal(RefusalCode.PRICE_FLOOR, {"reference": reference, "floor": floor})
