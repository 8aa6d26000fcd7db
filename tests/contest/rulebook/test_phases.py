from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.contest.events import Auction
from bot.contest.instrument import Board, Market
from bot.contest.rulebook.phases import (
    PhaseKind,
    auction_instant,
    auction_settled,
    cancel_allowed,
    next_cancel,
    phase_at,
    phases,
)

DAY = date(2026, 11, 20)
SECOND = timedelta(seconds=1)
MAINLAND = [board for board in Board if board.market is Market.MAINLAND]
ZONES = {
    Market.MAINLAND: ZoneInfo("Asia/Shanghai"),
    Market.HONG_KONG: ZoneInfo("Asia/Hong_Kong"),
    Market.UNITED_STATES: ZoneInfo("America/New_York"),
}
K = PhaseKind

A_DAY_ON_THE_MAINLAND = [
    ("09:15", K.CLOSED, K.OPENING_ENTRY),
    ("09:20", K.OPENING_ENTRY, K.OPENING_NO_CANCEL),
    ("09:25", K.OPENING_NO_CANCEL, K.OPENING_MATCHED),
    ("09:30", K.OPENING_MATCHED, K.CONTINUOUS),
    ("11:30", K.CONTINUOUS, K.LUNCH),
    ("13:00", K.LUNCH, K.CONTINUOUS),
    ("14:57", K.CONTINUOUS, K.CLOSING_NO_CANCEL),
    ("15:00", K.CLOSING_NO_CANCEL, K.CLOSED),
    ("15:05", K.CLOSED, K.AFTER_HOURS),
    ("15:30", K.AFTER_HOURS, K.CLOSED),
]
A_DAY_IN_HONG_KONG = [
    ("09:00", K.CLOSED, K.OPENING_ENTRY),
    ("09:15", K.OPENING_ENTRY, K.OPENING_NO_CANCEL),
    ("09:20", K.OPENING_NO_CANCEL, K.OPENING_MATCHED),
    ("09:30", K.OPENING_MATCHED, K.CONTINUOUS),
    ("12:00", K.CONTINUOUS, K.LUNCH),
    ("13:00", K.LUNCH, K.CONTINUOUS),
    ("16:00", K.CONTINUOUS, K.CLOSING_ENTRY),
    ("16:06", K.CLOSING_ENTRY, K.CLOSING_NO_CANCEL),
    ("16:08", K.CLOSING_NO_CANCEL, K.CLOSING_MATCH),
    ("16:10", K.CLOSING_MATCH, K.CLOSED),
]
A_HALF_DAY_IN_HONG_KONG = [
    *A_DAY_IN_HONG_KONG[:4],
    ("12:00", K.CONTINUOUS, K.CLOSING_ENTRY),
    ("12:06", K.CLOSING_ENTRY, K.CLOSING_NO_CANCEL),
    ("12:08", K.CLOSING_NO_CANCEL, K.CLOSING_MATCH),
    ("12:10", K.CLOSING_MATCH, K.CLOSED),
    ("13:00", K.CLOSED, K.CLOSED),
]
A_DAY_IN_NEW_YORK = [("09:30", K.CLOSED, K.CONTINUOUS), ("16:00", K.CONTINUOUS, K.CLOSED)]
NOON = time(12)


def local(board, text, day=DAY):
    return datetime.combine(day, time.fromisoformat(text), ZONES[board.market])


def assert_turns(board, rows, early_close=None, day=DAY):
    """Check one second before, at and after each boundary."""
    for text, before, since in rows:
        at = local(board, text, day)
        assert phase_at(board, at - SECOND, day, early_close) is before
        assert phase_at(board, at, day, early_close) is since
        assert phase_at(board, at + SECOND, day, early_close) is since


@pytest.mark.parametrize("board", MAINLAND)
def test_a_mainland_day_turns_at_its_boundaries(board):
    """Source: Shanghai's release of 2018-08-20 (verified), broker tables (confirmed)."""
    assert_turns(board, A_DAY_ON_THE_MAINLAND)


def test_a_hong_kong_day_turns_at_its_boundaries():
    """Source: five broker pages (confirmed); 16:06 to 16:08 general knowledge, not verified."""
    assert_turns(Board.HONG_KONG, A_DAY_IN_HONG_KONG)


def test_a_hong_kong_half_day_has_its_closing_auction_at_noon():
    """Source: broker pages (confirmed), the offsets as on a full day (general knowledge)."""
    assert_turns(Board.HONG_KONG, A_HALF_DAY_IN_HONG_KONG, NOON)


@pytest.mark.parametrize("day", [DAY, date(2026, 3, 6), date(2026, 3, 9), date(2026, 11, 2)])
def test_an_american_day_turns_at_its_boundaries_whatever_the_clocks_do(day):
    """Source: general knowledge, not verified; the clocks changed on 2026-03-08 and 11-01."""
    assert_turns(Board.UNITED_STATES, A_DAY_IN_NEW_YORK, day=day)


def test_an_american_half_day_ends_at_one():
    rows = [("13:00", K.CONTINUOUS, K.CLOSED)]
    assert_turns(Board.UNITED_STATES, rows, time(13), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2026, 3, 6), 14), (date(2026, 3, 9), 13),
        (date(2026, 10, 30), 13), (date(2026, 11, 2), 14),
    ],
)  # fmt: skip
def test_american_trading_shifts_by_an_hour_of_world_time_with_the_clocks(day, hour):
    """Source: 9:30 in New York is 13:30 UTC in summer, 14:30 in winter."""
    opens = datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC)
    assert auction_instant(Board.UNITED_STATES, Auction.OPENING, day) == opens
    assert auction_instant(Board.UNITED_STATES, Auction.CLOSING, day) == opens + timedelta(
        hours=6, minutes=30
    )


@pytest.mark.parametrize("board", Board)
def test_phases_are_world_time_in_order_without_overlap(board):
    found = phases(board, DAY)
    assert all(phase.starts.tzinfo is UTC and phase.starts < phase.ends for phase in found)
    assert all(one.ends <= other.starts for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("board", "opening", "settled", "closing", "closed"),
    [
        *((board, "09:25", "09:25", "15:00", "15:00") for board in MAINLAND),
        (Board.HONG_KONG, "09:20", "09:22", "16:08", "16:10"),
        (Board.UNITED_STATES, "09:30", "09:30", "16:00", "16:00"),
    ],
)
def test_an_auction_counts_from_its_earliest_match_and_its_price_from_the_latest(
    board, opening, settled, closing, closed
):
    """Source: as for the phases; random matching ends at 9:22 and 16:10 (confirmed)."""
    assert auction_instant(board, Auction.OPENING, DAY) == local(board, opening)
    assert auction_settled(board, Auction.OPENING, DAY) == local(board, settled)
    assert auction_instant(board, Auction.CLOSING, DAY) == local(board, closing)
    assert auction_settled(board, Auction.CLOSING, DAY) == local(board, closed)


def test_half_days_move_the_closing_auction_only():
    for board, early, closing in (
        (Board.HONG_KONG, NOON, "12:08"),
        (Board.UNITED_STATES, time(13), "13:00"),
    ):
        assert auction_instant(board, Auction.CLOSING, DAY, early) == local(board, closing)
        opening = auction_instant(board, Auction.OPENING, DAY)
        assert auction_instant(board, Auction.OPENING, DAY, early) == opening


def test_shanghai_closes_by_auction_since_august_2018():
    """Source: the exchange's news release (verified)."""
    before, since = date(2018, 8, 17), date(2018, 8, 20)
    assert auction_instant(Board.SSE_MAIN, Auction.CLOSING, before) is None
    assert phase_at(Board.SSE_MAIN, local(Board.SSE_MAIN, "14:58", before), before) is K.CONTINUOUS
    assert auction_instant(Board.SSE_MAIN, Auction.CLOSING, since) == local(
        Board.SSE_MAIN, "15:00", since
    )


@pytest.mark.parametrize(
    ("board", "since"),
    [
        (Board.SSE_MAIN, date(2026, 7, 6)),
        (Board.SZSE_MAIN, date(2026, 7, 6)),
        (Board.BSE, date(2026, 7, 6)),
        (Board.CHINEXT, date(2020, 8, 24)),
    ],
)
def test_after_hours_trading_reached_every_board_by_july_2026(board, since):
    """Source: news of 2026-07-05 (confirmed); ChiNext general knowledge of its reform."""
    for day, kind in ((since - timedelta(days=1), K.CLOSED), (since, K.AFTER_HOURS)):
        assert phase_at(board, local(board, "15:10", day), day) is kind


@pytest.mark.parametrize(
    ("board", "start", "end"),
    [
        *((board, "09:20", "09:30") for board in MAINLAND),
        *((board, "14:57", "15:00") for board in MAINLAND),
        (Board.HONG_KONG, "09:15", "09:30"),
        (Board.HONG_KONG, "16:06", "16:10"),
    ],
)
def test_no_cancel_is_taken_while_a_match_is_prepared_or_made(board, start, end):
    """Source: the same tables; 14:57 to 15:00 from Shanghai's release (verified)."""
    starts, ends = local(board, start), local(board, end)
    assert cancel_allowed(board, starts - SECOND, DAY)
    assert not cancel_allowed(board, starts, DAY)
    assert not cancel_allowed(board, ends - SECOND, DAY)
    assert cancel_allowed(board, ends, DAY)


@pytest.mark.parametrize("board", Board)
@pytest.mark.parametrize("text", ["03:00", "12:30", "20:00"])
def test_nothing_hinders_a_cancel_while_nothing_can_trade(board, text):
    at = local(board, text)
    assert cancel_allowed(board, at, DAY)
    assert next_cancel(board, at, DAY) == at


def test_who_may_not_cancel_is_told_when_he_may():
    board = Board.SSE_MAIN
    for text in ("09:20", "09:24:59", "09:27"):
        assert next_cancel(board, local(board, text), DAY) == local(board, "09:30")
    hong_kong = Board.HONG_KONG
    assert next_cancel(hong_kong, local(hong_kong, "09:15"), DAY) == local(hong_kong, "09:30")


def test_after_the_last_cancel_of_a_day_there_is_none_to_come():
    for board, text in ((Board.SSE_MAIN, "14:57"), (Board.STAR, "14:59:59")):
        assert next_cancel(board, local(board, text), DAY) is None
    assert next_cancel(Board.HONG_KONG, local(Board.HONG_KONG, "16:07"), DAY) is None
    assert next_cancel(Board.HONG_KONG, local(Board.HONG_KONG, "12:07"), DAY, NOON) is None


def test_another_days_instant_is_outside_of_the_day():
    board = Board.SSE_MAIN
    assert phase_at(board, local(board, "10:00") + timedelta(days=1), DAY) is K.CLOSED


def test_mistakes_of_the_caller_are_errors():
    with pytest.raises(ValueError, match="2026"):
        phase_at(Board.SSE_MAIN, datetime(2026, 11, 20, 10), DAY)  # noqa: DTZ001
    with pytest.raises(ValueError, match="sse-main"):
        phases(Board.SSE_MAIN, DAY, NOON)
