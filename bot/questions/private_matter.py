"""Is a question a private matter? What it gives away, and whether only a person can look it up.

Two things, told apart: data that nobody else should read (a number that names a person or an
account, what somebody holds, gained or lost), which is hidden where it is public; and a
question about the asker's own account, which no text that is the same for all can answer.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.compliance.normalise import normalise
from bot.review.masking import PAINT, masked


class Matter(StrEnum):
    """What makes a question private."""

    NUMBERS = "numbers"
    HOLDINGS = "holdings"
    OWN_ACCOUNT = "own-account"


@dataclass(frozen=True, slots=True)
class PrivateMatter:
    """What was found; `text` is the question with everything that is private painted over."""

    matters: frozenset[Matter]
    text: str

    @property
    def found(self) -> bool:
        """Tell whether the question is private at all."""
        return bool(self.matters)

    @property
    def exposed(self) -> bool:
        """Tell whether it shows data that must not stay in public."""
        return bool(self.matters & {Matter.NUMBERS, Matter.HOLDINGS})


_SUPPOSED = re.compile(r"如果|假如|假设|比如|例如|假定|要是|想问|举例|譬如|suppose|if i\b|example")
_FIGURE = r"[0-9一二三四五六七八九十百千万两半几][0-9.,一二三四五六七八九十百千万亿两半]*"
_HOLDINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:我|俺|咱|本人|我家|自己|老公|老婆|我爸|我妈)[^，。？?！!]{{0,8}}?(?:持有|持仓|重仓|满仓|套在|拿着|"
        rf"手里有|手上有|账户里?有|账上有|仓位)[^。？?！!]{{0,14}}?{_FIGURE}(?:股|手|份|张|万|元|块|亿|%|个点)",
        rf"(?:我|俺|咱|本人|我家|老公|老婆|我爸|我妈)[^。？?！!]{{0,18}}?(?:亏|赚|套|浮亏|浮盈|亏损|盈利|赔)"
        rf"(?:了|掉|住)?[^，。？?！!]{{0,4}}?{_FIGURE}(?:万|元|块|%|个点|千|亿)",
        rf"(?:我|俺|本人)[^。？?！!]{{0,18}}?(?:成本价?|均价|市值|总资产|净资产|余额|存款|本金|身家|年收入|月薪)"
        rf"(?:是|在|有|为|大概|约|就|才|只有|还有)*{_FIGURE}",
        rf"(?:成本价?|均价)(?:是|在|为)?{_FIGURE}[^，。？?！!]{{0,6}}(?:我|亏|套|割|卖)",
        r"\bi(?:'ve| have)? (?:hold|own|bought|lost|made)\b.{0,20}?\d",
        r"\bmy (?:balance|cost|position|portfolio|holdings?)\b.{0,12}?\d",
    )
)
_OWN = re.compile(
    r"(?:查|看|告诉|帮|核对|核实|确认|报)(?:一?下|查|看|我)*[^，。？?！!]{0,3}?我(?:的|自己)?[^，。？?！!]{0,6}?"
    r"(?:余额|持仓|资产|资金|佣金|费率|账号|资金号|成交|委托|盈亏|市值|可用|可取|流水|订单|账户)"
    r"|我(?:的)?(?:资金|证券|股票)?(?:账户|账号|户头)?(?:里|上|里面)?(?:的)?(?:余额|持仓|总资产|资产|佣金|费率|盈亏|市值|"
    r"可用资金|可取资金|钱|资金|分红|股票)(?:是|还有|还剩|怎么|现在|到底|为什么|为啥|突然)*(?:多少|几|少了|不对|没了|"
    r"不见了|变少|没到账|还没到|错了|被扣)"
    r"|我(?:的)?(?:资金|证券|股票)?(?:账户|账号|户头)(?:里|上|里面)?(?:现在|到底)?(?:还|一共|总共)?(?:有|剩)(?:多少|几)"
    r"|\b(?:what is|what's|check|tell me|show me) my (?:account )?"
    r"(?:balance|holdings?|position|account number|commission|fee rate)"
)
_HOW_TO_LOOK = re.compile(
    r"怎么(?:查|看|算|知道)|如何(?:查|看|算|知道)|在哪|哪里(?:查|看|能)|哪儿(?:查|看)|"
    r"how (?:do|can) i|模拟|(?:别人|他人|办案|警察|公安|客服|有人|谁)[^，。]{0,6}(?:看|查)"
)
_DIGITS = re.compile(_FIGURE)
_SPACED = re.compile(r"(?<!\d)\d(?:[ ._-]\d){6,}(?!\d)")
"""A number written digit by digit so that nobody sees it is one."""


def private_matter(text: str) -> PrivateMatter:
    """Return what is private in a question, and the question without it."""
    folded = normalise(text)
    words = folded.text.casefold()
    matters = set()
    spans = [folded.span(*found.span()) for found in _SPACED.finditer(words)]
    if spans or PAINT in text or masked(text) != text:  # painted over: it was private before
        matters.add(Matter.NUMBERS)
    for pattern in _HOLDINGS:
        for found in pattern.finditer(words):
            if not _SUPPOSED.search(words[: found.end()]):
                figures = _DIGITS.finditer(words, found.start(), found.end())
                spans += [folded.span(*figure.span()) for figure in figures]
                matters.add(Matter.HOLDINGS)
    if _OWN.search(words) and not _HOW_TO_LOOK.search(words):
        matters.add(Matter.OWN_ACCOUNT)
    return PrivateMatter(frozenset(matters), masked(text, spans))
