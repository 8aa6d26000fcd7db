"""Which digits in prose are no figures: dates, times, ordinals, names; one rule each."""

import re
from dataclasses import dataclass
from typing import Final

_NO_UNIT: Final = r"(?![\d%]|[.,]\d|\s?[点點手元万萬亿億倍])"
_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR: Final = r"(?:19|20)\d{2}"
_HOUR: Final = r"(?:2[0-4]|[01]?\d)"
_BEFORE: Final = r"(?<![\d.,])"
_AFTER: Final = r"(?!\d|[.,]\d)"
_CHINESE: Final = "[〇零一二两兩三四五六七八九十]"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A shape of text whose digits need no figure behind them."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, *shapes: str) -> Exemption:
    return Exemption(name, re.compile("|".join(f"(?:{s})" for s in shapes), re.MULTILINE))


EXEMPTIONS: Final = (
    _rule(
        "date",
        rf"{_BEFORE}(?:{_YEAR}\s?年\s?)?{_MONTH}\s?月\s?{_DAY}\s?[日号號]",
        rf"{_BEFORE}{_YEAR}\s?年(?:\s?{_MONTH}\s?月)?(?:底|初|末|度)?",
        rf"{_BEFORE}{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}{_AFTER}",
        rf"{_BEFORE}{_DAY}\s?{_MONTHS}(?:\s{_YEAR})?\b{_AFTER}",
        rf"\b{_MONTHS}\s{_DAY}(?:,?\s{_YEAR})?{_AFTER}",
        rf"{_BEFORE}{_YEAR}\s?[Qq][1-4]\b|\b[Qq][1-4]\b",
    ),
    _rule(
        "time",
        rf"{_BEFORE}{_HOUR}[:：][0-5]\d(?:[:：][0-5]\d)?{_AFTER}",
        rf"{_BEFORE}{_HOUR}\s?[点點时時](?:[0-5]?\d\s?分|半|整|钟|鐘)",
        rf"(?:早上|上午|中午|下午|晚上|凌晨)\s?{_HOUR}\s?[点點时時]",
        rf"(?:早上|上午|中午|下午|晚上|凌晨){_CHINESE}+[点點]",
        rf"{_CHINESE}+[点點](?:半|整|钟|鐘|{_CHINESE}+分)",
    ),
    _rule(
        "ordinal",
        r"第\s?\d{1,3}(?![\d%]|[.,]\d)",
        rf"第{_CHINESE}+",
        r"\b\d{1,3}(?:st|nd|rd|th)\b",
    ),
    _rule(
        "list",
        r"^\s*\d{1,2}[.、)）](?!\d)",
        r"^\s*[(（]\d{1,2}[)）]",
        r"^\s*[①-⑳]",
    ),
    _rule(
        "index-name",
        rf"(?:沪深|滬深|CSI\s?)300{_NO_UNIT}",
        rf"(?:中证|中證|CSI\s?)A?(?:50|100|200|500|800|1000|2000){_NO_UNIT}",
        rf"(?:上证|上證|SSE\s?)(?:50|180|380){_NO_UNIT}",
        rf"(?:科创|科創|STAR\s?|科创创业|科創創業)(?:50|100|200){_NO_UNIT}",
        rf"(?:深证|深證|创业板|創業板|北证|北證)(?:50|100|200|300){_NO_UNIT}",
        rf"(?:标普|標普|S&P\s?)(?:100|500){_NO_UNIT}",
        rf"(?:纳斯达克|納斯達克|纳指|納指|(?i:Nasdaq)[\s-]?)100{_NO_UNIT}",
        rf"(?:日经|日經|(?i:Nikkei)\s?)225{_NO_UNIT}",
        rf"(?:罗素|羅素|(?i:Russell)\s?)(?:1000|2000|3000){_NO_UNIT}",
        rf"(?:富时|富時|(?i:FTSE)\s?(?:China\s?)?)(?:A50|100|250){_NO_UNIT}",
        rf"(?:STOXX|斯托克)\s?(?:50|600){_NO_UNIT}|\b(?:DAX|CAC)\s?40{_NO_UNIT}",
        rf"\bA50{_NO_UNIT}|\bKOSPI\s?200{_NO_UNIT}",
    ),
    _rule(
        "share-code",
        r"(?<=[\u4e00-\u9fffA-Za-z])[\s(（]{0,2}(?:60|68|00|30|92|51|56|58|15|11|12)\d{4}"
        r"[)）]?(?!\d|[.,]\d|\s?[手股元点點万萬亿億家%])",
        r"\b(?:sim)?(?:sh|sz|bj)\d{6}\b|\bhk\d{5}\b|\b\d{5}\.HK\b|\b\d{6}\.(?:SH|SZ|BJ)\b",
    ),
    _rule(
        "term",
        r"\b[TD]\+[0-9](?!\d|[.,]\d)",
        r"\bLv\.?\s?\d{1,3}(?!\d|[.,]\d)",
        r"\b[2-6]G\b",
        r"\b7\s?[×xX*]\s?24\b",
        r"(?<!\d)12386(?!\d|[.,]\d)",  # the regulator's hotline for investors
    ),
    _rule("address", r"https?://[^\s<>，。；）]+", r"@[A-Za-z]\w{3,31}"),
)

# Chinese numerals count something only before these; 一篮子, 两种 and 三类 are plain words.
_NUMERAL: Final = "[〇零一二两兩三四五六七八九十百千]"
_BIG: Final = f"(?:{_NUMERAL}*[十百千]{_NUMERAL}*)"
CHINESE_QUANTITIES: Final = re.compile(
    rf"(?:百|千|万|萬)分之(?:{_NUMERAL}|[点點半]|\d)+"
    rf"|{_NUMERAL}+(?:[点點]{_NUMERAL}+)?(?:个|個)?(?:百分点|百分點)"
    rf"|{_NUMERAL}+成(?:半|{_NUMERAL})?(?![不为為员員交立分本])"
    rf"|{_BIG}[多余餘来來]?[点點]|(?:{_NUMERAL}|半)+[个個][点點]"
    rf"|(?<=[涨跌漲升降])[了约約]?{_NUMERAL}[点點](?![一二])"
    rf"|{_NUMERAL}+倍"
    rf"|(?!千[万萬](?![元股手点點亿億美港])){_NUMERAL}+[万萬亿億]+{_NUMERAL}*"
    rf"|(?:{_BIG}|[二两兩三四五六七八九])[多余餘]?(?:元|块钱|塊錢|港元|美元|股|手|家|只|隻)"
)

_WORDS: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    "forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half"
)
ENGLISH_QUANTITIES: Final = re.compile(
    rf"\b(?:{_WORDS})(?:[\s-](?:{_WORDS}))*\s(?:per\s?cent|percentage points?|points?|"
    r"million|billion|trillion|yuan|dollars?|shares)\b",
    re.IGNORECASE,
)
