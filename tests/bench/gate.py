"""How long the gate takes over a message, beside a bare keyword automaton."""

import timeit

from ahocorasick_rs import AhoCorasick

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane

SENTENCE = "今天沪指收盘上涨0.42%，成交额9,812亿元。银行、电力走强，半导体回落；两市下跌家数较多。"
MESSAGE = (SENTENCE * 5)[:200]


def judge_microseconds(rounds: int = 500) -> float:
    """Return the mean time, in microseconds, to judge a clean message of 200 characters."""
    gate = Gate(default_pack())
    gate.judge(MESSAGE, Lane.MEMBER)
    return timeit.timeit(lambda: gate.judge(MESSAGE, Lane.MEMBER), number=rounds) / rounds * 1e6


def automaton_microseconds(rounds: int = 500) -> float:
    """Return the mean time, in microseconds, of the phrases alone over the same message."""
    phrases = sorted({phrase for rule in default_pack().rules for phrase in rule.phrases})
    automaton = AhoCorasick(phrases)
    return (
        timeit.timeit(lambda: automaton.find_matches_as_indexes(MESSAGE), number=rounds)
        / rounds
        * 1e6
    )
