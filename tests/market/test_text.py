import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.text import clean_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  多  空\n格 ", "多 空 格"),
        ("<b>加粗</b>&amp;<i>斜体</i>", "加粗&斜体"),
        ("前<script>alert(1)</script>后", "前 后"),
        ("前<br>后", "前 后"),
        ("a\x00b\u202ec\u200bd\u2066e", "abcde"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("🎉 庆祝", "🎉 庆祝"),
        ("", ""),
    ],
)
def test_text_from_outside_becomes_one_plain_line(text, expected):
    assert clean_line(text, 40) == expected


def test_a_long_line_ends_in_an_ellipsis_within_the_limit():
    assert clean_line("长" * 50, 10) == "长" * 9 + "…"
    assert clean_line("长" * 10, 10) == "长" * 10


@given(st.text(), st.integers(2, 50))
def test_no_text_hides_reorders_or_breaks_the_line(text, longest):
    line = clean_line(text, longest)
    assert len(line) <= longest
    assert line == line.strip()
    assert not {unicodedata.category(char) for char in line} & {"Cc", "Cf", "Cs", "Co", "Cn"}
