import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compliance.anchors import Anchors, count_digits
from bot.compliance.literals import all_of, needs_of
from bot.compliance.rulepack import default_pack

PACK = default_pack()
ANY = st.characters(codec="utf-8")
PATTERNS = sorted({p.pattern for rule in PACK.rules for p in rule.patterns})
CONTEXTS = sorted(
    {
        part.pattern
        for context in PACK.contexts
        for part in (context.before, context.after, context.following, context.heading)
        if part is not None
    }
)


def satisfied(needs, text):
    return count_digits(text) >= needs.digits and all(
        any(literal in text for literal in clause) for clause in needs.clauses
    )


@pytest.mark.parametrize(
    ("pattern", "clauses", "digits"),
    [
        ("必涨", [{"必涨"}], 0),
        ("(?:必|稳)涨", [{"必涨", "稳涨"}], 0),
        ("必.{0,3}涨", [{"必"}, {"涨"}], 0),
        ("必(?:要|会)?涨", [{"必涨", "必要涨", "必会涨"}], 0),
        (r"(?<!\d)1[3-9]\d{9}(?!\d)", [], 10),
        (r"\d+手|\d+股", [{"手", "股"}], 1),
        ("a*b?", [], 0),
        ("[^,]必", [{"必"}], 0),
        (r"\+v(?![a-z])", [{"+v"}], 0),
        ("(?:涨)+停", [{"涨"}, {"停"}], 0),
        ("(?i)必涨", [], 0),  # not understood: always runs
        (r"(必)\1", [], 0),
    ],
)
def test_the_literals_of_a_pattern_are_read_from_it(pattern, clauses, digits):
    needs = needs_of(pattern)
    assert {frozenset(c) for c in clauses} == set(needs.clauses)
    assert needs.digits == digits


def hold_needs_of(pattern):
    @settings(max_examples=5, deadline=None, database=None)
    @given(st.from_regex(pattern, alphabet=ANY))
    def holds(text):
        for each in (text, re.sub(r"\d", "7", text)):
            if re.search(pattern, each):
                assert satisfied(needs_of(pattern), each), pattern

    holds()


@pytest.mark.parametrize("patterns", [PATTERNS, CONTEXTS], ids=["rules", "contexts"])
def test_whatever_a_pattern_matches_has_what_it_needs(patterns):
    assert patterns
    for pattern in patterns:
        hold_needs_of(pattern)


def test_every_pattern_of_the_pack_has_something_to_look_for():
    without = [
        (rule.id, pattern.pattern)
        for rule in PACK.rules
        for pattern in rule.patterns
        if needs_of(pattern.pattern).anything
    ]
    assert without == []


def test_a_pattern_is_a_candidate_only_where_all_its_literals_are():
    anchors = Anchors([needs_of("必.{0,3}涨"), needs_of("稳赚"), needs_of(r"\d{11}")])
    assert anchors.candidates("必定会涨") == [0]
    assert anchors.candidates("必须") == []
    assert anchors.candidates("稳赚，必涨") == [0, 1]
    assert list(anchors.unanchored) == [2]


def test_several_patterns_need_what_each_of_them_needs():
    both = all_of([needs_of("必涨"), needs_of(r"\d{3}手")])
    assert set(both.clauses) == {frozenset({"必涨"}), frozenset({"手"})}
    assert both.digits == 3
