"""Layers, glosses, questions and the rest of what a brief is made of."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from markupsafe import Markup

from bot.briefs.binding import unbound_numbers
from bot.briefs.compose import CONCESSIONS, compose
from bot.briefs.facts import ContestNews, MeanTurnover, Quiz
from bot.briefs.gloss import Glosser
from bot.briefs.group_question import Occasion, occasion_of, question_of_day, questions
from bot.briefs.layers import BLOCKS, TARGETS, Layer, layer_shares
from bot.briefs.observations import Shape
from bot.briefs.slots import Slot
from bot.briefs.templates import block_names
from bot.briefs.values import addressed
from bot.briefs.watchpoints import watchpoints
from bot.compliance.verdict import Lane
from bot.glossary.terms import terms_in
from bot.i18n import Language
from bot.markup import plain
from bot.members.tiers import Tier
from tests.briefs.newsrooms import DAY, GATE, WORDS, make_material, with_quotes
from tests.briefs.test_chaos import whole_material


def test_every_block_of_every_template_declares_its_layer() -> None:
    for slot in Slot:
        for tier in Tier:
            found = {block_names(slot, tier, language) for language in Language}
            assert len(found) == 1, "languages differ in their blocks"
            assert set(found.pop()) <= set(BLOCKS)
    assert set(CONCESSIONS) <= set(BLOCKS)
    assert sum(TARGETS.values()) == 100


def test_shares_are_of_all_letters_and_nothing_has_no_share() -> None:
    counts = [{"basic": 30, "analysis": 50}, {"basic": 10, "personal": 10}]
    assert layer_shares(counts) == {
        Layer.BASIC: Decimal("40.0"),
        Layer.ANALYSIS: Decimal("50.0"),
        Layer.PERSONAL: Decimal("10.0"),
    }
    assert layer_shares([]) == layer_shares([{}]) == {}


async def test_an_edition_counts_its_letters_by_layer() -> None:
    draft = compose(await whole_material(Slot.EVENING, 3), Tier.VIP, Language.SIMPLIFIED, WORDS)
    counts = draft.snapshot()["layers"]
    assert min(counts.values()) > 0
    assert sum(counts.values()) < len(plain(draft.markup))


def test_a_term_is_explained_once_where_it_stands_first() -> None:
    glosser = Glosser(Language.SIMPLIFIED, ["模拟成长指数"])
    first = glosser.gloss(Markup("模拟成长指数上涨，<b>指数</b>和指数"))
    assert first == "模拟成长指数上涨，<b>指数（一篮子股票的平均成绩）</b>和指数"
    assert glosser.gloss(Markup("指数与振幅")) == "指数与振幅（最高价和最低价的差距）"
    assert glosser.told == ["index", "amplitude"]


def test_a_headline_is_never_explained_and_the_longest_term_wins() -> None:
    glosser = Glosser(Language.SIMPLIFIED)
    quoted = Markup('<a href="https://x.example">指数大跌</a>')
    assert glosser.gloss(quoted) == quoted
    assert "一天涨跌的上下限" in glosser.gloss(Markup("涨跌停"))
    assert "涨到当天" not in glosser.gloss(Markup("涨跌停"))


def test_an_english_term_is_a_whole_word() -> None:
    glosser = Glosser(Language.ENGLISH)
    assert glosser.gloss(Markup("indexed funds")) == "indexed funds"
    assert glosser.gloss(Markup("the index")) == "the index (average score of many shares)"


async def test_newbies_read_glosses_and_others_do_not() -> None:
    material = await whole_material(Slot.EVENING, 3)
    newbie = compose(material, Tier.NEWBIE, Language.SIMPLIFIED, WORDS)
    assert "涨停（涨到当天的上限）" in newbie.markup
    assert {"limit-up", "limit-down"} <= set(newbie.snapshot()["terms"])
    advanced = compose(material, Tier.ADVANCED, Language.SIMPLIFIED, WORDS)
    assert "涨到当天的上限" not in advanced.markup
    assert advanced.terms == ()


@pytest.mark.parametrize("language", list(Language))
def test_no_term_brings_a_number_into_a_brief(language: Language) -> None:
    for term in terms_in(language):
        for text in (term.word, term.gloss, term.meaning):
            assert not unbound_numbers(text, ()), text


def test_questions_fit_the_morning_and_all_of_them_pass_the_gate() -> None:
    assert occasion_of(Shape.UP, volatile=False, most_fell=True) is Occasion.NARROW
    assert occasion_of(Shape.UP, volatile=True, most_fell=True) is Occasion.VOLATILE
    assert occasion_of(Shape.MIXED, volatile=False, most_fell=False) is Occasion.MIXED
    days = [DAY + timedelta(days=n) for n in range(40)]
    for occasion in Occasion:
        chosen = {question_of_day(day, occasion).when for day in days}
        assert chosen == {occasion, Occasion.ANY}
    for question in questions():
        for wording in question.wordings.values():
            assert GATE.judge("\n".join((wording.question, *wording.options)), Lane.OUTGOING).clean


def test_vips_are_addressed_politely_by_shared_texts_too() -> None:
    assert addressed("你最先看哪一样？", Tier.VIP) == "您最先看哪一样？"
    assert addressed("你最先看哪一样？", Tier.NEWBIE) == "你最先看哪一样？"


async def test_only_a_noon_brief_with_words_asks_the_group() -> None:
    for slot in Slot:
        material = await whole_material(slot, 3)
        asked = compose(material, Tier.NEWBIE, Language.ENGLISH, WORDS).snapshot().get("poll")
        assert (asked is not None) is (slot is Slot.NOON)
    bare = compose(
        await whole_material(Slot.NOON, 3), Tier.NEWBIE, Language.ENGLISH, WORDS, data_only=True
    )
    assert bare.poll is None


async def test_what_to_watch_comes_from_figures_with_a_plain_reason() -> None:
    material = await make_material()
    quote = material.snapshot.quotes["simus000002"]
    moved = replace(quote, last=quote.previous_close * Decimal("0.985"), low=None, high=None)
    draft = compose(with_quotes(material, moved), Tier.ADVANCED, Language.SIMPLIFIED, WORDS)
    assert "隔夜模拟海外乙 ▼1.50%：外盘的消息多在集合竞价里先反映" in draft.markup
    assert watchpoints((), {}, 3) == ()


async def test_a_contest_that_nobody_joined_or_that_has_not_begun_is_not_told() -> None:
    material = await make_material(Slot.EVENING)
    for people, running in ((0, True), (5, False)):
        news = ContestNews(1, "冬季赛", people, DAY - timedelta(days=3), DAY, running)
        draft = compose(replace(material, contests=(news,)), Tier.VIP, Language.SIMPLIFIED, WORDS)
        assert "人参赛" not in draft.markup
    news = ContestNews(1, "冬季赛", 5, DAY, DAY, True, "https://t.me/b?start=rank")
    draft = compose(replace(material, contests=(news,)), Tier.VIP, Language.SIMPLIFIED, WORDS)
    assert "模拟赛「冬季赛」：5 人参赛" in draft.markup
    assert "contest:1" in [f["symbols"][0] for f in draft.figures]
    assert "community" not in draft.markup


async def test_a_quiz_with_a_number_is_not_told() -> None:
    material = await make_material(Slot.EVENING)
    for prompt, told in (("一手是多少股？", True), ("100 股是几手？", False)):
        quiz = Quiz("q", dict.fromkeys(Language, prompt), dict.fromkeys(Language, "看规则"))
        draft = compose(replace(material, quiz=quiz), Tier.NEWBIE, Language.SIMPLIFIED, WORDS)
        assert ("每日一题揭晓" in draft.markup) is told


async def test_turnover_is_compared_with_five_recorded_days_only_at_the_close() -> None:
    for slot, days, told in (
        (Slot.EVENING, 5, True),
        (Slot.EVENING, 4, False),
        (Slot.NOON, 5, False),
    ):
        material = await make_material(slot)
        quote = replace(material.snapshot.quotes["simsh000001"], amount=Decimal(600_000_000_000))
        past = MeanTurnover(Decimal(500_000_000_000), days, material.now)
        material = replace(with_quotes(material, quote), turnovers={"simsh000001": past})
        draft = compose(material, Tier.VIP, Language.SIMPLIFIED, WORDS)
        assert ("前五个交易日的均值相比 ▲20.00%" in draft.markup) is told


async def test_what_gave_way_is_named_only_if_it_was_there() -> None:
    material = await whole_material(Slot.EVENING, 3)
    draft = compose(material, Tier.NEWBIE, Language.ENGLISH, WORDS)
    gone = {item.what for item in draft.dropped} & set(BLOCKS)
    assert "term" in gone
    assert gone <= set(block_names(Slot.EVENING, Tier.NEWBIE, Language.ENGLISH)) | {"headlines"}
    assert "Once more" not in draft.markup
