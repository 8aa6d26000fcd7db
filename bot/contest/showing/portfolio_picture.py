"""A member's simulated account as a picture: its words and figures, and the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.contest.board.scoring import max_drawdown, total_return
from bot.contest.board.weights import fraction
from bot.contest.instrument import Market
from bot.contest.showing.picture_words import (
    PictureOrigin,
    Speaker,
    change_text,
    percent_of,
    share_text,
)
from bot.i18n import Language, Words, format_day, format_number

if TYPE_CHECKING:
    from bot.charts.colours import Palette
    from bot.charts.equity_card import EquityCard, Slice
    from bot.charts.statistics_row import Statistic

MOST_SLICES = 8  # and one more for the rest


@dataclass(frozen=True, slots=True)
class PortfolioPicture:
    """An account at one instant.

    `curve`: its equity, the opening capital and then one value a trading day (the last may be
    of a day in progress). `medians`: the median return of the contest, a fraction, at each of
    the same points; empty if not to be shown. `holdings`: names with their values.
    `rank`: None before the first board and out of competition. `since`: the day of joining.
    """

    origin: PictureOrigin
    market: Market
    curve: tuple[Decimal, ...]
    since: date
    cash: Decimal
    receivables: Decimal
    holdings: tuple[tuple[str, Decimal], ...]
    rank: int | None = None
    competitors: int = 0
    competes: bool = True
    medians: tuple[Decimal, ...] = ()

    @property
    def equity(self) -> Decimal:
        """Return what the account is worth."""
        return self.curve[-1]


def draw_portfolio(
    found: PortfolioPicture,
    words: Words,
    language: Language,
    palette: "Palette | None" = None,
) -> bytes:
    """Return the account as PNG; some hundred milliseconds, so never on the event loop."""
    from bot.charts.colours import Palette  # noqa: PLC0415 - as above
    from bot.charts.equity_card import draw_equity_card  # noqa: PLC0415 - heavy, rarely used

    return draw_equity_card(portfolio_card(found, words, language), palette or Palette.RED_UP)


def portfolio_card(found: PortfolioPicture, words: Words, language: Language) -> "EquityCard":
    """Return what stands on the picture."""
    from bot.charts.equity_card import EquityCard  # noqa: PLC0415 - as above

    speaker = Speaker(words, language)
    return EquityCard(
        title=_title(found, speaker),
        kicker=speaker.kicker(found.origin),
        badge=speaker.say("contest-picture-badge"),
        statistics=_statistics(found, speaker),
        curve=tuple(percent_of(total_return(found.curve[0], value)) for value in found.curve),
        curve_heading=speaker.say("contest-portfolio-curve"),
        curve_label=speaker.say("contest-portfolio-mine"),
        slices=_slices(found, speaker),
        slices_heading=speaker.say("contest-portfolio-slices"),
        foot=(speaker.foot(found.origin), speaker.say("risk-disclosure")),
        median=tuple(percent_of(value) for value in found.medians),
        median_label=speaker.say("contest-portfolio-median"),
        starts=format_day(found.since, language) if found.origin.day > found.since else "",
        ends=format_day(found.origin.day, language),
        empty=speaker.say("contest-portfolio-empty"),
    )


def _title(found: PortfolioPicture, speaker: Speaker) -> str:
    own = total_return(found.curve[0], found.equity)
    gap, relation = Decimal(0), "none"
    if found.medians and len(found.medians) == len(found.curve):
        gap = percent_of(own) - percent_of(found.medians[-1])
        relation = "above" if gap > 0 else "below" if gap < 0 else "level"
    return speaker.say(
        "contest-portfolio-title",
        change=change_text(own),
        relation=relation,
        gap=f"{abs(gap):,.2f}",
    )


def _statistics(found: PortfolioPicture, speaker: Speaker) -> "tuple[Statistic, ...]":
    from bot.charts.statistics_row import Statistic  # noqa: PLC0415 - as above

    currency = found.market.currency
    return (
        Statistic(
            speaker.say("contest-portfolio-equity", currency=currency), f"{found.equity:,.2f}"
        ),
        Statistic(speaker.say("contest-portfolio-drawdown"), share_text(max_drawdown(found.curve))),
        Statistic(speaker.say("contest-portfolio-rank"), *_rank(found, speaker)),
    )


def _rank(found: PortfolioPicture, speaker: Speaker) -> tuple[str, str]:
    """Return the rank as shown and its unit."""
    if found.rank is None:
        waits = "rank-later" if found.competes else "rank-none"
        return speaker.say(f"contest-portfolio-{waits}"), ""
    count = format_number(found.competitors, speaker.language)
    of = speaker.say("contest-portfolio-rank-of", count=count)
    return format_number(found.rank, speaker.language), of


def _slices(found: PortfolioPicture, speaker: Speaker) -> "tuple[Slice, ...]":
    """Return the largest holdings, the rest of them in one, and what is no share."""
    from bot.charts.equity_card import Slice  # noqa: PLC0415 - as above

    quiet = [(speaker.say("contest-portfolio-cash"), found.cash)]
    if found.receivables:
        quiet.append((speaker.say("contest-portfolio-receivables"), found.receivables))
    holdings = sorted(found.holdings, key=lambda holding: (-holding[1], holding[0]))
    room = MOST_SLICES - len(quiet)
    # One that is left over takes no more room under its own name.
    room += len(holdings) == room + 1
    shown, rest = holdings[:room], holdings[room:]
    if rest:
        named = speaker.say("contest-portfolio-others", count=len(rest))
        quiet.insert(0, (named, _total(rest)))
    return tuple(
        Slice(name, 100 * fraction(value, found.equity), quiet=is_quiet)
        for parts, is_quiet in ((shown, False), (quiet, True))
        for name, value in parts
    )


def _total(holdings: Sequence[tuple[str, Decimal]]) -> Decimal:
    return sum((value for _, value in holdings), Decimal(0))
