"""Moments as people write them: 明天 9:30, 12月1日 上午十点, 20:00, １１－２７ 15:30.

Full-width figures and Chinese numerals are read like others. What cannot be read, is past or
too far off is refused, each by its own name.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import BellError
from bot.numbers import parse_whole

LONGEST_ECHO = 40
ONE_DAY = timedelta(days=1)
_TWO = "(?:[0-9]{1,2}|[零〇一二两兩三四五六七八九十]+)"
_NOW = frozenset({"现在", "現在", "立即", "马上", "馬上", "now"})
_HALVES = {"早上": 0, "上午": 0, "凌晨": 0, "中午": 12, "下午": 12, "晚上": 12, "傍晚": 12}
_CLOCK = re.compile(
    rf"(早上|上午|凌晨|中午|下午|晚上|傍晚)?({_TWO})"
    rf"(?::({_TWO})|[点點时時](?:(半)|(一刻)|({_TWO})分?)?整?)"
)
_RELATIVE = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2, "後天": 2}
_DATE = re.compile(rf"(?:(\d{{4}})[-/.年])?({_TWO})[-/.月]({_TWO})[日号號]?")


class NotAMomentError(BellError):
    """There is no moment here; fields: received."""

    code = "not-a-moment"


class MomentPastError(BellError):
    """The moment is past; fields: at."""

    code = "moment-past"


class MomentFarError(BellError):
    """The moment is further off than makes sense; fields: at, days."""

    code = "moment-far"


def fold(text: str) -> str:
    """Return text as it is compared: NFKC, lower case, without spaces."""
    folded = unicodedata.normalize("NFKC", text[:200]).casefold()
    return "".join(folded.replace("–", "-").replace("—", "-").split())


def read_moment(text: str, now: datetime, zone: ZoneInfo, furthest: int) -> datetime | None:
    """Return the instant meant in UTC, at most `furthest` days ahead; nothing for “now”.

    A time without a day is the next one; a day without a year the next such day.
    """
    folded = fold(text)
    if folded in _NOW:
        return None
    clock = _clock_at_end(folded)
    if clock is None:
        raise NotAMomentError(received=_echo(text))
    at, rest = clock
    today = now.astimezone(zone).date()
    day = _day(rest, today, text) if rest else today
    found = datetime.combine(day, at, zone).astimezone(UTC)
    if not rest and found <= now:
        found = datetime.combine(day + ONE_DAY, at, zone).astimezone(UTC)
    if found <= now:
        raise MomentPastError(at=found)
    if found > now + timedelta(days=furthest):
        raise MomentFarError(at=found, days=furthest)
    return found


def _clock_at_end(folded: str) -> tuple[time, str] | None:
    """Return the time at the end of a text, and what stands before it."""
    for found in _CLOCK.finditer(folded):
        if found.end() == len(folded):
            at = _time(found)
            return (at, folded[: found.start()]) if at is not None else None
    return None


def _time(found: re.Match[str]) -> time | None:
    try:
        hour = parse_whole(found[2], 24)
        minute = 30 if found[4] else 15 if found[5] else 0
        if found[3] or found[6]:
            minute = parse_whole(found[3] or found[6], 59)
    except BellError:
        return None
    later = _HALVES.get(found[1] or "", 0)
    if later and hour < 12 and not (found[1] == "中午" and hour > 9):
        hour += later
    return time(hour, minute) if hour < 24 else None


def _day(text: str, today: date, typed: str) -> date:
    if text in _RELATIVE:
        return today + ONE_DAY * _RELATIVE[text]
    found = _DATE.fullmatch(text)
    if found is None:
        raise NotAMomentError(received=_echo(typed))
    try:
        month, day = parse_whole(found[2], 12), parse_whole(found[3], 31)
        wished = date(int(found[1] or today.year), month, day)
        if found[1] is None and wished < today:
            wished = date(today.year + 1, month, day)
    except (BellError, ValueError):
        raise NotAMomentError(received=_echo(typed)) from None
    return wished


def _echo(text: str) -> str:
    return " ".join(text.split())[:LONGEST_ECHO]
