"""Another reading of a folded text, with the way back to it."""

from collections.abc import Sequence
from functools import cached_property

Change = tuple[int, int, str]


class View:
    """A reading of `base`; character `i` stands for `base[starts[i]:ends[i]]`.

    The way back is only made when it is asked for: most readings of most texts hold nothing.
    """

    def __init__(self, base: str, text: str, before: "View", changes: Sequence[Change]) -> None:
        self.base = base
        self.text = text
        self._before = before
        self._changes = changes

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

    def with_text(self, text: str) -> "View":
        """Return the view with another text of the same length, character for character."""
        return View(self.base, text, self, ())

    @cached_property
    def starts(self) -> Sequence[int]:
        """Return where in the base each character begins."""
        before = self._before.starts
        return _moved(before, self._changes, [before[start] for start, _, _ in self._changes])

    @cached_property
    def ends(self) -> Sequence[int]:
        """Return where in the base each character ends."""
        before = self._before.ends
        return _moved(before, self._changes, [before[end - 1] for _, end, _ in self._changes])

    def _cut(self, index: int) -> str | None:
        left, right = self.ends[index], self.starts[index + 1]
        if self.base[left - 1].isascii() and self.base[right].isascii():
            return None
        return self.base[left:right]


class _Plain(View):
    """The reading that changes nothing."""

    def __init__(self, text: str) -> None:
        super().__init__(text, text, self, ())
        self.__dict__["starts"] = range(len(text))
        self.__dict__["ends"] = range(1, len(text) + 1)


def plain_view(text: str) -> View:
    """Return the reading of `text` that changes nothing."""
    return _Plain(text)


def rewritten(view: View, changes: Sequence[Change]) -> View:
    """Return `view` with each `(start, end, new)` put in place of `view.text[start:end]`.

    The changes come in order and do not overlap. Every new character stands for the whole
    of what it replaces; what is replaced by nothing is dropped.
    """
    if not changes:
        return view
    parts: list[str] = []
    reached = 0
    for start, end, new in changes:
        parts.append(view.text[reached:start])
        parts.append(new)
        reached = end
    parts.append(view.text[reached:])
    return View(view.base, "".join(parts), view, changes)


def _moved(before: Sequence[int], changes: Sequence[Change], places: Sequence[int]) -> list[int]:
    """Return the places of the characters of a text after the changes to it."""
    moved: list[int] = []
    reached = 0
    for (start, end, new), place in zip(changes, places, strict=True):
        moved += before[reached:start]
        moved += [place] * len(new)
        reached = end
    moved += before[reached:]
    return moved
