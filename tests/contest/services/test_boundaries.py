"""Orders and cancels one second before, at and after each boundary of a mainland day.

Source: the phases of `rulebook/phases.py` (Shanghai's release of 2018-08-20; broker tables).
"""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.contest.outcomes import RefusalCode
from bot.contest.rules import FillModel
from bot.contest.services import trading, verification
from bot.telegram.house import House
from db.opening import open_database
from db.session import Database
from tests.contest.services.market_days import accounts, buy, make_market, play, prepare, tick
from tests.contest.services.test_clockwork import comparable
from tests.factories.contests import BANK, DAY, NEXT_DAY, at, make_rules, terms

OPEN, CLOSE, NEXT = Decimal("36.50"), Decimal("36.90"), Decimal("37.00")
BOUNDARIES = ((9, 15), (9, 20), (9, 25), (9, 30), (11, 30), (13, 0), (14, 57), (15, 0))
SECOND = timedelta(seconds=1)
AROUND = [at(*clock) + n * SECOND for clock in BOUNDARIES for n in (-1, 0, 1)]


@pytest.fixture
async def lite(sqlite_url: str) -> AsyncIterator[Database]:
    found = open_database(sqlite_url)
    yield found
    found.close()


async def at_each(db: Database, house: House, contest: int) -> dict[datetime, int]:
    """Place an order at each instant, by a member of its own, on a ticking day."""
    orders = {}
    for member, moment in enumerate(AROUND, 1):
        await tick(house, moment - timedelta(microseconds=1))
        placed = await db.run(buy, contest, member, 100, moment, limit="38.00",
                              terms=terms(BANK, "36.00"))  # fmt: skip
        assert placed.refusal is None, (moment, placed.refusal)
        orders[moment] = placed.order.id
    return orders


async def test_every_order_around_a_boundary_meets_the_next_auction(lite: Database) -> None:
    contest = await lite.run(prepare, make_rules(), len(AROUND))
    house, _ = make_market(lite)
    await at_each(lite, house, contest)
    await play(house, DAY, (15, 1))
    await play(house, NEXT_DAY, (9, 16), (9, 24, 40), (9, 26))
    held = await lite.read(accounts, contest)
    for member, moment in enumerate(AROUND, 1):
        auction = OPEN if moment < at(9, 25) else CLOSE if moment < at(15, 0) else NEXT
        paid = held[member].positions[BANK].cost
        assert 0 < paid - 100 * auction < 6, moment
    assert (await lite.read(verification.verify, contest)).differences == ()


async def test_every_order_around_a_boundary_waits_for_a_later_live_price(lite: Database) -> None:
    rules = make_rules(fill_model=FillModel.LIVE)
    contest = await lite.run(prepare, rules, len(AROUND))
    house, _ = make_market(lite)
    await at_each(lite, house, contest)
    await play(house, DAY, (15, 1))
    held = await lite.read(accounts, contest)
    # The one price of continuous trading is that of 10:30; later orders find no other.
    filled = {moment for n, moment in enumerate(AROUND, 1) if BANK in held[n].positions}
    assert filled <= {moment for moment in AROUND if moment < at(10, 30)}
    waiting = {moment for n, moment in enumerate(AROUND, 1) if held[n].orders}
    assert waiting == {moment for moment in AROUND if moment >= at(14, 57)}
    assert (await lite.read(verification.verify, contest)).differences == ()


def cancelled(moment: datetime, model: FillModel) -> set[RefusalCode | None]:
    """Return how a cancel of an order from 9:00 may end at an instant."""
    blocked = at(9, 20) <= moment < at(9, 30) or at(14, 57) <= moment < at(15, 0)
    auction = model is FillModel.NEXT_AUCTION and moment >= at(9, 25)
    if auction and moment < at(9, 25, 46):
        return {RefusalCode.AWAITING_AUCTION}
    if blocked:
        return {RefusalCode.NO_CANCEL}
    return {None}


@pytest.mark.parametrize("model", list(FillModel))
async def test_cancels_around_a_boundary_are_taken_or_refused_by_the_exchanges_table(
    lite: Database, model: FillModel
) -> None:
    moments = [moment for moment in AROUND if moment < at(15, 0)]
    contest = await lite.run(prepare, make_rules(fill_model=model), len(moments))
    house, _ = make_market(lite)
    await play(house, DAY, (9, 0))
    orders = {}
    for member in range(1, len(moments) + 1):
        # Below every price of the day: it rests whatever happens.
        placed = await lite.run(buy, contest, member, 100, at(9, 0), limit="33.00",
                                terms=terms(BANK, "36.00"))  # fmt: skip
        orders[member] = placed.order.id
    for member, moment in enumerate(moments, 1):
        if moment >= at(9, 29):
            await tick(house, at(9, 26))
        await tick(house, moment - timedelta(microseconds=1))
        found = await lite.run(trading.cancel, member, orders[member], moment)
        code = found.refusal.code if found.refusal else None
        assert code in cancelled(moment, model), moment
    assert (await lite.read(verification.verify, contest)).differences == ()


SECONDS = st.sets(st.integers(0, 7 * 3600 + 1800), max_size=6)


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=SECONDS, second=SECONDS)
async def test_any_instants_of_ticks_end_in_the_same_accounts(
    lite: Database, first: set[int], second: set[int]
) -> None:
    ends = []
    for seconds in (first, second):
        contest = await lite.run(prepare)
        house, _ = make_market(lite)
        share = terms(BANK, "36.00")
        await lite.run(buy, contest, 1, 1000, at(8, 45), terms=share)
        await lite.run(buy, contest, 2, 300, at(8, 50), limit="36.40", terms=share)
        for moment in sorted(at(9, 0) + n * SECOND for n in seconds):
            await tick(house, moment)
        await play(house, DAY, (23, 0))
        ends.append({m: comparable(a) for m, a in (await lite.read(accounts, contest)).items()})
    assert ends[0] == ends[1]
    assert ends[0][1]["positions"][BANK]["cost"] == "36509.50"


async def test_an_order_cannot_be_taken_back_because_the_day_opened_late_here(
    lite: Database,
) -> None:
    contest = await lite.run(prepare)
    house, _ = make_market(lite)
    share = terms(BANK, "36.00")
    placed = await lite.run(buy, contest, 1, 1000, at(8, 45), terms=share)
    late = await lite.run(buy, contest, 2, 1000, at(9, 26), terms=share)
    early = await lite.run(trading.cancel, 1, placed.order.id, at(9, 25, 30))
    assert early.refusal is not None
    assert early.refusal.code is RefusalCode.AWAITING_AUCTION
    other = await lite.run(trading.cancel, 2, late.order.id, at(9, 31))
    assert other.refusal is None
    await play(house, DAY, (9, 40), (15, 1))
    held = await lite.read(accounts, contest)
    assert held[1].positions[BANK].cost == Decimal("36509.50")
    assert not held[2].positions
    assert (await lite.read(verification.verify, contest)).differences == ()
