"""What operators type into a broadcast's form: levels, activity, a time, hours."""

import re
from datetime import datetime
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
from bot.moments import MomentFarError, MomentPastError, NotAMomentError, fold, read_moment
from bot.numbers import parse_whole

LONGEST_ECHO = 40
MOST_DAYS = 365
MOST_HOURS = 72
FURTHEST_DAYS = 60
_NUMBER = "(?:[0-9]{1,4}|[零〇一二两兩三四五六七八九十百]+)"
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
_HOURS = re.compile(rf"({_NUMBER})(?:个|個)?(?:小时|小時|hours?|h)?")


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
    """Return when to begin in UTC, nothing for now; see `bot/moments.py` for what is read."""
    try:
        return read_moment(text, now, zone, FURTHEST_DAYS)
    except MomentPastError as error:
        raise BroadcastPastError(**error.fields) from None
    except MomentFarError as error:
        raise BroadcastFarError(**error.fields) from None
    except NotAMomentError as error:
        raise BroadcastTimeError(**error.fields) from None


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


def _echo(text: str) -> str:
    return " ".join(text.split())[:LONGEST_ECHO]
