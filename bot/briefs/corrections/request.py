"""Which edition the words after /correct mean."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from bot.briefs.corrections.errors import CorrectionNoEdition
from bot.briefs.request import slot_of, tier_of
from bot.briefs.slots import Slot
from bot.members.tiers import Tier


@dataclass(frozen=True, slots=True)
class Wanted:
    """An edition by its number, or by day, slot and tier as far as they were named."""

    number: int | None = None
    day: date | None = None
    slot: Slot | None = None
    tier: Tier | None = None


def read_edition(arguments: str) -> Wanted:
    """Return which edition is meant; raise CorrectionNoEdition for what cannot be read."""
    words = unicodedata.normalize("NFKC", arguments).casefold().split()
    number, day, slot, tier = None, None, None, None
    for word in words:
        plain = word.lstrip("#")
        if (found_day := _day(plain)) and day is None:
            day = found_day
        elif plain.isdecimal() and len(plain) <= 9 and number is None:
            number = int(plain)
        elif (found_slot := slot_of(word)) and slot is None:
            slot = found_slot
        elif (found_tier := tier_of(word)) and tier is None:
            tier = found_tier
        else:
            raise CorrectionNoEdition(received=arguments[:40])
    return Wanted(number, day, slot, tier)


def _day(word: str) -> date | None:
    """Return the day of 2026-11-20, 2026/11/20 or 20261120."""
    pieces = word.replace("/", "-").split("-")
    if len(pieces) == 1 and len(word) == 8 and word.isdecimal():
        pieces = [word[:4], word[4:6], word[6:]]
    if len(pieces) != 3 or not all(piece.isdecimal() for piece in pieces):
        return None
    try:
        return date(*(int(piece) for piece in pieces))
    except ValueError:
        return None
