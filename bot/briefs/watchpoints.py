"""What to watch today and why it matters: found by rule, with the figure that it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.briefs.agenda import AgendaItem, AgendaKind
from bot.briefs.figures import Figure
from bot.briefs.observations import Sight, observations
from bot.briefs.sections import Market, Section

NIGHT_MOVE = Decimal("1.00")  # percent overnight that the opening tends to answer


class WatchKind(StrEnum):
    """A thing to watch; the templates hold the words and the plain reason."""

    CONNECT_CLOSED = "connect-closed"
    SHORT_DAY = "short-day"
    BREAK_AHEAD = "break-ahead"
    CAUGHT_UP = "caught-up"
    RELEASE = "release"
    NIGHT = "night"
    DIVIDED = "divided"
    WIDE = "wide"
    EDGE_HIGH = "edge-high"
    EDGE_LOW = "edge-low"


@dataclass(frozen=True, slots=True)
class Watchpoint:
    """One thing to watch: `what` names it, `other` what it is compared with."""

    kind: WatchKind
    what: str = ""
    other: str = ""
    at: str = ""
    figure: Figure | None = None


_BY_AGENDA = {
    AgendaKind.HALF_DAY: WatchKind.SHORT_DAY,
    AgendaKind.LAST_BEFORE_BREAK: WatchKind.BREAK_AHEAD,
    AgendaKind.BACK_FROM_BREAK: WatchKind.CAUGHT_UP,
    AgendaKind.OCCASION: WatchKind.RELEASE,
}
_BY_SIGHT = {
    Sight.SPREAD: WatchKind.DIVIDED,
    Sight.WIDE: WatchKind.WIDE,
    Sight.NEAR_HIGH: WatchKind.EDGE_HIGH,
    Sight.NEAR_LOW: WatchKind.EDGE_LOW,
}


def watchpoints(
    agenda: Sequence[AgendaItem], sections: Mapping[Market, Section], most: int
) -> tuple[Watchpoint, ...]:
    """Return at most `most` things to watch: what is fixed for the day before what was seen."""
    every = (*_dated(agenda), *_overnight(sections), *_seen(sections))
    return every[:most]


def _dated(agenda: Sequence[AgendaItem]) -> Iterator[Watchpoint]:
    for item in agenda:
        if item.kind is AgendaKind.CLOSED_ABROAD and item.what == "XHKG":
            yield Watchpoint(WatchKind.CONNECT_CLOSED)
        elif item.kind in _BY_AGENDA:
            yield Watchpoint(_BY_AGENDA[item.kind], item.what, at=item.at)


def _overnight(sections: Mapping[Market, Section]) -> Iterator[Watchpoint]:
    section = sections.get(Market.OVERSEAS)
    if section is None:
        return
    line = max(section.lines, key=lambda each: abs(each.change.value))
    if abs(line.change.value) >= NIGHT_MOVE:
        yield Watchpoint(WatchKind.NIGHT, line.name, figure=line.change)


def _seen(sections: Mapping[Market, Section]) -> Iterator[Watchpoint]:
    section = sections.get(Market.MAINLAND)
    if section is None:
        return
    for seen in observations(section, len(Sight)):
        other = seen.other.name if seen.other else ""
        yield Watchpoint(_BY_SIGHT[seen.sight], seen.line.name, other, figure=seen.figure)
