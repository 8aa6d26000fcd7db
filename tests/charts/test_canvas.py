import pytest

from bot.charts.canvas import wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "第 12 个交易日：1,204 人参赛，收益中位数 ▲0.42%",
            ["第 12 个交易日：1,204 人参赛，", "收益中位数 ▲0.42%"],
        ),
        (
            "Trading day 12: 100,000 taking part, median return ▲0.42%",
            ["Trading day 12: 100,000 taking part,", "median return ▲0.42%"],
        ),
    ],
)
def test_a_title_breaks_at_a_pause_and_never_inside_a_number(text, lines):
    assert wrapped(text, 44, 952, 2) == lines
