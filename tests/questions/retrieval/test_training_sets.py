"""What the weights are learned from."""

from bot.questions.retrieval.rows import FaqRow
from bot.questions.retrieval.train import customers_tone, everyday_shares, prepared
from bot.questions.retrieval.training_sets import LabelledSet, elsewhere, labelled_sets


def test_every_domain_gives_a_whole_set_and_poorer_ones_of_the_same_domain() -> None:
    sets = labelled_sets()
    whole = [each for each in sets if each.whole]
    assert len(whole) == len({each.domain for each in sets}) >= 8
    assert all(row.answer == "" for each in sets if "/bare" in each.name for row in each.rows)


def test_no_question_from_elsewhere_is_told_twice() -> None:
    lines = elsewhere()
    assert len(lines) == len(set(lines)) > 250


def made(*queries: tuple[str, str | None]) -> LabelledSet:
    rows = (FaqRow("a", "怎么开户"), FaqRow("b", "怎么销户"))
    return LabelledSet("made", "made", rows, queries, 1.0, True)


def test_the_tone_of_customers_is_above_that_of_small_talk() -> None:
    queries = [("开户要什么", "a"), ("开户多久", "a"), ("开户吗", "a")]
    chat = [("天气好", None), ("天气坏", None), ("天气呢", None)]
    sets, shares = prepared([made(*queries, *chat)])
    tone = customers_tone(sets)
    assert tone["开户"] > tone["天气"]
    assert shares == everyday_shares(sets)
    assert shares["户"] == 1.0


def test_the_right_entry_of_each_question_is_found_among_its_candidates() -> None:
    (only, *_), _ = prepared([made(("开户", "a"), ("销户", "b"), ("天气", None))])
    places = zip(only.candidates, only.right, strict=True)
    found = [only.index.rows[each[right].entry].id for each, right in places if right >= 0]
    assert found == ["a", "b"]
