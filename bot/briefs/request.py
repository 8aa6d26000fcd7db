"""What the words after /brief ask for, in Chinese or English."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.briefs.errors import BriefArgumentsWrong
from bot.briefs.slots import Slot
from bot.members.tiers import Tier

SLOT_WORDS: dict[Slot, frozenset[str]] = {
    Slot.MORNING: frozenset({"morning", "早", "早报", "早報", "早上"}),
    Slot.NOON: frozenset({"noon", "午", "午报", "午報", "中午"}),
    Slot.EVENING: frozenset({"evening", "晚", "晚报", "晚報", "晚上"}),
}
TIER_WORDS: dict[Tier, frozenset[str]] = {
    Tier.NEWBIE: frozenset({"newbie", "新手"}),
    Tier.ADVANCED: frozenset({"advanced", "进阶", "進階"}),
    Tier.VIP: frozenset({"vip", "高净值", "高淨值"}),
}
EVERY_TIER = frozenset({"all", "全部", "所有"})


class Wish(StrEnum):
    """What is to be done with a brief."""

    SHOW = "show"
    PREVIEW = "preview"
    NOW = "now"


WISH_WORDS: dict[Wish, frozenset[str]] = {
    Wish.PREVIEW: frozenset({"preview", "预览", "預覽"}),
    Wish.NOW: frozenset({"now", "发布", "發佈", "發布", "立即"}),
}


@dataclass(frozen=True, slots=True)
class Request:
    """A wish with its slot and tiers; showing needs neither."""

    wish: Wish
    slot: Slot | None = None
    tiers: tuple[Tier, ...] = ()


def read_request(arguments: str) -> Request:
    """Return what `arguments` ask for; raise BriefArgumentsWrong for anything else."""
    words = unicodedata.normalize("NFKC", arguments).casefold().split()
    if not words:
        return Request(Wish.SHOW)
    if len(words) == 1 and (slot := slot_of(words[0])):
        return Request(Wish.SHOW, slot)
    wish = next((w for w, known in WISH_WORDS.items() if words[0] in known), None)
    if wish is not None and len(words) == 3:
        slot, tiers = slot_of(words[1]), _tiers(words[2])
        if slot and tiers and (wish is Wish.NOW or len(tiers) == 1):
            return Request(wish, slot, tiers)
    raise BriefArgumentsWrong(received=arguments[:60])


def slot_of(word: str) -> Slot | None:
    """Return the slot that a word names."""
    return next((slot for slot, known in SLOT_WORDS.items() if word in known), None)


def tier_of(word: str) -> Tier | None:
    """Return the tier that a word names, whatever colon or brackets stand around it."""
    said = unicodedata.normalize("NFKC", word).casefold().strip(" :[]【】〔〕·#")
    return next((tier for tier, known in TIER_WORDS.items() if said in known), None)


def button_data(day: date, slot: Slot, tiers: tuple[Tier, ...]) -> str:
    """Return a day, slot and tiers as a button carries them."""
    named = tiers[0].value if len(tiers) == 1 else "all"
    return f"{day:%Y%m%d}-{slot.value}-{named}"


def read_button(data: str) -> tuple[date, Slot, tuple[Tier, ...]]:
    """Return what `button_data` put together; raise BriefArgumentsWrong for a forged one."""
    pieces = data.split("-")
    try:
        written, slot, named = pieces
        day = datetime.strptime(written, "%Y%m%d").date()  # noqa: DTZ007 - a date only
        return day, Slot(slot), tuple(Tier) if named == "all" else (Tier(named),)
    except ValueError:
        raise BriefArgumentsWrong(received=data[:60]) from None


def _tiers(word: str) -> tuple[Tier, ...]:
    if word in EVERY_TIER:
        return tuple(Tier)
    return tuple(tier for tier, known in TIER_WORDS.items() if word in known)
