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
_PRICE = re.compile(r"\d{1,9}(?:\.\d{1,4})?")
_NAMES = {"每股": "cash", "送转": "ratio", "派息日": "pay"}


@dataclass(frozen=True, slots=True)
class Leading:
    """A number in front and what follows it; `number` is None where there is none."""

    number: int | None
    rest: str


@dataclass(frozen=True, slots=True)
class Release:
    """How operators explain a jump: the action behind it, if any, and the price to go on from.

    No `reference` means the price that the feed showed. The action's ex day is not typed.
    """

    symbol: str
    reference: Decimal | None
    action: CorporateAction | None


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
    return _action(read_symbol(words[0]), values.read_day(words[1], today), parts, today)


def read_release(text: str, today: date) -> Release:
    """Return `600519`, with a price or with `cash=… ratio=… pay=…` behind it, or with both."""
    words = unicodedata.normalize("NFKC", text).split(maxsplit=1)
    symbol = read_symbol(words[0])
    rest = words[1] if len(words) > 1 else ""
    parts = {_NAMES.get(name, name): value for name, value in _PART.findall(rest)}
    typed = _PART.sub("", rest).strip(" ,，、")
    reference = values.read_money(typed, places=4) if typed else None
    action = _action(symbol, today, parts, today) if parts else None
    return Release(symbol, reference, action)


def _action(symbol: str, ex_day: date, parts: dict[str, str], today: date) -> CorporateAction:
    ratio = parts.get("ratio", "0")
    if not _RATIO.fullmatch(ratio):
        raise ActionUnreadableError(received=ratio[:60])
    return CorporateAction(
        symbol=symbol,
        ex_day=ex_day,
        cash=values.read_money(parts.get("cash", "0"), places=8),
        pay_day=values.read_day(parts["pay"], today) if "pay" in parts else None,
        ratio=Decimal(ratio),
        source="operator",
    )


def write_release(release: Release) -> str:
    """Write a release so that it fits a button; `packed_release` reads it."""
    action, reference = release.action, release.reference
    cash, ratio = (action.cash, action.ratio) if action else (Decimal(0), Decimal(0))
    pay = f"{action.pay_day:%Y%m%d}" if action and action.pay_day else ""
    price = "" if reference is None else f"{reference.normalize():f}"
    return f"{release.symbol},{price},{cash.normalize():f},{ratio.normalize():f},{pay}"


def packed_release(text: str, today: date) -> Release:
    """Return what `write_release` wrote; raise ValueError for what somebody forged."""
    symbol, price, *rest = text.split(",")
    if price and not _PRICE.fullmatch(price):
        raise ValueError(text)
    action = packed_action(",".join((symbol, f"{today:%Y%m%d}", *rest)))
    gives = bool(action.cash or action.ratio)
    return Release(symbol, Decimal(price) if price else None, action if gives else None)


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
