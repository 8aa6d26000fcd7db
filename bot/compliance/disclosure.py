"""Risk disclosures: which a text calls for, and how they are appended, never twice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from bot.compliance.normalise import fold
from bot.i18n import Say
from bot.markup import plain
from bot.strict_toml import Fields, read_items

DISCLOSURES_FILE = Path(__file__).parent / "disclosures.toml"
ORDINARY = frozenset({"ipo", "fund", "bond", "stock"})
"""Classes whose sentences one sentence may say together; the dangerous ones keep their own."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A product class with the words that call for its disclosure.

    `instead` names the classes whose sentences this one's already covers.
    """

    id: str
    words: re.Pattern[str]
    instead: frozenset[str]

    @property
    def sentence(self) -> Say:
        """Return the disclosure itself, in no language yet."""
        return Say(f"disclosure-{self.id}")


def load_disclosures(path: Path = DISCLOSURES_FILE) -> tuple[Disclosure, ...]:
    """Return the disclosures in the file's order; InvalidData names the first mistake in it."""
    tables = read_items(path, "disclosure")
    read = [(fields, _disclosure(fields)) for fields in tables]
    known = {disclosure.id for _, disclosure in read}
    for fields, disclosure in read:
        for other in disclosure.instead - known:
            raise fields.refuse("instead", other, "one of " + ", ".join(sorted(known)))
    return tuple(disclosure for _, disclosure in read)


@cache
def default_disclosures() -> tuple[Disclosure, ...]:
    """Return the disclosures that ship with the product, read once."""
    return load_disclosures()


def disclosures_for(text: str, among: Sequence[Disclosure] | None = None) -> tuple[Disclosure, ...]:
    """Return what plain `text` calls for, most specific first; nothing for a text of no product."""
    folded = fold(text)
    called = [d for d in among or default_disclosures() if d.words.search(folded)]
    needless = {other for disclosure in called for other in disclosure.instead}
    return tuple(disclosure for disclosure in called if disclosure.id not in needless)


def short_disclosures(text: str) -> tuple[Say, ...]:
    """Return the sentences that a short answer calls for: ordinary classes share a single one.

    A rule that names shares, funds and bonds in passing would end in more warning than answer.
    """
    called = disclosures_for(text)
    ordinary = [disclosure for disclosure in called if disclosure.id in ORDINARY]
    if len(ordinary) < 2:
        return tuple(disclosure.sentence for disclosure in called)
    own = [disclosure.sentence for disclosure in called if disclosure not in ordinary]
    return (*own, Say("disclosure-several"))


def with_disclosure(markup: Markup, line: str) -> Markup:
    """Return `markup` with the disclosure `line` as its last line, unless it already holds it.

    The two are compared as a reader sees them: other spacing, script or case is no excuse
    to say it twice.
    """
    visible = Markup.escape(line)
    if fold(plain(visible)).strip() in fold(plain(markup)):
        return markup
    return Markup("\n").join([markup, visible]) if markup else visible


def with_disclosures(markup: Markup, say: Callable[[Say], Markup]) -> Markup:
    """Return `markup` with the disclosure of every product class it speaks of, each once.

    `say` puts a sentence into the reader's language. What a text calls for is judged before
    anything is appended, so that one disclosure does not call for the next.
    """
    for disclosure in disclosures_for(plain(markup)):
        markup = with_disclosure(markup, plain(say(disclosure.sentence)))
    return markup


def _disclosure(fields: Fields) -> Disclosure:
    disclosure = Disclosure(
        id=fields.text("id"),
        words=_any_of([fold(word) for word in fields.texts("words", least=1)]),
        instead=frozenset(fields.texts("instead")),
    )
    fields.finish()
    return disclosure


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words; Latin ones stand alone."""
    escaped = (re.escape(word) for word in words)
    bounded = (rf"(?<![a-z]){word}(?![a-z])" if word.isascii() else word for word in escaped)
    return re.compile("|".join(bounded))
