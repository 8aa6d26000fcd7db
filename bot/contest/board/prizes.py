"""Who gets which points at the end, and what prizes may not be.

Learning pays, trading does not: no prize depends on rank alone, on profit, or on how much was
traded. A rank band pays only those who also finished and kept a journal; `lint_prizes` refuses
rules that would get round that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from bot.contest.rules import Prizes


class PrizeReason(StrEnum):
    """What a prize is for."""

    FINISHING = "finishing"
    JOURNAL = "journal"
    DIVERSIFICATION = "diversification"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Entrant:
    """What counts of one member when a contest ends.

    `rank`: the final one, None out of competition. `stayed`: in until the last close, neither
    withdrawn nor disqualified. `days_open`: trading days from joining to the end, both
    included; `days_valued`: those at whose close the account was valued. `notes`: different
    days with a journal note. `concentration`: mean over the closes. `days_spread`: closes with
    at least `Prizes.fewest_names` names held.
    """

    account: int
    rank: int | None
    staff: bool = False
    stayed: bool = True
    days_open: int = 0
    days_valued: int = 0
    notes: int = 0
    concentration: Decimal = Decimal(0)
    days_spread: int = 0


@dataclass(frozen=True, slots=True)
class Prize:
    """Points for one member, for one reason."""

    account: int
    reason: PrizeReason
    points: int


class PrizeProblem(StrEnum):
    """Why prizes cannot be published; each has the message `contest-prizes-<code>`.

    The fields that a finding carries stand beside each code.
    """

    RANK_ALONE = "rank-alone"  # bands without a journal to keep
    BANDS_OUTWEIGH = "bands-outweigh"  # band, others: the best band above all others together
    BAND_RANKS = "band-ranks"  # first, last
    BAND_OVERLAP = "band-overlap"  # first, last: the ranks that two bands share
    BAND_ORDER = "band-order"  # first, last: a worse band that pays more than the one before
    NEGATIVE = "negative"  # points
    CONCENTRATION = "concentration"  # most: not above 0 and below 1
    NAMES = "names"  # names: below 2


@dataclass(frozen=True, slots=True)
class PrizeFinding:
    """One problem of the published prizes, with the numbers it is about."""

    problem: PrizeProblem
    fields: Mapping[str, int | Decimal] = field(default_factory=dict)


def prizes_for(entrants: Iterable[Entrant], prizes: Prizes) -> tuple[Prize, ...]:
    """Return every prize, by account and then in the order of `PrizeReason`; none for staff."""
    return tuple(
        Prize(entrant.account, reason, points)
        for entrant in sorted(entrants, key=lambda one: one.account)
        for reason, points in _earned(entrant, prizes).items()
        if points > 0
    )


def finished(entrant: Entrant) -> bool:
    """Say whether somebody was in until the end and valued on every day since joining."""
    return entrant.stayed and 0 < entrant.days_open <= entrant.days_valued


def kept_journal(entrant: Entrant, prizes: Prizes) -> bool:
    """Say whether there are notes on enough different days; never without a single one."""
    return entrant.notes >= max(prizes.journal_notes, 1)


def spread_out(entrant: Entrant, prizes: Prizes) -> bool:
    """Say whether the account was spread over names as published, by its closes."""
    return (
        entrant.concentration <= prizes.widest_concentration
        and entrant.days_spread > 0
        and 2 * entrant.days_spread >= entrant.days_open
    )


def _earned(entrant: Entrant, prizes: Prizes) -> dict[PrizeReason, int]:
    # Whoever did not finish gets nothing: a journal of a contest one left is not kept.
    if entrant.staff or not finished(entrant):
        return {}
    earned = {PrizeReason.FINISHING: prizes.finishing}
    if kept_journal(entrant, prizes):
        earned[PrizeReason.JOURNAL] = prizes.journal
    if spread_out(entrant, prizes):
        earned[PrizeReason.DIVERSIFICATION] = prizes.diversification
    if kept_journal(entrant, prizes):
        earned[PrizeReason.BAND] = _band_points(entrant.rank, prizes)
    return earned


def _band_points(rank: int | None, prizes: Prizes) -> int:
    """Return the points of the band with `rank`; members who share a rank all get them."""
    if rank is None:
        return 0
    return next((band.points for band in prizes.bands if band.first <= rank <= band.last), 0)


def lint_prizes(prizes: Prizes) -> tuple[PrizeFinding, ...]:
    """Return why these prizes cannot be published; () if they can."""
    return (*_amounts(prizes), *_thresholds(prizes), *_bands(prizes))


def _amounts(prizes: Prizes) -> Iterable[PrizeFinding]:
    amounts = (prizes.finishing, prizes.journal, prizes.diversification)
    for points in (*amounts, *(band.points for band in prizes.bands)):
        if points < 0:
            yield PrizeFinding(PrizeProblem.NEGATIVE, {"points": points})


def _thresholds(prizes: Prizes) -> Iterable[PrizeFinding]:
    if not 0 < prizes.widest_concentration < 1:
        most = prizes.widest_concentration
        yield PrizeFinding(PrizeProblem.CONCENTRATION, {"most": most})
    if prizes.fewest_names < 2:
        yield PrizeFinding(PrizeProblem.NAMES, {"names": prizes.fewest_names})


def _bands(prizes: Prizes) -> Iterable[PrizeFinding]:
    if not prizes.bands:
        return
    if prizes.journal_notes < 1:
        yield PrizeFinding(PrizeProblem.RANK_ALONE)
    best = max(band.points for band in prizes.bands)
    others = prizes.finishing + prizes.journal + prizes.diversification
    if best > others:
        yield PrizeFinding(PrizeProblem.BANDS_OUTWEIGH, {"band": best, "others": others})
    for band in prizes.bands:
        if not 1 <= band.first <= band.last:
            yield PrizeFinding(PrizeProblem.BAND_RANKS, {"first": band.first, "last": band.last})
    for before, after in pairwise(sorted(prizes.bands, key=lambda band: band.first)):
        ranks = {"first": after.first, "last": min(before.last, after.last)}
        if after.first <= before.last:
            yield PrizeFinding(PrizeProblem.BAND_OVERLAP, ranks)
        if after.points > before.points:
            whole = {"first": after.first, "last": after.last}
            yield PrizeFinding(PrizeProblem.BAND_ORDER, whole)
