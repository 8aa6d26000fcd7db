"""Hide private data wherever a message is shown again: in cards, cases and the decision's row."""

from collections.abc import Iterable, Sequence

MASK = "▇"
LONGEST = 6


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with each span (start, end) painted over; its length tells nothing."""
    parts: list[str] = []
    position = 0
    for start, end in _merged(spans, len(text)):
        parts += [text[position:start], MASK * min(end - start, LONGEST)]
        position = end
    return "".join([*parts, text[position:]])


def _merged(spans: Iterable[tuple[int, int]], length: int) -> Sequence[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(s, 0), min(e, length)) for s, e in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
