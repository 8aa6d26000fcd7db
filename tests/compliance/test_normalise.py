import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compliance.normalise import fold, normalise

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("必涨稳賺賠微信vVaé1２①.·- \t　\n，。！🚀\u200b\u202e\u0301㈱½㊙【】"),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    "disguised",
    [
        "必 涨",
        "必·涨",
        "必🚀涨",
        "必\u200b涨",
        "必\u202e涨",
        "必\u0336涨",
        "必　涨",
        "必 - 涨",
        "必漲",
        "必**涨",
        "必👨‍👩‍👧涨",
        "必\u3164涨",
        "必\ufe0f涨",
    ],
)
def test_what_is_pushed_between_chinese_characters_is_folded(disguised):
    assert normalise(disguised).text == "必涨"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＶＸ：ａｂｃ１２３", "vx:abc123"),
        ("𝗚𝘂𝗮𝗿𝗮𝗻𝘁𝗲𝗲𝗱  Profit", "guaranteed profit"),
        ("①②③", "123"),
        ("穩賺不賠", "稳赚不赔"),
        ("加 V 信", "加v信"),
        ("涨 +0.42 %", "涨+0.42 %"),
        ("⼀定", "一定"),
        ("a\r\nb", "a\n\nb"),
        ("", ""),
    ],
)
def test_a_text_is_folded_to_its_plain_form(written, folded):
    assert normalise(written).text == folded


@pytest.mark.parametrize("apart", ["不必，涨停了", "必。涨", "必！涨", "必\n涨", "必？涨"])
def test_the_end_of_a_thought_keeps_words_apart(apart):
    assert "必涨" not in normalise(apart).text


def test_a_finding_points_at_everything_between_its_ends():
    original = "明天必 🚀 漲！"
    found = normalise(original)
    start = found.text.index("必涨")
    assert original[slice(*found.span(start, start + 2))] == "必 🚀 漲"


@pytest.mark.parametrize("bounds", [(0, 0), (-1, 1), (1, 0), (0, 3)])
def test_a_span_outside_the_text_is_refused(bounds):
    with pytest.raises(ValueError, match=str(bounds[0])):
        normalise("必涨").span(*bounds)


@given(MIXED)
def test_the_map_never_points_outside_and_never_backwards(text):
    found = normalise(text)
    assert len(found.starts) == len(found.ends) == len(found.text)
    assert all(0 <= s < e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)


@given(MIXED, st.data())
def test_the_original_behind_a_slice_folds_to_that_slice(text, data):
    found = normalise(text)
    if not found.text:
        return
    start = data.draw(st.integers(0, len(found.text) - 1))
    end = data.draw(st.integers(start + 1, len(found.text)))
    # Where one original character folds to several, a cut inside it takes all of it.
    while start and found.starts[start - 1] == found.starts[start]:
        start -= 1
    while end < len(found.text) and found.starts[end] == found.starts[end - 1]:
        end += 1
    assert normalise(text[slice(*found.span(start, end))]).text == found.text[start:end]


@given(MIXED)
def test_folding_twice_is_folding_once(text):
    once = normalise(text).text
    assert normalise(once).text == once


def test_no_character_of_unicode_breaks_the_folding():
    for code in range(0, sys.maxunicode + 1, 7):
        found = normalise(chr(code))
        assert not any(unicodedata.category(c) in {"Cf", "Cs"} for c in found.text)


@given(MIXED)
def test_the_fast_folding_is_the_folding_with_a_map(text):
    assert fold(text) == normalise(text).text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ѕtоск", "stock"),
        ("ΝΟ RΙSΚ", "no risk"),
        ("ᴠx", "vx"),
        ("⑴⑵⑶ ❶❷ ٣", "123 12 3"),
        ("🅥信", "v信"),
        ("资料➕v", "资料+v"),
        ("⺘包", "扌包"),
        ("㊙", "秘"),
    ],
)
def test_what_is_drawn_like_another_character_becomes_that_one(written, folded):
    assert fold(written) == folded
