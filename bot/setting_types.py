"""The types of settings: how a line of text becomes a list, a zone or a time of day."""

import re
from datetime import time
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field
from pydantic_settings import NoDecode

T = TypeVar("T")


def _split(value: object) -> object:
    """Turn `a, b` into a tuple; anything that is not text is left to the next check."""
    if isinstance(value, int):
        value = str(value)
    if not isinstance(value, str):
        return value
    return tuple(part for part in re.split(r"[\s,，、]+", value.strip()) if part)


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
