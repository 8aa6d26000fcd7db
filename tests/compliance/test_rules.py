import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack

PACK = default_pack()
GATE = Gate(PACK)


def examples(kind):
    return [
        pytest.param(rule, text, id=f"{rule.id}-{text}")
        for rule in PACK.rules
        for text in getattr(rule, kind)
    ]


@pytest.mark.parametrize(("rule", "text"), examples("failing"))
def test_every_failing_example_breaks_its_rule_in_every_lane_of_it(rule, text):
    for lane in rule.lanes:
        assert rule.id in GATE.judge(text, lane).rules


@pytest.mark.parametrize(("rule", "text"), examples("passing"))
def test_no_passing_example_is_held_by_any_rule(rule, text):
    for lane in rule.lanes:
        verdict = GATE.judge(text, lane)
        assert rule.id not in verdict.rules
        assert not verdict.causes


def test_the_pack_covers_every_kind_of_offence():
    assert len(PACK.rules) >= 40
    assert {rule.kind for rule in PACK.rules} >= {
        "promised-return",
        "performance",
        "tip",
        "advice",
        "copy-trading",
        "lure",
        "inside-information",
        "scarcity",
        "order",
        "managed-money",
        "fund-raising",
        "impersonation",
        "personal-data",
    }


def test_no_rule_speaks_with_emoji_or_exclamation():
    for rule in PACK.rules:
        assert not set("！!🚀✅⚠️") & set(rule.reason + rule.suggestion)
