"""What operators type after `/contest`: numbers, signed amounts, a corporate action's parts."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.contest.events import CorporateAction
from bot.contest.input import form_values as values
from bot.contest.instrument import Market
from bot.contest.operator_errors import (
    ActionUnreadableError,
    CorrectionAmountError,
    SharesUnknownError,
)
from bot.contest.rulebook.boards import board_of
from bot.errors import BellError

MOST_DIGITS = 15
MOST_AMOUNT = Decimal(100_000_000)
MARKETS = (Market.MAINLAND, Market.HONG_KONG, Market.UNITED_STATES)
_PART = re.compile(r"(cash|ratio|pay|每股|送转|派息日)\s*[=:]\s*(\S+)")
_RATIO = re.compile(r"-?\d{1,4}(?:\.\d{1,8})?")
_NAMES = {"每股": "cash", "送转": "ratio", "派息日": "pay"}


@dataclass(frozen=True, slots=True)
class Leading:
    """A number in front and what follows it; `number` is None where there is none."""

    number: int | None
    rest: str


def leading_number(text: str) -> Leading:
    """Return the number in front: `3 …`, `#3 …`, `３ …`."""
    first, _, rest = text.strip().partition(" ")
    digits = unicodedata.normalize("NFKC", first).removeprefix("#")
    if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS:
        return Leading(int(digits), rest.strip())
    return Leading(None, text.strip())


def read_signed(text: str) -> Decimal:
    """Return an amount with its sign, which has to be written: +100.00, -50, −1,200.5."""
    folded = values.fold(text).replace("加", "+").replace("减", "-")
    sign, bare = folded[:1], folded[1:]
    if sign in {"+", "-"}:
        try:
            amount = values.read_money(bare)
        except BellError:
            amount = Decimal(0)
        if amount:
            return amount if sign == "+" else -amount
    raise CorrectionAmountError(received=text[:40], most=MOST_AMOUNT)


def read_symbol(text: str) -> str:
    """Return the one share that a code names, whatever its market."""
    for market in MARKETS:
        try:
            found = values.read_symbols(text, market)
        except BellError:
            continue
        if len(found) == 1:
            return found[0]
    raise SharesUnknownError(received=text[:40])


def read_action(text: str, today: date) -> CorporateAction:
    """Return `600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05` as a corporate action.

    `cash` is for each share, `ratio` new shares for each held; at least one of them.
    """
    words = unicodedata.normalize("NFKC", text).split(maxsplit=2)
    if len(words) < 3:
        raise ActionUnreadableError(received=text[:60])
    parts = {_NAMES.get(name, name): value for name, value in _PART.findall(words[2])}
    if not parts or _PART.sub("", words[2]).strip(" ,，、"):
        raise ActionUnreadableError(received=words[2][:60])
    ex_day = values.read_day(words[1], today)
    ratio = parts.get("ratio", "0")
    if not _RATIO.fullmatch(ratio):
        raise ActionUnreadableError(received=ratio[:60])
    return CorporateAction(
        symbol=read_symbol(words[0]),
        ex_day=ex_day,
        cash=values.read_money(parts.get("cash", "0"), places=8),
        pay_day=values.read_day(parts["pay"], today) if "pay" in parts else None,
        ratio=Decimal(ratio),
        source="operator",
    )


def write_action(action: CorporateAction) -> str:
    """Write an action so that it fits a button; `packed_action` reads it."""
    pay = action.pay_day.strftime("%Y%m%d") if action.pay_day else ""
    ex_day = action.ex_day.strftime("%Y%m%d")
    cash, ratio = (f"{value.normalize():f}" for value in (action.cash, action.ratio))
    return f"{action.symbol},{ex_day},{cash},{ratio},{pay}"


def packed_action(text: str) -> CorporateAction:
    """Return what `write_action` wrote; raise ValueError for what somebody forged."""
    symbol, ex_day, cash, ratio, pay = text.split(",")
    if board_of(symbol) is None or not (_RATIO.fullmatch(cash) and _RATIO.fullmatch(ratio)):
        raise ValueError(text)
    return CorporateAction(
        symbol=symbol,
        ex_day=date.fromisoformat(ex_day),
        cash=Decimal(cash),
        pay_day=date.fromisoformat(pay) if pay else None,
        ratio=Decimal(ratio),
        source="operator",
    )
