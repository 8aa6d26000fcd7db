"""Does a question ask for an opinion on buying, selling or where a price goes? By rule alone.

Such a question never gets an automatic answer; only somebody licensed may take it. How a thing
is done, what a word means, what a rule or a fee is: that is no advice. In doubt it is advice:
a person then answers, which is dearer than a machine and never wrong by law.
Source: 证券法 第一百六十条, 证券投资顾问业务暂行规定 第七条 (advice needs a registered adviser).
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.compliance.normalise import fold

PATTERNS = Path(__file__).with_name("advice.toml")


def is_advice(text: str) -> bool:
    """Tell whether `text` asks what to buy or sell, when, or where a price will go."""
    return bool(calls_in(text))


def calls_in(text: str) -> tuple[str, ...]:
    """Return the ids of the patterns that make `text` a call for an opinion; none for others."""
    patterns, excuses = _patterns()
    folded = fold(text).casefold()
    if excuses["about-words"].search(folded):
        return ()
    if excuses["fraud"].search(folded) and excuses["touting"].search(folded):
        return ()
    if excuses["whether-allowed"].search(folded) and not excuses["moment"].search(folded):
        folded = excuses["bare-permission"].sub(" ", folded)
    return tuple(name for name, pattern in patterns if pattern.search(folded))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], dict[str, re.Pattern[str]]]:
    read: dict[str, Any] = tomllib.loads(PATTERNS.read_text(encoding="utf-8"))
    words: dict[str, str] = read["words"]

    def compiled(text: str) -> re.Pattern[str]:
        for name, alternatives in words.items():
            text = text.replace(f"<{name}>", alternatives)
        return re.compile(text)

    patterns = tuple((one["id"], compiled(one["text"])) for one in read["pattern"])
    return patterns, {name: compiled(text) for name, text in read["excuses"].items()}
