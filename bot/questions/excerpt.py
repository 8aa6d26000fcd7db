"""An answer as a group gets it: one paragraph that ends at a sentence, and whether more follows."""

import re

LONGEST_IN_GROUP = 180
LONGEST_LABEL = 40
_ENDS = re.compile(r"[。！？；!?;]|\.(?=\s)")


def in_group(answer: str, longest: int = LONGEST_IN_GROUP) -> tuple[str, bool]:
    """Return the beginning of `answer` in one line, and whether something was left out."""
    joined = " ".join(answer.split())
    if len(joined) <= longest:
        return joined, False
    ends = [found.end() for found in _ENDS.finditer(joined[:longest])]
    if ends and ends[-1] >= longest // 3:
        return joined[: ends[-1]].rstrip(), True
    return joined[: longest - 1].rstrip() + "…", True


def label(title: str, longest: int = LONGEST_LABEL) -> str:
    """Return a title as a button can show it."""
    joined = " ".join(title.split())
    return joined if len(joined) <= longest else joined[: longest - 1].rstrip() + "…"
