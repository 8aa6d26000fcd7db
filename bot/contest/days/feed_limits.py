"""The day's price limits of any mainland share by what a feed says of it, for counting them."""

from datetime import date
from decimal import Decimal

from bot.contest.days.facts import standing_of
from bot.contest.instrument import Market, Standing
from bot.contest.rulebook.boards import board_of
from bot.contest.rulebook.price_limits import limits
from bot.market.listing import Mark, name_marks

_FIRST = frozenset({Mark.FIRST_DAY, Mark.FIRST_DAYS})


def limits_by_name(
    symbol: str, name: str, previous_close: Decimal, day: date
) -> tuple[Decimal, Decimal] | None:
    """Return the day's lowest and highest price; None where there are none or nobody can tell.

    The feed's name of the day tells ST, an unfinished reform and the first days after a
    listing. In the delisting period it does not tell the first day, which has no limit: such
    shares are counted at no limit at all.
    """
    board, standing = board_of(symbol), standing_of(name)
    if board is None or board.market is not Market.MAINLAND or previous_close <= 0:
        return None
    if name_marks(name) & _FIRST or standing is Standing.DELISTING:
        return None
    return limits(board, standing, previous_close, day)
