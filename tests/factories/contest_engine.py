"""A small contest to play: instants, instruments, prices, and an engine that has opened a day."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.contest.engine.engine import Engine
from bot.contest.events import (
    Auction,
    AuctionHeld,
    CorporateAction,
    DayClosed,
    DayOpened,
    Joined,
    MarketQuote,
    OrderPlaced,
    QuotesSeen,
    Side,
    Terms,
)
from bot.contest.instrument import Instrument, Market
from bot.contest.outcomes import Accepted, Refusal, Refused
from bot.contest.rulebook.boards import board_of
from bot.contest.rules import FillModel, Rules

SHANGHAI = ZoneInfo("Asia/Shanghai")
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
BANK, LIQUOR, CHIP, NEW = "sh600036", "sh600519", "sh688001", "sz300001"
HK_TECH, US_SHARE = "hk00700", "usAAPL"


def at(clock: str, day: date = FRIDAY, zone: ZoneInfo = SHANGHAI) -> datetime:
    """Return an exchange-local time such as `09:25` or `09:25:01` as a UTC instant."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone).astimezone(UTC)


def money(text: str | int) -> Decimal:
    """Return an amount."""
    return Decimal(text)


def make_rules(**changes: object) -> Rules:
    """Return rules in which 100,000 yuan may all go into one name."""
    defaults: dict[str, object] = {
        "market": Market.MAINLAND,
        "first_day": FRIDAY,
        "last_day": MONDAY,
        "late_entry_until": MONDAY,
        "capital": Decimal(100_000),
        "single_name_cap": Decimal(1),
    }
    return Rules(**{**defaults, **changes})  # type: ignore[arg-type]


def live_rules(**changes: object) -> Rules:
    """Return rules of a contest that fills on quotes."""
    return make_rules(fill_model=FillModel.LIVE, **changes)


def make_terms(
    symbol: str = BANK,
    reference: str = "36.00",
    band: tuple[str, str] | None = ("32.40", "39.60"),
    *,
    halted: bool = False,
    lot: int = 1,
) -> Terms:
    """Return one share's terms of a day; `band` is its lower and upper limit."""
    board = board_of(symbol)
    assert board is not None
    lower, upper = (Decimal(band[0]), Decimal(band[1])) if band else (None, None)
    instrument = Instrument(symbol, symbol, board, lot=lot)
    return Terms(instrument, Decimal(reference), upper, lower, halted)


def opened(
    *terms: Terms, day: date = FRIDAY, actions: tuple[CorporateAction, ...] = ()
) -> DayOpened:
    """Return the opening of a day with the terms of its shares."""
    by_symbol = {one.instrument.symbol: one for one in terms}
    return DayOpened(at("08:50", day), day, terms=by_symbol, actions=actions)


def closed(day: date = FRIDAY, **closes: str) -> DayClosed:
    """Return the close of a day."""
    prices = {symbol: Decimal(price) for symbol, price in closes.items()}
    return DayClosed(at("15:10", day), day, prices)


def quote(symbol: str, price: str, clock: str, day: date = FRIDAY, **more: object) -> MarketQuote:
    """Return a price at an exchange-local time."""
    return MarketQuote(symbol, Decimal(price), at(clock, day), "test", **more)  # type: ignore[arg-type]


def opening(day: date = FRIDAY, **prices: str) -> AuctionHeld:
    """Return the opening auction of a day, its prices half a minute late."""
    quotes = tuple(quote(symbol, price, "09:25:03", day) for symbol, price in prices.items())
    return AuctionHeld(at("09:25:30", day), at("09:25", day), Auction.OPENING, quotes)


def closing(day: date = FRIDAY, **prices: str) -> AuctionHeld:
    """Return the closing auction of a day, its prices three minutes late."""
    quotes = tuple(quote(symbol, price, "15:00:03", day) for symbol, price in prices.items())
    return AuctionHeld(at("15:03", day), at("15:00", day), Auction.CLOSING, quotes)


def seen(clock: str, *quotes: MarketQuote, day: date = FRIDAY) -> QuotesSeen:
    """Return a batch of quotes that came in at an exchange-local time."""
    return QuotesSeen(at(clock, day), quotes)


def order(
    number: int,
    side: Side,
    quantity: int,
    limit: str | None = None,
    *,
    symbol: str = BANK,
    clock: str = "09:00",
    day: date = FRIDAY,
    account: int = 1,
) -> OrderPlaced:
    """Return an order."""
    price = None if limit is None else Decimal(limit)
    return OrderPlaced(at(clock, day), account, number, symbol, side, quantity, price)


def buy(number: int, quantity: int, limit: str | None = None, **more: object) -> OrderPlaced:
    """Return a purchase."""
    return order(number, Side.BUY, quantity, limit, **more)  # type: ignore[arg-type]


def sell(number: int, quantity: int, limit: str | None = None, **more: object) -> OrderPlaced:
    """Return a sale."""
    return order(number, Side.SELL, quantity, limit, **more)  # type: ignore[arg-type]


def make_engine(rules: Rules | None = None, *terms: Terms) -> Engine:
    """Return an engine with account 1 on an opened Friday."""
    engine = Engine(rules or make_rules())
    engine.apply(Joined(at("08:00"), 1))
    engine.apply(opened(*(terms or (make_terms(),))))
    return engine


def holding_engine(rules: Rules | None = None, quantity: int = 1000) -> Engine:
    """Return an engine on an opened Monday; account 1 bought the bank at 36.00 on Friday."""
    engine = make_engine(rules)
    model = engine.rules.fill_model
    engine.apply(buy(1, quantity, "36.00", clock="09:31" if model is FillModel.LIVE else "09:00"))
    if model is FillModel.LIVE:
        engine.apply(seen("09:32", quote(BANK, "36.00", "09:32")))
    else:
        engine.apply(opening(sh600036="36.00"))
    engine.apply(closed(sh600036="36.00"))
    engine.apply(opened(make_terms(), day=MONDAY))
    return engine


def refusal(outcomes: tuple[object, ...]) -> Refusal:
    """Return the one refusal among outcomes."""
    (refused,) = outcomes
    assert isinstance(refused, Refused), refused
    return refused.refusal


def accepted(outcomes: tuple[object, ...]) -> Accepted:
    """Return the one acceptance among outcomes."""
    (taken,) = outcomes
    assert isinstance(taken, Accepted), taken
    return taken
