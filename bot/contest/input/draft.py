"""An order that is being put together: kept whole in its buttons, never in a store.

A button carries everything that it would do and for whom, in at most 64 bytes; what it says
is checked again when it is pressed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.contest.events import Side
from bot.market.symbols import is_symbol

MOST_BYTES = 64
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(r"[0-9a-z]{1,11}")
_PRICE = re.compile(r"[0-9]{1,8}(?:\.[0-9]{1,4})?")
_SIDES = {"b": Side.BUY, "s": Side.SELL}
_LETTERS = {side: letter for letter, side in _SIDES.items()}


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of an order so far; 0 and the empty text stand for what is not."""

    side: Side
    contest: int = 0
    symbol: str = ""
    quantity: int = 0
    limit: Decimal | None = None


def write_draft(draft: Draft, owner: int) -> str:
    """Return a draft and whose it is as a button carries it."""
    parts = (
        _LETTERS[draft.side],
        _base36(draft.contest),
        draft.symbol,
        _base36(draft.quantity),
        f"{draft.limit:f}" if draft.limit is not None else "",
        _base36(owner),
    )
    return "-".join(parts)


def read_draft(text: str) -> tuple[Draft, int] | None:
    """Return the draft and whose it is; None for what no button of ours says."""
    parts = text.split("-")
    if len(parts) != 6 or parts[0] not in _SIDES:
        return None
    side, contest, symbol, quantity, limit, owner = parts
    if not all(_NUMBER.fullmatch(part) for part in (contest, quantity, owner)):
        return None
    if (symbol and not is_symbol(symbol.removeprefix("sim"))) or (
        limit and not _PRICE.fullmatch(limit)
    ):
        return None
    price = Decimal(limit) if limit else None
    draft = Draft(_SIDES[side], int(contest, 36), symbol, int(quantity, 36), price)
    return draft, int(owner, 36)


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
