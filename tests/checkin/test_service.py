"""Checking in on both engines: once, in time, and told again after a crash."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.calendar.service import Community
from bot.checkin.outcome import CheckInOutcome
from bot.checkin.service import check_in
from bot.checkin.streak import DayKind, StreakState
from bot.delivery.lanes import Lane
from bot.i18n import Language
from db.models import Balance, CheckIn, DailyQuestion, Delivery, LedgerEntry
from db.repositories import checkins, members
from db.session import Database
from tests.factories.checkin import (
    SHANGHAI,
    at,
    make_checked_in_member,
    make_means,
    make_streak,
)

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    date(2026, 11, n) for n in range(16, 23)
)
ME = 1


@pytest.fixture(autouse=True)
def me(db: Database) -> None:
    db.run_sync(make_checked_in_member, ME)


def _check_in(
    db: Database, now: datetime, update_id: int | None = None, **changes: Any
) -> CheckInOutcome:
    number = update_id if update_id is not None else int(now.timestamp())
    return db.run_sync(check_in, ME, make_means(**changes), now, number)


def _count(session: Session, table: type) -> int:
    return session.execute(select(func.count()).select_from(table)).scalar_one()


def _balance(session: Session) -> int:
    return session.execute(select(col(Balance.amount))).scalar_one()


def _deliveries(session: Session) -> list[Delivery]:
    return list(session.execute(select(Delivery)).scalars())


def _streak(db: Database) -> StreakState:
    return db.run_sync(checkins.streak_of, ME)


def test_a_check_in_pays_the_base_starts_a_streak_and_puts_a_question(db: Database) -> None:
    outcome = _check_in(db, at(FRIDAY, "08:12"))
    assert (outcome.first, outcome.kind, outcome.streak) == (True, DayKind.TRADING, 1)
    assert (outcome.gain.points, outcome.gain.short) == (3, False)
    assert outcome.wallet is not None
    assert (outcome.wallet.balance, outcome.wallet.standing.level) == (3, 1)
    assert outcome.question is not None
    assert len(outcome.question.question.options) == 3
    assert outcome.offer is None
    assert db.run_sync(_balance) == 3


def test_a_second_check_in_of_the_day_tells_the_time_of_the_first(db: Database) -> None:
    _check_in(db, at(FRIDAY, "08:12"))
    again = _check_in(db, at(FRIDAY, "21:40"))
    assert (again.first, again.at, again.wallet) == (False, at(FRIDAY, "08:12"), None)
    assert again.question is not None
    assert db.run_sync(_balance) == 3


def test_the_community_day_ends_at_four_in_the_morning(db: Database) -> None:
    assert _check_in(db, at(FRIDAY, "03:59")).day == THURSDAY
    assert _check_in(db, at(FRIDAY, "03:59"), update_id=5).first is False
    after = _check_in(db, at(FRIDAY, "04:00"))
    assert (after.first, after.day, after.streak) == (True, FRIDAY, 2)


def test_a_replayed_update_is_told_the_same_as_the_first_time(db: Database) -> None:
    db.run_sync(make_streak, ME, 19, THURSDAY, freezes=1)
    first = _check_in(db, at(FRIDAY), update_id=7)
    assert [m.trading_days for m in first.gain.milestones] == [20]
    assert (first.gain.points, first.freezes, first.freeze_due) == (18, 2, True)
    assert _check_in(db, at(FRIDAY), update_id=7) == first
    assert db.run_sync(_balance) == 18


def test_a_replay_is_told_the_balance_of_the_first_time_even_after_more_was_earned(
    db: Database,
) -> None:
    first = _check_in(db, at(FRIDAY), update_id=7)
    _check_in(db, at(date(2026, 11, 21)), update_id=8)
    assert _check_in(db, at(FRIDAY), update_id=7).wallet == first.wallet


async def test_a_hundred_simultaneous_check_ins_give_one_award(db: Database) -> None:
    outcomes = await asyncio.gather(
        *(db.run(check_in, ME, make_means(), at(FRIDAY), number) for number in range(100))
    )
    assert sum(outcome.first for outcome in outcomes) == 1
    assert await db.read(_balance) == 3
    for table in (CheckIn, LedgerEntry, DailyQuestion):
        assert await db.read(_count, table) == 1


@pytest.mark.parametrize("days", [(THURSDAY, FRIDAY), (FRIDAY, THURSDAY)])
async def test_two_days_at_once_earn_two_awards(db: Database, days: tuple[date, date]) -> None:
    await asyncio.gather(*(db.run(check_in, ME, make_means(), at(day), day.day) for day in days))
    assert await db.read(_count, CheckIn) == 2
    assert await db.read(_balance) == 6
    assert (await db.read(checkins.streak_of, ME)).last_day == FRIDAY


def test_a_check_in_that_arrives_after_a_later_days_one_earns_the_base_only(db: Database) -> None:
    _check_in(db, at(FRIDAY))
    late = _check_in(db, at(THURSDAY))
    assert (late.first, late.gain.points, late.streak) == (True, 3, 1)
    assert _streak(db).last_day == FRIDAY


def test_a_saturday_earns_the_base_and_leaves_the_streak(db: Database) -> None:
    _check_in(db, at(FRIDAY))
    saturday = _check_in(db, at(SATURDAY))
    assert (saturday.kind, saturday.streak, saturday.gain.points) == (DayKind.RESTING, 1, 3)
    assert _check_in(db, at(date(2026, 11, 23))).streak == 2


def test_a_holiday_week_does_not_break_a_streak(db: Database) -> None:
    _check_in(db, at(date(2026, 9, 30)))
    assert _check_in(db, at(date(2026, 10, 3))).kind is DayKind.RESTING
    assert _check_in(db, at(date(2026, 10, 8))).streak == 2


def test_beyond_the_known_calendar_the_base_is_earned_and_the_streak_stands(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, date(2026, 12, 31))
    outcome = _check_in(db, at(date(2027, 1, 4)))
    assert (outcome.kind, outcome.streak, outcome.gain.points) == (DayKind.UNKNOWN, 12, 3)
    assert outcome.gain.milestones == ()


def test_a_community_elsewhere_counts_by_its_own_exchange_and_clock(db: Database) -> None:
    new_york = Community(SHANGHAI, time(4), "XNYS")
    thanksgiving = date(2026, 11, 26)
    assert _check_in(db, at(thanksgiving), community=new_york).kind is DayKind.RESTING


@pytest.mark.parametrize(("length", "bonus"), [(4, 5), (19, 15), (59, 40), (119, 80)])
def test_milestones_pay_once(db: Database, length: int, bonus: int) -> None:
    db.run_sync(make_streak, ME, length, THURSDAY)
    outcome = _check_in(db, at(FRIDAY))
    assert outcome.gain.points == 3 + bonus
    assert [m.trading_days for m in outcome.gain.milestones] == [length + 1]
    assert _check_in(db, at(FRIDAY, "22:00")).first is False
    assert db.run_sync(_balance) == 3 + bonus


def test_a_milestone_is_not_paid_on_the_days_of_rest_that_follow(db: Database) -> None:
    db.run_sync(make_streak, ME, 4, THURSDAY)
    _check_in(db, at(FRIDAY))
    assert _check_in(db, at(SATURDAY)).gain.points == 3


def test_a_freeze_saves_the_streak_and_says_so_in_private_once(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, WEDNESDAY, freezes=1)
    outcome = _check_in(db, at(FRIDAY), update_id=7)
    _check_in(db, at(FRIDAY), update_id=7)
    assert (outcome.streak, outcome.offer) == (13, None)
    (receipt,) = db.run_sync(_deliveries)
    assert (receipt.lane, receipt.chat_id) == (Lane.RECEIPT, ME)
    assert receipt.markup == (
        "11月19日（周四）没有签到，已自动用掉 1 张补签卡，连续 12 个交易日保住了。还剩 0 张。"
    )


def test_two_freezes_are_told_in_one_message(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, TUESDAY, freezes=2)
    assert _check_in(db, at(FRIDAY)).streak == 13
    (receipt,) = db.run_sync(_deliveries)
    assert "11月18日（周三）和11月19日（周四）" in receipt.markup


def test_nothing_is_queued_for_somebody_the_bot_cannot_write_to(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, WEDNESDAY, freezes=1)
    db.run_sync(members.set_unreachable, ME, at(WEDNESDAY))
    assert _check_in(db, at(FRIDAY)).streak == 13
    assert db.run_sync(_deliveries) == []


def test_the_receipt_is_in_the_persons_own_language(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, WEDNESDAY, freezes=1)
    db.run_sync(members.set_language, ME, Language.ENGLISH)
    _check_in(db, at(FRIDAY))
    (receipt,) = db.run_sync(_deliveries)
    assert receipt.markup.startswith("You did not check in on 19 Nov (Thu).")


def test_freezes_that_were_not_enough_are_told_too(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, MONDAY, freezes=2)
    outcome = _check_in(db, at(FRIDAY))
    assert outcome.streak == 1
    assert outcome.offer is not None
    assert outcome.offer.length == 12
    (receipt,) = db.run_sync(_deliveries)
    assert "2 张补签卡" in receipt.markup


def test_a_missed_day_is_offered_for_repair(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, WEDNESDAY)
    outcome = _check_in(db, at(FRIDAY))
    assert outcome.offer is not None
    assert (outcome.offer.day, outcome.offer.length, outcome.streak) == (THURSDAY, 12, 1)
    assert _check_in(db, at(FRIDAY, "20:00")).offer == outcome.offer


def test_two_missed_days_are_not_offered(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, TUESDAY)
    assert _check_in(db, at(FRIDAY)).offer is None


def test_a_friday_missed_is_past_repair_on_monday(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, THURSDAY)
    assert _check_in(db, at(date(2026, 11, 23))).offer is None


def test_a_friday_missed_can_be_repaired_on_saturday(db: Database) -> None:
    db.run_sync(make_streak, ME, 12, THURSDAY)
    outcome = _check_in(db, at(SATURDAY))
    assert outcome.offer is not None
    assert (outcome.offer.day, outcome.streak) == (FRIDAY, 0)


def test_where_a_cap_leaves_less_the_outcome_says_so(db: Database) -> None:
    changed = replace(make_means().economy, daily_cap=2)
    outcome = _check_in(db, at(FRIDAY), economy=changed)
    assert (outcome.gain.points, outcome.gain.short) == (2, True)
