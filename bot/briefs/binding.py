"""Is every number in a text bound to a figure? The gate for digits, of templates and of people.

A number is bound if a figure was written exactly so: 3,412.55 is not 3,412.6, 0.42% is not
0.42, and ▲ is not ▼. What is no figure by its shape (dates, times, names) is in
`binding_rules.py`. A headline is a quotation: its digits count as quoted only inside its link.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Protocol

from markupsafe import Markup

from bot.briefs.binding_rules import CHINESE_QUANTITIES, ENGLISH_QUANTITIES, EXEMPTIONS

OTHER_NUMBER = "\ue000"
"""Stands for a sign that is a number by itself: ½, Ⅷ, 卌."""

_NUMBER = re.compile(
    rf"(?P<sign>[▲▼↔]\s?|(?<![\w.,)%])[+\-−])?"
    rf"(?P<core>\d+(?:,\d{{3}})*(?:\.\d+)?|\.\d+|{OTHER_NUMBER})"
    rf"(?P<percent>\s?[%‰])?(?P<scale>\s?(?:[万萬千百kKwW](?![A-Za-z])|million|thousand))?"
)
_SIGNS = {"+": "▲", "-": "▼", "−": "▼"}


@dataclass(frozen=True, slots=True)
class Unbound:
    """A number that no figure was written as; `start` and `end` count characters of the text."""

    start: int
    end: int
    text: str


class Quoted(Protocol):
    """A headline as it is quoted."""

    @property
    def title(self) -> str:
        """Return its words."""

    @property
    def link(self) -> str:
        """Return where it was published."""

    @property
    def source(self) -> str:
        """Return who published it."""


def unbound_numbers(text: str, written: Collection[str]) -> list[Unbound]:
    """Return the numbers in plain `text` that are none of those `written` down with a figure."""
    flat = "".join(_folded(char) for char in text)
    exempt = [
        match.span()
        for rule in EXEMPTIONS
        for form in (flat, text)
        for match in rule.pattern.finditer(form)
    ]
    bound = {form for line in written for form in _forms(line)}
    found: dict[int, Unbound] = {}
    for start, end, form in _numbers(flat):
        is_exempt = any(first <= start and end <= last for first, last in exempt)
        if not is_exempt and form not in bound:
            found[start] = Unbound(start, end, text[start:end])
    return _outermost(found)


def unbound_in(
    markup: Markup, written: Collection[str], quoted: Sequence[Quoted] = ()
) -> list[Unbound]:
    """Return the unbound numbers of a whole edition, by place in its plain text.

    What stands in the link of a quoted headline, and its source's name after it, is a
    quotation; the same words outside of the link are ours.
    """
    return unbound_numbers(_without_quotations(markup, quoted), written)


def _folded(char: str) -> str:
    """Return one character for one: digits of any script and width as 0-9."""
    if char.isascii():
        return char
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", char)
    if len(folded) == 1 and folded.isascii():
        return folded
    if unicodedata.category(char) in {"No", "Nl"}:
        return OTHER_NUMBER
    return char


def _numbers(flat: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield every number with the form that a figure would have to be written in."""
    for match in _NUMBER.finditer(flat):
        yield match.start("core"), match.end(), _form(match)
    for quantities in (CHINESE_QUANTITIES, ENGLISH_QUANTITIES):
        for match in quantities.finditer(flat):
            yield match.start(), match.end(), None


def _form(match: re.Match[str]) -> str | None:
    if match["scale"] or match["core"] == OTHER_NUMBER:
        return None  # figures are never written in these
    sign = (match["sign"] or "").strip()
    percent = (match["percent"] or "").strip()
    return _SIGNS.get(sign, sign) + match["core"] + percent


def _forms(line: str) -> set[str]:
    """Return the forms in which a figure's writing may appear: with its direction or without."""
    found = set()
    for match in _NUMBER.finditer(line):
        form = _form(match)
        if form is not None:
            found |= {form, form.lstrip("▲▼↔")}
    return found


def _outermost(found: dict[int, Unbound]) -> list[Unbound]:
    """Return the findings in order, none inside another."""
    kept: list[Unbound] = []
    for one in sorted(found.values(), key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


class _Prose(HTMLParser):
    """Reads marked-up text; what a link of a quoted headline holds is left as blanks."""

    def __init__(self, quoted: Sequence[Quoted]) -> None:
        super().__init__(convert_charrefs=True)
        self._titles = {(one.link, one.title): one for one in quoted}
        self._link: str | None = None
        self._inside = ""
        self._source = ""
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._link, self._inside = dict(attrs).get("href") or "", ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            quotation = self._titles.get((self._link, self._inside))
            self.parts.append(" " * len(self._inside) if quotation else self._inside)
            self._source = quotation.source if quotation else ""
            self._link = None

    def handle_data(self, data: str) -> None:
        if self._link is not None:
            self._inside += data
            return
        lead = data[: len(data) - len(data.lstrip(" (（"))]
        if self._source and data[len(lead) :].startswith(self._source):
            rest = data[len(lead) + len(self._source) :]
            data = lead + " " * len(self._source) + rest
        self._source = ""
        self.parts.append(data)


def _without_quotations(markup: Markup, quoted: Sequence[Quoted]) -> str:
    reader = _Prose(quoted)
    reader.feed(markup)
    reader.close()
    return "".join(reader.parts)
