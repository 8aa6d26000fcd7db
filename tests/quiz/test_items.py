"""The bank of quiz items as it is written: structure, balance, lengths, dates and screening."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane

ROOT = Path(__file__).parents[2] / "bot"
FILES = sorted((ROOT / "quiz" / "items").glob("level_*.toml"))
BANK = {file.stem: tomllib.loads(file.read_text("utf-8"))["item"] for file in FILES}
ITEMS = [item for items in BANK.values() for item in items]
GATE = Gate(default_pack())
LEAST_PER_LEVEL = 62
CHINESE, ENGLISH = "zh-Hans", "en"
NEEDED = {"id", "version", "level", "tags", "correct", "prompt", "options", "explanation"}
DATED = {"source", "as_of"}
LONGEST = {
    CHINESE: {"prompt": 80, "options": 24, "explanation": 120},
    ENGLISH: {"prompt": 200, "options": 44, "explanation": 190},
}
# Subjects whose figures are set by rules; a pure calculation says its own assumptions.
RULED = {"sessions", "fees", "limits", "lots", "listing", "tax", "hongkong", "us", "regulation"}
PUNCTUATION = re.compile(r"[\s，。？！：；、“”‘’（）()《》|,.?!:;'\"-]")


def languages(item):
    return [language for language in (CHINESE, ENGLISH) if language in item["prompt"]]


def every_words():
    return [(item, language) for item in ITEMS for language in languages(item)]


def named(items):
    return sorted(item["id"] for item in items)


def folded(text):
    return PUNCTUATION.sub("", text).casefold()


def right_one_stands_out(item, language=CHINESE):
    options = item["options"][language]
    right = options[item["correct"]]
    return all(len(right) > len(other) for other in options if other is not right)


def test_there_are_five_levels_with_enough_items_each():
    assert [*BANK] == [f"level_{level}" for level in range(1, 6)]
    assert {name: len(items) for name, items in BANK.items() if len(items) < LEAST_PER_LEVEL} == {}
    assert len(ITEMS) >= 310


def test_every_item_has_the_agreed_fields_and_no_others():
    wrong = [i for i in ITEMS if not NEEDED <= i.keys() <= NEEDED | DATED or i["version"] < 1]
    assert named(wrong) == []


def test_every_item_stands_in_the_file_of_its_level():
    assert [
        i["id"] for name, items in BANK.items() for i in items if name[-1] != str(i["level"])
    ] == []


def test_identifiers_are_lower_case_words_and_unique():
    counted = Counter(item["id"] for item in ITEMS)
    assert [each for each, times in counted.items() if times > 1] == []
    assert [each for each in counted if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", each)] == []


def test_no_prompt_is_asked_twice_here_or_at_check_in():
    counted = Counter(folded(item["prompt"][language]) for item, language in every_words())
    assert [prompt for prompt, times in counted.items() if times > 1] == []
    files = (ROOT / "checkin" / "questions").glob("*.toml")
    known = [q for file in files for q in tomllib.loads(file.read_text("utf-8"))["question"]]
    asked = {folded(question["prompt"][CHINESE]) for question in known}
    assert asked
    assert asked & counted.keys() == set()


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_four_different_options_of_which_one_is_named_right(language):
    items = [item for item in ITEMS if language in languages(item)]
    options = {
        i["id"]: ["".join(o.split()).casefold() for o in i["options"][language]] for i in items
    }
    assert [each for each, four in options.items() if len(four) != 4 or len({*four}) != 4] == []
    assert [i["id"] for i in items if i["correct"] not in range(4)] == []
    assert [
        i["id"]
        for i in items
        if re.search("以上(都|全|皆)|都对|都不对|of the above", "".join(options[i["id"]]))
    ] == []


def test_texts_are_present_trimmed_and_fit_their_places():
    wrong = []
    for item, language in every_words():
        for field, longest in LONGEST[language].items():
            value = item[field].get(language)
            texts = value if isinstance(value, list) else [value]
            fit = all(text and text == text.strip() and len(text) <= longest for text in texts)
            wrong += [] if fit else [(item["id"], language, field)]
    assert wrong == []


def test_an_item_speaks_the_same_languages_in_all_its_fields():
    fields = ("prompt", "options", "explanation")
    assert named(i for i in ITEMS if len({frozenset(i[field]) for field in fields}) > 1) == []
    assert named(i for i in ITEMS if not {CHINESE} <= i["prompt"].keys() <= {*LONGEST}) == []


def test_an_explanation_teaches_more_than_the_option_says():
    short = [i for i in ITEMS if len(i["explanation"][CHINESE]) < 30]
    assert named(short) == []


@pytest.mark.parametrize("name", BANK)
def test_the_right_answer_is_evenly_placed(name):
    places = Counter(item["correct"] for item in BANK[name])
    assert all(0.15 <= places[place] / len(BANK[name]) <= 0.35 for place in range(4)), places


@pytest.mark.parametrize("name", BANK)
def test_the_right_answer_is_not_given_away_by_its_length(name):
    for language in (CHINESE, ENGLISH):
        items = [item for item in BANK[name] if language in languages(item)]
        share = sum(right_one_stands_out(item, language) for item in items) / len(items)
        assert share <= 0.3, (language, share)


@pytest.mark.parametrize("name", BANK)
def test_the_first_third_is_in_english_as_well(name):
    items = BANK[name]
    third = -(-len(items) // 3)
    assert named(item for item in items[:third] if ENGLISH not in languages(item)) == []


def test_figures_of_rules_carry_their_source_and_date():
    undated = [
        item
        for item in ITEMS
        if RULED & {*item["tags"]}
        and "calculation" not in item["tags"]
        and re.search(r"\d", item["options"][CHINESE][item["correct"]])
        and not item.keys() >= DATED
    ]
    assert named(undated) == []


def test_a_source_never_stands_without_a_date():
    dated = [item for item in ITEMS if item.keys() & DATED]
    assert dated
    assert (
        named(i for i in dated if not (i.get("source") and isinstance(i.get("as_of"), date))) == []
    )


def test_no_language_is_mixed_into_another():
    chinese = re.compile(r"[\u4e00-\u9fff]")
    english = [item for item in ITEMS if ENGLISH in languages(item)]
    assert (
        named(
            i
            for i in english
            if chinese.search(str([i[f][ENGLISH] for f in ("prompt", "options", "explanation")]))
        )
        == []
    )


def test_every_item_passes_the_products_own_screening():
    blocked = []
    for item, language in every_words():
        words = [item[field][language] for field in ("prompt", "explanation")]
        whole = "\n".join([words[0], *item["options"][language], words[1]])
        blocked += [] if GATE.judge(whole, Lane.OUTGOING).clean else [(item["id"], language)]
    assert blocked == []
