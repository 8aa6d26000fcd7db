"""Numbers in what people wrote: which figure each of them is, and how it reads today."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.briefs.binding import unbound_numbers

NUMBER = re.compile(r"(?:[▲▼↔]\s?)?\d(?:[\d,]*\d)?(?:\.\d+)?(?:\s?%)?")
HIDDEN = re.compile(r"<[^>]*>|&#?\w+;")
ARROWS = "▲▼↔"

Record = Mapping[str, Any]
"""A figure as a snapshot keeps it: symbols, field, value, written, at, source."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A number in a text that stands for a figure; `was` is how the figure was written."""

    symbols: tuple[str, ...]
    field: str
    was: str
    shows_direction: bool

    @property
    def written(self) -> str:
        """Return it as it reads in the text."""
        return self.was if self.shows_direction else self.was.lstrip(ARROWS)


@dataclass(frozen=True, slots=True)
class Token:
    """A number at a place of a line."""

    start: int
    end: int
    text: str


class UnboundError(Exception):
    """Numbers that are no figure of the draft; `several` where one is more than one figure."""

    def __init__(self, numbers: Sequence[str], *, several: bool = False) -> None:
        super().__init__(tuple(numbers))
        self.numbers = tuple(numbers)
        self.several = several


def hidden(line: str) -> str:
    """Return a marked-up line, as long as before, without what only the markup says."""
    return HIDDEN.sub(lambda found: "\x01" * len(found[0]), line)


def masked(line: str, quotations: Sequence[str]) -> str:
    """Return a line, as long as before, without the quoted words."""
    for quotation in sorted(quotations, key=len, reverse=True):
        if quotation:
            line = line.replace(quotation, "\x01" * len(quotation))
    return line


def tokens_to_bind(line: str) -> list[Token]:
    """Return the numbers of a line that must be figures: dates, times and the like need not."""
    needed = unbound_numbers(line, ())
    found = [Token(m.start(), m.end(), m[0]) for m in NUMBER.finditer(line)]
    tokens = {}
    for one in needed:
        whole = next((t for t in found if t.start < one.end and one.start < t.end), None)
        token = whole or Token(one.start, one.end, one.text)
        tokens[token.start] = token
    return [tokens[start] for start in sorted(tokens)]


def reference_of(
    token: Token, line: str, records: Sequence[Record], names: Mapping[str, str]
) -> Reference:
    """Return the figure that a number is; of several, the one whose name stands before it."""
    fitting = [record for record in records if _same(token.text, record["written"])]
    meant = {(tuple(r["symbols"]), r["field"]): r for r in fitting}
    if not meant:
        raise UnboundError([token.text.strip()])
    if len(meant) > 1:
        meant = _nearest(token, line, meant, names)
    if len(meant) != 1:
        raise UnboundError([token.text.strip()], several=True)
    record = next(iter(meant.values()))
    return Reference(
        tuple(record["symbols"]),
        record["field"],
        record["written"],
        token.text.strip()[:1] in ARROWS,
    )


def record_now(reference: Reference, records: Sequence[Record]) -> Record | None:
    """Return a figure as it is in `records`; nothing where it is missing or has turned round.

    Words written around a rise do not fit a fall, whatever the number.
    """
    for record in records:
        if (tuple(record["symbols"]), record["field"]) != (reference.symbols, reference.field):
            continue
        written, was = record["written"], reference.was
        if _direction(written) == _direction(was) and ("%" in written) == ("%" in was):
            return record
    return None


def _nearest(
    token: Token,
    line: str,
    meant: Mapping[tuple[tuple[str, ...], str], Record],
    names: Mapping[str, str],
) -> dict[tuple[tuple[str, ...], str], Record]:
    before = line[: token.start]
    places = {
        key: max((before.rfind(names[s]) for s in key[0] if s in names), default=-1)
        for key in meant
    }
    best = max(places.values())
    return {key: meant[key] for key, place in places.items() if place == best and best >= 0}


def _same(typed: str, written: str) -> bool:
    typed, written = typed.replace(" ", ""), written.replace(" ", "")
    if typed[:1] in ARROWS and typed[:1] != written[:1]:
        return False
    return _bare(typed) == _bare(written)


def _bare(number: str) -> str:
    return number.lstrip(ARROWS).replace(",", "")


def _direction(written: str) -> str:
    return written[0] if written[:1] in ARROWS else ""
