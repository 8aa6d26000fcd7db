"""What there is to say: the material's facts judged fit to print, with the day's regime."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.briefs.agenda import AgendaItem, agenda_of, is_bound, lost_occasions, next_session
from bot.briefs.dropped import Dropped
from bot.briefs.education import Mood
from bot.briefs.facts import COMMUNITY, CONTEST_SYMBOL, ContestNews
from bot.briefs.figures import Figure, FigureField, bind
from bot.briefs.material import Material
from bot.briefs.observations import Shape, shape_of
from bot.briefs.regime import RegimeFinding, regime_of
from bot.briefs.sections import IndexLine, Market, Phase, Section, sections_of
from bot.briefs.slots import Slot
from bot.briefs.whole_market import Leaning, WholeMarket, whole_market
from bot.market.quote import HUNDREDTH

RECORDED_DAYS = 5


@dataclass(frozen=True, slots=True)
class ContestLine:
    """A running contest: its title, how many take part, and the way to the board."""

    news: ContestNews
    participants: Figure

    @property
    def title(self) -> str:
        """Return what the contest is called."""
        return self.news.title

    @property
    def link(self) -> str:
        """Return the address of the board, or nothing."""
        return self.news.link


@dataclass(frozen=True, slots=True)
class Turnover:
    """An index's turnover beside the mean of the sessions before."""

    name: str
    amount: Figure
    change: Figure


@dataclass(frozen=True)
class Content:
    """Everything fit to print, in no language but the names' own.

    `today` and `tomorrow` are the calendar of the brief's day and of the next session.
    """

    sections: Mapping[Market, Section]
    whole: WholeMarket
    regime: RegimeFinding
    today: tuple[AgendaItem, ...]
    tomorrow: tuple[AgendaItem, ...]
    next_day: date | None
    contests: tuple[ContestLine, ...]
    turnover: Turnover | None
    dropped: tuple[Dropped, ...]

    @property
    def mood(self) -> Mood:
        """Return which way a rough day goes, for the words that fit it."""
        mainland = self.sections.get(Market.MAINLAND)
        shape = shape_of(mainland) if mainland else Shape.LEVEL
        return {Shape.UP: Mood.SURGE, Shape.DOWN: Mood.FALL}.get(shape, Mood.ANY)

    @property
    def most_fell(self) -> bool:
        """Tell whether most shares are known to have fallen."""
        breadth = self.whole.breadth
        return breadth is not None and breadth.leaning is Leaning.FELL


def content_of(material: Material, names: Mapping[str, str]) -> Content:
    """Return what may be said of the material, by rule, and what may not with the reason."""
    sections, dropped = sections_of(material, names)
    mainland = sections.get(Market.MAINLAND)
    simulated = mainland is not None and any(line.quote.simulated for line in mainland.lines)
    whole, lost = whole_market(material, simulated, names) if mainland else (WholeMarket(), [])
    next_day = next_session(material)
    return Content(
        sections=sections,
        whole=whole,
        regime=regime_of(sections, whole),
        today=agenda_of(material, material.due.day),
        tomorrow=agenda_of(material, next_day) if next_day else (),
        next_day=next_day,
        contests=tuple(_contest(c, material) for c in material.contests if _is_shown(c)),
        turnover=_turnover(mainland, material),
        dropped=(*dropped, *lost, *lost_occasions(material)),
    )


def _is_shown(contest: ContestNews) -> bool:
    return contest.running and contest.participants > 0 and is_bound(contest.title)


def _contest(contest: ContestNews, material: Material) -> ContestLine:
    figure = Figure(
        FigureField.PARTICIPANTS,
        Decimal(contest.participants),
        (f"{CONTEST_SYMBOL}{contest.id}",),
        material.now,
        COMMUNITY,
        0,
        simulated=False,
    )
    return ContestLine(contest, figure)


def _turnover(section: Section | None, material: Material) -> Turnover | None:
    """Compare the first index's whole day with the days before; half a day compares with none."""
    if section is None or section.phase is not Phase.CLOSED:
        return None
    line = section.lines[0]
    past = material.turnovers.get(line.quote.symbol)
    is_comparable = material.due.slot is Slot.EVENING and past is not None
    if not is_comparable or past is None or past.days < RECORDED_DAYS or past.mean <= 0:
        return None
    return _against(line, past.mean)


def _against(line: IndexLine, mean: Decimal) -> Turnover | None:
    amount = line.amount
    if amount is None:
        return None
    change = (amount.value - mean) * 100 / mean
    shown = change.quantize(HUNDREDTH, ROUND_HALF_UP)
    figure = bind(FigureField.TURNOVER_CHANGE, shown, line.quote)
    return Turnover(line.name, amount, figure)
