import pytest

from bot.knowledge.content import Content
from bot.knowledge.errors import KnowledgeFieldError
from bot.knowledge.merging import merged
from bot.knowledge.typed import put, read_lines
from bot.members.tiers import Tier
from tests.factories.knowledge import HOME, make_content


def test_labelled_lines_are_read_in_any_of_the_usual_words() -> None:
    written = read_lines(
        "键: reset-password\n问：忘记密码怎么办？\n答：第一行\n第二行：还在回答里\n"
        "说法：密码忘了；怎么重置\n英文问题：Forgot it?\nanswer en: Reset it.\n标签：账户 安全\n"
        "层级：进阶\n来源：一般说明\n复核日期：2027年5月22日"
    )
    content, mistakes = merged(Content(), written)
    assert mistakes == ()
    assert written["key"] == "reset-password"
    assert content.answer == {HOME: "第一行\n第二行：还在回答里", "en": "Reset it."}
    assert content.phrasings == {HOME: ("密码忘了", "怎么重置")}
    assert (content.tags, content.tier) == (("account", "security"), Tier.ADVANCED)
    assert str(content.review_by) == "2027-05-22"


def test_without_labels_the_first_line_is_the_question_and_the_rest_its_answer() -> None:
    assert read_lines("怎么开户？\n在官方 App 里开。\n要带身份证。") == {
        "question": {"zh-Hans": "怎么开户？"},
        "answer": {"zh-Hans": "在官方 App 里开。\n要带身份证。"},
    }


def test_a_first_line_without_a_label_is_the_question_of_the_labels_below() -> None:
    assert read_lines("怎么开户？\n答：在官方 App 里开。\n标签：账户") == {
        "question": {"zh-Hans": "怎么开户？"},
        "answer": {"zh-Hans": "在官方 App 里开。"},
        "tags": "账户",
    }


def test_a_field_that_is_written_twice_is_refused() -> None:
    with pytest.raises(KnowledgeFieldError):
        read_lines("问：怎么开户？\n答：先这样。\n答：再那样。")


@pytest.mark.parametrize("word", ["无", "none", "-", "  "])
def test_a_field_is_emptied_by_the_word_for_none(word: str) -> None:
    content, _ = merged(make_content(), put({}, "source", word))
    assert content.source == ""
    content, _ = merged(make_content(), put({}, "phrasings.zh-Hans", word))
    assert content.phrasings == {}


def test_characters_that_turn_the_writing_round_are_dropped() -> None:
    content, _ = merged(make_content(), put({}, "source", "公告\u202e告公\u2066"))
    assert content.source == "公告告公"


def test_writing_one_language_leaves_the_others_as_they_are() -> None:
    content, _ = merged(make_content(), put({}, "answer.en", "Reset it."))
    assert list(content.answer) == ["zh-Hans", "en"]


@pytest.mark.parametrize("name", ["colour", "answer.fr", "tags.en", "answer"])
def test_a_field_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(KnowledgeFieldError):
        put({}, name, "值")
