"""What a contest knows of its market: the fold of its market events, and nothing else."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal

from bot.contest.engine.admission import admitted
from bot.contest.engine.charging import listed_board
from bot.contest.engine.overnight import carried, explained
from bot.contest.events import (
    Auction,
    AuctionHeld,
    DayClosed,
    DayOpened,
    Frozen,
    Listed,
    MarketEvent,
    Paused,
    QuotesSeen,
    Released,
    Resumed,
    Terms,
)


@dataclass(frozen=True, slots=True)
class Jump:
    """Why an instrument is frozen: its reference is not what our own last close led to expect."""

    at: datetime
    symbol: str
    expected: Decimal
    received: Decimal


@dataclass(slots=True)
class MarketState:
    """The market as a contest has seen it.

    `open`: whether `day` has opened and not closed. `terms`: of the day, and of what was listed
    since. `closes`: our own last good closes, on an ex date the ex reference price. `auctions`:
    those held today. `quoted`: the last instant today at which a quote of continuous trading
    was used. `frozen`: by symbol; those with `at` of a `DayOpened` are the jumps it brought.
    """

    day: date | None = None
    early_close: time | None = None
    open: bool = False
    paused: bool = False
    terms: dict[str, Terms] = field(default_factory=dict)
    closes: dict[str, Decimal] = field(default_factory=dict)
    frozen: dict[str, Jump] = field(default_factory=dict)
    auctions: list[Auction] = field(default_factory=list)
    quoted: dict[str, datetime] = field(default_factory=dict)

    def price(self, symbol: str) -> Decimal:
        """Return the last good price: our close, or the reference of what is new here."""
        known = self.closes.get(symbol)
        return self.terms[symbol].reference if known is None else known

    def admit(self, event: MarketEvent) -> MarketEvent | None:
        """Return what of an event counts, as accounts are to see it; None if nothing does.

        What has been admitted is admitted again unchanged: this is what a log keeps.
        """
        return admitted(self, event)

    def fold(self, event: MarketEvent) -> MarketEvent | None:
        """Take an event in; return it as `admit` does."""
        counted = self.admit(event)
        match counted:
            case DayOpened():
                self._open(counted)
            case Listed():
                self._list(counted.terms)
            case AuctionHeld():
                self.auctions.append(counted.auction)
            case QuotesSeen():
                self.quoted |= {quote.symbol: quote.at for quote in counted.quotes}
            case DayClosed():
                self.open = False
                self.closes |= counted.closes
            case Frozen():
                jump = Jump(counted.at, counted.symbol, counted.expected, counted.received)
                self.frozen[counted.symbol] = jump
            case Released():
                self._release(counted)
            case Paused() | Resumed():
                self.paused = isinstance(counted, Paused)
        return counted

    def _open(self, event: DayOpened) -> None:
        self.day, self.early_close, self.open = event.day, event.early_close, True
        self.auctions, self.quoted = [], {}
        for symbol, close in self.closes.items():
            self._carry(event, symbol, close)
        self.terms = dict(event.terms)

    def _carry(self, event: DayOpened, symbol: str, close: Decimal) -> None:
        """Carry a close over the night; freeze a symbol whose reference nothing explains."""
        board = listed_board(symbol)
        actions = tuple(action for action in event.actions if action.symbol == symbol)
        expected = carried(close, actions, board, event.day)
        terms = event.terms.get(symbol)
        if terms is None or symbol in self.frozen:
            self.closes[symbol] = expected
        elif explained(terms.reference, close, actions, board, event.day):
            self.closes[symbol] = terms.reference
        else:
            self.closes[symbol] = expected
            self.frozen[symbol] = Jump(event.at, symbol, expected, terms.reference)

    def _list(self, terms: Terms) -> None:
        symbol = terms.instrument.symbol
        if symbol not in self.terms:
            # Nobody held it: a close from weeks ago tells nothing.
            self.closes.pop(symbol, None)
        self.terms[symbol] = terms

    def _release(self, event: Released) -> None:
        del self.frozen[event.symbol]
        self.closes[event.symbol] = event.reference
        if event.symbol in self.terms:
            terms = self.terms[event.symbol]
            self.terms[event.symbol] = replace(terms, reference=event.reference)
