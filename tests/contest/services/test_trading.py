"""Placing and cancelling orders."""

from bot.contest.services.trading import place
from db.session import Database
from tests.factories.contests import at, make_contest, make_entry, open_day, terms, wish


def test_an_order_rests_with_its_cash_set_aside(db: Database) -> None:
    def work(session):
        contest = make_contest(session)
        make_entry(session, contest)
        open_day(session, contest.id, terms())
        return place(session, wish(contest.id), None, "tap:1", at(9, 16))

    placed = db.run_sync(work)
    assert placed.refusal is None
    assert placed.order is not None
    print(placed)
