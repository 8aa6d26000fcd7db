import re
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.buttons import Button
from bot.i18n import Language, Say, words_for
from bot.markup import ALLOWED_TAGS, plain
from bot.telegram.render import TEXT_LIMIT, to_html, to_keyboard, utf16_length

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)
TAGS = st.sampled_from(sorted(ALLOWED_TAGS - {"a"}))
TAG = re.compile(r"<(/?)([a-z-]+)(?: [^>]*)?>")


@st.composite
def marked_up(draw: st.DrawFn) -> Markup:
    parts = []
    for _ in range(draw(st.integers(0, 6))):
        inner = escape(draw(TEXTS))
        tag = draw(st.none() | TAGS)
        parts.append(inner if tag is None else Markup("<{0}>{1}</{0}>").format(Markup(tag), inner))
    return Markup("").join(parts)


def seen(piece: str) -> str:
    return unescape(TAG.sub("", piece))


def well_formed(piece: str) -> bool:
    open_tags = []
    for closing, name in TAG.findall(piece):
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags and not re.search(r"[<>]", TAG.sub("", piece))


@given(marked_up(), st.integers(2, 60))
def test_pieces_keep_to_the_limit_and_are_well_formed_and_lose_no_visible_text(
    text: Markup, limit: int
) -> None:
    pieces = to_html(text, limit)
    for piece in pieces:
        assert utf16_length(seen(piece)) <= limit
        assert well_formed(piece)
        assert seen(piece).strip()
    assert "".join("".join(map(seen, pieces)).split()) == "".join(plain(text).split())


@given(st.text(st.characters(), max_size=200))
def test_even_broken_markup_is_written_well_formed(text: str) -> None:
    for piece in to_html(Markup(text)):
        assert well_formed(piece)


@pytest.mark.parametrize(
    "broken", ["<![if", "<![CDATA[x]]>", "<!x", "<?x", "</", "<b", "<script>x"]
)
def test_broken_declarations_are_survived(broken: str) -> None:
    for piece in to_html(Markup(broken)):
        assert well_formed(piece)


def test_a_tag_that_spans_a_cut_is_closed_and_opened_again() -> None:
    text = Markup("<b>") + Markup("一二三四\n") * 2 + Markup("</b>")
    assert to_html(text, 6) == ["<b>一二三四</b>", "<b>一二三四\n</b>"]


def test_tags_that_telegram_does_not_know_are_dropped_with_their_text_kept() -> None:
    assert to_html(Markup("<h1>题</h1><b>目</b>")) == ["题<b>目</b>"]


def test_a_blank_text_is_no_message() -> None:
    assert to_html(Markup("\n \n")) == []


def test_an_astral_character_counts_twice_and_is_never_cut_in_two() -> None:
    assert to_html(Markup("🚀🚀🚀"), 5) == ["🚀🚀", "🚀"]


def test_a_long_text_fits_telegrams_own_limit() -> None:
    pieces = to_html(escape("签到\n" * 5000))
    assert all(utf16_length(seen(piece)) <= TEXT_LIMIT for piece in pieces)
    assert "".join(map(seen, pieces)).count("签到") == 5000


def test_button_data_over_the_limit_is_a_mistake_of_ours() -> None:
    rows = ((Button(Say("button-private"), "x" * 65),),)
    with pytest.raises(ValueError, match="xxx"):
        to_keyboard(rows, WORDS, Language.ENGLISH)
