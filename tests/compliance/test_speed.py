import pytest

from tests.bench.gate import MESSAGES, automaton_microseconds, judge_microseconds


@pytest.mark.parametrize("kind", MESSAGES)
def test_judging_costs_a_thousand_times_a_bare_automaton_at_most(kind):
    text = MESSAGES[kind]
    plain = min(automaton_microseconds(text, rounds=50) for _ in range(3))
    assert min(judge_microseconds(text, rounds=20) for _ in range(3)) < 1_000 * plain
