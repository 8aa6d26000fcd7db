"""Words: catalogue messages in three languages, turned into marked-up text.

The product passes `Say(id, **arguments)` around; only here does it become a sentence. A
catalogue text is trusted markup, every argument is escaped as it goes in. Numbers and dates
are written the way the reader's language writes them (Babel).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from bot.markup import storable

LOCALES = Path(__file__).parent / "locales"
LONGEST_ARGUMENT = 2000
"""Fluent refuses to put in more than 2,500 characters: longer ones are put in afterwards."""


class Language(StrEnum):
    """A language in which every message is complete."""

    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"
    ENGLISH = "en"

    @property
    def babel(self) -> str:
        """Return Babel's name for it."""
        return self.value.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Say:
    """A catalogue message with its arguments: what to say, in no language yet.

    Arguments may be text (escaped), numbers, dates, times, aware instants (shown in the
    community's zone), `Markup`, other `Say`s, or tuples of `Say`s (one a line).
    """

    id: str
    arguments: Mapping[str, object]

    def __init__(self, id: str, /, **arguments: object) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "arguments", arguments)


class MissingMessageError(LookupError):
    """A catalogue lacks a message or a message lacks an argument: a mistake of ours."""


class Words:
    """The catalogues of all languages, and the community's zone for instants."""

    def __init__(self, zone: ZoneInfo, locales: Path = LOCALES) -> None:
        self._zone = zone
        self._bundles = {language: _load(locales / language) for language in Language}

    def say(self, language: Language, what: Say) -> Markup:
        """Return `what` as marked-up text in `language`."""
        bundle = self._bundles[language]
        try:
            pattern = bundle.get_message(what.id).value
        except LookupError:
            pattern = None
        if pattern is None:
            raise MissingMessageError(what.id, language)
        given = {name: self._argument(language, v) for name, v in what.arguments.items()}
        long = {
            f"\ue000{name}\ue001": v
            for name, v in given.items()
            if isinstance(v, str) and len(v) > LONGEST_ARGUMENT
        }
        stood_for = {mark[1:-1]: mark for mark in long}
        formatted, problems = bundle.format_pattern(pattern, given | stood_for)
        if problems:
            raise MissingMessageError(what.id, language, problems)
        text = str(formatted)
        for mark, whole in long.items():
            text = text.replace(mark, whole)
        return Markup(text)  # noqa: S704 - the catalogue is ours, its arguments are escaped

    def _argument(self, language: Language, value: object) -> object:
        if isinstance(value, bool) or value is None:
            return str(value).lower()
        if isinstance(value, Say):
            return str(self.say(language, value))
        if isinstance(value, tuple):
            return "\n".join(str(self._argument(language, part)) for part in value)
        if isinstance(value, int | Decimal | datetime | date | time | timedelta):
            return self._figure(language, value)
        # What people typed may hold what cannot be sent: a lone surrogate, a NUL.
        return storable(str(escape(value)))

    def _figure(self, language: Language, value: object) -> object:
        if isinstance(value, int | Decimal):
            return value
        if isinstance(value, datetime):
            local = value.astimezone(self._zone)
            gap = " " if language is Language.ENGLISH else ""
            return f"{format_day(local.date(), language)}{gap}{local:%H:%M}"
        if isinstance(value, date):
            return format_day(value, language)
        return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def format_number(value: int | Decimal, language: Language) -> str:
    """Write a number with its thousands separated; decimals stay as many as given."""
    places = -int(Decimal(value).as_tuple().exponent) if isinstance(value, Decimal) else 0
    pattern = "#,##0" + ("." + "0" * places if places > 0 else "")
    return str(format_decimal(value, format=pattern, locale=language.babel))


def format_day(day: date, language: Language) -> str:
    """Write a day with its weekday: 11月20日（周五）, 20 Nov (Fri)."""
    if language is Language.ENGLISH:
        return str(format_date(day, "d MMM (EEE)", locale="en"))
    weekday = format_date(day, "EEE", locale=language.babel)
    return f"{day.month}月{day.day}日（{weekday}）"


def _load(folder: Path) -> FluentBundle:
    bundle = FluentBundle([folder.name], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@lru_cache(maxsize=8)
def words_for(zone: ZoneInfo) -> Words:
    """Return the catalogues for a community in `zone`, loaded once."""
    return Words(zone)
