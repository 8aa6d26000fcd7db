"""The types of settings: how a line of text becomes a list, a zone or a time of day."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field
from pydantic_settings import NoDecode

from bot.calendar.business_time import read_spans
from bot.members.tiers import Tier

MOST_MINUTES = 10_000
T = TypeVar("T")


class BriefPolicy(StrEnum):
    """What happens to a clean draft."""

    AUTO = "auto"
    REVIEW = "review"


class LogFormat(StrEnum):
    """How a log line is written."""

    TEXT = "text"
    JSON = "json"


def _split(value: object) -> object:
    """Turn `a, b` into a tuple; anything that is not text is left to the next check."""
    if isinstance(value, int):
        value = str(value)
    if not isinstance(value, str):
        return value
    return tuple(part for part in re.split(r"[\s,，、]+", value.strip()) if part)


def read_promises(texts: Sequence[str]) -> Mapping[Tier, int]:
    """Read minutes for each tier, such as `vip=15`; raise ValueError unless all are there."""
    minutes: dict[Tier, int] = {}
    for text in texts:
        tier, _, number = text.partition("=")
        if not (number.isascii() and number.isdigit() and 1 <= int(number) <= MOST_MINUTES):
            raise ValueError(text)
        minutes[Tier(tier)] = int(number)
    if set(minutes) != set(Tier):
        raise ValueError(texts)
    return minutes


def _desk_hours(value: object) -> object:
    texts = _split(value)
    return texts if isinstance(texts, tuple) and read_spans(texts) else None


def _promises(value: object) -> object:
    texts = _split(value)
    return texts if isinstance(texts, tuple) and read_promises(texts) else None


def _zone(value: object) -> object:
    try:
        return ZoneInfo(value) if isinstance(value, str) else value
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(value) from error


def _clock_time(value: object) -> object:
    if isinstance(value, str):
        found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", value.strip())
        if not found:
            raise ValueError(value)
        return time(int(found[1]), int(found[2]))
    return value


Many = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Ids = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split)]
Hours = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_desk_hours)]
Promises = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_promises)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
ClockTime = Annotated[time, BeforeValidator(_clock_time)]


def setting(default: Any, about: str, *, allowed: str, unit: str = "") -> Any:
    """Describe one setting: its default, one line of explanation, what is allowed, its unit."""
    return Field(default, description=about, json_schema_extra={"allowed": allowed, "unit": unit})


def require(value: T, allowed: bool) -> T:
    """Return a value that is allowed; let pydantic refuse any other."""
    if not allowed:
        raise ValueError
    return value


def is_http(value: str) -> bool:
    """Tell whether a text is an http or https address."""
    return bool(re.fullmatch(r"https?://[^\s/]+\S*", value))
