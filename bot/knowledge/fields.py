"""What people write for an entry, field by field: cleaned, or refused with what is allowed.

The same readers serve typed lines, YAML and Excel. Nothing is guessed: what is not text where
text is due (YAML's `no`, a date, a number) is named, not turned into text.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.i18n import Language, Say
from bot.knowledge.content import TAGS
from bot.knowledge.errors import KnowledgeFieldError
from bot.markup import storable
from bot.members.tiers import Tier

LONGEST_KEY = 64
LONGEST_QUESTION = 120
LONGEST_ANSWER = 1500
LONGEST_SOURCE = 200
MOST_PHRASINGS = 20
MOST_TAGS = 4
LONGEST_ECHO = 40
FIRST_YEAR, LAST_YEAR = 2000, 2100
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SEPARATORS: Final = re.compile(r"[\n;；|｜]")
"""What stands between phrasings where they are written as one text, so no phrasing holds one."""
_TAG_SEPARATORS = re.compile(r"[\s,，、;；|｜]+")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: with them a text reads as what it is not."""
_NONE = frozenset({"无", "無", "没有", "沒有", "none", "-"})
_TAG_NAMES = {
    "account": ("账户", "賬戶", "开户", "開戶"),
    "trading": ("交易",),
    "fees": ("费用", "費用"),
    "settlement": ("结算", "結算"),
    "margin": ("两融", "兩融"),
    "funds": ("基金",),
    "listing": ("新股",),
    "tax": ("税", "稅", "税务", "稅務"),
    "risk": ("风险", "風險"),
    "contest": ("竞赛", "競賽"),
    "points": ("积分", "積分"),
    "security": ("安全",),
    "suitability": ("适当性", "適當性"),
    "hongkong": ("港股",),
    "bot": ("机器人", "機器人"),
}
_TIER_NAMES = {
    None: ("all", "全部", "所有", "不限"),
    Tier.NEWBIE: ("newbie", "新手"),
    Tier.ADVANCED: ("advanced", "进阶", "進階"),
    Tier.VIP: ("vip", "高净值", "高淨值"),
}
TAG_WORDS = {word: tag for tag in TAGS for word in (tag, *_TAG_NAMES[tag])}
TIER_WORDS = {word: tier for tier, words in _TIER_NAMES.items() for word in words}


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that its file already knows to be none; `say` tells why."""

    say: Say


def cleaned(text: str) -> str:
    """Return text as it is kept: composed, without what no file or database takes."""
    composed = unicodedata.normalize("NFC", storable(text).replace("\r\n", "\n"))
    lines = composed.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
    return "\n".join(_visible(line).rstrip() for line in lines).strip()


def read_key(value: object) -> str:
    """Return a key: lower-case words and figures joined by hyphens."""
    key = _text(value)
    if not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        raise KnowledgeFieldError(
            problem=Say("kb-problem-key", received=echo(key), most=LONGEST_KEY)
        )
    return key


def read_line(value: object, most: int) -> str:
    """Return one line of text of at most `most` characters; "" for none."""
    if value is None:
        return ""
    return _within(" ".join(_text(value).split()), most)


def read_answer(value: object) -> str:
    """Return an answer with its lines; "" for none."""
    return "" if value is None else _within(_text(value), LONGEST_ANSWER)


def read_phrasings(value: object) -> tuple[str, ...]:
    """Return phrasings from a list, or from one text with separators between them."""
    if value is None:
        return ()
    parts: list[object]
    if isinstance(value, list):
        parts = list(value)
        for part in parts:
            if isinstance(part, str) and SEPARATORS.search(part.strip()):
                raise KnowledgeFieldError(problem=Say("kb-problem-separator", received=echo(part)))
    else:
        parts = list(SEPARATORS.split(_text(value)))
    found = [read_line(part, LONGEST_QUESTION) for part in parts]
    phrasings = tuple(dict.fromkeys(one for one in found if one))
    if len(phrasings) > MOST_PHRASINGS:
        raise KnowledgeFieldError(
            problem=Say("kb-problem-many", count=len(phrasings), most=MOST_PHRASINGS)
        )
    return phrasings


def read_tags(value: object) -> tuple[str, ...]:
    """Return tags by their names, from a list or from one text."""
    if value is None:
        return ()
    parts = [_text(p) for p in value] if isinstance(value, list) else _split_tags(value)
    for part in parts:
        if part.casefold() not in TAG_WORDS:
            raise KnowledgeFieldError(
                problem=Say("kb-problem-tag", received=echo(part), allowed=" ".join(TAGS))
            )
    tags = tuple(dict.fromkeys(TAG_WORDS[part.casefold()] for part in parts))
    if len(tags) > MOST_TAGS:
        raise KnowledgeFieldError(problem=Say("kb-problem-many", count=len(tags), most=MOST_TAGS))
    return tags


def read_tier(value: object) -> Tier | None:
    """Return the lowest tier that may see it, None for everybody."""
    if value is None:
        return None
    word = _text(value).casefold()
    if word not in TIER_WORDS:
        raise KnowledgeFieldError(problem=Say("kb-problem-tier", received=echo(word)))
    return TIER_WORDS[word]


def read_day(value: object) -> date | None:
    """Return a day, None for none: a date, or text such as 2026-11-22 or 2026年11月22日."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return _in_range(value)
    if isinstance(value, datetime):
        if value.hour or value.minute or value.second:
            raise KnowledgeFieldError(problem=Say("kb-problem-day", received=echo(str(value))))
        return _in_range(value.date())
    text = unicodedata.normalize("NFKC", _text(value))
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        return _in_range(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        raise KnowledgeFieldError(problem=Say("kb-problem-day", received=echo(text))) from None


def read_language(value: object) -> Language:
    """Return a language by its name."""
    try:
        return Language(str(value))
    except ValueError:
        allowed = " ".join(Language)
        problem = Say("kb-problem-language", received=echo(str(value)), allowed=allowed)
        raise KnowledgeFieldError(problem=problem) from None


def says_none(text: str) -> bool:
    """Tell whether somebody typed that a field shall be empty."""
    return text.strip().casefold() in _NONE


def echo(text: str) -> str:
    """Return the beginning of what was received, in one line."""
    line = " ".join(text.split())
    return line[:LONGEST_ECHO] + ("…" if len(line) > LONGEST_ECHO else "")


def _text(value: object) -> str:
    if isinstance(value, Refused):
        raise KnowledgeFieldError(problem=value.say)
    if not isinstance(value, str):
        raise KnowledgeFieldError(problem=Say("kb-problem-text", received=echo(str(value))))
    return cleaned(value)


def _within(text: str, most: int) -> str:
    if len(text) > most:
        raise KnowledgeFieldError(problem=Say("kb-problem-long", length=len(text), most=most))
    return text


def _in_range(day: date | None) -> date | None:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise KnowledgeFieldError(problem=Say("kb-problem-day", received=day.isoformat()))
    return day


def _split_tags(value: object) -> list[str]:
    return [part for part in _TAG_SEPARATORS.split(_text(value)) if part]


def _visible(line: str) -> str:
    """Drop control characters, which neither Excel nor a reader takes."""
    shown = (c for c in line.replace("\t", " ") if c not in _TURNING)
    return "".join(c for c in shown if unicodedata.category(c) != "Cc")
