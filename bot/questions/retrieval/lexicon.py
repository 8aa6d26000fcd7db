"""The words that mean the same: rewritten spellings, fillers, light words, groups of synonyms."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bot.compliance.normalise import fold
from bot.strict_toml import Fields, read_table

SYNONYMS_FILE = Path(__file__).parent / "synonyms.toml"
# What cannot be done, said after the verb: 提不出来, 转不过去, 点不了.
_CANNOT = re.compile(
    "(?<=[\u4e00-\u9fff])(?<![差受免少是要])不(?:了(?!解)|出来|出去|出|到(?!账)|上去|上|进去|进来|进|掉|过去|动|起来)"
)
_SECTIONS = ("account", "money", "lending", "brokerage", "shopping", "app", "english")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words as they are looked up: every key is folded; groups are numbered from 0.

    `same` and `related` give the groups of a word; `longest` is the length of the longest word.
    `small_talk` stands as it is written.
    """

    rewrites: Mapping[str, str]
    fillers: frozenset[str]
    light: frozenset[str]
    small_talk: frozenset[str]
    same: Mapping[str, tuple[int, ...]]
    related: Mapping[str, tuple[int, ...]]
    longest: int
    rewriting: re.Pattern[str]
    filling: re.Pattern[str]

    def rewritten(self, folded: str) -> str:
        """Return a folded text in one spelling."""
        one = self.rewriting.sub(lambda found: self.rewrites[found.group()], folded)
        return _CANNOT.sub("不能", one) if "不" in one else one

    def bare(self, rewritten: str) -> str:
        """Return a rewritten text without fillers, or as it is if nothing else is in it."""
        bare = self.filling.sub(" ", rewritten)
        return bare if any(character.isalnum() for character in bare) else rewritten


def lexicon(groups: Sequence[Sequence[str]] = ()) -> Lexicon:
    """Return the lexicon of the product with more groups of synonyms (say, of a glossary)."""
    return _made(tuple(tuple(group) for group in groups))


@lru_cache(maxsize=4)
def _made(groups: tuple[tuple[str, ...], ...]) -> Lexicon:
    whole = read_table(SYNONYMS_FILE)
    pairs = [_pair(whole, text) for text in whole.texts("rewrites")]
    rewrites = {fold(left): fold(right) for left, right in pairs if left != right}
    fillers = frozenset(map(fold, whole.texts("fillers")))
    light = frozenset(map(fold, whole.texts("light_words")))
    talk = frozenset(whole.texts("small_talk"))
    same: list[Iterable[str]] = []
    related: list[Iterable[str]] = []
    for section in _SECTIONS:
        table = whole.table(section)
        same += [line.split() for line in table.texts("same")]
        related += [line.split() for line in table.texts("related")]
        table.finish()
    whole.finish()
    rewriting = _any_of(rewrites)
    bare = Lexicon(rewrites, fillers, light, talk, {}, {}, 0, rewriting, _any_of(fillers))
    table_same = _table([*same, *groups], bare)
    table_related = _table(related, bare)
    longest = max(map(len, [*table_same, *table_related]))
    return replace(bare, same=table_same, related=table_related, longest=longest)


def _pair(whole: Fields, text: str) -> tuple[str, str]:
    parts = text.split()
    if len(parts) != 2:
        raise whole.refuse("rewrites", text, 'two words, "written meant"')
    return parts[0], parts[1]


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest first; Latin ones only as a whole.

    Words are sorted by their first character, so that a text is quickly walked past.
    """
    firsts: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        firsts.setdefault(word[0], []).append(_bounded(word))
    starts = "".join(map(re.escape, sorted(firsts)))
    branches = "|".join(f"(?:{'|'.join(each)})" for _, each in sorted(firsts.items()))
    return re.compile(f"(?=[{starts}])(?:{branches})")


def _bounded(word: str) -> str:
    escaped = re.escape(word)
    return rf"(?<![a-z0-9]){escaped}(?![a-z0-9])" if word.isascii() else escaped


def _table(groups: Iterable[Iterable[str]], words: Lexicon) -> dict[str, tuple[int, ...]]:
    """Return the groups of each word, written as texts are after rewriting."""
    found: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            written = words.rewritten(fold(word)).replace(" ", "")
            if written and number not in found.setdefault(written, []):
                found[written].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}
