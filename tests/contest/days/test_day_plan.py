"""What a market day needs next, by the clock and the calendar alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import load_calendar
from bot.contest.days.day_plan import Due, Situation, Step, next_step
from bot.contest.days.day_times import day_times
from bot.contest.events import Auction
from bot.contest.instrument import Market
from bot.contest.rules import FillModel
from bot.contest.states import ContestState
from tests.factories.contests import DAY, NEXT_DAY, at, make_rules

SHANGHAI, HONG_KONG = load_calendar("XSHG"), load_calendar("XHKG")
RUNNING = Situation(1, "赛", ContestState.RUNNING, make_rules())
OPENED = replace(RUNNING, day=DAY, closed=False, settled=False)


def step(situation: Situation, now: datetime) -> Step | None:
    due = next_step(situation, SHANGHAI, now)
    return due.step if due else None


def test_a_day_opens_with_the_first_orders_and_waits_for_rows_until_just_before_the_match() -> None:
    assert step(RUNNING, at(9, 14, 59)) is None
    due = next_step(RUNNING, SHANGHAI, at(9, 15))
    assert isinstance(due, Due)
    assert (due.step, due.day, due.patience_over) == (Step.OPEN, DAY, False)
    late = next_step(RUNNING, SHANGHAI, at(9, 24, 30))
    assert late is not None
    assert late.patience_over


def test_each_auction_is_held_once_its_price_can_be_had_and_then_the_day_closes() -> None:
    assert step(OPENED, at(9, 25, 44)) is None
    assert step(OPENED, at(9, 25, 45)) is Step.HOLD_OPENING
    opened = replace(OPENED, auctions=frozenset({Auction.OPENING}))
    assert step(opened, at(14, 0)) is None
    assert step(opened, at(15, 0, 45)) is Step.HOLD_CLOSING
    both = replace(OPENED, auctions=frozenset(Auction))
    assert step(both, at(15, 0, 45)) is Step.CLOSE
    assert step(replace(both, closed=True), at(15, 1)) is Step.SETTLE


def test_a_live_contest_holds_no_auctions() -> None:
    live = replace(OPENED, rules=make_rules(fill_model=FillModel.LIVE))
    assert step(live, at(9, 26)) is None
    assert step(live, at(15, 0, 45)) is Step.CLOSE


def test_a_day_left_open_is_closed_without_auctions_once_its_rows_are_gone() -> None:
    due = next_step(OPENED, SHANGHAI, at(9, 16, day=NEXT_DAY))
    assert due is not None
    assert (due.step, due.rows, due.patience_over) == (Step.CLOSE, False, True)


def test_days_that_nobody_can_price_any_more_are_skipped() -> None:
    due = next_step(RUNNING, SHANGHAI, at(9, 16, day=NEXT_DAY))
    assert due is not None
    assert (due.step, due.day, due.skipped) == (Step.OPEN, NEXT_DAY, (DAY,))


def test_a_contest_ends_after_its_last_day_and_not_before() -> None:
    last = date(2026, 11, 24)
    done = replace(RUNNING, day=NEXT_DAY)
    assert step(done, at(20, 0, day=NEXT_DAY)) is None
    assert step(replace(done, day=last), at(15, 2, day=last)) is Step.FINISH
    ends_sunday = replace(RUNNING, day=DAY, rules=make_rules(last_day=date(2026, 11, 22)))
    assert step(ends_sunday, at(16, 0)) is None
    assert step(ends_sunday, at(9, 0, day=NEXT_DAY)) is Step.FINISH


def test_what_is_paused_or_open_for_entry_has_no_market_day() -> None:
    assert step(replace(OPENED, state=ContestState.PAUSED), at(9, 26)) is None
    early = replace(RUNNING, state=ContestState.OPEN)
    assert step(early, at(23, 0, day=date(2026, 11, 19))) is None
    assert step(early, at(0, 0)) is Step.START


def test_past_the_calendar_there_is_an_error_and_no_guess() -> None:
    far = replace(RUNNING, rules=make_rules(last_day=date(2027, 3, 1)), day=date(2026, 12, 31))
    with pytest.raises(CalendarUncovered):
        next_step(far, SHANGHAI, at(9, 20, day=date(2027, 1, 4)))


def test_a_half_day_in_hong_kong_closes_after_its_early_auction() -> None:
    times = day_times(Market.HONG_KONG, date(2026, 12, 24), HONG_KONG)
    assert times.early_close == time(12)
    assert times.matches[Auction.CLOSING] == datetime(2026, 12, 24, 4, 8, tzinfo=UTC)
    assert times.closes == datetime(2026, 12, 24, 4, 10, 45, tzinfo=UTC)
    assert times.opens_latest == datetime(2026, 12, 24, 1, 19, 30, tzinfo=UTC)
