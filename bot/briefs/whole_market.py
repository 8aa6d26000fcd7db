"""The market as a whole in a brief: breadth and sectors, fresh, plausible and bound."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from bot.briefs.binding import unbound_numbers
from bot.briefs.dropped import BREADTH, SECTORS, Dropped, DropReason
from bot.briefs.figures import Figure, FigureField
from bot.briefs.material import Material
from bot.briefs.names import BREADTH_SYMBOL, SECTOR_SYMBOL
from bot.briefs.sections import Phase, phase_of, settled
from bot.briefs.slots import Slot
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import Session
from bot.market.overview import Breadth, SectorMove
from bot.market.problems import ProblemKind
from bot.market.quote import CLOCK_SKEW, FRESH_WITHIN, HUNDREDTH

LEAST_SECTORS = 6
"""Fewer are a part of an answer: who leads in it need not lead the market."""
LONGEST_NAME = 12
SAME_MOMENT = timedelta(minutes=20)
MOST = Decimal(60)  # percent of all shares: then "most" rose or fell

T = TypeVar("T", Breadth, SectorMove)


class Leaning(StrEnum):
    """Which way most shares went."""

    ROSE = "rose"
    FELL = "fell"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class BreadthLine:
    """The breadth of a brief; its numbers are figures bound to the counts they came from."""

    breadth: Breadth

    @property
    def rose(self) -> Figure:
        """Return how many shares rose."""
        return self._figure(FigureField.ROSE, self.breadth.rose)

    @property
    def fell(self) -> Figure:
        """Return how many shares fell."""
        return self._figure(FigureField.FELL, self.breadth.fell)

    @property
    def level(self) -> Figure:
        """Return how many shares stood still."""
        return self._figure(FigureField.UNCHANGED, self.breadth.level)

    @property
    def limit_up(self) -> Figure | None:
        """Return how many shares stand at their upper limit."""
        return self._optional(FigureField.LIMIT_UP, self.breadth.limit_up)

    @property
    def limit_down(self) -> Figure | None:
        """Return how many shares stand at their lower limit."""
        return self._optional(FigureField.LIMIT_DOWN, self.breadth.limit_down)

    @property
    def ratio(self) -> Figure | None:
        """Return how many shares rose for each that fell."""
        if not self.breadth.fell:
            return None
        ratio = Decimal(self.breadth.rose) / self.breadth.fell
        shown = ratio.quantize(HUNDREDTH, ROUND_HALF_UP)
        return self._figure(FigureField.RISE_FALL_RATIO, shown)

    @property
    def fell_share(self) -> Figure:
        """Return the part of all shares that fell, in percent."""
        share = Decimal(self.breadth.fell) * 100 / self.breadth.total
        return self._figure(FigureField.FELL_SHARE, share.quantize(HUNDREDTH, ROUND_HALF_UP))

    @property
    def leaning(self) -> Leaning:
        """Return which way most shares went."""
        if Decimal(self.breadth.rose) * 100 / self.breadth.total >= MOST:
            return Leaning.ROSE
        return Leaning.FELL if self.fell_share.value >= MOST else Leaning.EVEN

    def _optional(self, kind: FigureField, count: int | None) -> Figure | None:
        return None if count is None else self._figure(kind, count)

    def _figure(self, kind: FigureField, value: int | Decimal) -> Figure:
        origin = self.breadth
        return Figure(
            kind,
            Decimal(value),
            (BREADTH_SYMBOL + origin.market,),
            origin.at,
            origin.source,
            origin.delay_minutes,
            origin.simulated,
        )


@dataclass(frozen=True, slots=True)
class SectorLine:
    """One sector; its move is a figure."""

    sector: SectorMove
    name: str

    @property
    def change(self) -> Figure:
        """Return its change in percent."""
        origin = self.sector
        return Figure(
            FigureField.SECTOR_CHANGE,
            origin.change_percent,
            (SECTOR_SYMBOL + origin.code,),
            origin.at,
            origin.source,
            origin.delay_minutes,
            origin.simulated,
        )


@dataclass(frozen=True, slots=True)
class WholeMarket:
    """What may be said of the market as a whole: sectors from the strongest to the weakest."""

    breadth: BreadthLine | None = None
    sectors: tuple[SectorLine, ...] = ()

    def leaders(self, most: int) -> tuple[SectorLine, ...]:
        """Return at most `most` sectors that rose most, strongest first; none that fell."""
        return tuple(s for s in self.sectors[:most] if s.sector.change_percent > 0)

    def laggards(self, most: int) -> tuple[SectorLine, ...]:
        """Return at most `most` sectors that fell most, weakest first; none that rose."""
        return tuple(s for s in self.sectors[::-1][:most] if s.sector.change_percent < 0)


def whole_market(
    material: Material, simulated: bool, names: Mapping[str, str]
) -> tuple[WholeMarket, list[Dropped]]:
    """Return what may be shown of the overview, and what may not, with the reason.

    `simulated`: whether the brief's quotes are invented; invented and real never mix. A
    morning brief shows none: what it could show is of the day before. `names` says what
    sectors are called where the feed's own name is not to be shown.
    """
    overview = material.overview
    if material.due.slot is Slot.MORNING:
        return WholeMarket(), []
    dropped = [Dropped(p.symbol or BREADTH, p.kind, p.source, p.detail) for p in overview.problems]
    breadth = None
    if overview.breadth is not None:
        reason = _fault(overview.breadth, material, simulated)
        if reason is None:
            breadth = BreadthLine(overview.breadth)
        else:
            dropped.append(_lost(BREADTH, reason, overview.breadth))
    sectors = _sectors(material, simulated, names, dropped)
    return WholeMarket(breadth, sectors), dropped


def _sectors(
    material: Material, simulated: bool, names: Mapping[str, str], dropped: list[Dropped]
) -> tuple[SectorLine, ...]:
    good: dict[str, SectorMove] = {}
    for sector in material.overview.sectors:
        reason = _fault(sector, material, simulated) or _misnamed(sector)
        if reason is None:
            good.setdefault(sector.code, sector)
        else:
            dropped.append(_lost(sector.name.strip() or sector.code or SECTORS, reason, sector))
    # Moves of different moments cannot be ranked against each other.
    latest = max((sector.at for sector in good.values()), default=None)
    level = [s for s in good.values() if latest is not None and latest - s.at <= SAME_MOMENT]
    if 0 < len(level) < LEAST_SECTORS:
        dropped.append(_lost(SECTORS, DropReason.TOO_FEW, level[0]))
        return ()
    ranked = sorted(level, key=lambda s: (-s.change_percent, s.code))
    return tuple(SectorLine(sector, names.get(sector.code, sector.name)) for sector in ranked)


def _misnamed(sector: SectorMove) -> DropReason | None:
    is_bound = len(sector.name) <= LONGEST_NAME and not unbound_numbers(sector.name, ())
    return None if is_bound else DropReason.UNBOUND


def _fault(one: T, material: Material, simulated: bool) -> DropReason | ProblemKind | None:
    """Return why a part of the overview may not be shown in this brief."""
    try:
        session = material.calendars[material.home].latest_session(material.now)
    except CalendarUncovered:
        return DropReason.UNCOVERED
    is_today = session.day == material.due.day
    checks: tuple[tuple[DropReason | ProblemKind, Callable[[], bool]], ...] = (
        (DropReason.IMPLAUSIBLE, lambda: not one.plausible or one.market != material.home),
        (DropReason.MIXED, lambda: one.simulated is not simulated),
        (DropReason.NOT_OPEN_YET, lambda: not is_today),
        (ProblemKind.FUTURE, lambda: one.at > material.now + CLOCK_SKEW),
        (ProblemKind.STALE, lambda: _is_stale(one.at, one.delay_minutes, session, material)),
    )
    return next((reason for reason, is_wrong in checks if is_wrong()), None)


def _is_stale(at: datetime, delay_minutes: int, session: Session, material: Material) -> bool:
    """Tell whether counts are of before the session, or too old for where it stands."""
    if at < session.opens:
        return True
    if phase_of(session, material.now) is Phase.OPEN:
        return at < material.now - FRESH_WITHIN - timedelta(minutes=delay_minutes)
    return not settled(at, session, material.now)


def _lost(what: str, reason: DropReason | ProblemKind, one: Breadth | SectorMove) -> Dropped:
    return Dropped(what, reason, one.source, one.at.isoformat())
