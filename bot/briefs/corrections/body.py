"""The parts of an edition that was sent: its own lines, the marks of corrections, the foot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.briefs.desk.writing import body_and_foot, joined

MARKS = "marks"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Body:
    """Lines, the first of them the heading; the marks that stand below them; the foot."""

    lines: tuple[Markup, ...]
    marks: tuple[Markup, ...]
    foot: Markup

    def with_mark(self, lines: Sequence[Markup], mark: Markup) -> Markup:
        """Return the edition with other lines, its old marks and a new one."""
        return joined([*lines, *self.marks, mark], self.foot)


def body_of(markup: str, snapshot: Mapping[str, Any]) -> Body:
    """Return the parts of an edition's text."""
    lines, foot = body_and_foot(Markup(markup))  # noqa: S704 - it was screened and sent
    marks = snapshot.get(MARKS, [])
    return Body(
        tuple(line for line in lines if str(line) not in marks),
        tuple(Markup(mark) for mark in marks),  # noqa: S704 - as above
        foot,
    )


def marked(snapshot: Mapping[str, Any], mark: Markup) -> dict[str, Any]:
    """Return a snapshot that knows one more mark."""
    return {**snapshot, MARKS: [*snapshot.get(MARKS, []), str(mark)]}


def is_withdrawn(snapshot: Mapping[str, Any]) -> bool:
    """Tell whether the edition was taken back."""
    return bool(snapshot.get(WITHDRAWN))
