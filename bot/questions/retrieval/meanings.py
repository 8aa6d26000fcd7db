"""Vectors of Chinese words, near for words that are used alike: 退款 and 退货, 忘记 and 记得.

The table comes from word vectors that the synonyms package ships (`generate_meanings.py`):
DIMENSIONS numbers of four bits a word. It knows nothing of any FAQ.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.questions.retrieval.texts import Text

MEANINGS_FILE = Path(__file__).parent / "meanings.model"
DIMENSIONS = 96
STEPS = 7
"""Numbers are kept in whole steps from -STEPS to STEPS."""

COMMON_BITS = 8.0
"""A word this common counts for next to nothing."""

MEANT_NAMES = (
    *("meant_alike", "meant_alike_best"),
    *("query_near", "query_very_near", "entry_near", "entry_very_near", "answer_near"),
    *("taught_entry", "taught_answer"),
)
TAUGHT = 2
"""So many of the last of them come from what was learned of questions and their entries."""

VERY_NEAR = np.float32(0.5)

Vectors = npt.NDArray[np.float32]
Places = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Table:
    """The place of each word, and a row of length one for each place; place 0 is of no word."""

    places: Mapping[str, int]
    rows: Vectors


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text means: the places of its words, their shares, and their mean of length one."""

    places: Places
    shares: Vectors
    mean: Vectors


@dataclass(frozen=True, slots=True)
class Joined:
    """Several meanings behind each other; `starts` says where each of them begins."""

    places: Places
    shares: Vectors
    starts: npt.NDArray[np.int64]


@cache
def table() -> Table:
    """Return the table that ships with the product."""
    names, numbers = zlib.decompress(MEANINGS_FILE.read_bytes()).split(b"\n", 1)
    words = names.decode().split(" ")
    halves = np.frombuffer(numbers, dtype=np.uint8).reshape(len(words), DIMENSIONS // 2)
    steps = np.stack([halves >> 4, halves & 15], axis=2).reshape(len(words), DIMENSIONS)
    vectors = steps.astype(np.float32) - (STEPS + 1)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = np.concatenate([np.zeros((1, DIMENSIONS), np.float32), vectors])
    return Table({word: place for place, word in enumerate(words, start=1)}, rows)


def packed(words: Sequence[str], vectors: Vectors) -> bytes:
    """Return the table's file for words and their vectors, none of them nothing but zeros."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    steps = (np.rint(vectors / largest * STEPS) + STEPS + 1).astype(np.uint8)
    halves = steps.reshape(len(words), DIMENSIONS // 2, 2)
    numbers = (halves[:, :, 0] << 4 | halves[:, :, 1]).tobytes()
    return zlib.compress(" ".join(words).encode() + b"\n" + numbers, 9)


def meaning(text: Text) -> Meaning:
    """Return what a text means; a word counts by how rare it is in everyday Chinese."""
    known = table()
    found = list(_words(text, known.places)) or [(0, 1.0)]
    places = np.array([place for place, _ in found], dtype=np.int32)
    counts = np.array([count for _, count in found], dtype=np.float32)
    whole = counts @ known.rows[places]
    return Meaning(places, counts / counts.sum(), whole / max(float(np.linalg.norm(whole)), 1e-6))


def _words(text: Text, places: Mapping[str, int]) -> Iterator[tuple[int, float]]:
    """Give the place and count of each word; one without a place is read by its characters."""
    for word in text.words:
        units = text.units[word.start : word.end]
        count = max(1.0, word.bits - COMMON_BITS)
        place = places.get("".join(units))
        if place is not None:
            yield place, count
        else:
            parts = [places[unit] for unit in units if unit in places]
            yield from ((part, count / len(units)) for part in parts)


def joined(meanings: Sequence[Meaning]) -> Joined:
    """Return several meanings behind each other."""
    sizes = [len(each.places) for each in meanings]
    return Joined(
        np.concatenate([each.places for each in meanings]),
        np.concatenate([each.shares for each in meanings]),
        np.cumsum([0, *sizes])[:-1],
    )


def likeness(query: Meaning, others: Joined) -> Vectors:
    """Return a row for each of the others: how near the query's words are to their nearest ones.

    Columns: all words, very near ones only, and the same two from the other's side.
    """
    rows = table().rows
    # Not `@`: from this size on it wakes threads, which cost more than they save.
    near = np.einsum("id,jd->ij", rows[query.places], rows[others.places])
    np.maximum(near, np.float32(0.0), out=near)
    forth = np.maximum.reduceat(near, others.starts, axis=1)
    back = near.max(axis=0)
    return np.stack(
        [
            query.shares @ forth,
            query.shares @ np.where(forth > VERY_NEAR, forth, np.float32(0.0)),
            np.add.reduceat(back * others.shares, others.starts),
            np.add.reduceat(np.where(back > VERY_NEAR, back, 0) * others.shares, others.starts),
        ],
        axis=1,
    )
