"""An operator's list of one year's holidays, as text: `2027 休市 01-01 02-05..02-11`.

Also read: `2027 closed …`, `2027年`, `1月1日`, `1/1`, ranges with `~`, `至` or `到`, and
commas between days. Ranges may run over weekends, which are closed anyway.
"""

import re
import unicodedata
from datetime import date, timedelta

from bot.calendar.errors import (
    HolidayDateInvalid,
    HolidayListEmpty,
    HolidayListMalformed,
    HolidayRangeReversed,
    HolidayRangeTooLong,
    HolidayYearInvalid,
)
from bot.calendar.exchange import HolidayYear

LOWEST_YEAR, HIGHEST_YEAR = 2024, 2099
LONGEST_HOLIDAY = 16  # days; the longest Spring Festival closures had ten

_SHAPE = re.compile(
    r"(\d{1,6})\s*年?\s*(?:休市|休|closed)\s*[::]?\s*(.*)", re.DOTALL | re.IGNORECASE
)
_RANGE = re.compile(r"\s*(?:\.{2,}|…|~|至|到|–|—)\s*")
_DAY = re.compile(r"(\d{1,2})(?:[-/.](\d{1,2})|月(\d{1,2})日?)", re.ASCII)


def parse_holiday_list(text: str) -> HolidayYear:
    """Return the year and its closed days; raise a Holiday… error that names the bad piece."""
    # NFKC turns full-width digits, commas and tildes into the plain ones.
    shape = _SHAPE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if shape is None:
        raise HolidayListMalformed(received=text[:200])
    year = int(shape[1])
    if not LOWEST_YEAR <= year <= HIGHEST_YEAR:
        raise HolidayYearInvalid(received=shape[1], lowest=LOWEST_YEAR, highest=HIGHEST_YEAR)
    spaced = _RANGE.sub("..", shape[2])
    closed = {
        day for piece in re.split(r"[\s,、;]+", spaced) if piece for day in _days(piece, year)
    }
    if not closed:
        raise HolidayListEmpty(year=year)
    return HolidayYear(year, frozenset(closed))


def _days(piece: str, year: int) -> list[date]:
    start, separator, end = piece.partition("..")
    first = _day(start, year, piece)
    last = _day(end, year, piece) if separator else first
    length = (last - first).days + 1
    if length < 1:
        raise HolidayRangeReversed(received=piece, year=year)
    if length > LONGEST_HOLIDAY:
        raise HolidayRangeTooLong(received=piece, days=length, highest=LONGEST_HOLIDAY)
    return [first + timedelta(days=n) for n in range(length)]


def _day(text: str, year: int, piece: str) -> date:
    found = _DAY.fullmatch(text)
    if found is None:
        raise HolidayDateInvalid(received=piece, year=year)
    try:
        return date(year, int(found[1]), int(found[2] or found[3]))
    except ValueError as error:
        raise HolidayDateInvalid(received=piece, year=year) from error
