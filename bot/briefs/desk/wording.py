"""What people made of a draft, kept so that it can be said again with newer figures.

A wording is a list of lines. A line is either one of the machine's draft, by its place in it,
or somebody's own words with references in place of the numbers. Said again over a newer draft,
the machine's lines are taken from there, and own lines get the figures of today; a line whose
figure is gone, or has turned from a rise into a fall, is left out and named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from markupsafe import Markup

from bot.briefs.desk.numbers import (
    NUMBER,
    Record,
    Reference,
    UnboundError,
    hidden,
    masked,
    record_now,
    reference_of,
    tokens_to_bind,
)
from bot.markup import plain

ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the base by its place, or somebody's own words."""

    base: int | None = None
    parts: tuple[str | Reference, ...] = ()

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        if self.base is not None:
            return {"base": self.base}
        return {"parts": [p if isinstance(p, str) else asdict(p) for p in self.parts]}


@dataclass(frozen=True, slots=True)
class Wording:
    """Lines over a base; `base` knows each line of the machine's draft by its words alone.

    `assisted`: words of the writing assistant are, or have been, in it. It stays so whoever
    changes them later, and such a text never goes out without a person's approval.
    """

    base: tuple[str, ...]
    lines: tuple[Line, ...]
    assisted: bool = False

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        lines = [line.record() for line in self.lines]
        return {"base": list(self.base), "lines": lines, "assisted": self.assisted}


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that somebody changes: its lines, what each of them is, and its figures.

    `quotations` are words of others, whose digits are no figures; `names` are what symbols are
    called in the language of the text.
    """

    lines: tuple[Markup, ...]
    wording: Wording
    records: tuple[Record, ...]
    quotations: tuple[str, ...]
    names: Mapping[str, str]


def wording_from(record: Mapping[str, Any] | None) -> Wording | None:
    """Return what `Wording.record` wrote down."""
    if not record:
        return None
    lines = tuple(_line_from(line) for line in record["lines"])
    return Wording(tuple(record["base"]), lines, bool(record.get("assisted")))


def untouched(lines: Sequence[Markup]) -> Wording:
    """Return the wording of a draft that nobody changed."""
    base = tuple(key_of(line) for line in lines)
    return Wording(base, tuple(Line(n) for n in range(len(base))))


def key_of(line: Markup) -> str:
    """Return what a line says apart from its numbers."""
    return NUMBER.sub("#", plain(line).strip())


def reworded(typed: Sequence[Markup], shown: Shown) -> tuple[Wording, list[Markup]]:
    """Return the wording of a text that somebody typed in place of what was shown, and its lines.

    Raise UnboundError with every number in it that is no figure of what was shown.
    """
    known = {plain(line).strip(): n for n, line in reversed(list(enumerate(shown.lines)))}
    lines: list[Line] = []
    texts: list[Markup] = []
    unbound: list[str] = []
    for line in typed:
        place = known.get(plain(line).strip())
        if place is not None:
            lines.append(shown.wording.lines[place])
            texts.append(shown.lines[place])
            continue
        try:
            own = own_line(line, shown)
        except UnboundError as error:
            if error.several:
                raise
            unbound += error.numbers
            continue
        lines.append(own)
        texts.append(_text(own))
    if unbound:
        raise UnboundError(list(dict.fromkeys(unbound)))
    return replace(shown.wording, lines=tuple(lines)), texts


def own_line(line: Markup, shown: Shown) -> Line:
    """Return somebody's own line with its numbers turned into references."""
    visible = masked(hidden(str(line)), (*shown.quotations, *shown.names.values()))
    named = hidden(str(line))
    parts: list[str | Reference] = []
    missing: list[str] = []
    position = 0
    for token in tokens_to_bind(visible):
        try:
            reference = reference_of(token, named, shown.records, shown.names)
        except UnboundError as error:
            if error.several:
                raise
            missing += error.numbers
            continue
        parts += [str(line)[position : token.start], reference]
        position = token.end
    if missing:
        raise UnboundError(missing)
    return Line(parts=(*parts, str(line)[position:]))


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """A wording over a newer draft: its lines, itself in the places there, what was left out."""

    lines: tuple[Markup, ...]
    wording: Wording
    lost: tuple[str, ...]


def said_again(
    wording: Wording, lines: Sequence[Markup], records: Sequence[Record], *, more: int = 0
) -> SaidAgain:
    """Say a wording again over the newer draft of `lines`, with its last `more` lines added."""
    base = [key_of(line) for line in lines]
    places = aligned(wording.base, base)
    said: list[tuple[Markup, Line]] = []
    lost: list[str] = []
    for line in wording.lines:
        if line.base is not None:
            place = places.get(line.base)
            if place is None:
                lost.append(wording.base[line.base])
            else:
                said.append((lines[place], Line(place)))
            continue
        own = _own_now(line, records)
        if own is None:
            lost.append("".join(p if isinstance(p, str) else p.was for p in line.parts))
        else:
            said.append((_text(own), own))
    said += [(lines[n], Line(n)) for n in range(len(lines) - more, len(lines))]
    told = replace(wording, base=tuple(base), lines=tuple(line for _, line in said))
    return SaidAgain(tuple(text for text, _ in said), told, tuple(lost))


def aligned(base: Sequence[str], fresh: Sequence[str]) -> dict[int, int]:
    """Return where each line of the base stands in the fresh draft, as far as it does."""
    places: dict[int, int] = {}
    matcher = SequenceMatcher(None, base, fresh, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and end - start == last - first):
            places |= dict(zip(range(start, end), range(first, last), strict=True))
        elif kind == "replace":
            places |= _alike(base, fresh, range(start, end), range(first, last))
    return places


def _alike(base: Sequence[str], fresh: Sequence[str], old: range, new: range) -> dict[int, int]:
    found: dict[int, int] = {}
    left = list(new)
    for place in old:
        ranked = [(SequenceMatcher(None, base[place], fresh[n]).ratio(), -n) for n in left]
        ratio, number = max(ranked, default=(0.0, 0))
        if ratio >= ALIKE:
            found[place] = -number
            left = [n for n in left if n > -number]
    return found


def _own_now(line: Line, records: Sequence[Record]) -> Line | None:
    """Return an own line with its figures as they read in `records`; nothing if one is gone."""
    parts: list[str | Reference] = []
    for part in line.parts:
        if isinstance(part, str):
            parts.append(part)
            continue
        record = record_now(part, records)
        if record is None:
            return None
        parts.append(replace(part, was=record["written"]))
    return Line(parts=tuple(parts))


def _text(line: Line) -> Markup:
    pieces = (part if isinstance(part, str) else part.written for part in line.parts)
    return Markup("".join(pieces))  # noqa: S704 - it came in as markup, render reads it again


def _line_from(record: Mapping[str, Any]) -> Line:
    if "base" in record:
        return Line(int(record["base"]))
    return Line(parts=tuple(p if isinstance(p, str) else _reference(p) for p in record["parts"]))


def _reference(record: Mapping[str, Any]) -> Reference:
    return Reference(
        tuple(record["symbols"]), record["field"], record["was"], bool(record["shows_direction"])
    )
