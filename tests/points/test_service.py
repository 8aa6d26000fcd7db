import asyncio
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlmodel import Session

from bot.points.audit import audit_points
from bot.points.errors import KeyTakenError, NotEnoughPointsError, WrongDirectionError
from bot.points.movement import Award, Cut, Movement
from bot.points.reasons import Reason
from bot.points.service import SHARDS, award, share_of
from db.models import LedgerEntry
from db.repositories import points
from db.session import Database
from tests.factories.points import TODAY, make_economy, make_movement, make_person

ECONOMY = make_economy()


@pytest.fixture
def people(db: Database) -> Database:
    for member_id in range(1, 60):
        db.run_sync(make_person, member_id)
    return db


def _count(session: Session) -> int:
    return int(session.execute(select(func.count()).select_from(LedgerEntry)).scalar_one())


def _award(db: Database, movement: Movement, economy: object = ECONOMY) -> Award:
    return db.run_sync(award, movement, economy)


def test_an_award_tells_amount_balance_and_level(people: Database) -> None:
    assert _award(people, make_movement(28)) == Award(28, 28, 28, 1, 1)
    second = _award(people, make_movement(5))
    assert second == Award(5, 33, 33, 1, 2, reached=ECONOMY.levels[1])
    assert second.level_up


def test_the_same_key_moves_nothing_and_tells_the_first_figures(people: Database) -> None:
    movement = make_movement(30)
    first = _award(people, movement)
    _award(people, make_movement(7))
    again = _award(people, movement)
    assert (again.amount, again.balance, again.lifetime) == (30, 30, 30)
    assert (again.level_before, again.level_after) == (1, 2)
    assert again.repeated and not again.level_up and not first.repeated
    assert people.run_sync(points.balance_of, 1).amount == 37
    assert people.run_sync(_count) == 2


def test_another_persons_key_is_refused(people: Database) -> None:
    _award(people, make_movement(key="one"))
    with pytest.raises(KeyTakenError):
        _award(people, make_movement(key="one", member_id=2))
    assert people.run_sync(points.balance_of, 2) is None


def test_the_daily_cap_cuts_down_and_then_gives_nothing(people: Database) -> None:
    economy = make_economy(daily_cap=10)
    assert _award(people, make_movement(8), economy).cut_by is None
    cut = _award(people, make_movement(5), economy)
    assert (cut.amount, cut.balance, cut.lifetime, cut.cut_by) == (2, 10, 10, Cut.DAILY_CAP)
    empty = _award(people, make_movement(5), economy)
    assert (empty.amount, empty.balance, empty.cut_by) == (0, 10, Cut.DAILY_CAP)
    assert people.run_sync(_count) == 2
    assert people.run_sync(audit_points) == ()


def test_the_daily_cap_starts_afresh_on_the_next_day_and_is_each_persons_own(
    people: Database,
) -> None:
    economy = make_economy(daily_cap=10)
    _award(people, make_movement(10), economy)
    assert _award(people, make_movement(10, day=date(2026, 11, 21)), economy).amount == 10
    assert _award(people, make_movement(10, member_id=2), economy).amount == 10


def test_a_grant_counts_for_no_cap(people: Database) -> None:
    economy = make_economy(daily_cap=10, season_budget=10)
    granted = _award(people, make_movement(500, reason=Reason.GRANT), economy)
    assert (granted.amount, granted.cut_by) == (500, None)
    assert _award(people, make_movement(10), economy).amount == 10


def test_the_season_budget_is_given_out_to_the_last_point_and_not_beyond(
    people: Database,
) -> None:
    economy = make_economy(season_budget=50)
    given = [_award(people, make_movement(4, member_id=n), economy) for n in range(1, 20)]
    assert sum(g.amount for g in given) == 50
    assert given[-1].cut_by is Cut.SEASON_BUDGET
    assert given[-1].amount == 0
    assert people.run_sync(points.minted_in, "2026Q4") == 50
    next_season = make_movement(4, day=date(2027, 1, 4))
    assert _award(people, next_season, economy).amount == 4
    assert people.run_sync(audit_points) == ()


def test_a_deduction_never_goes_below_zero_and_names_the_balance(people: Database) -> None:
    _award(people, make_movement(10))
    with pytest.raises(NotEnoughPointsError) as refused:
        _award(people, make_movement(-11, reason=Reason.DEDUCTION))
    assert refused.value.fields == {"balance": 10, "wanted": 11}
    taken = _award(people, make_movement(-10, reason=Reason.DEDUCTION))
    assert (taken.amount, taken.balance, taken.lifetime) == (-10, 0, 10)


def test_a_deduction_that_emptied_the_balance_can_be_replayed(people: Database) -> None:
    _award(people, make_movement(10))
    deduction = make_movement(-10, reason=Reason.DEDUCTION)
    first = _award(people, deduction)
    again = _award(people, deduction)
    assert again.repeated
    assert again.balance == first.balance == 0


def test_who_has_no_balance_cannot_be_deducted_from(people: Database) -> None:
    with pytest.raises(NotEnoughPointsError) as refused:
        _award(people, make_movement(-1, reason=Reason.DEDUCTION))
    assert refused.value.fields["balance"] == 0


def test_a_correction_takes_the_lifetime_points_back_as_well(people: Database) -> None:
    _award(people, make_movement(40))
    corrected = _award(people, make_movement(-15, reason=Reason.CORRECTION))
    assert (corrected.balance, corrected.lifetime) == (25, 25)
    assert (corrected.level_before, corrected.level_after) == (2, 1)


@pytest.mark.parametrize(
    ("amount", "reason"),
    [(-1, Reason.CHECK_IN), (-1, Reason.GRANT), (1, Reason.DEDUCTION)],
)
def test_an_amount_with_the_wrong_sign_is_refused(
    people: Database, amount: int, reason: Reason
) -> None:
    with pytest.raises(WrongDirectionError):
        _award(people, make_movement(amount, reason=reason))


def test_nothing_is_no_entry(people: Database) -> None:
    assert _award(people, make_movement(0)).amount == 0
    assert people.run_sync(_count) == 0


async def test_a_hundred_simultaneous_awards_of_one_key_are_one(people: Database) -> None:
    movement = make_movement(3, key="check-in:1:2026-11-20")
    awards = await asyncio.gather(*(people.run(award, movement, ECONOMY) for _ in range(100)))
    assert sum(not a.repeated for a in awards) == 1
    assert {(a.amount, a.balance, a.lifetime) for a in awards} == {(3, 3, 3)}
    assert await people.read(_count) == 1
    assert await people.read(audit_points) == ()


async def test_fifty_simultaneous_awards_of_different_keys_add_up(people: Database) -> None:
    awards = await asyncio.gather(
        *(people.run(award, make_movement(2), ECONOMY) for _ in range(50))
    )
    assert sorted(a.balance for a in awards) == list(range(2, 101, 2))
    assert await people.read(audit_points) == ()


async def test_simultaneous_awards_never_pass_cap_or_budget(people: Database) -> None:
    economy = make_economy(daily_cap=10, season_budget=100)
    movements = [make_movement(3, member_id=1 + n % 50) for n in range(200)]
    awards = await asyncio.gather(*(people.run(award, m, economy) for m in movements))
    assert sum(a.amount for a in awards) == 100
    assert max(a.balance for a in awards) <= 10
    assert await people.read(audit_points) == ()


async def test_simultaneous_deductions_never_go_below_zero(people: Database) -> None:
    await people.run(award, make_movement(10), ECONOMY)
    deductions = [make_movement(-3, reason=Reason.DEDUCTION) for _ in range(10)]
    outcomes = await asyncio.gather(
        *(people.run(award, d, ECONOMY) for d in deductions), return_exceptions=True
    )
    assert sum(isinstance(outcome, Award) for outcome in outcomes) == 3
    assert (await people.read(points.balance_of, 1)).amount == 1


def test_the_shares_of_a_budget_add_up_to_it() -> None:
    for budget in (1, 15, 16, 17, 2_000_000):
        assert sum(share_of(shard, budget) for shard in range(SHARDS)) == budget


def test_week_and_season_points_start_afresh_with_their_period(people: Database) -> None:
    _award(people, make_movement(5, day=TODAY))
    _award(people, make_movement(7, day=date(2026, 11, 23)))
    balance = people.run_sync(points.balance_of, 1)
    assert (balance.week_from, balance.week_points) == (date(2026, 11, 23), 7)
    assert (balance.season_from, balance.season_points) == (date(2026, 10, 1), 12)
    _award(people, make_movement(2, day=date(2027, 1, 4)))
    _award(people, make_movement(1, day=TODAY))
    balance = people.run_sync(points.balance_of, 1)
    assert (balance.season_points, balance.week_points, balance.lifetime) == (2, 2, 15)
    assert people.run_sync(audit_points) == ()
