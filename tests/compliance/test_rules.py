import re
from collections import Counter

import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import RULES_FOLDER, default_pack
from bot.i18n import LOCALES, Language
from bot.strict_toml import read_items

PACK = default_pack()
GATE = Gate(PACK)
KIND = re.compile(r"^compliance-kind-([a-z-]+) = \S", re.MULTILINE)
# What a reason must name: a law, regulation, measure or official notice.
SOURCE = re.compile(r"法(?: 第|，|、|：|）|。)|办法|条例|规定|通知|刑法")


def kinds_named_in(language):
    text = (LOCALES / language / "compliance_kinds.ftl").read_text(encoding="utf-8")
    return set(KIND.findall(text))


def test_every_failing_example_breaks_its_rule_in_every_lane_of_it():
    missed = [
        (rule.id, lane.value, text)
        for rule in PACK.rules
        for lane in sorted(rule.lanes)
        for text in rule.failing
        if rule.id not in GATE.judge(text, lane).rules
    ]
    assert missed == []


def test_no_passing_example_is_held_by_any_rule():
    held = [
        (rule.id, lane.value, text, verdict.rules)
        for rule in PACK.rules
        for lane in sorted(rule.lanes)
        for text in rule.passing
        if rule.id in (verdict := GATE.judge(text, lane)).rules or verdict.causes
    ]
    assert held == []


def test_there_are_rules_enough_each_with_two_examples_of_either_sort():
    assert len(PACK.rules) >= 150
    for rule in PACK.rules:
        assert len(rule.passing) >= 2, rule.id
        assert len(rule.failing) >= 2, rule.id


def test_an_id_is_used_once_in_all_files():
    files = [path for path in RULES_FOLDER.glob("*.toml") if path.name != "contexts.toml"]
    ids = Counter(fields.text("id") for path in files for fields in read_items(path, "rule"))
    assert [rule_id for rule_id, times in ids.items() if times > 1] == []
    assert set(ids) == {rule.id for rule in PACK.rules}


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_a_name_and_every_name_a_kind(language):
    # "model" is the kind of what the trained model finds; no rule has it.
    assert kinds_named_in(language) == {rule.kind for rule in PACK.rules} | {"model"}


def test_the_pack_covers_every_kind_of_offence():
    assert {rule.kind for rule in PACK.rules} >= {
        "promised-return",
        "performance",
        "tip",
        "advice",
        "copy-trading",
        "lure",
        "inside-information",
        "rumour",
        "manipulation",
        "scarcity",
        "pressure",
        "order",
        "managed-money",
        "fund-raising",
        "margin",
        "crypto",
        "impersonation",
        "phishing",
        "personal-data",
        "suitability",
        "missing-disclosure",
        "unlicensed-advice",
        "gambling",
        "money-moving",
        "fake-job",
        "loan",
        "advertising",
    }


def test_every_reason_names_its_source():
    assert [(r.id, r.reason) for r in PACK.rules if not SOURCE.search(r.reason)] == []


def test_no_rule_speaks_with_emoji_or_exclamation():
    for rule in PACK.rules:
        assert not set("！!🚀✅⚠️") & set(rule.reason + rule.suggestion)
