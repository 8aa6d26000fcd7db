"""Write the table of meanings: `python -m bot.questions.retrieval.generate_meanings WORDS.VECTOR`.

The file is `synonyms/data/words.vector` of the synonyms package, 3.10.2 (MIT; learned from
Wikipedia's texts), in word2vec's binary form.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bot.questions.retrieval import words
from bot.questions.retrieval.lexicon import lexicon
from bot.questions.retrieval.meanings import DIMENSIONS, MEANINGS_FILE, Vectors, packed

MOST_WORDS = 11_000
COMMONEST = 30_000
"""Directions and characters are taken from so many words, the most frequent ones."""

FROM_WORDS = 30
_SHARED = 2
"""The first directions tell how frequent a word is, not what it means."""


def generate(source: Path, path: Path = MEANINGS_FILE) -> int:
    """Write the vectors of everyday words and characters; return of how many."""
    rows = list(_read(source))
    names = [name for name, _ in rows]
    vectors = _reduced(np.array([vector for _, vector in rows]))
    known = dict(zip(names, vectors, strict=True))
    kept = _kept(known)
    found = {**_characters(names, known), **{name: known[name] for name in kept}}
    ordered = sorted(found)
    path.write_bytes(packed(ordered, np.array([found[name] for name in ordered])))
    return len(ordered)


def _read(source: Path) -> Iterator[tuple[str, Vectors]]:
    data = source.read_bytes()
    head, place = data[: data.index(b"\n")], data.index(b"\n") + 1
    count, width = map(int, head.split())
    for _ in range(count):
        end = data.index(b" ", place)
        name = data[place:end].decode("utf-8", "replace").strip()
        place = end + 1 + 4 * width
        yield name, np.frombuffer(data, np.float32, width, end + 1)


def _reduced(vectors: Vectors) -> Vectors:
    """Return vectors of length one in the DIMENSIONS directions that tell the most."""
    even = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    even -= even[:COMMONEST].mean(axis=0)
    directions = np.linalg.svd(even[:COMMONEST], full_matrices=False)[2]
    turned: Vectors = even @ directions[_SHARED : _SHARED + DIMENSIONS].T
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    return turned


def _kept(known: dict[str, Vectors]) -> list[str]:
    """Return the words of the synonyms, and the most frequent ones of the table of words."""
    bits = words.table()
    frequent = sorted((word for word in bits if word in known), key=lambda word: bits[word][0])
    synonyms = lexicon()
    own = [word for word in (*synonyms.same, *synonyms.related) if word in known]
    return list(dict.fromkeys([*own, *frequent]))[:MOST_WORDS]


def _characters(names: list[str], known: dict[str, Vectors]) -> dict[str, Vectors]:
    """Return a vector for characters that have none: the mean of frequent words with them."""
    bits = words.table()
    found: dict[str, list[Vectors]] = {}
    for name in names[:COMMONEST]:
        if len(name) > 1 and name in bits:
            for character in dict.fromkeys(name):
                found.setdefault(character, []).append(known[name])
    means = {
        character: np.sum(each[:FROM_WORDS], axis=0)
        for character, each in found.items()
        if len(each) > 1 and character not in known
    }
    return {character: mean / np.linalg.norm(mean) for character, mean in means.items()}


if __name__ == "__main__":
    generate(Path(sys.argv[1]))
