"""Another reading of a folded text, with the way back to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A reading of `base`; character `i` stands for `base[starts[i]:ends[i]]`."""

    base: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the base behind `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def behind(self, start: int, end: int) -> str:
        """Return what stands in the base behind `text[start:end]`."""
        return self.base[self.starts[start] : self.ends[end - 1]]

    def cuts(self, start: int, end: int) -> list[str | None]:
        """Return what was dropped at each joint inside `text[start:end]`, "" for nothing.

        Between two Latin letters there is None: letters that stand apart are spelled out.
        """
        return [self._cut(i) for i in range(start, end - 1)]

    def _cut(self, index: int) -> str | None:
        left, right = self.ends[index], self.starts[index + 1]
        if self.base[left - 1].isascii() and self.base[right].isascii():
            return None
        return self.base[left:right]


def plain_view(text: str) -> View:
    """Return the reading of `text` that changes nothing."""
    return View(text, text, range(len(text)), range(1, len(text) + 1))


def rewritten(view: View, changes: Iterable[tuple[int, int, str]]) -> View:
    """Return `view` with each `(start, end, new)` put in place of `view.text[start:end]`.

    The changes come in order and do not overlap. Every new character stands for the whole
    of what it replaces; what is replaced by nothing is dropped.
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    reached = 0
    for start, end, new in changes:
        parts += view.text[reached:start], new
        starts += view.starts[reached:start]
        ends += view.ends[reached:start]
        starts += [view.starts[start]] * len(new)
        ends += [view.ends[end - 1]] * len(new)
        reached = end
    parts.append(view.text[reached:])
    starts += view.starts[reached:]
    ends += view.ends[reached:]
    return View(view.base, "".join(parts), starts, ends)
