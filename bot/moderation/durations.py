"""How long: 30m, 2h, 1d, 1w, ９０分钟, 三天, 两小时, 半小时, 半天, 一周, 一个半小时."""

import re
import unicodedata
from datetime import timedelta

from bot.errors import BellError
from bot.moderation.errors import DurationRangeError, DurationUnreadableError
from bot.numbers import parse_whole

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=365)
"""Telegram takes what is shorter than 30 seconds or longer than 366 days for ever."""

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_UNITS = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分", "分钟", "分鐘"), _MINUTE),
    **dict.fromkeys(("h", "hr", "hour", "hours", "时", "小时", "小時", "钟头", "鐘頭"), _HOUR),
    **dict.fromkeys(("d", "day", "days", "天", "日"), _DAY),
    **dict.fromkeys(("w", "week", "weeks", "周", "週", "星期", "礼拜", "禮拜"), 7 * _DAY),
    **dict.fromkeys(("月", "月份", "month", "months"), 30 * _DAY),
}
_NUMBER = "[0-9零〇一二两兩三四五六七八九十百千]+"
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_PART = re.compile(rf"({_NUMBER}|半)\s*[个個]?(半)?\s*({_UNIT})(半)?")
LONGEST_TEXT = 24


def leading_duration(text: str) -> tuple[timedelta | None, str]:
    """Return the duration that `text` starts with, if it does, and what follows it."""
    first, _, rest = text.strip().partition(" ")
    folded = unicodedata.normalize("NFKC", first).casefold()
    if folded.isdecimal() and rest:
        unit, _, after = rest.strip().partition(" ")
        if unicodedata.normalize("NFKC", unit).casefold() in _UNITS:
            return read_duration(first + unit), after.strip()
    if not folded[:1].isdecimal() and not _PART.match(folded):
        return None, text.strip()
    return read_duration(first), rest.strip()


def read_duration(text: str) -> timedelta:
    """Return what `text` says; refuse what says nothing, or no length that Telegram keeps."""
    received = text.strip()[:LONGEST_TEXT]
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    if not folded or len(folded) > LONGEST_TEXT:
        raise DurationUnreadableError(received=received)
    total, position = timedelta(0), 0
    for found in _PART.finditer(folded):
        if found.start() != position:
            raise DurationUnreadableError(received=received)
        total += _worth(found, received)
        position = found.end()
    if position != len(folded):
        raise DurationUnreadableError(received=received)
    if not SHORTEST <= total <= LONGEST:
        raise DurationRangeError(received=received)
    return total


def _worth(found: re.Match[str], received: str) -> timedelta:
    unit = _UNITS[found[3]]
    half = unit / 2 if found[2] or found[4] else timedelta(0)
    if found[1] == "半":
        return unit / 2
    try:
        return parse_whole(found[1], most=600_000) * unit + half
    except BellError:
        raise DurationUnreadableError(received=received) from None
