"""The form in which operators write a broadcast: its fields and how each is changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.broadcast.errors import BroadcastTextEmptyError, BroadcastTextLongError
from bot.broadcast.plan import Activity, Plan
from bot.broadcast.text import cleaned
from bot.broadcast.typed import read_activity, read_hours, read_levels, read_when
from bot.i18n import Language
from bot.members.tiers import Tier

T = TypeVar("T")
LONGEST_SOURCE = 120
LONGEST_TEXT = 8000
"""Nobody means more than this; what is over Telegram's own limit the form tells exactly."""
_NONE = frozenset({"无", "無", "没有", "沒有", "none", "-", "空", "不要"})


class FormField(StrEnum):
    """One field of the form; its label is the message `broadcast-field-<value>`."""

    TEXT = "text"
    OTHER = "other"
    SOURCE = "source"
    LANGUAGE = "language"
    GROUPS = "groups"
    PEOPLE = "people"
    LEVELS = "levels"
    READERS = "readers"
    ACTIVITY = "activity"
    ASKED = "asked"
    EXCLUDED = "excluded"
    WHEN = "when"
    TRADING = "trading"
    HOURS = "hours"


TYPED = frozenset(
    {
        FormField.TEXT,
        FormField.OTHER,
        FormField.SOURCE,
        FormField.LEVELS,
        FormField.ACTIVITY,
        FormField.EXCLUDED,
        FormField.WHEN,
        FormField.HOURS,
    }
)
"""Fields that take a typed answer; some have buttons for the usual values as well."""
TOGGLES = frozenset({FormField.GROUPS, FormField.PEOPLE, FormField.READERS})
"""Fields with several values at once, each turned on and off by its button."""
CHOICES: Mapping[FormField, tuple[str, ...]] = {
    FormField.OTHER: ("none",),
    FormField.SOURCE: ("none",),
    FormField.LANGUAGE: tuple(Language),
    FormField.GROUPS: tuple(Tier),
    FormField.PEOPLE: tuple(Tier),
    FormField.LEVELS: ("none",),
    FormField.READERS: tuple(Language),
    FormField.ACTIVITY: ("none", "within.7", "within.30", "silent.14", "silent.30", "never"),
    FormField.ASKED: ("no", "yes"),
    FormField.EXCLUDED: ("none",),
    FormField.WHEN: ("now",),
    FormField.TRADING: ("no", "yes"),
    FormField.HOURS: ("2", "6", "24"),
}


def with_typed(
    plan: Plan, field: FormField, text: str, now: datetime, zone: ZoneInfo, most: int
) -> Plan:
    """Return a plan with what was typed into a field; raise what cannot be read.

    `most` is the highest level. Whom to leave out is not read here: names are looked up.
    """
    segment = plan.segment
    match field:
        case FormField.TEXT:
            return replace(plan, text=_words(text))
        case FormField.OTHER:
            return replace(plan, other="" if _says_none(text) else _words(text))
        case FormField.SOURCE:
            return replace(plan, source=_source(text))
        case FormField.LEVELS:
            first, last = read_levels(text, most)
            return replace(plan, segment=replace(segment, level_from=first, level_to=last))
        case FormField.ACTIVITY:
            activity, days = read_activity(text)
            return replace(plan, segment=replace(segment, activity=activity, days=days))
        case FormField.WHEN:
            return replace(plan, starts_at=read_when(text, now, zone))
        case FormField.HOURS:
            return replace(plan, useless_hours=read_hours(text))
        case _:
            raise ValueError(field)


def with_choice(plan: Plan, field: FormField, value: str) -> Plan:
    """Return a plan with what a button stands for; a ValueError is a forged button."""
    if value not in CHOICES.get(field, ()):
        raise ValueError(value)
    segment = plan.segment
    match field:
        case FormField.GROUPS:
            return replace(plan, groups=_turned(plan.groups, Tier(value), tuple(Tier)))
        case FormField.PEOPLE:
            tiers = _turned(segment.tiers, Tier(value), tuple(Tier))
            return replace(plan, segment=replace(segment, tiers=tiers))
        case FormField.READERS:
            chosen = _turned(segment.languages, Language(value), tuple(Language))
            return replace(plan, segment=replace(segment, languages=chosen))
        case FormField.ACTIVITY:
            kind, _, days = value.partition(".")
            activity = Activity.ANY if kind == "none" else Activity(kind)
            changed = replace(segment, activity=activity, days=int(days or 0))
            return replace(plan, segment=changed)
        case FormField.ASKED:
            return replace(plan, segment=replace(segment, asked=value == "yes"))
        case _:
            return _simple_choice(plan, field, value)


def _simple_choice(plan: Plan, field: FormField, value: str) -> Plan:
    segment = plan.segment
    match field:
        case FormField.OTHER:
            return replace(plan, other="")
        case FormField.SOURCE:
            return replace(plan, source="")
        case FormField.LANGUAGE:
            return replace(plan, language=Language(value))
        case FormField.LEVELS:
            return replace(plan, segment=replace(segment, level_from=0, level_to=0))
        case FormField.EXCLUDED:
            return replace(plan, segment=replace(segment, excluded=()))
        case FormField.WHEN:
            return replace(plan, starts_at=None)
        case FormField.TRADING:
            return replace(plan, trading_days_only=value == "yes")
        case _:
            return replace(plan, useless_hours=int(value))


def _turned(held: tuple[T, ...], one: T, order: tuple[T, ...]) -> tuple[T, ...]:
    kept = set(held) ^ {one}
    return tuple(value for value in order if value in kept)


def _words(text: str) -> str:
    words = cleaned(text)
    if not words:
        raise BroadcastTextEmptyError
    if len(words) > LONGEST_TEXT:
        raise BroadcastTextLongError(length=len(words), most=LONGEST_TEXT)
    return words


def _source(text: str) -> str:
    source = " ".join(cleaned(text).split())
    if _says_none(source):
        return ""
    if len(source) > LONGEST_SOURCE:
        raise BroadcastTextLongError(length=len(source), most=LONGEST_SOURCE)
    return source


def _says_none(text: str) -> bool:
    return text.strip().casefold() in _NONE
