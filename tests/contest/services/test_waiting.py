"""What an open order is said to wait for."""

from contextlib import closing
from datetime import datetime

import pytest
from sqlmodel import Session

from bot.contest.engine.fill_time import FillTime
from bot.contest.services.portfolio import orders
from bot.contest.services.waiting import waiting
from bot.contest.states import ContestState
from db.opening import open_database
from tests.factories.contests import (
    BANK,
    DAY,
    at,
    hold_auction,
    make_contest,
    make_entry,
    make_order,
    make_rules,
    open_day,
)
from tests.factories.members import make_member

ME = 1
EARLY, LATE = (9, 12), (10, 0)


def waits(url: str, placed: tuple[int, int], now: datetime, held: bool) -> list[FillTime]:
    def work(session: Session) -> list[FillTime]:
        make_member(session, ME)
        rules = make_rules()
        contest = make_contest(session, rules, ContestState.RUNNING)
        make_entry(session, contest, ME, rules)
        open_day(session, contest.id)
        if held:
            hold_auction(session, contest.id, {BANK: "36.60"})
        make_order(session, contest.id, 100, at(*placed), member_id=ME)
        found = orders(session, contest.id, ME).orders
        return list(waiting(session, contest.id, found, now).values())

    with closing(open_database(url)) as db:
        return db.run_sync(work)


@pytest.mark.parametrize(
    ("placed", "now", "held", "expected"),
    [
        (EARLY, at(9, 13), False, "opening"),
        (EARLY, at(9, 26), False, "opening"),
        (LATE, at(10, 1), True, "closing"),
        (LATE, at(15, 0), True, "closing"),
    ],
)
def test_an_order_waits_for_the_first_auction_after_it_that_has_no_price_yet(
    sqlite_url: str, placed: tuple[int, int], now: datetime, held: bool, expected: str
) -> None:
    assert waits(sqlite_url, placed, now, held) == [FillTime(expected, DAY)]  # type: ignore[arg-type]
