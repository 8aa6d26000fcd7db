import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import load
from bot.compliance.verdict import Lane
from bot.strict_toml import InvalidData
from tests.compliance.test_rulepack import write

WIDE = """
[[context]]
id = "bulletin"
scope = "text"
says = "警方提醒|反诈"
unless = "加我"

[[context]]
id = "paragraph"
scope = "paragraph"
before = "骗局揭秘"
"""
LURES = "一、声称必涨。\n二、再声称必涨！\n\n三、还是必涨。"


def gate(folder, **changes):
    write(folder, **changes)
    with (folder / "contexts.toml").open("a", encoding="utf-8") as file:
        file.write(WIDE)
    return Gate(load(folder))


def held(judge, text):
    return [f.start for f in judge.judge(text, Lane.OUTGOING).findings]


def test_a_context_of_the_whole_text_excuses_every_place_in_it(tmp_path):
    judge = gate(tmp_path, contexts='["bulletin"]')
    assert len(held(judge, LURES)) == 3
    assert held(judge, LURES + "\n\n以上由反诈中心整理。") == []
    assert len(held(judge, LURES + "\n\n以上由反诈中心整理，加我。")) == 3


def test_a_context_of_the_paragraph_ends_with_it(tmp_path):
    judge = gate(tmp_path, contexts='["paragraph"]')
    text = "骗局揭秘\n" + LURES
    assert held(judge, text) == [text.rindex("必涨")]


def test_a_rule_is_silent_where_its_exception_stands_anywhere(tmp_path):
    judge = gate(tmp_path, contexts="[]", unless='["模拟赛|回放"]')
    assert held(judge, "明天必涨。\n\n（模拟赛台词）") == []
    assert held(judge, "明天必涨。") == [2]


def test_declared_anchors_decide_where_the_patterns_of_a_rule_run(tmp_path):
    judge = gate(tmp_path, phrases="[]", patterns='["必.涨"]', anchors='["票"]')
    assert held(judge, "这票必大涨") == [2]
    assert held(judge, "必大涨") == []


def test_a_phrase_by_sound_needs_no_right_character(tmp_path):
    judge = gate(tmp_path, sound='["稳赚"]')
    assert held(judge, "跟着温砖就行") == [2]
    assert held(judge, "bi zhang") == []  # two syllables, and not listed by sound


@pytest.mark.parametrize(
    ("field", "written"),
    [("sound", '["v信"]'), ("unless", '["("]'), ("anchors", '[""]'), ("sound", '["赚"]')],
)
def test_a_mistake_in_a_new_field_is_refused(tmp_path, field, written):
    with pytest.raises(InvalidData) as caught:
        load(write(tmp_path, **{field: written}))
    assert caught.value.fields["field"] == field


def test_an_unknown_scope_is_refused(tmp_path):
    write(tmp_path)
    wrong = WIDE.replace('scope = "paragraph"', 'scope = "chapter"')
    (tmp_path / "contexts.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(InvalidData):
        load(tmp_path)
