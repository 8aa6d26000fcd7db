"""Taking the gate's suggestions: a sentence that breaks a rule becomes what the rule suggests."""

import re
from collections.abc import Sequence

from bot.compliance.verdict import Finding

_SENTENCE = re.compile(r"[^。！？；!?;\n]*[。！？；!?;]?\n?")


def reworded(text: str, findings: Sequence[Finding]) -> str:
    """Return `text` with each offending sentence replaced by its first finding's suggestion.

    A sentence, not the words alone: many suggestions are sentences, and a splice of halves
    would say something that nobody meant.
    """
    told: set[str] = set()
    pieces = []
    for match in _SENTENCE.finditer(text):
        found = [f for f in findings if f.part == 0 and f.suggestion and _meet(f, match)]
        if not found:
            pieces.append(match[0])
        elif found[0].suggestion not in told:
            told.add(found[0].suggestion)
            pieces.append(found[0].suggestion + ("\n" if match[0].endswith("\n") else ""))
    return "".join(pieces)


def _meet(finding: Finding, sentence: re.Match[str]) -> bool:
    return finding.start < sentence.end() and finding.end > sentence.start()
