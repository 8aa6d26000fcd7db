"""What operators type into a broadcast's form: levels, activity, a time, hours.

Full-width figures and Chinese numerals are read as people write them.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.broadcast.errors import (
    BroadcastActivityError,
    BroadcastFarError,
    BroadcastHoursError,
    BroadcastLevelsError,
    BroadcastLevelsReversedError,
    BroadcastPastError,
    BroadcastTimeError,
)
from bot.broadcast.plan import Activity
from bot.errors import BellError
from bot.numbers import parse_whole

LONGEST_ECHO = 40
MOST_DAYS = 365
MOST_HOURS = 72
FURTHEST_DAYS = 60
ONE_DAY = timedelta(days=1)
_NUMBER = "(?:[0-9]{1,4}|[零〇一二两兩三四五六七八九十百]+)"
_TWO = "(?:[0-9]{1,2}|[零〇一二两兩三四五六七八九十]+)"
_RANGE = re.compile(
    rf"(?:lv\.?)?({_NUMBER})级?(?:(?:-|~|到|至)(?:lv\.?)?({_NUMBER})级?|(以上|及以上|\+))?"
)
_ALL = frozenset({"不限", "全部", "所有", "无", "無", "all", "any", "none"})
_NEVER = frozenset({"从未", "從未", "从未签到", "從未簽到", "没签到过", "沒簽到過", "never"})
_WITHIN = re.compile(
    rf"(?:最近|近|within|last)?({_NUMBER})(?:天|日|days?)(?:内|內)?(?:签到过?|簽到過?)?"
)
_SILENT = re.compile(
    rf"(?:沉默|超过|超過|silent|quiet)({_NUMBER})(?:天|日|days?)?(?:没签到|沒簽到|未签到|未簽到)?"
    rf"|({_NUMBER})(?:天|日)(?:没|沒|未)(?:签到|簽到)"
)
_NOW = frozenset({"现在", "現在", "立即", "马上", "馬上", "now"})
_HALVES = {"早上": 0, "上午": 0, "凌晨": 0, "中午": 12, "下午": 12, "晚上": 12, "傍晚": 12}
_CLOCK = re.compile(
    rf"(早上|上午|凌晨|中午|下午|晚上|傍晚)?({_TWO})"
    rf"(?::({_TWO})|[点點时時](?:(半)|(一刻)|({_TWO})分?)?整?)"
)
_RELATIVE = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2, "後天": 2}
_DATE = re.compile(rf"(?:(\d{{4}})[-/.年])?({_TWO})[-/.月]({_TWO})[日号號]?")
_HOURS = re.compile(rf"({_NUMBER})(?:个|個)?(?:小时|小時|hours?|h)?")


def fold(text: str) -> str:
    """Return text as it is compared: NFKC, lower case, without spaces."""
    folded = unicodedata.normalize("NFKC", text[:200]).casefold()
    return "".join(folded.replace("–", "-").replace("—", "-").split())


def read_levels(text: str, most: int) -> tuple[int, int]:
    """Return the lowest and highest level meant, 0 being no limit: 2-5, 三级以上, 不限."""
    folded, echo = fold(text), _echo(text)
    if folded in _ALL:
        return 0, 0
    found = _RANGE.fullmatch(folded)
    if found is None:
        raise BroadcastLevelsError(received=echo, most=most)
    first = _level(found[1], echo, most)
    if found[3]:
        return first, 0
    last = _level(found[2], echo, most) if found[2] else first
    if last < first:
        raise BroadcastLevelsReversedError(received=echo)
    return first, last


def read_activity(text: str) -> tuple[Activity, int]:
    """Return what check-ins have to say: 最近7天, 从未, 沉默三十天, 不限."""
    folded = fold(text)
    if folded in _ALL:
        return Activity.ANY, 0
    if folded in _NEVER:
        return Activity.NEVER, 0
    silent = _SILENT.fullmatch(folded)
    found = silent or _WITHIN.fullmatch(folded)
    if found is None:
        raise BroadcastActivityError(received=_echo(text))
    try:
        days = parse_whole(next(group for group in found.groups() if group), MOST_DAYS)
    except BellError:
        days = 0
    if not days:
        raise BroadcastActivityError(received=_echo(text))
    return (Activity.SILENT if silent else Activity.WITHIN), days


def read_when(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when to begin in UTC, nothing for now: 明天 9:30, 12月1日 上午十点, 20:00.

    A time without a day is the next one; a day without a year the next such day.
    """
    folded = fold(text)
    if folded in _NOW:
        return None
    clock = _clock_at_end(folded)
    if clock is None:
        raise BroadcastTimeError(received=_echo(text))
    at, rest = clock
    today = now.astimezone(zone).date()
    day = _day(rest, today, text) if rest else today
    found = datetime.combine(day, at, zone).astimezone(UTC)
    if not rest and found <= now:
        found = datetime.combine(day + ONE_DAY, at, zone).astimezone(UTC)
    if found <= now:
        raise BroadcastPastError(at=found)
    if found > now + timedelta(days=FURTHEST_DAYS):
        raise BroadcastFarError(at=found, days=FURTHEST_DAYS)
    return found


def read_hours(text: str) -> int:
    """Return a number of hours, from 1 to 72."""
    found = _HOURS.fullmatch(fold(text))
    try:
        hours = parse_whole(found[1], MOST_HOURS) if found else 0
    except BellError:
        hours = 0
    if not hours:
        raise BroadcastHoursError(received=_echo(text), most=MOST_HOURS)
    return hours


def _level(text: str, echo: str, most: int) -> int:
    try:
        level = parse_whole(text, most)
    except BellError:
        level = 0
    if not level:
        raise BroadcastLevelsError(received=echo, most=most)
    return level


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
        raise BroadcastTimeError(received=_echo(typed))
    try:
        month, day = parse_whole(found[2], 12), parse_whole(found[3], 31)
        wished = date(int(found[1] or today.year), month, day)
        if found[1] is None and wished < today:
            wished = date(today.year + 1, month, day)
    except (BellError, ValueError):
        raise BroadcastTimeError(received=_echo(typed)) from None
    return wished


def _echo(text: str) -> str:
    return " ".join(text.split())[:LONGEST_ECHO]
