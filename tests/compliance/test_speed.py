import pytest

from tests.bench.gate import MESSAGES, automaton_microseconds, judge_microseconds


@pytest.mark.parametrize("kind", ["clean chat", "market news", "English chat"])
def test_judging_a_clean_message_costs_some_hundred_times_a_bare_automaton_at_most(kind):
    text = MESSAGES[kind]
    plain = min(automaton_microseconds(text, rounds=50) for _ in range(3))
    assert min(judge_microseconds(text, rounds=50) for _ in range(3)) < 500 * plain
