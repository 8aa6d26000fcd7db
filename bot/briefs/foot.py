"""The last line of a brief: time of data, sources, risk disclosure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.briefs.facts import COMMUNITY
from bot.briefs.figures import Figure, FigureField, Ledger, newest
from bot.briefs.material import Material
from bot.briefs.names import source_called
from bot.i18n import Language, Say, Words
from bot.markup import plain


@dataclass(frozen=True, slots=True)
class Foot:
    """What is said of the data, and the disclosure; `line` is both in one."""

    data: str
    disclosure: str

    @property
    def line(self) -> str:
        """Return the one line that ends a text."""
        return f"{self.data} · {self.disclosure}"


def foot_of(material: Material, ledger: Ledger, words: Words) -> Foot:
    """Return the foot for everything that was written into `ledger`, at least one quote.

    How many take part in a contest is our own count, of no market and of no moment's price.
    """
    return data_foot(ledger, material.zone, material.due.day, words)


def data_foot(ledger: Ledger, zone: ZoneInfo, day: date, words: Words) -> Foot:
    """Return the foot of a text that is read on `day` in `zone`."""
    language = ledger.language
    figures = [figure for figure, _ in ledger.written if figure.source != COMMUNITY]
    local = newest(figures).astimezone(zone)
    is_today = local.date() == day
    codes = dict.fromkeys(code for figure in figures for code in figure.source.split(","))
    sources = [_text(words, language, source_called(code)) for code in codes]
    data = Say(
        "brief-foot",
        time=local.time() if is_today else local,
        sources=_text(words, language, Say("list-comma")).join(sources),
        delay=_delay(figures, ledger, words),
    )
    return Foot(_text(words, language, data), _text(words, language, Say("risk-disclosure")))


def _delay(figures: Sequence[Figure], ledger: Ledger, words: Words) -> str:
    slowest = max(figures, key=lambda figure: figure.delay_minutes)
    if not slowest.delay_minutes:
        return ""
    figure = replace(slowest, field=FigureField.DELAY, value=Decimal(slowest.delay_minutes))
    say = Say("brief-foot-delay", minutes=ledger.number(figure))
    return _text(words, ledger.language, say)


def _text(words: Words, language: Language, what: Say | str) -> str:
    return plain(words.say(language, what)) if isinstance(what, Say) else what
