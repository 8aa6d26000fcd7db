"""What a question is about, as the expert desk sorts it: a tag of the knowledge base."""

import re
from collections.abc import Sequence

from bot.compliance.normalise import fold

_NAMED = (
    ("margin", re.compile(r"两融|融资(?!产品)|融券|保证金|\bmargin\b")),
    ("futures", re.compile(r"期货|期权|\bfutures\b|\boptions\b")),
    ("hongkong", re.compile(r"港股|恒指|恒生|\bhong kong\b|\bhk stocks?\b")),
    ("funds", re.compile(r"基金|(?<![a-z])etf(?![a-z])|\bfunds?\b")),
)


def named_topic(text: str) -> str | None:
    """Return the topic that a question names itself.

    This alone counts where an opinion is asked for: which licence is needed hangs on it, and
    an entry that merely resembles the question must not make that a lesser one.
    """
    folded = fold(text).casefold()
    return next((tag for tag, words in _NAMED if words.search(folded)), None)


def topic_of(text: str, tags: Sequence[str]) -> str | None:
    """Return the topic of a question: the first of `tags`, those of the entry that fits best."""
    return tags[0] if tags else named_topic(text)
