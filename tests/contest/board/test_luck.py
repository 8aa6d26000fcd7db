import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.contest.board.luck import draw_days, make_field, rank_band
from bot.contest.rules import RankBy
from tests.contest.boards import make_rules

SEED = "ab" * 32
COMPOSITE = make_rules()
RETURN = make_rules(rank_by=RankBy.RETURN)
CAPITAL = 10**8


def curves(*steps):
    """Return equities in cents from each account's daily moves in percent."""
    rows = []
    for moves in steps:
        row = [CAPITAL]
        for move in moves:
            row.append(row[-1] * (100 + move) // 100)
        rows.append(row)
    return np.array(rows, dtype=np.int64)


def bands(equities, rules=COMPOSITE, seed=SEED, concentration=None, **known):
    spread = np.zeros(len(equities)) if concentration is None else np.array(concentration)
    field = make_field(equities, spread, rules, seed, **known)
    return [rank_band(field, n) for n in range(len(equities))]


def slow_bands(equities, rules, seed, replays):
    """Return the same for small boards, one replay after the other in plain Python."""
    count, days = len(equities), len(equities[0]) - 1
    found = [[] for _ in range(count)]
    for drawn in draw_days(seed, days, replays).tolist():
        ends, falls = [], []
        for row in equities.tolist():
            value = peak = 1.0
            fall = 0.0
            for day in drawn:
                value *= row[day + 1] / row[day]
                peak = max(peak, value)
                fall = max(fall, (peak - value) / peak)
            ends.append(value)
            falls.append(fall)
        keys = ends
        if rules.rank_by is RankBy.COMPOSITE:
            keys = [
                100 * (sum(o < e for o in ends) + (ends.count(e) - 1) / 2) / max(count - 1, 1)
                - 30 * fall
                for e, fall in zip(ends, falls, strict=True)
            ]
        keys = [round(key, 9) for key in keys]
        for n, key in enumerate(keys):
            found[n].append(1 + sum(other > key for other in keys))
    low, high = -(-replays // 10) - 1, -(-replays * 9 // 10) - 1
    return [(sorted(ranks)[low], sorted(ranks)[high]) for ranks in found]


def test_the_draws_follow_from_the_seed_as_published():
    drawn = draw_days("seed", 7, 3)
    digest = hashlib.sha256(b"seed:1").digest()
    # Draw 5 is the second number of the second digest; it stands at place 5 of replay 0.
    assert drawn[0, 5] == int.from_bytes(digest[8:16], "big") % 7
    assert drawn.shape == (3, 7)
    assert draw_days("other", 7, 3).tolist() != drawn.tolist()


def test_every_day_is_drawn_about_equally_often():
    counts = np.bincount(draw_days(SEED, 10, 2_000).ravel())
    assert counts.min() > 1_850
    assert counts.max() < 2_150


def test_four_days_are_too_few_to_say():
    assert bands(curves([1] * 4, [2] * 4)) == [None, None]
    assert bands(curves([1] * 5, [2] * 5)) == [(2, 2), (1, 1)]


def test_nobody_has_no_field():
    assert make_field(np.empty((0, 10), np.int64), np.empty(0), COMPOSITE, SEED) is None


def test_who_is_better_every_day_is_first_however_the_days_fall():
    assert bands(curves([3, -1, 2, 4, 1, 0], [2, -2, 1, 3, 0, -1]), RETURN) == [(1, 1), (2, 2)]


def test_one_lucky_day_makes_a_wide_band():
    steady = [[1, 1, 1, 1, 1, 1, 1, 1, 1, n % 2] for n in range(9)]
    low, high = bands(curves([20, 0, 0, 0, 0, 0, 0, 0, 0, 0], *steady), RETURN)[0]
    assert (low, high) == (1, 10)


def test_equal_accounts_share_their_band():
    first, second, *_ = bands(curves([5, -3, 2, 1, 0], [5, -3, 2, 1, 0], [1] * 5, [-1, 2, 3, 0, 1]))
    assert first == second


def test_one_alone_is_always_first():
    assert bands(curves([5, -3, 2, 1, 0])) == [(1, 1)]


def test_concentration_counts_in_every_replay_and_only_in_the_composite():
    alike = curves([1, 2, 0, 1, -1], [1, 2, 0, 1, -1])
    assert bands(alike, COMPOSITE, concentration=[0.0, 0.5]) == [(1, 1), (2, 2)]
    assert bands(alike, RETURN, concentration=[0.0, 0.5]) == [(1, 1), (1, 1)]


def test_an_account_that_lost_everything_has_a_band():
    assert bands(curves([-100, 0, 0, 0, 0], [1, 1, 1, 1, 1]), RETURN) == [(2, 2), (1, 1)]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.integers(-10, 10), min_size=6, max_size=6), min_size=1, max_size=7),
    st.sampled_from([COMPOSITE, RETURN]),
    st.sampled_from(["a", "b", "c"]),
)
def test_bands_equal_those_worked_out_one_replay_after_the_other(moves, rules, seed):
    equities = curves(*moves)
    assert bands(equities, rules, seed, replays=20) == slow_bands(equities, rules, seed, 20)


@pytest.mark.parametrize("rules", [COMPOSITE, RETURN])
def test_a_sample_of_opponents_gives_nearly_the_band_of_all_of_them(rules):
    chance = np.random.default_rng(7)
    moves = chance.integers(-4, 5, (1, 20)) + chance.integers(-3, 4, (1_500, 20))
    equities = curves(*moves.tolist())
    full = bands(equities, rules)
    sampled = bands(equities, rules, sample=300)
    gaps = np.abs(np.array(full) - np.array(sampled))
    assert gaps.max() <= 1_500 * 0.06
    assert gaps.mean() <= 1_500 * 0.01


def test_a_hundred_thousand_accounts_are_measured_against_a_bounded_sample():
    chance = np.random.default_rng(7)
    equities = CAPITAL + chance.integers(-(10**6), 10**6, (100_000, 61))
    field = make_field(equities, np.zeros(100_000), COMPOSITE, SEED, replays=5)
    assert field.ends.shape == (5, 2_000)
    low, high = rank_band(field, 4_321)
    assert 1 <= low <= high <= 100_000
