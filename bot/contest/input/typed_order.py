"""An order as people type it: `600519 100 @1480.00`, `贵州茅台 一手`, `１００股 ６００５１９`.

The parts may stand in any order that leaves no doubt. What the words for the instrument mean
is the directory's question, what a lot is the market's.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.contest.input.order_errors import (
    OrderTooLongError,
    OrderUnclearError,
    PercentOutsideError,
    QuantityExponentError,
    QuantityFractionError,
    QuantitySignedError,
    QuantityTooLargeError,
    QuantityUnclearError,
    QuantityZeroError,
)
from bot.errors import BellError
from bot.numbers import (
    DecimalNumberError,
    ExponentNumberError,
    NotANumberError,
    NumberTooLargeError,
    SignedNumberError,
    parse_price,
    parse_whole,
)

MOST_SHARES = 10**9
MOST_MONEY = Decimal(10**12)
MONEY_PLACES = 2
LONGEST = 80


class Unit(StrEnum):
    """In what an amount is counted."""

    SHARES = "shares"
    LOTS = "lots"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: shares, lots, money in the market's currency, or percent of what there is."""

    unit: Unit
    value: Decimal


@dataclass(frozen=True, slots=True)
class TypedOrder:
    """The parts that were typed; what is missing is empty."""

    instrument: str = ""
    amount: Amount | None = None
    limit: Decimal | None = None


_SIGNS = r"+\-−–—负負"
_NUMERALS = "0-9零〇一二两兩三四五六七八九十百千万萬亿億廿卅"
_UNITS = "股|手|元|块|塊|%|shares?|lots?"
_WITH_UNIT = re.compile(rf"(.*?)({_UNITS})")
_GLUED = re.compile(rf"(.*[^{_NUMERALS}.,{_SIGNS}])([{_NUMERALS}]+(?:股|手))")
_TEN_THOUSANDS = re.compile(r"\d+[万億亿]")
_COMMA = re.compile(r"(?<=(?<!\d)\d{6}),|,(?=\d{6}(?!\d))|(?<!\d),|,(?!\d)")
_CODE = re.compile(r"\d{6}|0\d{3,5}")
_BARE_NUMBER = re.compile(r"[+\-−–—]?[\d,.]+(?:e[+-]?\d+)?")
_CHINESE_NUMBER = re.compile(
    r"(?:\d+|[零〇一二两兩三四五六七八九十廿卅])[零〇一二两兩三四五六七八九十百千万萬亿億]*"
)
_UNIT_OF = {
    "股": Unit.SHARES,
    "share": Unit.SHARES,
    "shares": Unit.SHARES,
    "手": Unit.LOTS,
    "lot": Unit.LOTS,
    "lots": Unit.LOTS,
    "元": Unit.MONEY,
    "块": Unit.MONEY,
    "塊": Unit.MONEY,
    "%": Unit.PERCENT,
}


def read_order(text: str) -> TypedOrder:
    """Return the parts of an order; raise the error of what cannot be read."""
    if len(text) > LONGEST:
        raise OrderTooLongError(length=len(text), most=LONGEST)
    words, prices = _without_prices(_words(text))
    amounts = [word for word in words if _has_unit(word)]
    rest = [word for word in words if not _has_unit(word)]
    if not amounts:
        rest, amounts = _bare_quantity(rest)
    if len(prices) > 1 or len(amounts) > 1:
        raise OrderUnclearError(received=text.strip())
    amount = read_amount(amounts[0]) if amounts else None
    limit = parse_price(prices[0]) if prices else None
    return TypedOrder(" ".join(rest), amount, limit)


def read_amount(text: str) -> Amount:
    """Return how much `text` says: `100`, `100股`, `一手`, `5000元`, `25%`."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    found = _WITH_UNIT.fullmatch(folded)
    number, unit = (found[1], _UNIT_OF[found[2]]) if found else (folded, Unit.SHARES)
    if unit is Unit.MONEY:
        return Amount(unit, _money(number.strip()))
    value = _quantity(number.strip(), text.strip())
    if unit is Unit.PERCENT and value > 100:
        raise PercentOutsideError(received=text.strip())
    return Amount(unit, Decimal(value))


def _money(number: str) -> Decimal:
    if _TEN_THOUSANDS.fullmatch(number):
        return Decimal(parse_whole(number, int(MOST_MONEY)))
    return parse_price(number, MOST_MONEY, MONEY_PLACES)


def _quantity(number: str, received: str) -> int:
    """Return the whole number above 0; an error names what an order does not take."""
    try:
        value = parse_whole(number, MOST_SHARES)
    except NumberTooLargeError:
        raise QuantityTooLargeError(received=received, most=MOST_SHARES) from None
    except BellError as error:
        raise _REFUSALS.get(type(error), QuantityUnclearError)(received=received) from None
    if value == 0:
        raise QuantityZeroError(received=received)
    return value


_REFUSALS: dict[type[BellError], type[BellError]] = {
    SignedNumberError: QuantitySignedError,
    DecimalNumberError: QuantityFractionError,
    ExponentNumberError: QuantityExponentError,
    NotANumberError: QuantityUnclearError,
}


def _words(text: str) -> list[str]:
    """Return the words: full width folded, commas between parts gone, `@` with its price."""
    folded = unicodedata.normalize("NFKC", text).replace("、", " ").strip()
    folded = re.sub(r"@\s+", "@", folded)
    folded = re.sub(r"(?<=\S)@", " @", folded)
    folded = re.sub(rf"(?<=[{_NUMERALS}])\s+(?=(?:{_UNITS})(?:\s|$))", "", folded, flags=re.I)
    words: list[str] = []
    for word in folded.split():
        for part in [word] if word.startswith("@") else _COMMA.split(word):
            glued = _GLUED.fullmatch(part)
            words += [glued[1], glued[2]] if glued else [part]
    return [word for word in words if word]


def _without_prices(words: list[str]) -> tuple[list[str], list[str]]:
    prices = [word.removeprefix("@") for word in words if word.startswith("@")]
    return [word for word in words if not word.startswith("@")], prices


def _has_unit(word: str) -> bool:
    """Tell a number with its unit from a name that ends alike (一拖股份, 联手, 三七互娱)."""
    found = _WITH_UNIT.fullmatch(word.casefold())
    return found is not None and bool(found[1]) and _is_number(found[1])


def _is_number(word: str) -> bool:
    return bool(_BARE_NUMBER.fullmatch(word.casefold()) or _CHINESE_NUMBER.fullmatch(word))


def _bare_quantity(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the instrument from a quantity without a unit.

    Of two numbers the one that looks like a code is the instrument, else the first: 600519 100,
    100 600519 and 00700 200 leave no doubt. A single number is an instrument.
    """
    numbers = [word for word in words if _is_number(word)]
    names = [word for word in words if not _is_number(word)]
    if names:
        return names, numbers
    if len(numbers) == 2:
        first, second = numbers
        if _CODE.fullmatch(second) and not _CODE.fullmatch(first):
            first, second = second, first
        return [first], [second]
    return numbers[:1], numbers[1:]
