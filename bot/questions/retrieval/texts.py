"""A question as the matcher sees it: folded, in one spelling, cut into units, groups and sounds."""

import re
from dataclasses import dataclass
from itertools import pairwise
from sys import intern

from bot.compliance.normalise import fold
from bot.compliance.syllables import sounds
from bot.questions.retrieval.lexicon import Lexicon
from bot.questions.retrieval.words import Word, cut

MOST_CHARACTERS = 240
"""What of a question is read: more is a letter, not a question."""

_UNIT = re.compile(r"[a-z]+|\d+(?:\.\d+)?%?|[^\W\da-z_]|[,.!?;:，。！？；：、\s]+")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s)$")
BREAK = ""

_ASKED = (
    ("why", "为什么|why|原因|怎么没有|怎么不"),
    ("how", "怎么(?!样|没有|不)|how(?! much| many| long)|步骤|流程|方法|方式"),
    ("when", "什么时候|when|时间"),
    ("long", "多久|how long|周期"),
    ("much", "多少|how much|how many|几个|几次|几张"),
    ("where", "哪里|where|入口|哪个页面"),
    ("what", "什么是|what is|what are|含义|定义|概念"),
    ("which", "哪些|什么(?!是|时候)|哪种|哪个|which"),
    ("may", "可以|吗|是否|行不|can i|可不|能"),
    ("need", "需要|必须|条件|资格|要求"),
    ("who", "谁|哪些人|who"),
    ("differ", "区别|不同|差别|差异|不一样|difference"),
)
_ASKED_PATTERNS = tuple((1 << bit, re.compile(each)) for bit, (_, each) in enumerate(_ASKED))
_DENIED = re.compile(
    r"不(?!同|过|少|断|管|好意思|动产|$)|没|未(?!来|成年)|无(?!忧|论|线|理由)|失败|别(?!的|人|家)|停"
    r"|not |n't|never|cannot"
)


@dataclass(frozen=True, slots=True)
class Text:
    """One text: `units` are Chinese characters, words and numbers, BREAK between sentences.

    `same` and `related` are the numbers of groups of synonyms that have a word in it;
    `spans` says where (first unit, last unit + 1, the groups of both kinds).
    """

    plain: str
    units: tuple[str, ...]
    bigrams: tuple[str, ...]
    sounds: tuple[str, ...]
    same: tuple[int, ...]
    related: tuple[int, ...]
    spans: tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...]
    asked: int
    denied: bool
    words: tuple[Word, ...]
    numbers: frozenset[str]

    @property
    def empty(self) -> bool:
        """Tell whether nothing was said: no letter, no digit, no character."""
        return not self.units


def read(text: str, words: Lexicon, most: int = MOST_CHARACTERS) -> Text:
    """Return a text as the matcher sees it."""
    rewritten = words.rewritten(fold(text[: most * 2])[:most])
    bare = words.bare(rewritten)
    units = _units(bare)
    spans = _spans(units, words)
    plain = "".join(units)
    heard = sounds(plain) if not plain.isascii() else ""
    return Text(
        plain=plain,
        units=units,
        bigrams=_bigrams(units),
        sounds=tuple(heard[place : place + 2] for place in range(len(heard) - 1)),
        same=tuple(dict.fromkeys(group for span in spans for group in span[2])),
        related=tuple(dict.fromkeys(group for span in spans for group in span[3])),
        spans=spans,
        asked=sum(bit for bit, pattern in _ASKED_PATTERNS if pattern.search(rewritten)),
        denied=_DENIED.search(bare) is not None,
        words=cut(units),
        numbers=frozenset(unit for unit in units if unit[:1].isdigit()),
    )


def _units(text: str) -> tuple[str, ...]:
    units: list[str] = []
    for found in _UNIT.findall(text):
        if found.isalnum() or found[0].isdigit():
            units.append(intern(_ENDING.sub("", found) if found.isascii() else found))
        elif units and units[-1] != BREAK and (not found.isspace() or not units[-1].isascii()):
            units.append(BREAK)
    if units and units[-1] == BREAK:
        units.pop()
    return tuple(units)


def _bigrams(units: tuple[str, ...]) -> tuple[str, ...]:
    found = [
        intern(f"{left} {right}" if left.isascii() and right.isascii() else left + right)
        for left, right in pairwise(units)
        if left and right
    ]
    return tuple(found or [unit for unit in units if unit])


def _spans(
    units: tuple[str, ...], words: Lexicon
) -> tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...]:
    """Return the words of groups in a text, none of them inside a longer one."""
    spans: list[tuple[int, int, tuple[int, ...], tuple[int, ...]]] = []
    reached = 0
    for start, unit in enumerate(units):
        if not unit:
            continue
        most = min(len(units), start + words.longest)
        if BREAK in units[start:most]:
            most = units.index(BREAK, start)
        for end in range(most, max(start, reached), -1):
            word = "".join(units[start:end])
            same, related = words.same.get(word, ()), words.related.get(word, ())
            if same or related:
                spans.append((start, end, same, related))
                reached = end
                break
    return tuple(spans)
