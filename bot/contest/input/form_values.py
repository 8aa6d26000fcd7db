"""What operators type into a contest's form: days, money, percents, symbols, rank bands.

Full-width figures and Chinese numerals are read as people write them; what cannot be read is
refused by its own error, what can be read but not played is `rules_check`'s to say.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from bot.contest.input.form_errors import (
    AmountUnreadableError,
    BandsUnreadableError,
    DayImpossibleError,
    DayUnreadableError,
    PercentUnreadableError,
    SymbolsUnreadableError,
)
from bot.contest.instrument import Market
from bot.contest.rulebook.boards import board_of
from bot.contest.rules import Band
from bot.errors import BellError
from bot.market.typed_symbols import bare_ticker, fold_typed, symbols_typed
from bot.numbers import parse_whole

LONGEST = 2000
LONGEST_ECHO = 40
MOST_POINTS = 10_000
ONE_DAY = timedelta(days=1)

_RELATIVE = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2, "後天": 2}
_WEEKDAYS = {
    name: day
    for day, names in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7"))
    for name in names
}
_WEEKDAY = re.compile(r"(下)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天1-7])")
_FULL_DATE = re.compile(r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号號]?|(\d{8})")
_SHORT_DATE = re.compile(r"(\d{1,2})(?:[-/]|月)(\d{1,2})[日号號]?")
_CHINESE_DATE = re.compile(r"([一二三四五六七八九十]+)月([一二三四五六七八九十廿卅]+)[日号號]?")
_MONEY = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万|亿|w|千)?")
_MONEY_UNITS = {"千": 1000, "万": 10**4, "w": 10**4, "亿": 10**8}
_CURRENCIES = re.compile(r"^[¥$]|^(?:cny|hkd|usd|rmb)|(?:元|块|港元|港币|美元|人民币)$")
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)%?")
_NONE = frozenset({"不限", "无", "無", "没有", "沒有", "none", "no", "-", "空"})
_BAND = re.compile(
    r"第?(\d{1,5})(?:(?:-|~|到|至)第?(\d{1,5}))?名?(?:[:=]|\s)+(\d{1,6})(?:分|points)?"
)


def fold(text: str) -> str:
    """Return text as it is compared: NFKC, lower case, one script for 万 and 亿, trimmed."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).strip().casefold()
    return folded.replace("萬", "万").replace("億", "亿").replace("−", "-").replace("–", "-")


def says_none(text: str) -> bool:
    """Tell whether somebody wrote that there should be no limit."""
    return fold(text) in _NONE


def read_day(text: str, today: date) -> date:
    """Return the day: 2026-12-01, 12月1日, 十二月一日, 明天, 下周一.

    A day without a year is the next one that is not past; 周五 is the first from today on,
    下周五 that of the week that begins on the next Monday.
    """
    folded = fold(text).replace(" ", "")
    if folded in _RELATIVE:
        return today + ONE_DAY * _RELATIVE[folded]
    if found := _WEEKDAY.fullmatch(folded):
        return _weekday(today, _WEEKDAYS[found[2]], next_week=found[1] is not None)
    if found := _FULL_DATE.fullmatch(folded):
        if found[4]:
            return _date(int(found[4][:4]), int(found[4][4:6]), int(found[4][6:]), text)
        return _date(int(found[1]), int(found[2]), int(found[3]), text)
    if found := _SHORT_DATE.fullmatch(folded):
        return _coming(int(found[1]), int(found[2]), today, text)
    if found := _CHINESE_DATE.fullmatch(folded):
        month, day = (parse_whole(part, 99) for part in found.groups())
        return _coming(month, day, today, text)
    raise DayUnreadableError(received=_echo(text))


def read_money(text: str, places: int = 2) -> Decimal:
    """Return an amount: 1,000,000, 100万, 1.5万, 一百万, 100万元; 0 is one too."""
    folded = _CURRENCIES.sub("", fold(text).replace(" ", "")).strip()
    folded = _CURRENCIES.sub("", folded)
    if found := _MONEY.fullmatch(folded):
        value = Decimal(f"{found[1].replace(',', '')}.{found[2] or 0}")
        value *= _MONEY_UNITS.get(found[3] or "", 1)
        if value == value.quantize(Decimal(1).scaleb(-places)):
            return value.quantize(Decimal(1).scaleb(-places)).normalize() + 0
        raise AmountUnreadableError(received=_echo(text), places=places)
    try:
        return Decimal(parse_whole(folded))
    except BellError:
        raise AmountUnreadableError(received=_echo(text), places=places) from None


def read_percent(text: str) -> Decimal:
    """Return a share of one: 30, 30%, ３０％, 百分之三十, 三成 are all 0.3."""
    folded = fold(text).replace(" ", "")
    if found := _PERCENT.fullmatch(folded):
        return Decimal(found[1]) / 100
    tenths = folded.endswith("成")
    bare = folded.removeprefix("百分之").removesuffix("成").removesuffix("%")
    try:
        return Decimal(parse_whole(bare, 9999)) / (10 if tenths else 100)
    except BellError:
        raise PercentUnreadableError(received=_echo(text)) from None


def read_points(text: str) -> int:
    """Return a prize in points; none is 0."""
    if says_none(text):
        return 0
    return parse_whole(fold(text).removesuffix("分").removesuffix("points").strip(), MOST_POINTS)


def read_symbols(text: str, market: Market) -> tuple[str, ...]:
    """Return the shares that were listed, each once; raise SymbolsUnreadableError for the rest."""
    if says_none(text):
        return ()
    words = [word for word in re.split(r"[\s,;、，；]+", text[:LONGEST].strip()) if word]
    read = {word: _symbol(word, market) for word in words}
    unread = [word for word, symbol in read.items() if symbol is None]
    if unread or not words:
        raise SymbolsUnreadableError(received=_echo("、".join(unread)), count=len(unread))
    return tuple(dict.fromkeys(symbol for symbol in read.values() if symbol))


def read_bands(text: str) -> tuple[Band, ...]:
    """Return rank bands: `1-3 50, 4-10 20` or `第1名 100；第2到5名 50分`, best first."""
    if says_none(text):
        return ()
    bands = []
    for part in re.split(r"[\n;；、]|,(?!\d{3}\b)|，", fold(text)):
        if not part.strip():
            continue
        found = _BAND.fullmatch(part.strip())
        if found is None:
            raise BandsUnreadableError(received=_echo(part.strip()))
        bands.append(Band(int(found[1]), int(found[2] or found[1]), int(found[3])))
    if not bands:
        raise BandsUnreadableError(received=_echo(text))
    return tuple(sorted(bands, key=lambda band: band.first))


def write_bands(bands: Iterable[Band]) -> str:
    """Write rank bands the way they are read: `1-3 50, 4-10 20`."""
    ranks = (
        (str(b.first) if b.first == b.last else f"{b.first}-{b.last}", b.points) for b in bands
    )
    return ", ".join(f"{rank} {points}" for rank, points in ranks)


def _symbol(word: str, market: Market) -> str | None:
    folded = fold_typed(word)
    candidates = list(symbols_typed(folded))
    if market is Market.UNITED_STATES and (ticker := bare_ticker(folded)):
        candidates.append(ticker)
    for symbol in candidates:
        board = board_of(symbol)
        if board is not None and board.market is market:
            return symbol
    return None


def _weekday(today: date, weekday: int, *, next_week: bool) -> date:
    if next_week:
        return today + ONE_DAY * (7 - today.weekday() + weekday)
    return today + ONE_DAY * ((weekday - today.weekday()) % 7)


def _coming(month: int, day: int, today: date, text: str) -> date:
    """Return the next such day, of this year or the next."""
    try:
        this_year = _date(today.year, month, day, text)
    except DayImpossibleError:
        return _date(today.year + 1, month, day, text)
    return this_year if this_year >= today else _date(today.year + 1, month, day, text)


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DayImpossibleError(received=_echo(text)) from None


def _echo(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_ECHO else f"{text[: LONGEST_ECHO - 1]}…"
