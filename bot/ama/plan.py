"""What an AMA is to be: the form that operators fill in, one field a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.ama.errors import AmaFieldError, AmaLengthError
from bot.errors import BellError
from bot.i18n import Say
from bot.members.targets import read_target
from bot.members.tiers import Binding, Tier
from bot.moments import MomentFarError, MomentPastError, fold, read_moment
from bot.numbers import parse_whole

LONGEST_TITLE = 40
DEFAULT_MINUTES = 60
LEAST_MINUTES, MOST_MINUTES = 10, 240
FURTHEST_DAYS = 60
LONGEST_ECHO = 40

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("标题", "標題", "主题", "主題", "title"),
        "expert": ("主讲", "主講", "主讲人", "主講人", "嘉宾", "嘉賓", "顾问", "顧問", "expert"),
        "time": ("时间", "時間", "开始", "開始", "time"),
        "minutes": ("时长", "時長", "分钟", "分鐘", "minutes"),
        "tiers": ("范围", "範圍", "群", "tiers"),
        "weekly": ("每周", "每週", "weekly"),
    }
)
_NAMES = {word: field for field, words in FIELDS.items() for word in words}
_LINE = re.compile(r"\s*(?P<name>[^:：]{1,10})\s*[:：]\s*(?P<value>.*)")
_YES = frozenset({"是", "要", "好", "对", "對", "yes", "y", "1"})
_NO = frozenset({"否", "不", "不要", "无", "無", "no", "n", "0", ""})
_ALL = frozenset({"全部", "所有", "都", "all"})
_MINUTES = re.compile(r"(?P<count>.+?)(?:分钟|分鐘|分|minutes|min)?")
_HOURS = re.compile(r"(?P<count>.+?)个?(?:小时|小時|hours?|h)")


@dataclass(frozen=True, slots=True)
class Plan:
    """An AMA as it was typed: `expert` is a handle, `starts_at` in UTC, `minutes` its length."""

    title: str
    expert: str
    starts_at: datetime
    minutes: int
    tiers: tuple[Tier, ...]
    weekly: bool


def read_plan(text: str, now: datetime, zone: ZoneInfo) -> Plan:
    """Return the plan in a filled-in form; raise AmaFieldError for the first line at fault."""
    given = _lines(text)
    title = given.get("title", "")
    if not 2 <= len(title) <= LONGEST_TITLE:
        raise _refused("title", title)
    expert = given.get("expert", "")
    if not expert or " " in expert:
        raise _refused("expert", expert)
    return Plan(
        title=title,
        expert=expert,
        starts_at=_starts_at(given.get("time", ""), now, zone),
        minutes=read_minutes(given.get("minutes", "")),
        tiers=_tiers(given.get("tiers", "")),
        weekly=_weekly(given.get("weekly", "")),
    )


def read_start(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when an AMA is to begin, which lies ahead."""
    return _starts_at(text, now, zone)


def read_minutes(text: str) -> int:
    """Return how long an AMA lasts, an hour if nothing is said."""
    folded = fold(text)
    if not folded:
        return DEFAULT_MINUTES
    hours = _HOURS.fullmatch(folded)
    found = hours or _MINUTES.fullmatch(folded)
    try:
        minutes = parse_whole(found["count"] if found else folded) * (60 if hours else 1)
    except BellError:
        raise _refused("minutes", text) from None
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise AmaLengthError(received=minutes, least=LEAST_MINUTES, most=MOST_MINUTES)
    return minutes


def _lines(text: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        field = _NAMES.get(fold(found["name"]))
        if field is not None:
            given[field] = " ".join(found["value"].split())
    return given


def _starts_at(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    try:
        found = read_moment(text, now, zone, FURTHEST_DAYS)
    except (MomentPastError, MomentFarError):
        raise
    except BellError:
        raise _refused("time", text) from None
    if found is None:
        raise _refused("time", text)
    return found


def _tiers(text: str) -> tuple[Tier, ...]:
    folded = fold(text)
    if not folded or folded in _ALL:
        return tuple(Tier)
    named = []
    for word in re.split(r"[\s,，、/]+", text.strip()):
        try:
            target = read_target(word)
        except BellError:
            raise _refused("tiers", text) from None
        if not isinstance(target, Binding) or target.tier is None:
            raise _refused("tiers", text)
        named.append(target.tier)
    return tuple(tier for tier in Tier if tier in named)


def _weekly(text: str) -> bool:
    folded = fold(text)
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise _refused("weekly", text)


def _refused(field: str, received: str) -> AmaFieldError:
    return AmaFieldError(field=Say(f"ama-field-{field}"), received=received[:LONGEST_ECHO] or "—")
