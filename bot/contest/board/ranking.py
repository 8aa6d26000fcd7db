"""Who stands where: the published composite, or the plain return; every term is kept.

score = return percentile - drawdown_weight x drawdown in percent
                          - concentration_weight x concentration in percent, all in points.

A drawdown of 20 % at weight 0.30 costs 6 points; everything in one name all the time at 0.20
costs 20, ten equal names cost 2. The number of trades plays no part. This is the definition
as one reads it; `fast_board.py` gives the same for a hundred thousand accounts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.contest.board.scoring import total_return
from bot.contest.rules import RankBy, Rules

POINT_PLACES = Decimal("0.0001")
PERCENT = Decimal(100)
# With nobody to compare with, neither above nor below anybody.
ALONE = Decimal(50).quantize(POINT_PLACES)


@dataclass(frozen=True, slots=True)
class Contender:
    """What the board needs of an account; the fields are those of `scoring.Score`.

    `competes` is False for staff and the disqualified: they are placed, but not counted.
    """

    account: int
    equity: Decimal
    max_drawdown: Decimal = Decimal(0)
    concentration: Decimal = Decimal(0)
    competes: bool = True


@dataclass(frozen=True, slots=True)
class Terms:
    """The parts of a composite score, in points to 0.0001.

    `percentile`: 0 to 100, the share of the other competitors that one is ahead of, those at
    the same equity counted half. `drawdown`, `concentration`: what each costs, 0 or more.
    """

    percentile: Decimal
    drawdown: Decimal
    concentration: Decimal

    @property
    def score(self) -> Decimal:
        """Return the composite: percentile less the two costs."""
        return self.percentile - self.drawdown - self.concentration


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of the board; `rank` is None out of competition."""

    account: int
    rank: int | None
    terms: Terms
    equity: Decimal
    total_return: Decimal
    max_drawdown: Decimal
    concentration: Decimal


def rank_all(standings: Iterable[Contender], rules: Rules) -> tuple[Ranked, ...]:
    """Return the whole board, best first; equal scores share a rank (1, 1, 3).

    Plain-return boards go by equity, to the cent: everybody began with the same capital.
    Those out of competition stand where they would, without a rank and without taking one.
    """
    contenders = sorted(standings, key=lambda one: one.account)
    levels = sorted(one.equity for one in contenders if one.competes)
    terms = [_terms(one, levels, rules) for one in contenders]
    by_return = rules.rank_by is RankBy.RETURN
    keys = [one.equity if by_return else t.score for one, t in zip(contenders, terms, strict=True)]
    counted = sorted(key for key, one in zip(keys, contenders, strict=True) if one.competes)
    board = [
        (-key, _ranked(one, t, rules, 1 + len(counted) - bisect_right(counted, key)))
        for key, one, t in zip(keys, contenders, terms, strict=True)
    ]
    return tuple(line for _, line in sorted(board, key=lambda pair: (pair[0], pair[1].account)))


def _terms(one: Contender, levels: Sequence[Decimal], rules: Rules) -> Terms:
    below = bisect_left(levels, one.equity)
    level = bisect_right(levels, one.equity) - below
    others = len(levels)
    if one.competes:
        level, others = level - 1, others - 1
    return Terms(
        percentile=percentile(below, level, others),
        drawdown=cost(one.max_drawdown, rules.drawdown_weight),
        concentration=cost(one.concentration, rules.concentration_weight),
    )


def percentile(below: int, level: int, others: int) -> Decimal:
    """Return the average-rank percentile among `others`, `level` of which are equal."""
    if others == 0:
        return ALONE
    exact = PERCENT * (2 * below + level) / (2 * others)
    return exact.quantize(POINT_PLACES, ROUND_HALF_UP)


def cost(share: Decimal, weight: Decimal) -> Decimal:
    """Return weight x `share` in percent, in points."""
    return (weight * share * PERCENT).quantize(POINT_PLACES, ROUND_HALF_UP)


def _ranked(one: Contender, terms: Terms, rules: Rules, rank: int) -> Ranked:
    return Ranked(
        account=one.account,
        rank=rank if one.competes else None,
        terms=terms,
        equity=one.equity,
        total_return=total_return(rules.capital, one.equity),
        max_drawdown=one.max_drawdown,
        concentration=one.concentration,
    )
