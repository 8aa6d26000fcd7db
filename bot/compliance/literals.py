"""The literals that a regular expression needs: a text without them cannot match.

Running two hundred patterns over each message is slow; finding their literals by automaton is
not. This reads the pattern itself (the library's own parser is private) and gives up, safely,
on whatever it does not know: then the pattern simply always runs.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

Clause = frozenset[str]
_MOST_LITERALS = 120
_LONGEST_LITERAL = 8
_MOST_CLAUSES = 3
_NOTHING: Clause = frozenset({""})


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be in a text for a pattern to match: of each clause one literal, and digits."""

    clauses: tuple[Clause, ...] = ()
    digits: int = 0

    @property
    def anything(self) -> bool:
        """Tell whether the pattern may match any text: nothing that it needs is known."""
        return not self.clauses and not self.digits


@dataclass(slots=True)
class _Part:
    """A piece of a pattern: all that it can match (`exact`, if that is few), or what it needs."""

    exact: Clause | None = None
    clauses: list[Clause] = field(default_factory=list)
    digits: int = 0

    def needs(self) -> list[Clause]:
        if self.exact is None:
            return self.clauses
        return [] if "" in self.exact else [self.exact]


class _UnknownSyntaxError(Exception):
    """The pattern uses something that is not read here."""


def all_of(needs: Iterable[Needs]) -> Needs:
    """Return what a text needs for several patterns to match it at once."""
    together = list(needs)
    clauses = sorted({c for each in together for c in each.clauses}, key=_commonness)
    return Needs(tuple(clauses), max((each.digits for each in together), default=0))


def needs_of(pattern: str) -> Needs:
    """Return what a text needs for `pattern` to match it anywhere."""
    reader = _Reader(pattern)
    try:
        part = reader.alternatives()
    except (_UnknownSyntaxError, IndexError):
        return Needs()
    if not reader.at_end:
        return Needs()
    telling = {_reduced(clause) for clause in part.needs() if not _is_everywhere(clause)}
    best = sorted(telling, key=_commonness)
    return Needs(tuple(best[:_MOST_CLAUSES]), part.digits)


def _is_everywhere(clause: Clause) -> bool:
    """Tell whether almost any text has one of these: some letter, some digit."""
    return all(len(literal) == 1 and literal.isascii() and literal.isalnum() for literal in clause)


def _commonness(clause: Clause) -> tuple[float, int]:
    """Estimate how often one of the literals stands in a text: short and many is often."""
    return sum(0.02 ** len(literal) for literal in clause), len(clause)


def _reduced(clause: Clause) -> Clause:
    """Shorten literals and leave out those that hold a shorter one."""
    kept: list[str] = []
    for literal in sorted({each[:_LONGEST_LITERAL] for each in clause}, key=lambda e: (len(e), e)):
        if not any(shorter in literal for shorter in kept):
            kept.append(literal)
    return frozenset(kept)


def _in_a_row(parts: Iterable[_Part]) -> _Part:
    """Return what a sequence needs; neighbours that are exact are joined to longer literals."""
    run: Clause = _NOTHING
    whole = True
    result = _Part()
    for part in parts:
        result.digits += part.digits
        if part.exact is not None and len(run) * len(part.exact) <= _MOST_LITERALS:
            run = frozenset(left + right for left in run for right in part.exact)
            continue
        whole = False
        if "" not in run:
            result.clauses.append(run)
        run = part.exact if part.exact is not None else _NOTHING
        result.clauses += [] if part.exact is not None else part.clauses
    if whole:
        return _Part(exact=run, digits=result.digits)
    if "" not in run:
        result.clauses.append(run)
    return result


def _either(parts: list[_Part]) -> _Part:
    """Return what one of several alternatives needs."""
    if len(parts) == 1:
        return parts[0]
    digits = min(part.digits for part in parts)
    exact = [part.exact for part in parts if part.exact is not None]
    if len(exact) == len(parts):
        return _Part(exact=frozenset().union(*exact), digits=digits)
    best = [min(part.needs(), key=_commonness, default=None) for part in parts]
    known = [clause for clause in best if clause is not None]
    if len(known) < len(best):
        return _Part(digits=digits)
    union = _reduced(frozenset().union(*known))
    return _Part(clauses=[union] if len(union) <= _MOST_LITERALS else [], digits=digits)


def _repeated(part: _Part, least: int, most: int | None) -> _Part:
    if least == 0:
        if most == 1 and part.exact is not None and not part.digits:
            return _Part(exact=part.exact | _NOTHING)
        return _Part()
    if least == most == 1:
        return part
    return _Part(clauses=part.needs(), digits=part.digits * least)


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._pattern)

    def alternatives(self) -> _Part:
        parts = [self._sequence()]
        while self._took("|"):
            parts.append(self._sequence())
        return _either(parts)

    def _sequence(self) -> _Part:
        parts = []
        while not self.at_end and self._pattern[self._at] not in "|)":
            parts.append(self._quantified(self._atom()))
        return _in_a_row(parts)

    def _quantified(self, part: _Part) -> _Part:
        if self.at_end:
            return part
        character = self._pattern[self._at]
        bounds = {"?": (0, 1), "*": (0, None), "+": (1, None)}.get(character)
        if bounds is not None:
            self._at += 1
        elif character == "{":
            bounds = self._bounds()
        if bounds is None:
            return part
        if not self._took("?"):  # lazy
            self._took("+")  # possessive
        return _repeated(part, *bounds)

    def _bounds(self) -> tuple[int, int | None]:
        end = self._pattern.index("}", self._at)
        least, comma, most = self._pattern[self._at + 1 : end].partition(",")
        if not (least or "0").isdigit() or not (most or "0").isdigit() or not least + most:
            raise _UnknownSyntaxError
        self._at = end + 1
        lowest = int(least or "0")
        return lowest, (int(most) if most else None) if comma else lowest

    def _atom(self) -> _Part:
        character = self._next()
        if character == "(":
            return self._group()
        if character == "[":
            return self._character_class()
        if character in "^$":
            return _Part(exact=_NOTHING)
        if character == ".":
            return _Part()
        if character == "\\":
            return self._escape()
        return _Part(exact=frozenset({character}))

    def _escape(self) -> _Part:
        character = self._next()
        if character == "d":
            return _Part(digits=1)
        if character in "wWsSD":
            return _Part()
        if character in "bBAZ":
            return _Part(exact=_NOTHING)
        if character.isalnum():
            literal = {"n": "\n", "t": "\t", "r": "\r"}.get(character)
            if literal is None:
                raise _UnknownSyntaxError
            character = literal
        return _Part(exact=frozenset({character}))

    def _group(self) -> _Part:
        looks = False
        if self._took("?"):
            kind = self._next()
            if kind == "<":
                kind += self._next()
            looks = kind in ("=", "!", "<=", "<!")
            if kind == "P" and self._took("<"):
                self._at = self._pattern.index(">", self._at) + 1
            elif not looks and kind != ":":
                raise _UnknownSyntaxError
        part = self.alternatives()
        if not self._took(")"):
            raise _UnknownSyntaxError
        return _Part(exact=_NOTHING) if looks else part

    def _character_class(self) -> _Part:
        negated = self._took("^")
        members: set[str] = set()
        known, digits = not negated, False
        first = True
        while first or self._pattern[self._at] != "]":
            first = False
            character = self._next()
            if character == "\\":
                character = self._next()
                if character in "dwsDWS":
                    known, digits = False, character == "d" and not members
                    continue
                character = {"n": "\n", "t": "\t"}.get(character, character)
            if self._pattern[self._at] == "-" and self._pattern[self._at + 1] != "]":
                self._at += 1
                last = self._next()
                members.update(map(chr, range(ord(character), ord(last) + 1)))
            else:
                members.add(character)
        self._at += 1
        return _class_part(members, known=known, only_digits=digits and not members)

    def _next(self) -> str:
        character = self._pattern[self._at]
        self._at += 1
        return character

    def _took(self, character: str) -> bool:
        if self.at_end or self._pattern[self._at] != character:
            return False
        self._at += 1
        return True


def _class_part(members: set[str], *, known: bool, only_digits: bool) -> _Part:
    if only_digits or (known and members and members <= set("0123456789")):
        return _Part(digits=1)
    if not known or len(members) > _MOST_LITERALS:
        return _Part()
    return _Part(exact=frozenset(members))
