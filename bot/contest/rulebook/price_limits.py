"""The day's price limits of mainland shares.

Sources: the ratios and their dates from exchange news and several broker tables; the rounding
from two projects that compared every share with the exchanges' own figures. Hong Kong and the
United States have no daily limit.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from types import MappingProxyType

from bot.contest.instrument import Board, Market, Standing
from bot.contest.rulebook.dated import ALWAYS, in_force

RatioTable = tuple[tuple[date, Decimal], ...]

TICK = Decimal("0.01")
FIVE, TEN, TWENTY, THIRTY = (Decimal(percent) / 100 for percent in (5, 10, 20, 30))

_MAIN: RatioTable = ((ALWAYS, TEN),)
# The last day of 5 % was Friday 2026-07-03; confirmed by prices (1.50 to 1.65 from the 6th).
_MAIN_SPECIAL_TREATMENT: RatioTable = ((ALWAYS, FIVE), (date(2026, 7, 6), TEN))
_MAIN_UNREFORMED: RatioTable = ((ALWAYS, FIVE),)
_STAR: RatioTable = ((ALWAYS, TWENTY),)
_CHINEXT: RatioTable = ((ALWAYS, TEN), (date(2020, 8, 24), TWENTY))
_BSE: RatioTable = ((ALWAYS, THIRTY),)

NORMAL: Mapping[Board, RatioTable] = MappingProxyType(
    {
        Board.SSE_MAIN: _MAIN,
        Board.SZSE_MAIN: _MAIN,
        Board.STAR: _STAR,
        Board.CHINEXT: _CHINEXT,
        Board.BSE: _BSE,
    }
)
# Only the main boards treat a marked share differently. The delisting period (10 % there,
# 20 % on STAR and ChiNext) has the board's normal ratio: general knowledge, not verified.
MARKED: Mapping[tuple[Board, Standing], RatioTable] = MappingProxyType(
    {
        (Board.SSE_MAIN, Standing.SPECIAL_TREATMENT): _MAIN_SPECIAL_TREATMENT,
        (Board.SZSE_MAIN, Standing.SPECIAL_TREATMENT): _MAIN_SPECIAL_TREATMENT,
        (Board.SSE_MAIN, Standing.UNREFORMED): _MAIN_UNREFORMED,
        (Board.SZSE_MAIN, Standing.UNREFORMED): _MAIN_UNREFORMED,
    }
)
FREE_DAYS: Mapping[Board, int] = MappingProxyType(
    {Board.SSE_MAIN: 5, Board.SZSE_MAIN: 5, Board.STAR: 5, Board.CHINEXT: 5, Board.BSE: 1}
)


def limit_ratio(board: Board, standing: Standing, day: date) -> Decimal | None:
    """Return how far a price may move from its reference, as a share of 1; None if unlimited.

    Source: broker tables and exchange news (confirmed), the date of 2026-07-06 also by prices;
    the delisting period and ChiNext before its reform are general knowledge.
    """
    if board.market is not Market.MAINLAND:
        return None
    return in_force(MARKED.get((board, standing), NORMAL[board]), day)


def free_days(board: Board) -> int:
    """Return on how many trading days from its listing a share has no limit, the first included.

    Source: broker tables, for listings since 2023-04-10; 0 where no share has a limit.
    """
    return FREE_DAYS.get(board, 0)


def limits(
    board: Board, standing: Standing, reference: Decimal, day: date, free: bool = False
) -> tuple[Decimal, Decimal] | None:
    """Return the day's lowest and highest price in CNY; None if there are none.

    `reference`: the previous close, on an ex date the ex reference price. `free`: one of the
    first days after listing, after a long suspension or of the delisting period. Shanghai and
    Shenzhen round half up; Beijing cuts the upper limit down and raises the lower one
    (measured on 978 sealed days). A limit is at least one tick away from the reference and
    never below one tick (general knowledge, not verified).
    """
    if reference <= 0:
        raise ValueError(reference)
    ratio = limit_ratio(board, standing, day)
    if ratio is None or free:
        return None
    inward = board is Board.BSE
    lower = _rounded(reference * (1 - ratio), ROUND_CEILING if inward else ROUND_HALF_UP)
    upper = _rounded(reference * (1 + ratio), ROUND_FLOOR if inward else ROUND_HALF_UP)
    return max(TICK, min(lower, reference - TICK)), max(upper, reference + TICK)


def _rounded(price: Decimal, rounding: str) -> Decimal:
    return price.quantize(TICK, rounding)
