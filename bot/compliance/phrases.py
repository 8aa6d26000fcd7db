"""Find the phrases of a pack in a folded text: as they are, and in each of their disguises."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from bot.compliance.rule import Rule
from bot.compliance.syllables import readings
from bot.compliance.views.deepest import deepest
from bot.compliance.views.leet import leet_views, looks_leet
from bot.compliance.views.sound import (
    by_sound,
    is_pronounceable,
    meant_by_sound,
    takes_from_its_neighbours,
)
from bot.compliance.views.squeezed import cut_on_purpose
from bot.compliance.views.view import View, plain_view

_SHORTEST_RUN_TOGETHER = 8


# A phrase found: the rule, whether it offends there or is allowed, and the span of the folded.
Hit = tuple[Rule, bool, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase:
    """A phrase, the rules that list it, and those for which its sound alone is enough."""

    text: str
    owners: list[tuple[Rule, bool]]
    by_sound: list[Rule]


class Phrases:
    """The phrases of a pack, ready to be searched; holds no state of any text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        phrases: dict[str, _Phrase] = {}
        for rule in rules:
            for text, offends in _listed(rule):
                phrases.setdefault(text, _Phrase(text, [], [])).owners.append((rule, offends))
            for text in rule.sound:
                phrases[text].by_sound.append(rule)
        self._listed = frozenset(phrases)
        self._written = _by_writing(phrases.values())
        self._plain = AhoCorasick([writing for writing, _ in self._written])
        self._spoken = _by_sound(phrases.values())
        self._sounds = AhoCorasick([signs for signs, _ in self._spoken])

    def hits(self, text: str) -> list[Hit]:
        """Return what stands in the folded `text`, disguised or not, in no order."""
        found: list[Hit] = []
        for index, start, end in self._plain.find_matches_as_indexes(text, overlapping=True):
            if not _cuts_a_word(text, start, end):
                owners = self._written[index][1].owners
                found += [(rule, offends, start, end) for rule, offends in owners]
        found += self._disguised(text)
        return found

    def _disguised(self, text: str) -> Iterator[Hit]:
        view = deepest(text)
        if view.text != text:
            yield from self._in_view(view)
        if looks_leet(text):
            for reading in leet_views(plain_view(text)):
                yield from self._in_view(reading)
        yield from self._heard(by_sound(view))

    def _in_view(self, view: View) -> Iterator[Hit]:
        for index, start, end in self._plain.find_matches_as_indexes(view.text, overlapping=True):
            writing, phrase = self._written[index]
            first, last = view.span(start, end)
            if view.base[first:last] == writing or _cuts_a_word(view.text, start, end):
                continue
            if cut_on_purpose(view, start, end):
                for rule, offends in phrase.owners:
                    yield rule, offends, first, last

    def _heard(self, view: View) -> Iterator[Hit]:
        for index, start, end in self._sounds.find_matches_as_indexes(view.text, overlapping=True):
            phrase = self._spoken[index][1]
            first, last = view.span(start, end)
            if view.base[first:last] in self._listed or not cut_on_purpose(view, start, end):
                continue
            rules = phrase.by_sound
            if meant_by_sound(view, start, end, phrase.text):
                rules = [rule for rule, offends in phrase.owners if offends]
            if rules and not takes_from_its_neighbours(view, start, end, phrase.text):
                yield from ((rule, True, first, last) for rule in rules)


def _listed(rule: Rule) -> Iterator[tuple[str, bool]]:
    for phrase in dict.fromkeys((*rule.phrases, *rule.sound)):
        yield phrase, True
    for phrase in rule.allowed:
        yield phrase, False


def _by_writing(phrases: Iterable[_Phrase]) -> list[tuple[str, _Phrase]]:
    """Return each phrase as it is written; English ones also run together, as in a hashtag."""
    written = []
    for phrase in phrases:
        written.append((phrase.text, phrase))
        together = phrase.text.replace(" ", "")
        if together != phrase.text and len(together) >= _SHORTEST_RUN_TOGETHER:
            written.append((together, phrase))
    return written


def _by_sound(phrases: Iterable[_Phrase]) -> list[tuple[str, _Phrase]]:
    """Return the offending phrases by each way to pronounce them."""
    return [
        (signs, phrase)
        for phrase in phrases
        if any(offends for _, offends in phrase.owners) and is_pronounceable(phrase.text)
        for signs in readings(phrase.text)
    ]


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase begins or ends inside a Latin word, as "line" does in "online"."""
    if not (text[start].isascii() or text[end - 1].isascii()):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return _one_word(before, text[start]) or _one_word(text[end - 1], after)


def _one_word(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha()
