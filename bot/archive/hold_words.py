"""Reading what people type after `/hold add` and `/archive export`. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from bot.archive.errors import (
    HoldPeriodReversedError,
    HoldReasonMissingError,
    HoldUnreadableError,
)

EVERYTHING = frozenset({"all", "全部"})
PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})?(?:\.\.|~|至|—)(\d{4}-\d{2}-\d{2})?", re.ASCII)
NUMBER = re.compile(r"-?\d{1,16}", re.ASCII)


@dataclass(frozen=True, slots=True)
class HoldWish:
    """A hold as it was typed: a member's handle, a group's chat id, or neither for everything."""

    handle: str | None
    chat_id: int | None
    first: date | None
    last: date | None
    reason: str


def read_hold(typed: str) -> HoldWish:
    """Return what is to be held: WHO, a period FROM..TO if there is one, a reason."""
    who, _, rest = typed.strip().partition(" ")
    handle, chat_id = _who(unicodedata.normalize("NFKC", who))
    word, _, after = rest.strip().partition(" ")
    first = last = None
    period = PERIOD.fullmatch(unicodedata.normalize("NFKC", word))
    if period is not None:
        first, last = read_day(period[1]), read_day(period[2])
        rest = after
    if first is not None and last is not None and last < first:
        raise HoldPeriodReversedError(first=first.isoformat(), last=last.isoformat())
    if not rest.strip():
        raise HoldReasonMissingError
    return HoldWish(handle, chat_id, first, last, rest.strip())


def read_day(typed: str | None) -> date | None:
    """Return a day as 2026-11-20; nothing typed is no day."""
    if not typed:
        return None
    try:
        return date.fromisoformat(unicodedata.normalize("NFKC", typed))
    except ValueError:
        raise HoldUnreadableError from None


def read_number(typed: str) -> int | None:
    """Return a whole number, also of full-width digits."""
    plain = unicodedata.normalize("NFKC", typed).replace("\u2212", "-").strip()
    return int(plain) if NUMBER.fullmatch(plain) else None


def _who(typed: str) -> tuple[str | None, int | None]:
    if typed.lower() in EVERYTHING:
        return None, None
    if typed.startswith("@") and len(typed) > 1:
        return typed, None
    number = read_number(typed)
    if number is None:
        raise HoldUnreadableError
    return (None, number) if number < 0 else (str(number), None)
