from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.compliance.disclosure import with_disclosure
from bot.markup import plain

LINE = "市场有风险，以上为信息分享，不构成投资建议"


def test_the_disclosure_becomes_the_last_line():
    assert with_disclosure(Markup("<b>晨报</b>"), LINE) == Markup("<b>晨报</b>\n") + LINE


def test_an_empty_message_becomes_the_disclosure():
    assert with_disclosure(Markup(""), LINE) == LINE


def test_a_message_that_ends_with_it_stays_as_it_is():
    brief = Markup(
        "晨报\n数据 07:50 · 来源见按钮 · <i>市场有风险</i>，以上为信息分享，不构成投资建议"
    )
    assert with_disclosure(brief, LINE) is brief


def test_the_same_words_in_another_script_count():
    brief = Markup("晨報\n市場有風險，以上為信息分享，不構成投資建議")
    assert with_disclosure(brief, LINE) is brief


def test_a_line_from_people_is_escaped():
    assert with_disclosure(Markup("晨报"), "A < B") == Markup("晨报\nA &lt; B")


@given(st.text(), st.text(min_size=1))
def test_it_is_never_said_twice(body, line):
    once = with_disclosure(Markup.escape(body), line)
    assert with_disclosure(once, line) == once
    assert plain(once).startswith(plain(Markup.escape(body)))
