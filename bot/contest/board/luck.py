"""How far a rank could be luck: the contest's days drawn again, many times.

Each replay draws as many days as there were, with replacement, and gives everybody his own
returns of those days: what the market did stays shared. Drawdowns and the composite are worked
out anew along each replay; concentration, which is no luck, stays. The band is where the
middle 80 % of an account's ranks over all replays lie.

The draws follow from the contest's rules hash alone (`draw_days`), so anyone can recompute
them. On boards of more than `SAMPLE` accounts, everybody is measured against that many of them,
evenly spaced from the last to the first, and the rank is scaled up: its error is about one
part in `SAMPLE`. These are floats and shown as an estimate; no rank is made from them.
"""

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.contest.rules import RankBy, Rules

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

REPLAYS = 200
SAMPLE = 2_000
FEWEST_DAYS = 5
LOW, HIGH = 10, 90  # percent of the replays
_PLACES = 9  # of a key: equal accounts stay equal whatever the order of the arithmetic
_DRAW_BYTES = 8


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The replays of one contest up to one day: what every account is measured against.

    `growth`: each account's equity over the day before's, by account and day. `days`: the
    drawn days, by replay. `sample`: the accounts measured against. `ends`, `keys`: their
    final growth and what they are ranked by, by replay.
    """

    rules: Rules
    growth: Real
    concentration: Real
    days: Whole
    sample: Whole
    ends: Real
    keys: Real


def draw_days(seed: str, days: int, replays: int) -> Whole:
    """Return the drawn day, 0 to `days` - 1, by replay and place, from `seed` alone.

    Draw k, counted through the replays, is the (k mod 4)-th big-endian 64-bit number of
    SHA-256("<seed>:<k div 4>"), modulo `days`: its bias is below 2^-57.
    """
    digests = (
        hashlib.sha256(f"{seed}:{number}".encode()).digest()
        for number in range((replays * days + 3) // 4)
    )
    drawn = np.frombuffer(b"".join(digests), dtype=">u8")[: replays * days]
    return (drawn % days).astype(np.int64).reshape(replays, days)


def make_field(
    equities: Whole,
    concentration: Real,
    rules: Rules,
    seed: str,
    *,
    replays: int = REPLAYS,
    sample: int = SAMPLE,
) -> Field | None:
    """Return the replays of a contest; None below `FEWEST_DAYS` days.

    `equities`: cents, by competing account, the opening capital and then one close a day; the
    capital again for days before an account joined. `concentration`: each account's mean,
    0 to 1. Takes about `replays` x `sample` x days steps, however many accounts there are.
    """
    days = equities.shape[1] - 1
    if days < FEWEST_DAYS or not len(equities):
        return None
    growth = _growth(equities)
    chosen = _sampled(equities[:, -1], sample)
    drawn = draw_days(seed, days, replays)
    ends, keys = np.empty((replays, len(chosen))), np.empty((replays, len(chosen)))
    for replay, these in enumerate(drawn):
        end, drawdown = _replayed(growth[chosen][:, these])
        levels = np.sort(end)
        below = np.searchsorted(levels, end, side="left")
        level = np.searchsorted(levels, end, side="right") - below - 1
        ends[replay] = end
        keys[replay] = _keys(
            rules, end, (below, level, len(chosen) - 1), drawdown, concentration[chosen]
        )
    return Field(rules, growth, concentration, drawn, chosen, ends, keys)


def rank_band(field: Field | None, index: int) -> tuple[int, int] | None:
    """Return the (best, worst) rank in the middle 80 % of the replays of account `index`.

    None where there is no field yet. `index` is the account's row in what `make_field` got.
    """
    if field is None:
        return None
    end, drawdown = _replayed(field.growth[index][field.days])
    end, member = end[:, np.newaxis], int(index in field.sample)
    others = len(field.sample) - member
    below = (field.ends < end).sum(axis=1)
    level = (field.ends == end).sum(axis=1) - member
    mean = np.full(len(drawdown), field.concentration[index])
    key = _keys(field.rules, end[:, 0], (below, level, others), drawdown, mean)
    ahead = (field.keys > key[:, np.newaxis]).sum(axis=1)
    rivals = len(field.growth) - 1
    ranks = np.sort(1 + (2 * ahead * rivals + others) // max(2 * others, 1))
    return int(ranks[_place(LOW, len(ranks))]), int(ranks[_place(HIGH, len(ranks))])


def _growth(equities: Whole) -> Real:
    """Return each day's equity over the day before's; 1 after everything was lost."""
    before, after = equities[:, :-1], equities[:, 1:]
    return np.divide(after, before, out=np.ones(before.shape), where=before > 0)


def _sampled(equity: Whole, most: int) -> Whole:
    """Return at most `most` rows, evenly spaced from the last to the first."""
    order = np.argsort(equity, kind="stable")
    if len(order) <= most:
        return order
    return order[np.arange(most) * (len(order) - 1) // (most - 1)]


def _replayed(growth: Real) -> tuple[Real, Real]:
    """Return final growth and drawdown of each row's path, which begins at 1."""
    path: Real = np.cumprod(growth, axis=1, dtype=np.float64)
    peak: Real = np.maximum(np.maximum.accumulate(path, axis=1), 1.0)
    return path[:, -1], ((peak - path) / peak).max(axis=1)


def _keys(
    rules: Rules, end: Real, places: tuple[Whole, Whole, int], drawdown: Real, mean: Real
) -> Real:
    """Return what is ranked, as `ranking.py` defines it."""
    if rules.rank_by is RankBy.RETURN:
        return np.round(end, _PLACES)
    below, level, others = places
    percentile = 100.0 * (below + level / 2) / others if others else np.full(len(end), 50.0)
    costs = float(rules.drawdown_weight) * drawdown + float(rules.concentration_weight) * mean
    return np.round(percentile - 100.0 * costs, _PLACES)


def _place(percent: int, count: int) -> int:
    """Return where in a sorted list of `count` its `percent` quantile stands."""
    return max((count * percent + 99) // 100 - 1, 0)
