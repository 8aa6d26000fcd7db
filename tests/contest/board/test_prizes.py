from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.board.prizes import (
    Entrant,
    Prize,
    PrizeProblem,
    PrizeReason,
    lint_prizes,
    prizes_for,
)
from bot.contest.rules import Band, Prizes
from bot.i18n import Language, Say, words_for

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
PRIZES = Prizes(
    finishing=50,
    journal=40,
    diversification=30,
    bands=(Band(1, 1, 100), Band(2, 3, 60), Band(4, 10, 20)),
)
GOOD = Entrant(
    account=7,
    rank=2,
    days_open=20,
    days_valued=20,
    notes=5,
    concentration=Decimal("0.12"),
    days_spread=10,
)


def reasons(prizes=PRIZES, **changed):
    return {
        prize.reason.value: prize.points for prize in prizes_for([replace(GOOD, **changed)], prizes)
    }


def test_who_finished_wrote_and_spread_gets_each_prize_with_its_reason():
    assert prizes_for([GOOD], PRIZES) == (
        Prize(7, PrizeReason.FINISHING, 50),
        Prize(7, PrizeReason.JOURNAL, 40),
        Prize(7, PrizeReason.DIVERSIFICATION, 30),
        Prize(7, PrizeReason.BAND, 60),
    )


def test_the_winner_without_a_journal_gets_nothing_for_the_rank():
    assert reasons(rank=1, notes=4) == {"finishing": 50, "diversification": 30}


def test_the_winner_who_left_gets_nothing_at_all():
    assert reasons(rank=1, stayed=False) == {}
    assert reasons(rank=1, days_valued=19) == {}


def test_staff_get_no_prizes():
    assert reasons(staff=True) == {}


def test_late_entry_counts_from_the_day_of_joining():
    assert "finishing" in reasons(days_open=3, days_valued=3, days_spread=2)


def test_who_joined_after_the_last_close_finished_nothing():
    assert reasons(days_open=0, days_valued=0) == {}


def test_cash_alone_is_not_spread_out():
    assert "diversification" not in reasons(concentration=Decimal(0), days_spread=0)


@pytest.mark.parametrize(
    ("concentration", "days_spread", "gets"),
    [("0.15", 10, True), ("0.150001", 20, False), ("0.10", 9, False)],
)
def test_spreading_out_is_judged_by_the_published_limits(concentration, days_spread, gets):
    found = reasons(concentration=Decimal(concentration), days_spread=days_spread)
    assert ("diversification" in found) == gets


@pytest.mark.parametrize(
    ("rank", "points"), [(1, 100), (3, 60), (10, 20), (11, None), (None, None)]
)
def test_bands_include_both_their_ends(rank, points):
    assert reasons(rank=rank).get("band") == points


def test_members_who_share_a_rank_both_get_its_band():
    pair = [replace(GOOD, account=n, rank=1) for n in (1, 2)]
    bands = [prize for prize in prizes_for(pair, PRIZES) if prize.reason is PrizeReason.BAND]
    assert [(prize.account, prize.points) for prize in bands] == [(1, 100), (2, 100)]


def test_a_prize_of_no_points_is_no_prize():
    assert reasons(Prizes(finishing=5)) == {"finishing": 5}


@given(
    st.builds(
        Entrant,
        account=st.integers(1, 5),
        rank=st.none() | st.integers(1, 12),
        staff=st.booleans(),
        stayed=st.booleans(),
        days_open=st.integers(0, 5),
        days_valued=st.integers(0, 5),
        notes=st.integers(0, 8),
        days_spread=st.integers(0, 5),
    ),
    st.integers(-1, 6),
)
def test_no_band_is_ever_paid_for_rank_alone(entrant, notes):
    for prize in prizes_for([entrant], replace(PRIZES, journal_notes=notes)):
        assert not entrant.staff
        assert entrant.stayed
        if prize.reason is PrizeReason.BAND:
            assert entrant.notes >= max(notes, 1)
            assert 0 < entrant.days_open <= entrant.days_valued


def problems(**changed):
    return [finding.problem for finding in lint_prizes(replace(PRIZES, **changed))]


def test_sound_prizes_and_none_at_all_pass():
    assert lint_prizes(PRIZES) == ()
    assert lint_prizes(Prizes()) == ()


def test_bands_without_a_journal_would_pay_for_rank_alone():
    assert WORDS.say(Language.SIMPLIFIED, Say("contest-prizes-rank-alone"))
    assert problems(journal_notes=0) == [PrizeProblem.RANK_ALONE]
    assert problems(journal_notes=0, bands=()) == []


@pytest.mark.parametrize(
    ("changed", "problem", "fields"),
    [
        ({"bands": (Band(1, 1, 121),)}, "bands-outweigh", {"band": 121, "others": 120}),
        ({"bands": (Band(0, 3, 5),)}, "band-ranks", {"first": 0, "last": 3}),
        ({"bands": (Band(3, 2, 5),)}, "band-ranks", {"first": 3, "last": 2}),
        ({"bands": (Band(4, 9, 5), Band(1, 5, 9))}, "band-overlap", {"first": 4, "last": 5}),
        ({"bands": (Band(1, 3, 5), Band(4, 9, 6))}, "band-order", {"first": 4, "last": 9}),
        ({"journal": -1, "finishing": 200}, "negative", {"points": -1}),
        ({"widest_concentration": Decimal(1)}, "concentration", {"most": 1}),
        ({"widest_concentration": Decimal(0)}, "concentration", {"most": 0}),
        ({"fewest_names": 1}, "names", {"names": 1}),
    ],
)
def test_each_problem_is_named_with_its_numbers(changed, problem, fields):
    (finding,) = lint_prizes(replace(PRIZES, **changed))
    assert finding.problem == problem
    assert finding.fields == fields
    for language in Language:
        assert WORDS.say(language, Say(f"contest-prizes-{finding.problem}", **finding.fields))
