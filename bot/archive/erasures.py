"""Erasures by rule: which records lost their content, and a digest of what stays of them. Pure."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

Ranges = Sequence[Sequence[int]]


class Hash(Protocol):
    """A hash that is fed bit by bit."""

    def update(self, data: bytes, /) -> None:
        """Take more."""

    def hexdigest(self) -> str:
        """Return what came of it so far."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a record whose content is erased."""

    position: int
    hash: str
    kind: str
    chat_id: int
    message_id: int | None
    at: datetime

    def line(self) -> bytes:
        """Return it as one line of a digest."""
        at = self.at.isoformat(timespec="microseconds")
        parts = (self.position, self.hash, self.kind, self.chat_id, self.message_id, at)
        return ":".join(str(part) for part in parts).encode() + b"\n"


def digest_of(tombstones: Iterable[Tombstone]) -> str:
    """Return the digest that an erasure's record keeps of its tombstones, in their order."""
    digest = hashlib.sha256()
    for stone in tombstones:
        digest.update(stone.line())
    return digest.hexdigest()


def ranges_of(positions: Iterable[int]) -> list[list[int]]:
    """Return rising positions as inclusive ranges: 1, 2, 3, 7 is [[1, 3], [7, 7]]."""
    ranges: list[list[int]] = []
    for position in positions:
        if ranges and ranges[-1][1] == position - 1:
            ranges[-1][1] = position
        else:
            ranges.append([position, position])
    return ranges


class Erasures:
    """Every erasure that the archive records, held against the chain as it is walked."""

    def __init__(self, details: Iterable[Mapping[str, Any]]) -> None:
        self._expected: list[str] = []
        self._seen: list[Hash] = []
        self._counts: list[int] = []
        self._firsts: list[int] = []
        ranges: list[tuple[int, int, int]] = []
        for number, one in enumerate(details):
            self._expected.append(str(one["digest"]))
            self._seen.append(hashlib.sha256())
            self._counts.append(sum(last - first + 1 for first, last in one["positions"]))
            self._firsts.append(min(first for first, _ in one["positions"]))
            ranges += [(first, last, number) for first, last in one["positions"]]
        self._ranges = sorted(ranges)
        self._starts = [first for first, _, _ in self._ranges]

    def note(self, stone: Tombstone) -> bool:
        """Take the next record of the chain; tell whether an erasure names it."""
        place = bisect_right(self._starts, stone.position) - 1
        if place < 0 or self._ranges[place][1] < stone.position:
            return False
        number = self._ranges[place][2]
        self._seen[number].update(stone.line())
        self._counts[number] -= 1
        return True

    def first_altered(self) -> int | None:
        """Return the first position of an erasure whose tombstones are not as they were left.

        One of which only a part was walked says nothing.
        """
        altered = [
            self._firsts[number]
            for number in range(len(self._expected))
            if not self._counts[number] and self._seen[number].hexdigest() != self._expected[number]
        ]
        return min(altered, default=None)
