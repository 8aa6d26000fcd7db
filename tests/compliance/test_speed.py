from tests.bench.gate import judge_microseconds


def test_a_message_is_judged_well_under_a_millisecond():
    assert min(judge_microseconds(50) for _ in range(3)) < 1_000
