"""What an order would come to, before anybody confirms it."""

from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.contest.errors import ContestNotRunningError, ContestUnknownError, NotPlayingError
from bot.contest.events import Side
from bot.contest.outcomes import Fees, RefusalCode
from bot.contest.services import catching_up
from bot.contest.services.trading import Preview, place, preview
from bot.contest.states import ContestState
from db.models.contest import ContestRecord
from db.session import Database
from tests.factories.contests import (
    BANK,
    DAY,
    LIQUOR,
    NEXT_DAY,
    at,
    close_day,
    hold_auction,
    make_contest,
    make_entry,
    make_order,
    make_rules,
    open_day,
    terms,
    wish,
)


def ready(session: Session, **rules: Any) -> int:
    chosen = make_rules(**rules)
    contest = make_contest(session, chosen)
    make_entry(session, contest, rules=chosen)
    open_day(session, contest.id, terms())
    return contest.id


def test_a_purchase_is_shown_with_its_fees_by_part(db: Database) -> None:
    contest_id = db.run_sync(ready)
    seen = db.read_sync(preview, wish(contest_id, limit="36.52"), None, at(9, 16))
    assert seen.refusal is None
    assert (seen.price, seen.amount) == (Decimal("36.52"), Decimal("3652.00"))
    assert seen.fees == Fees(commission=Decimal("5.00"), transfer_fee=Decimal("0.04"))
    assert seen.frozen == Decimal("3657.04")
    assert seen.cash_after == Decimal("996342.96")
    assert (seen.fills_at, seen.fill_day) == ("opening", DAY)


def test_a_market_order_is_reckoned_at_the_price_and_frozen_at_the_limit(db: Database) -> None:
    contest_id = db.run_sync(ready)
    plain = db.read_sync(preview, wish(contest_id), None, at(9, 16))
    live = db.read_sync(preview, wish(contest_id), None, at(9, 16), Decimal("36.60"))
    assert (plain.price, plain.amount) == (Decimal("36.50"), Decimal("3650.00"))
    assert (live.price, live.amount) == (Decimal("36.60"), Decimal("3660.00"))
    # The upper limit of 40.15, the least commission and the transfer fee.
    assert plain.frozen == live.frozen == Decimal("4020.04")


def test_the_most_is_what_the_engine_takes_and_one_lot_more_is_refused(db: Database) -> None:
    contest_id = db.run_sync(ready)

    def most(quantity: int) -> Preview:
        return db.read_sync(preview, wish(contest_id, quantity), None, at(9, 16))

    limit = most(100).most
    assert limit % 100 == 0
    assert limit > 0
    assert most(limit).refusal is None
    refusal = most(limit + 100).refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.OVER_CAP
    assert (refusal.fields["most"], refusal.fields["name"]) == (limit, "招商银行")


def test_a_sale_says_what_it_brings(db: Database) -> None:
    def work(session: Session) -> int:
        contest_id = ready(session)
        make_order(session, contest_id, 200)
        hold_auction(session, contest_id, {BANK: "36.60"})
        close_day(session, contest_id, {BANK: "37.00"})
        open_day(session, contest_id, terms(reference="37.00"), day=NEXT_DAY)
        return contest_id

    contest_id = db.run_sync(work)
    asked = wish(contest_id, 200, side=Side.SELL)
    seen = db.read_sync(preview, asked, None, at(9, 16, day=NEXT_DAY))
    assert seen.refusal is None
    assert (seen.amount, seen.frozen, seen.most) == (Decimal("7400.00"), 0, 200)
    # Commission 5.00, stamp duty 0.05 % (3.70), transfer fee 0.001 % (0.07).
    assert seen.fees.total == Decimal("8.77")
    # What is left after buying 200 at 36.60 for 7,325.07, and what the sale brings.
    assert seen.cash_after == Decimal("992674.93") + Decimal("7391.23")


def test_a_new_instrument_is_shown_without_being_listed(db: Database) -> None:
    contest_id = db.run_sync(ready)
    new = terms(LIQUOR, "1450.00", "贵州茅台")
    seen = db.read_sync(preview, wish(contest_id, symbol=LIQUOR), new, at(9, 16))
    assert (seen.refusal, seen.terms) == (None, new)

    def kinds(session: Session) -> list[str]:
        return [record.kind for record in session.execute(select(ContestRecord)).scalars()]

    assert "Listed" not in db.run_sync(kinds)


def test_what_nobody_knows_is_reckoned_at_nothing(db: Database) -> None:
    contest_id = db.run_sync(ready)
    seen = db.read_sync(preview, wish(contest_id, symbol="sh600000"), None, at(9, 16))
    assert seen.refusal is not None
    assert seen.refusal.code is RefusalCode.UNKNOWN_INSTRUMENT
    assert (seen.terms, seen.amount, seen.most) == (None, 0, 0)


@pytest.mark.parametrize("quantity", [0, -1, 10**30])
def test_impossible_sizes_cost_nothing(db: Database, quantity: int) -> None:
    contest_id = db.run_sync(ready)
    seen = db.read_sync(preview, wish(contest_id, quantity), None, at(9, 16))
    assert seen.refusal is not None
    assert (seen.amount, seen.fees, seen.frozen) == (0, Fees(), 0)


@pytest.mark.parametrize("limit", ["0", "-36.50", "1e40"])
def test_impossible_prices_cost_nothing(db: Database, limit: str) -> None:
    contest_id = db.run_sync(ready)
    seen = db.read_sync(preview, wish(contest_id, limit=limit), None, at(9, 16))
    assert seen.refusal is not None
    assert (seen.amount, seen.fees, seen.frozen) == (0, Fees(), 0)


def test_the_preview_knows_what_the_account_has_not_caught_up_with(db: Database) -> None:
    def work(session: Session) -> int:
        contest_id = ready(session)
        make_order(session, contest_id, 1000)
        hold_auction(session, contest_id, {BANK: "36.60"})
        return contest_id

    contest_id = db.run_sync(work)
    seen = db.read_sync(preview, wish(contest_id, limit="36.00"), None, at(10, 0))
    # 36,600.00 and 9.52 of fees are gone, and 3,605.04 are set aside.
    assert seen.cash_after == Decimal("1000000.00") - Decimal("36609.52") - Decimal("3605.04")


def test_the_preview_promises_what_placing_does(db: Database) -> None:
    contest_id = db.run_sync(ready)
    asked = wish(contest_id, 300, limit="36.20")
    seen = db.read_sync(preview, asked, None, at(9, 16))
    db.run_sync(place, asked, None, "tap:1", at(9, 16))

    def available(session: Session) -> Decimal:
        contest = catching_up.contests.share(session, contest_id)
        assert contest is not None
        return catching_up.as_of_now(session, contest, 1).available

    assert db.run_sync(available) == seen.cash_after


def test_there_is_no_preview_without_a_contest_that_runs(db: Database) -> None:
    def outside(session: Session) -> Preview:
        return preview(session, wish(ready(session), member_id=2), None, at(9, 16))

    def announced(session: Session) -> Preview:
        contest = make_contest(session, state=ContestState.OPEN)
        make_entry(session, contest)
        return preview(session, wish(contest.id), terms(), at(9, 16))

    for work, error in (
        (lambda session: preview(session, wish(4), None, at(9, 16)), ContestUnknownError),
        (outside, NotPlayingError),
        (announced, ContestNotRunningError),
    ):
        with pytest.raises(error):
            db.run_sync(work)
