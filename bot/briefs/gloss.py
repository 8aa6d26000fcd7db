"""Plain words for newbies: each technical term is explained where it stands first."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup, escape

from bot.glossary.terms import Term, terms_in
from bot.i18n import Language

_TAG = re.compile(r"(<[^>]+>)")


@dataclass(slots=True)
class Glosser:
    """Explains terms in the blocks of one edition; each once, `told` in their order.

    `names` are left as they are: an index that is called 成长指数 explains nothing.
    """

    language: Language
    names: Collection[str] = ()
    told: list[str] = field(default_factory=list)

    def gloss(self, markup: Markup) -> Markup:
        """Return `markup` with a gloss after the first mention of each term not told yet."""
        pieces, is_link = [], False
        for piece in _TAG.split(markup):
            if piece.startswith("<"):
                is_link = piece.startswith("<a ") or (is_link and piece != "</a>")
                pieces.append(piece)
            else:
                pieces.append(piece if is_link else self._glossed(piece))
        return Markup("".join(pieces))  # noqa: S704 - its pieces were escaped, the glosses are

    def _glossed(self, text: str) -> str:
        """Explain the terms of escaped text, those that begin first and are longest first."""
        out, place = "", 0
        for match in self._pattern().finditer(text):
            term = _terms(self.language).get(match.group().casefold())
            if term is None or term.id in self.told:  # a name, or told before
                continue
            self.told.append(term.id)
            end = place_after = match.end()
            if self.language is not Language.ENGLISH and text[end : end + 1] == " ":
                place_after += 1  # a full-width bracket brings its own space
            out += text[place:end] + self._bracket(term)
            place = place_after
        return out + text[place:]

    def _bracket(self, term: Term) -> str:
        gloss = str(escape(term.gloss))
        return f" ({gloss})" if self.language is Language.ENGLISH else f"（{gloss}）"

    def _pattern(self) -> re.Pattern[str]:
        return _pattern(self.language, tuple(sorted(set(self.names))))


@cache
def _terms(language: Language) -> dict[str, Term]:
    return {term.word.casefold(): term for term in terms_in(language) if term.gloss}


@cache
def _pattern(language: Language, names: Sequence[str]) -> re.Pattern[str]:
    """Return what finds names and terms; a name that holds a term is found as the name."""
    words = sorted(_alternatives(language, names), key=len, reverse=True)
    return re.compile("|".join(words), re.IGNORECASE)


def _alternatives(language: Language, names: Sequence[str]) -> Iterator[str]:
    yield from (re.escape(str(escape(name))) for name in names if name)
    for word in _terms(language):
        pattern = re.escape(str(escape(word)))
        yield rf"\b{pattern}\b" if language is Language.ENGLISH else pattern
