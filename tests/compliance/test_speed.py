import pytest

from tests.bench.gate import MESSAGES, automaton_microseconds, judge_microseconds


@pytest.mark.parametrize("kind", ["clean chat", "market news", "English chat"])
def test_judging_a_clean_message_costs_at_most_250_times_a_bare_automaton(kind):
    text = MESSAGES[kind]
    plain = min(automaton_microseconds(text, rounds=50) for _ in range(3))
    assert min(judge_microseconds(text, rounds=50) for _ in range(3)) < 250 * plain
