"""The markets that a slot shows: which quotes may stand in it, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from bot.briefs.dropped import Dropped, DropReason, lost_symbols
from bot.briefs.faults import quote_fault
from bot.briefs.figures import Figure, FigureField, bind
from bot.briefs.material import Material
from bot.briefs.slots import Slot
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import Session
from bot.market.quote import HUNDREDTH, Quote
from bot.market.symbols import IndexSet, calendar_of

SETTLED_WITHIN = timedelta(minutes=2)


class Market(StrEnum):
    """Where the indexes of a section trade."""

    OVERSEAS = "overseas"
    MAINLAND = "mainland"
    HONG_KONG = "hong-kong"


WANTED: dict[Slot, tuple[Market, ...]] = {
    Slot.MORNING: (Market.OVERSEAS, Market.MAINLAND, Market.HONG_KONG),
    Slot.NOON: (Market.MAINLAND, Market.HONG_KONG),
    Slot.EVENING: (Market.MAINLAND, Market.HONG_KONG),
}


class Phase(StrEnum):
    """What a market was doing when its quotes were taken."""

    OPEN = "open"
    BREAK = "break"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One index of a section; its numbers are figures bound to its quote."""

    quote: Quote
    name: str

    @property
    def last(self) -> Figure:
        """Return the latest value."""
        return bind(FigureField.LAST, self.quote.last, self.quote)

    @property
    def change(self) -> Figure:
        """Return the change in percent of the previous close."""
        return bind(FigureField.CHANGE_PERCENT, self.quote.change_percent, self.quote)

    @property
    def high(self) -> Figure | None:
        """Return the day's highest value."""
        return self._optional(FigureField.HIGH, self.quote.high)

    @property
    def low(self) -> Figure | None:
        """Return the day's lowest value."""
        return self._optional(FigureField.LOW, self.quote.low)

    @property
    def amplitude(self) -> Figure | None:
        """Return the day's range in percent of the previous close."""
        if self.quote.high is None or self.quote.low is None:
            return None
        span = (self.quote.high - self.quote.low) * 100 / self.quote.previous_close
        return bind(FigureField.AMPLITUDE, span.quantize(HUNDREDTH, ROUND_HALF_UP), self.quote)

    @property
    def gap(self) -> Figure | None:
        """Return the opening's distance from the previous close in percent of it."""
        if self.quote.open is None:
            return None
        gap = (self.quote.open - self.quote.previous_close) * 100 / self.quote.previous_close
        return bind(FigureField.GAP, gap.quantize(HUNDREDTH, ROUND_HALF_UP), self.quote)

    @property
    def amount(self) -> Figure | None:
        """Return the money that changed hands, in the exchange's currency."""
        return self._optional(FigureField.AMOUNT, self.quote.amount or None)

    def _optional(self, kind: FigureField, value: Decimal | None) -> Figure | None:
        return None if value is None else bind(kind, value, self.quote)


@dataclass(frozen=True, slots=True)
class Section:
    """The indexes of one market, all of the same session, at least one."""

    market: Market
    phase: Phase
    day: date
    lines: tuple[IndexLine, ...]


def sections_of(
    material: Material, names: Mapping[str, str]
) -> tuple[dict[Market, Section], list[Dropped]]:
    """Return the markets that can be shown, by name, and everything left out with its reason."""
    found: dict[Market, Section] = {}
    dropped: list[Dropped] = []
    for market in WANTED[material.due.slot]:
        symbols = symbols_of(market, material.indexes)
        dropped += lost_symbols(material.snapshot.missing(symbols), material.snapshot.problems)
        quotes = [material.snapshot.quotes[s] for s in symbols if s in material.snapshot.quotes]
        good = []
        for quote in quotes:
            reason = unfit(quote, market, material) or quote_fault(
                quote, names.get(quote.symbol, ""), material
            )
            if reason is None:
                good.append(quote)
            else:
                detail = quote.at.isoformat()
                dropped.append(Dropped(quote.symbol, reason, quote.source, detail))
        if good:
            found[market] = _section(market, good, material, names)
    return found, dropped


def symbols_of(market: Market, indexes: IndexSet) -> tuple[str, ...]:
    """Return the indexes of a market."""
    return {
        Market.OVERSEAS: indexes.overseas,
        Market.MAINLAND: indexes.mainland,
        Market.HONG_KONG: indexes.hong_kong,
    }[market]


def unfit(quote: Quote, market: Market, material: Material) -> DropReason | None:
    """Return why a usable quote still does not belong into this brief."""
    try:
        session = material.session_of(quote.symbol)
        home = material.calendars[material.home].latest_session(material.now)
    except CalendarUncovered:
        return DropReason.UNCOVERED
    if material.due.slot is not Slot.MORNING and session.day != material.due.day:
        is_closed = is_closed_today(calendar_of(quote.symbol), material)
        return DropReason.MARKET_CLOSED if is_closed else DropReason.NOT_OPEN_YET
    if market is Market.OVERSEAS and session.closes <= home.closes:
        is_off = is_night_off(quote.symbol, material)
        return DropReason.NO_NIGHT_SESSION if is_off else DropReason.NOT_OPEN_YET
    if phase_of(session, material.now) is Phase.OPEN:
        return None
    is_settled = settled(quote.at, session, material.now)
    return None if is_settled and not _is_later(quote, session, material) else DropReason.UNSETTLED


def is_night_off(symbol: str, material: Material) -> bool:
    """Tell whether the symbol's exchange has no session between our close and the brief."""
    calendar = material.calendars[calendar_of(symbol)]
    since = material.calendars[material.home].latest_session(material.now).closes
    until = max(material.due.due_at, material.now)
    days = calendar.trading_days_between(calendar.local_day(since), calendar.local_day(until))
    return not any(since < calendar.session(day).closes <= until for day in days)


def phase_of(session: Session, now: datetime) -> Phase:
    """Return what a market whose latest session this is does at `now`."""
    if session.is_open(now):
        return Phase.OPEN
    return Phase.CLOSED if now >= session.closes else Phase.BREAK


def settled(at: datetime, session: Session, now: datetime) -> bool:
    """Tell whether data of `at` show how trading ended, not how it stood some minutes before.

    A delayed feed's last row before the bell would be printed as the close otherwise.
    """
    ended = min(now, session.closes)
    for start, end in session.breaks:
        if start <= now < end:
            ended = start
    return at >= ended - SETTLED_WITHIN


def _is_later(quote: Quote, session: Session, material: Material) -> bool:
    """Tell whether a quote is of an auction today, while `session` is still the one before."""
    return material.calendars[calendar_of(quote.symbol)].local_day(quote.at) > session.day


def _section(
    market: Market, quotes: list[Quote], material: Material, names: Mapping[str, str]
) -> Section:
    session = material.session_of(quotes[0].symbol)
    lines = tuple(IndexLine(quote, names[quote.symbol]) for quote in quotes)
    return Section(market, phase_of(session, material.now), session.day, lines)


def is_closed_today(code: str, material: Material) -> bool:
    """Tell whether an exchange is known not to trade on the brief's day."""
    try:
        return not material.calendars[code].is_trading_day(material.due.day)
    except CalendarUncovered:
        return False
