import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.review.masking import PAINT, masked


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("打 13800138000", "13800138000"),
        ("打 138-0013-8000", "8000"),
        ("１３８００１３８０００", "１３"),
        ("身份证 11010519491231002X", "002X"),
        ("卡 4111 1111 1111 1111", "4111"),
        ("资金账号 80012345", "80012345"),
        ("打 +852 6123 4567", "6123"),
        ("HKID A123456(3)", "A123456"),
        ("写信 lin@example.com", "lin"),
        ("密码是 abc123", "abc123"),
    ],
)
def test_personal_data_is_painted_over_and_nothing_moves(text: str, hidden: str) -> None:
    shown = masked(text)
    assert hidden not in shown
    assert PAINT in shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    "text", ["买入 600519 100 股", "11月20日 14:30", "涨到 3,412.55 点", "保证收益"]
)
def test_codes_prices_and_times_stay_readable(text: str) -> None:
    assert masked(text) == text


def test_further_spans_are_painted_over_as_well() -> None:
    assert masked("叫我小林吧", [(2, 4)]) == f"叫我{PAINT * 2}吧"


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70))))
def test_no_text_and_no_span_breaks_it(text: str, spans: list[tuple[int, int]]) -> None:
    assert len(masked(text, spans)) == len(text)
