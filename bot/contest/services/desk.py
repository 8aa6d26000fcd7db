"""What the market day of contests needs of the running bot."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.calendar.shelf import CalendarShelf
from bot.compliance.gate import Gate
from bot.contest.instrument import Market
from bot.contest.services.live_board import LiveBook
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.market.desk import QuoteDesk
from bot.market.directory import Directory
from bot.market.quote import Quote
from bot.market.quote_board import QuoteBoard


@dataclass(slots=True)
class ContestWatch:
    """What one process remembers between polls; a new process starts without, and loses nothing.

    `asked`: when a market was last asked out of session. `volumes`: by contest and symbol,
    the day's volume when a quote was last used or first seen. `opinions`: by contest, what
    was held last against a second source, when, and what that contradicted. `books`: by
    contest, its accounts as last read for the board between closes.
    """

    asked: dict[Market, datetime] = field(default_factory=dict)
    volumes: dict[tuple[int, str], tuple[date, int]] = field(default_factory=dict)
    opinions: dict[int, tuple[object, datetime, frozenset[str]]] = field(default_factory=dict)
    books: dict[int, LiveBook] = field(default_factory=dict)

    def traded(self, contest_id: int, day: date, quote: Quote) -> int | None:
        """Return the shares traded since the contest last used a quote; None if unknown.

        The first sight of a symbol only sets the mark: what was traded before an order was
        placed must not count for it.
        """
        if quote.volume is None:
            return None
        marked = self.volumes.get((contest_id, quote.symbol))
        if marked is None or marked[0] != day:
            self.volumes[contest_id, quote.symbol] = (day, quote.volume)
            return None
        return max(0, quote.volume - marked[1])

    def used(self, contest_id: int, day: date, quote: Quote) -> None:
        """Move the mark to a quote that was used."""
        if quote.volume is not None:
            self.volumes[contest_id, quote.symbol] = (day, quote.volume)


@dataclass(frozen=True, slots=True)
class Desk:
    """Feeds, names, calendars, words, the gate and the operators' ear.

    `board`: the latest usable quotes, for everybody. `bot_id` signs what the clock did.
    """

    quotes: QuoteDesk
    directory: Directory
    board: QuoteBoard
    watch: ContestWatch
    calendars: CalendarShelf
    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    bot_id: int
