"""The rules of the ladder, pure: files, order, placement, scores, figures."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.quiz.bank import Bank, Edit
from bot.quiz.bank_file import shipped_items
from bot.quiz.group_posting import poll_of
from bot.quiz.group_score import scored
from bot.quiz.ladder import LADDER_FILE, default_ladder, load_ladder, next_level, open_levels
from bot.quiz.order import next_item, picked_place, shown_options, shuffle_of
from bot.quiz.placement import PlacementRule, starting_level
from bot.quiz.placement import next_level as next_placement
from bot.quiz.states import EditKind
from bot.quiz.statistics import Fault, Response, faults_of, statistics_of, weight_of
from bot.strict_toml import InvalidData
from tests.factories.members import NOW
from tests.factories.quiz import make_item, make_items, make_quiz_means

RULE = PlacementRule(items=5, begins_at=2, highest_start=4)
REVIEW = default_ladder().review
ITEM = """
[[item]]
id = "one-item"
version = 1
level = 1
tags = ["fees"]
correct = 2
source = "证券交易印花税法"
as_of = 2026-11-22
[item.prompt]
zh-Hans = "印花税由谁出？"
[item.options]
zh-Hans = ["买方", "双方", "卖方", "券商"]
[item.explanation]
zh-Hans = "只在卖出时收。"
"""


def read(folder: Path, text: str, level: int = 1) -> tuple[object, ...]:
    (folder / f"level_{level}.toml").write_text(text, encoding="utf-8")
    return shipped_items(folder)


def test_an_item_is_read_with_its_source_and_day(tmp_path: Path) -> None:
    (item,) = read(tmp_path, ITEM)
    assert (item.id, item.correct, item.as_of) == ("one-item", 2, date(2026, 11, 22))


def test_traditional_is_converted_and_missing_english_reads_simplified(tmp_path: Path) -> None:
    (item,) = read(tmp_path, ITEM)
    assert item.in_language(Language.TRADITIONAL).prompt == "印花稅由誰出？"
    assert item.in_language(Language.ENGLISH).prompt == "印花税由谁出？"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("level = 1", "level = 2", "level"),
        ("correct = 2", "correct = 4", "correct"),
        ('"买方", "双方", "卖方", "券商"', '"买方", "双方", "卖方"', "options"),
        ('"买方", "双方", "卖方", "券商"', '"买方", "双方", "卖方", "买方"', "options"),
        ("印花税由谁出？", "问" * 81, "prompt"),
        ("只在卖出时收。", "TODO", "explanation"),
        ("as_of = 2026-11-22", "", "as_of"),
        ('as_of = 2026-11-22', 'as_of = "2026-11-22"', "as_of"),
        ("tags", "labels", "tags"),
        ('id = "one-item"', f'id = "{"x" * 41}"', "id"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_item_is_named(tmp_path: Path, old: str, new: str, field: str) -> None:
    with pytest.raises(InvalidData) as caught:
        read(tmp_path, ITEM.replace(old, new, 1))
    assert field in str(caught.value.fields["field"])


def test_two_items_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData):
        read(tmp_path, ITEM + ITEM)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pass_mark = 7", "pass_mark = 11"),
        ("number = 2", "number = 3"),
        ("minutes = 10", "minutes = 11"),
        ("levels = [1, 2]", "levels = [1, 6]"),
        ("advanced = 2", "expert = 2"),
        ("daily_rounds = 3", "daily_rounds = 0"),
    ],
)
def test_a_mistake_in_the_ladder_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = LADDER_FILE.read_text(encoding="utf-8")
    assert old in text
    changed = tmp_path / "ladder.toml"
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidData):
        load_ladder(changed)


def test_the_shipped_ladder_has_five_levels_and_asks_advanced_groups_for_the_second() -> None:
    ladder = default_ladder()
    assert [rung.number for rung in ladder.rungs] == [1, 2, 3, 4, 5]
    assert ladder.tiers[Tier.ADVANCED] == 2
    assert all(rung.pass_mark <= rung.items for rung in ladder.rungs)


def test_levels_open_one_above_what_was_passed_or_up_to_the_start() -> None:
    assert open_levels(0, None) == (1,)
    assert open_levels(0, 3) == (1, 2, 3)
    assert open_levels(3, 1) == (1, 2, 3, 4)
    assert open_levels(5, 1) == (1, 2, 3, 4, 5)
    assert next_level(frozenset(), 3) == 3
    assert next_level(frozenset({1, 2}), 1) == 3
    assert next_level(frozenset({5}), 1) is None


@given(st.integers(1, 2**50), st.integers(2, 15))
@settings(max_examples=30)
def test_everybody_meets_every_item_once_before_any_comes_again(owner: int, size: int) -> None:
    items = [make_item(f"l1-{number:02}") for number in range(size)]
    met: dict[str, int] = {}
    for turn in range(3):
        asked = []
        for _ in range(size):
            item = next_item(items, owner, met)
            assert item is not None
            met[item.id] = met.get(item.id, 0) + 1
            asked.append(item.id)
        assert len(set(asked)) == size, turn


def test_orders_differ_between_people_and_stay_for_one() -> None:
    items = make_items()[:12]
    firsts = [next_item(items, owner, {}) for owner in range(1, 30)]
    assert len({item.id for item in firsts if item is not None}) > 3
    assert next_item(items, 7, {}) == next_item(items, 7, {})


@given(st.integers(), st.integers(0, 2**40))
@settings(max_examples=50)
def test_a_shuffle_shows_every_option_and_finds_the_picked_one(owner: int, occasion: int) -> None:
    item = make_item()
    shuffle = shuffle_of(owner, occasion, item)
    options = item.in_language(Language.SIMPLIFIED).options
    shown = shown_options(options, shuffle)
    assert sorted(shown) == sorted(options)
    for place, option in enumerate(shown):
        picked = picked_place(shuffle, place)
        assert picked is not None
        assert options[picked] == option
    assert picked_place(shuffle, 4) is None
    assert picked_place(shuffle, -1) is None


def test_shuffles_put_the_right_option_in_every_place() -> None:
    item = make_item()
    places = {shuffle_of(7, n, item).index(str(item.correct)) for n in range(40)}
    assert places == {0, 1, 2, 3}


def test_the_placement_test_climbs_and_falls_within_the_ladder() -> None:
    assert next_placement([], RULE) == 2
    assert next_placement([(2, True)], RULE) == 3
    assert next_placement([(1, False)], RULE) == 1
    assert next_placement([(5, True)], RULE) == 5


@pytest.mark.parametrize(
    ("results", "level"),
    [
        ([(2, True), (3, True), (4, True), (5, True), (5, True)], 4),
        ([(2, False), (1, False), (1, False), (1, False), (1, False)], 1),
        ([(2, True), (3, False), (2, True), (3, False), (2, True)], 2),
        ([(2, True), (3, True), (4, False), (3, True), (4, False)], 3),
        # One lucky answer high up proves nothing.
        ([(2, False), (1, True), (2, False), (1, True), (2, True)], 1),
    ],
)
def test_the_start_is_the_highest_level_that_is_proven(
    results: list[tuple[int, bool]], level: int
) -> None:
    assert starting_level(results, RULE) == level


def test_a_score_is_accuracy_times_the_weight_of_what_was_right() -> None:
    weights = {1: 20, 2: 60, 3: 100}
    votes = [(7, 1, True), (7, 2, True), (8, 3, True), (9, 1, False), (8, 1, False)]
    first, second = scored(votes, weights)
    assert (first.member_id, first.right, first.score) == (8, 1, 33)
    assert (second.member_id, second.right, second.score) == (7, 2, 27)


def make_responses(right: int, wrong: dict[int | None, int]) -> list[Response]:
    """Return right answers by able people (low ids) and wrong ones by others; 0 is right."""
    found = [Response(number, 0, True) for number in range(right)]
    for choice, count in wrong.items():
        start = len(found)
        found += [Response(start + number, choice, False) for number in range(count)]
    return found


def test_an_item_that_able_people_get_right_tells_them_apart() -> None:
    responses = make_responses(20, {1: 10, 2: 5, 3: 5})
    totals = {one.member_id: (11, 10 if one.correct else 3) for one in responses}
    figures = statistics_of(responses, totals)
    assert (figures.answers, figures.share_right, figures.picks) == (40, 50, (20, 10, 5, 5))
    assert figures.discrimination == 100
    assert faults_of(figures, 0, REVIEW) == ()


def test_an_item_that_able_people_get_wrong_is_doubtful() -> None:
    responses = make_responses(10, {1: 25, 2: 5})
    totals = {one.member_id: (11, 3 if one.correct else 9) for one in responses}
    figures = statistics_of(responses, totals)
    assert figures.discrimination is not None
    assert figures.discrimination < 0
    assert faults_of(figures, 0, REVIEW) == (
        Fault.TELLS_NOTHING,
        Fault.WRONG_PREFERRED,
        Fault.NEVER_PICKED,
    )


def test_nothing_is_said_of_an_item_that_few_answered() -> None:
    figures = statistics_of(make_responses(0, {1: 29}), {})
    assert faults_of(figures, 0, REVIEW) == ()


def test_answers_that_never_came_count_as_wrong_and_pick_nothing() -> None:
    figures = statistics_of(make_responses(1, {None: 3}), {})
    assert (figures.share_right, figures.silent, figures.picks) == (25, 3, (1, 0, 0, 0))
    assert figures.discrimination is None


def test_a_weight_is_the_measured_share_of_wrong_answers_or_stands_for_the_level() -> None:
    assert weight_of(3, None, 30) == 60
    figures = statistics_of(make_responses(10, {1: 30}), {})
    assert weight_of(3, figures, 30) == 75
    easy = statistics_of(make_responses(40, {}), {})
    assert weight_of(3, easy, 30) == 20


def make_edit(kind: EditKind, version: int = 1, **more: object) -> Edit:
    content = make_item(correct=3).record() if kind is EditKind.FIX else None
    return Edit("l1-01", kind, version, content, **more)  # type: ignore[arg-type]


def test_a_fix_is_asked_from_then_on_and_the_old_version_stays_findable() -> None:
    bank = Bank(make_items(), [make_edit(EditKind.FIX, 2)])
    now, before = bank.item("l1-01"), bank.version("l1-01", 1)
    assert now is not None
    assert before is not None
    assert (now.version, now.correct) == (2, 3)
    assert before.version == 1
    assert bank.next_version("l1-01") == 3


def test_an_undone_fix_leaves_its_version_findable_and_its_number_used() -> None:
    bank = Bank(make_items(), [make_edit(EditKind.FIX, 2, undone_at=NOW)])
    now = bank.item("l1-01")
    assert now is not None
    assert now.version == 1
    assert bank.version("l1-01", 2) is not None
    assert bank.next_version("l1-01") == 3


def test_a_retired_item_is_not_asked_until_it_is_restored() -> None:
    retired = Bank(make_items(), [make_edit(EditKind.RETIRE)])
    assert "l1-01" not in {item.id for item in retired.of_level(1)}
    back = Bank(make_items(), [make_edit(EditKind.RETIRE), make_edit(EditKind.RESTORE)])
    assert "l1-01" in {item.id for item in back.of_level(1)}


def test_an_edit_of_an_item_that_a_new_bank_dropped_does_nothing() -> None:
    bank = Bank([make_item("l1-02")], [make_edit(EditKind.FIX, 2)])
    assert bank.item("l1-01") is None


@pytest.mark.parametrize("language", [Language.SIMPLIFIED, Language.ENGLISH])
def test_the_shipped_bank_fills_every_level_and_every_item_fits_a_poll(language: Language) -> None:
    means, ladder = make_quiz_means(shipped_items()), default_ladder()
    for rung in ladder.rungs:
        assert len(Bank(means.items).of_level(rung.number)) >= 3 * rung.items
    for item in means.items:
        poll = poll_of(item, shuffle_of(1, 1, item), language, means)
        assert poll.correct is not None
        assert poll.options[poll.correct] == item.in_language(language).options[item.correct]
