"""Numbers as people write them: 120, １２０, 1,200, 一百二十, 两千, 3万, and prices: 1,480.00.

Strict where a guess would move the wrong amount: signs, decimals, exponents, units and
anything beyond what is sensible are refused, each by its own name.
"""

import re
import unicodedata
from decimal import Decimal

from bot.errors import BellError

LARGEST = 10**12
LONGEST_TEXT = 40
PRICE_PLACES = 4
LARGEST_PRICE = Decimal(10_000_000)


class NotANumberError(BellError):
    """There is no whole number here. Field: `received`."""

    code = "not-a-number"


class SignedNumberError(BellError):
    """A sign where only the bare amount is taken. Field: `received`."""

    code = "signed-number"


class DecimalNumberError(BellError):
    """A fraction where only whole numbers are taken. Field: `received`."""

    code = "decimal-number"


class ExponentNumberError(BellError):
    """A number such as 1e9. Field: `received`."""

    code = "exponent-number"


class NumberTooLargeError(BellError):
    """More than makes sense. Fields: `received`, `most`."""

    code = "number-too-large"


class NotAPriceError(BellError):
    """There is no price here. Field: `received`."""

    code = "not-a-price"


class SignedPriceError(BellError):
    """A sign in front of a price. Field: `received`."""

    code = "signed-price"


class ExponentPriceError(BellError):
    """A price such as 1.48e3. Field: `received`."""

    code = "exponent-price"


class ZeroPriceError(BellError):
    """A price of nothing. Field: `received`."""

    code = "zero-price"


class PriceTooFineError(BellError):
    """More decimals than any market has. Fields: `received`, `most`."""

    code = "price-too-fine"


class PriceTooLargeError(BellError):
    """A price beyond what makes sense. Fields: `received`, `most`."""

    code = "price-too-large"


_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_PLAIN = str.maketrans(
    "〇两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "零二二一二二三三四五六六七八九十百千万亿"
) | {ord("廿"): "二十", ord("卅"): "三十"}
_SIGNS = ("+", "-", "−", "–", "—", "负", "負", "减", "加")
_GROUPED = re.compile(r"\d{1,3}(?:[,'_ ]\d{3})+")
_EXPONENT = re.compile(r"[\d.,]+\s*[e^*]\s*[+-]?[\d*]+")
_DECIMAL = re.compile(
    r"[\d,零一二三四五六七八九十百千万亿]*[.点點][\d零一二三四五六七八九]*[百千万亿]?"
)
_MIXED = re.compile(r"(\d+)([百千万亿])")
_PRICE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_MONEY_SIGNS = "¥$€"


def parse_whole(text: str, most: int = LARGEST) -> int:
    """Return the whole number, 0 to `most`, that `text` writes; raise the error of what it is."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold().translate(_PLAIN)
    received = text.strip()[:LONGEST_TEXT]
    _refuse_other_kinds(folded, received)
    value = _arabic(folded)
    if value is None:
        value = _chinese(folded)
    if value is None:
        raise NotANumberError(received=received)
    if value > most:
        raise NumberTooLargeError(received=received, most=most)
    return value


def parse_price(text: str, most: Decimal = LARGEST_PRICE, places: int = PRICE_PLACES) -> Decimal:
    """Return the price or amount above 0, up to `most`, that `text` writes; else raise.

    Digits of any width with thousands separated or not, at most `places` decimals; a sign of
    money in front and 元 behind are taken. Whether the price is on the grid is the market's
    question.
    """
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    received = text.strip()[:LONGEST_TEXT]
    if folded.startswith(_SIGNS):
        raise SignedPriceError(received=received)
    bare = folded.lstrip(_MONEY_SIGNS).removesuffix("元").strip()
    if _EXPONENT.fullmatch(bare):
        raise ExponentPriceError(received=received)
    found = _PRICE.fullmatch(bare) if len(bare) <= LONGEST_TEXT and bare.isascii() else None
    if found is None:
        raise NotAPriceError(received=received)
    if len(found[2] or "") > places:
        raise PriceTooFineError(received=received, most=places)
    price = Decimal(bare.replace(",", ""))
    if price == 0:
        raise ZeroPriceError(received=received)
    if price > most:
        raise PriceTooLargeError(received=received, most=most)
    return price


def _refuse_other_kinds(folded: str, received: str) -> None:
    if not folded or len(_bare(folded)) > LONGEST_TEXT:
        raise NotANumberError(received=received)
    if folded.startswith(_SIGNS):
        raise SignedNumberError(received=received)
    if _EXPONENT.fullmatch(folded):
        raise ExponentNumberError(received=received)
    if len(folded) > 1 and _DECIMAL.fullmatch(folded):
        raise DecimalNumberError(received=received)


def _bare(text: str) -> str:
    return re.sub(r"[,'_ ]", "", text)


def _arabic(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(_bare(text))
    mixed = _MIXED.fullmatch(text)
    return int(mixed[1]) * _UNITS[mixed[2]] if mixed else None


def _chinese(text: str) -> int | None:
    """Return what Chinese numerals say, if that is how somebody would write it."""
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS.index(character)) for character in text))
    if not all(character in _DIGITS or character in _UNITS for character in text):
        return None
    value = _added_up(text)
    return value if value < LARGEST and text in _writings(value) else None


def _added_up(text: str) -> int:
    """Add up numerals without asking whether they stand in order."""
    total = section = digit = 0
    for character in text:
        unit = _UNITS.get(character)
        if unit is None:
            digit = _DIGITS.index(character)
        elif unit < 10**4:
            section, digit = section + (digit or 1) * unit, 0
        else:
            total, section, digit = (total + section + digit) * unit, 0, 0
    # A last digit right after a unit leaves out the next smaller one: 一百二 is 120.
    before = _UNITS.get(text[-2], 10) if len(text) > 1 else 10
    return total + section + digit * (before // 10)


def _writings(value: int) -> set[str]:
    full = _written(value)
    found = {full}
    if len(full) > 2 and _UNITS.get(full[-1], 0) * 10 == _UNITS.get(full[-3]):
        found.add(full[:-1])
    return found | {text.removeprefix("一") for text in found if text.startswith("一十")}


def _written(value: int) -> str:
    text, skipped = "", False
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = value // unit % 10**4
        if section:
            text += "零" if text and (section < 1000 or skipped) else ""
            text += _section(section) + name
        skipped = not section
    return text


def _section(value: int) -> str:
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += _DIGITS[digit] + name
        elif value % unit and text and not text.endswith("零"):
            text += "零"
    return text
