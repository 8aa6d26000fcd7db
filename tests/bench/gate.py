"""How long the gate takes over a message of 200 characters, beside a bare keyword automaton."""

import time
import timeit
from collections.abc import Callable

from ahocorasick_rs import AhoCorasick
from rich.console import Console
from rich.table import Table

from bot.compliance.gate import Gate
from bot.compliance.model.linear import default_model
from bot.compliance.normalise import fold
from bot.compliance.rulepack import RulePack, default_pack
from bot.compliance.verdict import Lane

LENGTH = 200
_TEXTS = {
    "clean chat": (
        "早上好，今天又是元气满满的一天。昨天把那本讲资产配置的书看完了，感觉最有用的还是那章讲"
        "仓位的，自己以前总是涨了想追、跌了想跑。楼上说的那家面馆我去过，味道不错，就是排队太久。"
        "大家周末有空可以一起去爬山，顺便聊聊最近看的公司年报，我先报名一个！"
    ),
    "market news": (
        "今天沪指收盘上涨0.42%，成交额9,812亿元。银行、电力走强，半导体回落；两市下跌家数较多。"
        "恒生指数收报19,876.54点，跌幅0.31%；隔夜道指上涨0.12%，纳指下跌0.08%。"
        "央行开展7天期逆回购操作1,260亿元，利率1.40%，与前次持平。"
    ),
    "English chat": (
        "Good morning everyone, did anyone read the annual report of the power company? Margins "
        "went down a little, but the dividend is the same as last year, so I am going to hold. "
    ),
    "warning": (
        "反诈提醒：近期有不法分子冒充我公司工作人员，以“稳赚不赔”“内幕消息”“老师带单”为诱饵，"
        "让投资者加微信进内部群，再诱导下载来历不明的软件转账。请大家切勿轻信，切勿向陌生账户转账，"
        "发现可疑情况请拨打官方热线核实，或直接向公安机关举报。"
    ),
    "violation": (
        "早上好，昨天那本讲资产配置的书看完了，感觉最有用的还是那章讲仓位的。我跟的那位老师说，这只票"
        "明天必涨，想要代码的加微信abc12345，我已经买好了。楼上说的那家面馆我去过，味道不错，就是"
        "排队太久。大家周末有空可以一起去爬山，顺便聊聊最近看的公司年报，我先报名一个，谁来都行，"
        "记得带水和帽子，山上没有小卖部，下山以后可以一起吃个便饭，钱大家平分就好。"
    ),
    "fraud advert": (
        "兄弟们机会来了，跟着老师操作稳赚不赔，上个月带大家做了三只票都翻倍了。这只票明天必涨，"
        "目标价58，赶紧上车！想要代码的加微信abc12345，进内部群领牛股，名额有限先到先得。"
        "亏了算我的，盈利分成，不赚钱不收费，放心做就是了。"
    ),
    "evasive": (
        "早上好，昨天那本讲资产配置的书看完了，感觉最有用的还是那章讲仓位的。我跟的那位老师说，这只票"
        "明天【必】【涨】，想要代码的佳 薇 信abc12345，我买好了。楼上说的那家面馆我去过，味道好，"
        "就是排队太久。大家周末有空可以一起去爬山，顺便聊聊最近看的公司年报，我先报名一个，谁来都行，"
        "记得带水和帽子，山上没有小卖部，下山以后可以一起吃个便饭，钱大家平分就好。"
    ),
    "disguised advert": (
        "兄 弟 们 机·会·来·了，跟着老shi操作禾急贝兼不赔，上个月dai大家做了三只票。这只票明天"
        "【必】【涨】，赶紧上🚂！想要代码的佳薇信：ａｂｃ１２３，内❤部🧧群领牛月殳，"
        "wen zhuan bu pei，gu4ranteed pr0fit，亏了蒜我的，盈利分城，不赚钱不收费。"
    ),
}
MESSAGES = {name: (text * 3)[:LENGTH] for name, text in _TEXTS.items()}
_REPEATS = 7


def judge_microseconds(text: str, pack: RulePack | None = None, rounds: int = 200) -> float:
    """Return the median time, in microseconds, to judge `text` as a member's message."""
    gate = Gate(pack or default_pack())
    return _median(lambda: gate.judge(text, Lane.MEMBER), rounds)


def with_model_microseconds(text: str, rounds: int = 200) -> float:
    """Return the median time, in microseconds, to judge `text` by rules and model together."""
    gate = Gate(default_pack(), default_model())
    return _median(lambda: gate.judge(text, Lane.MEMBER), rounds)


def model_microseconds(text: str, rounds: int = 200) -> float:
    """Return the median time, in microseconds, of the model alone over the folded text."""
    model, folded = default_model(), fold(text)
    return _median(lambda: model.score(folded), rounds)


def automaton_microseconds(text: str, pack: RulePack | None = None, rounds: int = 200) -> float:
    """Return the median time, in microseconds, of the pack's phrases alone over `text`."""
    rules = (pack or default_pack()).rules
    automaton = AhoCorasick(sorted({phrase for rule in rules for phrase in rule.phrases}))
    return _median(lambda: automaton.find_matches_as_indexes(text, overlapping=True), rounds)


def run() -> None:
    """Measure every kind of message and print it beside the automaton."""
    pack = default_pack()
    patterns = sum(len(rule.patterns) for rule in pack.rules)
    phrases = sum(len(rule.phrases) + len(rule.sound) for rule in pack.rules)
    table = Table(title=f"{len(pack.rules)} rules, {phrases} phrases, {patterns} patterns")
    table.add_column("message of 200 characters")
    for column in ("rules", "rules + model", "model", "automaton", "findings"):
        table.add_column(column, justify="right")
    for name, text in MESSAGES.items():
        judged, plain = judge_microseconds(text), automaton_microseconds(text)
        found = len(Gate(pack).judge(text, Lane.MEMBER).findings)
        both, model = with_model_microseconds(text), model_microseconds(text)
        times = (f"{taken:.0f} µs" for taken in (judged, both, model))
        table.add_row(name, *times, f"{plain:.1f} µs", str(found))
    Console().print(table)


def _median(call: Callable[[], object], rounds: int) -> float:
    call()
    # Processor time: what others do on the machine meanwhile is not the gate's.
    times = timeit.repeat(call, number=rounds, repeat=_REPEATS, timer=time.process_time)
    return sorted(times)[_REPEATS // 2] / rounds * 1e6
