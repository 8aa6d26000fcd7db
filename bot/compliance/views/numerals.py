"""The reading with Chinese numerals as digits: 七百手 as 700手, 百分之二十 as 20%.

万 and 亿 stay as they are (一百万 reads 100万), as do numerals that count nothing: 一起, 万一.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.compliance.views.view import View, rewritten

_DIGITS = dict(
    zip("零〇幺一二两三四五六七八九", (0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_DIGITS |= zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)
_POWERS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_ONE = "".join(_DIGITS)
_ANY = _ONE + "".join(_POWERS)
_COUNTED = "手股万亿元块倍成张只名位点个天日周月年%"
_NUMERAL = re.compile(
    rf"百分之(?P<percent>[{_ANY}]+(?:点[{_ONE}]+)?)"
    rf"|(?P<string>[{_ONE}]{{5,}})"
    rf"|(?P<number>[{_ANY}]+)(?=[{_COUNTED}])"
    rf"|(?P<alone>[{_ONE}]?[{''.join(_POWERS)}][{_ANY}]+)"
)

_BEGINNING = re.compile(f"[{_ANY}]")
_STRING = re.compile(rf"[{_ONE}]{{5}}")


def has_numerals(text: str) -> bool:
    """Tell whether a folded text has numerals that can be read as digits."""
    return next(_numerals(text), None) is not None


def has_number_string(text: str) -> bool:
    """Tell whether a folded text spells a long number digit by digit, such as a phone number."""
    return _STRING.search(text) is not None


def with_digits(view: View) -> View:
    """Return the view with each Chinese numeral written in digits."""
    return rewritten(view, list(_changes(view.text)))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _numerals(text):
        digits = _in_digits(match)
        if digits:
            yield match.start(), match.end(), digits


def _numerals(text: str) -> Iterator[re.Match[str]]:
    """Yield each numeral; running from one possible beginning to the next is quick."""
    start = _BEGINNING.search(text)
    while start:
        match = _NUMERAL.match(text, start.start())
        if match:
            yield match
        start = _BEGINNING.search(text, match.end() if match else start.end())


def _in_digits(match: re.Match[str]) -> str:
    if percent := match["percent"]:
        whole, _, part = percent.partition("点")
        digits = _number(whole)
        fraction = f".{_string(part)}" if part else ""
        return f"{digits}{fraction}%" if digits else ""
    if string := match["string"]:
        return _string(string)
    return _number(match["number"] or match["alone"])


def _string(numerals: str) -> str:
    return "".join(str(_DIGITS[numeral]) for numeral in numerals)


@lru_cache(maxsize=4_096)
def _number(numerals: str) -> str:
    """Return 「七百五」 as 750 and 「二零二六」 as 2026; an empty text if it is no number."""
    if not any(numeral in _POWERS for numeral in numerals):
        return _string(numerals)
    total, digit, power = 0, None, 10_000
    for numeral in numerals:
        if numeral not in _POWERS:
            if digit:  # 两三百: no number, but a guess at one
                return ""
            digit = _DIGITS[numeral]
            continue
        if _POWERS[numeral] >= power:
            return ""
        power = _POWERS[numeral]
        total += power * (1 if digit is None else digit)
        digit = None
    if digit is None:
        return str(total)
    spoken_short = numerals[-2] in _POWERS and power > 10  # 七百五 is 750, 七百零五 is 705
    return str(total + digit * (power // 10 if spoken_short else 1))
