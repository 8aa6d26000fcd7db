"""What a rule may reward, and what no rule may: learning pays, trading does not."""

import re
import unicodedata
from enum import StrEnum


class Behaviour(StrEnum):
    """What somebody does to earn points."""

    ATTENDANCE = "attendance"
    LEARNING = "learning"
    HELPING = "helping"


REFUSED: dict[str, str] = {
    "real-trade": "points for real trades would pay people to trade, which turns into churning",
    "deposit": "points for money moved in are an inducement that a licensed broker may not offer",
    "account-opening": "points for opening an account are an inducement to become a client",
    "message-volume": "points for the number of messages fill the groups with noise",
    "contest-rank": "points for a rank alone reward luck and risk; pay for taking part and review",
}
"""What no rule may reward, and why not."""

_HARMLESS = re.compile(r"trading[-_ ]?days?|交易日|simulated[-_ ]?trad\w*|模[拟擬]交易")
"""A trading day is a date, and a simulated trade moves no money: neither is meant."""

_SIGNS: dict[str, re.Pattern[str]] = {
    "real-trade": re.compile(
        r"\btrad(?:e|es|ed|er|ing)\b|turnover|\borders?\b|\bbuy|\bsell|commission|volume[-_ ]?trad"
        r"|交易|成交|下[单單]|[买買]入|[卖賣]出|佣金|换手|換手"
    ),
    "deposit": re.compile(
        r"deposit|top[-_ ]?up|fund(?:s|ed|ing)\b|transfer[-_ ]?in|\bassets?\b"
        r"|入金|充值|存款|转入|轉入|注[资資]|[资資][产產]"
    ),
    "account-opening": re.compile(
        r"(?:open(?:ing|ed)?[-_ ]?(?:an?[-_ ]?)?(?:\w+[-_ ])?account)|account[-_ ]?open|onboard"
        r"|[开開][户戶]|新[户戶]"
    ),
    "message-volume": re.compile(
        r"messages?\b|\bchatt?(?:er|ing|s)?\b|\bposts?\b|posting|talkative|\bactive[-_ ]?talk"
        r"|[发發]言|[发發]帖|消息[数數]|水[群贴貼]|聊天|刷屏"
    ),
    "contest-rank": re.compile(
        r"\brank(?:s|ing|ed)?\b|leader[-_ ]?board|\bwinners?\b|\btop[-_ ]?\d+|podium|champion"
        r"|名次|排名|冠[军軍]|榜首|前[一二三四五六七八九十\d]+名"
    ),
}


def refusal(*texts: str) -> tuple[str, str] | None:
    """Return which refused behaviour a rule's own words speak of, and why it is refused."""
    said = unicodedata.normalize("NFKC", " ".join(texts)).casefold().replace("_", "-")
    said = _HARMLESS.sub(" ", said)
    for behaviour, why in REFUSED.items():
        if behaviour in said or _SIGNS[behaviour].search(said):
            return behaviour, why
    return None
