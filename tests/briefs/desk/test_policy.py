from itertools import product

import pytest

from bot.briefs.desk.policy import Case, Fate, Ruling, may_approve, needs_a_person, ruling_of
from bot.briefs.slots import BareReason, Decision

EVERY = [
    Case(reviewed, clean, clean or sendable, decision)
    for reviewed, clean, sendable, decision in product(
        (True, False), (True, False), (True, False), (None, *Decision)
    )
]


def test_under_auto_a_clean_draft_goes_out_unattended() -> None:
    assert ruling_of(Case(False, True, True)) == Ruling(Fate.SEND)


def test_under_auto_a_draft_with_remarks_waits_for_a_person_and_then_is_figures_alone() -> None:
    case = Case(False, False, True)
    assert needs_a_person(case)
    assert ruling_of(case) == Ruling(Fate.DATA_ONLY, BareReason.HELD)
    assert ruling_of(Case(False, False, True, Decision.APPROVED)) == Ruling(Fate.SEND)


def test_under_review_what_nobody_approved_is_figures_alone() -> None:
    assert ruling_of(Case(True, True, True)) == Ruling(Fate.DATA_ONLY, BareReason.NOT_APPROVED)
    assert ruling_of(Case(True, True, True, Decision.APPROVED)) == Ruling(Fate.SEND)


@pytest.mark.parametrize("case", EVERY)
def test_what_the_gate_forbids_never_goes_out_whoever_approved_it(case: Case) -> None:
    if not case.sendable:
        assert ruling_of(case).fate is not Fate.SEND


@pytest.mark.parametrize("case", EVERY)
def test_a_decision_against_a_draft_is_obeyed_under_every_policy(case: Case) -> None:
    if case.decision is Decision.REJECTED:
        assert ruling_of(case) == Ruling(Fate.NOTHING)
    if case.decision is Decision.DATA_ONLY:
        assert ruling_of(case) == Ruling(Fate.DATA_ONLY, BareReason.CHOSEN)


@pytest.mark.parametrize("case", EVERY)
def test_figures_alone_always_have_a_reason(case: Case) -> None:
    ruling = ruling_of(case)
    assert (ruling.why is None) == (ruling.fate is not Fate.DATA_ONLY)


@pytest.mark.parametrize("case", EVERY)
def test_nobody_is_called_about_what_was_decided(case: Case) -> None:
    if case.decision is not None:
        assert not needs_a_person(case)


def test_nobody_approves_their_own_words_but_anybody_the_machines() -> None:
    assert may_approve(7, None)
    assert may_approve(7, 8)
    assert not may_approve(7, 7)
