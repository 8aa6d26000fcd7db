"""Traditional Chinese made of Simplified: characters by OpenCC, terms by our own reviewed list.

Long texts of content (answers, explanations, quiz items) are written once, in Simplified
Chinese. What a reader of Traditional Chinese would find foreign is put right by
`traditional_terms.toml`, to which anybody who reads both may add a row.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

import opencc

from bot.strict_toml import read_items

# 里 means both “inside” and a mile: here it is the mile only beside these.
_INSIDE = re.compile("(?<![公英海華鄰千萬])里(?!程|昂|約熱)")
# 只 counts animals and shares (隻) or means “only” (只); a number before it tells, or its noun.
_COUNTED = re.compile("(?<=同一)只(?!是|能|有|要|會)|(?<=[0-9] )只(?=[股基新；，。、]|$)")
_ONLY = re.compile(
    "(?<![一二兩三四五六七八九十百千萬每單這那哪某幾數多整0-9 ])隻|(?<=最多)隻(?=會|能|有|是)"
)
TERMS_FILE = Path(__file__).parent / "traditional_terms.toml"


@lru_cache(maxsize=4_096)
def traditional(text: str) -> str:
    """Return a text of Simplified Chinese in Traditional Chinese; other text stays as it is."""
    converted = str(_converter().convert(text))
    terms = _terms()
    for pattern, character in ((_INSIDE, "裡"), (_COUNTED, "隻"), (_ONLY, "只")):
        converted = pattern.sub(character, converted)
    return _pattern().sub(lambda match: terms[match.group()], converted)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def _terms() -> dict[str, str]:
    """Return what OpenCC writes and what is read instead."""
    terms: dict[str, str] = {}
    for fields in read_items(TERMS_FILE, "term"):
        converted, said = fields.text("converted"), fields.text("said")
        fields.finish()
        if converted in terms:
            raise fields.refuse("converted", converted, "a word that stands here once")
        terms[converted] = said
    return terms


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _terms()), key=len, reverse=True)))
