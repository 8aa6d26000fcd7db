"""Write the table of words: `python -m bot.questions.retrieval.generate_words` (needs jieba)."""

import math
import zlib
from importlib import import_module
from pathlib import Path

from bot.compliance.characters import is_han
from bot.questions.retrieval.words import LONGEST, WORDS_FILE

FEWEST = 25
FEWEST_OF_NAMES = 3_000
"""Names of people are rarely what a question is about."""


def generate(path: Path = WORDS_FILE) -> int:
    """Write the words that are frequent enough, with their bits and kinds; return how many."""
    source = Path(import_module("jieba").__file__ or "").parent / "dict.txt"
    rows = [line.split() for line in source.read_text(encoding="utf-8").splitlines()]
    total = sum(int(count) for _, count, _ in rows)
    kept = sorted(
        f"{word}{round(-math.log2(max(int(count), 1) / total))}{_kind(tag)}"
        for word, count, tag in rows
        if len(word) <= LONGEST
        and all(map(is_han, word))
        and (len(word) == 1 or int(count) >= _fewest(tag))
    )
    path.write_bytes(zlib.compress("\n".join(kept).encode(), 9))
    return len(kept)


def _fewest(tag: str) -> int:
    return FEWEST_OF_NAMES if tag.startswith("nr") else FEWEST


def _kind(tag: str) -> str:
    return {"n": "n", "z": "n", "j": "n", "v": "v"}.get(tag[0], "x")


if __name__ == "__main__":
    generate()
