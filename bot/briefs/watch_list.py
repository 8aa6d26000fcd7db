"""The morning brief of a member's own watch list: written for one reader, figures bound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from bot.briefs.binding import unbound_numbers
from bot.briefs.figures import Figure, Ledger
from bot.briefs.foot import data_foot
from bot.briefs.sections import IndexLine
from bot.calendar.exchange import ExchangeCalendar
from bot.compliance.disclosure import with_disclosure
from bot.i18n import Language, Say, Words, format_day
from bot.market.quote import Quote, vet
from bot.markup import plain

MOST_SHOWN = 12


@dataclass(frozen=True)
class Watched:
    """What a list is written from: quotes as of `now`, and what each share is called."""

    day: date
    now: datetime
    zone: ZoneInfo
    quotes: Mapping[str, Quote]
    names: Mapping[str, str]
    calendars: Mapping[str, ExchangeCalendar]


def compose_watch_list(
    watched: Watched, symbols: Sequence[str], language: Language, words: Words
) -> Markup:
    """Return the brief on `symbols`; empty where none has a usable quote, or one is unbound.

    Shares without a usable quote are named, never estimated.
    """
    usable = {s: q for s in symbols if (q := watched.quotes.get(s)) and _is_usable(q, watched)}
    shown = list(usable)[:MOST_SHOWN]
    if not shown:
        return Markup()
    ledger = Ledger(language)
    lines = [_line(watched.names[s], usable[s], ledger, words) for s in shown]
    simulated = any(usable[s].simulated for s in shown)
    head = Say(
        "watch-brief-head",
        day=format_day(watched.day, language),
        simulated=simulated,
    )
    lines = [words.say(language, head), *lines, *_left_out(watched, symbols, usable, ledger, words)]
    foot = data_foot(ledger, watched.zone, watched.day, words)
    text = with_disclosure(Markup("\n").join(lines), foot.line)
    return text if _is_bound(text, watched, symbols, ledger) else Markup()


def _is_usable(quote: Quote, watched: Watched) -> bool:
    prices = (quote.last, quote.previous_close, quote.high, quote.low)
    if not all(price is None or price.is_finite() for price in prices):
        return False
    good, _ = vet({quote.symbol: quote}, watched.now, lambda code: watched.calendars[code])
    return bool(good)


def _line(name: str, quote: Quote, ledger: Ledger, words: Words) -> Markup:
    line = IndexLine(quote, name)
    low, high = line.low, line.high
    say = Say(
        "watch-brief-line",
        name=name,
        price=ledger.price(line.last),
        move=ledger.move(line.change),
        range=_range(low, high, ledger, words) if low and high else "",
    )
    return words.say(ledger.language, say)


def _range(low: Figure, high: Figure, ledger: Ledger, words: Words) -> str:
    say = Say("watch-brief-range", low=ledger.price(low), high=ledger.price(high))
    return plain(words.say(ledger.language, say))


def _left_out(
    watched: Watched,
    symbols: Sequence[str],
    usable: Mapping[str, Quote],
    ledger: Ledger,
    words: Words,
) -> list[Markup]:
    lines = []
    comma = plain(words.say(ledger.language, Say("list-comma")))
    missing = [watched.names[s] for s in symbols if s not in usable]
    if missing:
        say = Say("watch-brief-missing", names=comma.join(missing[:MOST_SHOWN]))
        lines.append(words.say(ledger.language, say))
    more = len(usable) - MOST_SHOWN
    if more > 0:
        lines.append(words.say(ledger.language, Say("watch-brief-more")))
    return lines


def _is_bound(text: Markup, watched: Watched, symbols: Sequence[str], ledger: Ledger) -> bool:
    """Tell whether every number is a figure's; what shares are called is a name."""
    shown = str(text)
    for symbol in symbols:
        shown = shown.replace(str(escape(watched.names[symbol])), "")
    written = [writing for _, writing in ledger.written]
    return not unbound_numbers(plain(Markup(shown)), written)  # noqa: S704 - read, not written
