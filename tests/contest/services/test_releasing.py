"""Releasing a frozen share: with the action that explains the jump, for whoever held it."""

from decimal import Decimal

from sqlmodel import Session

from bot.contest.events import CorporateAction
from bot.contest.input.admin_words import Release
from bot.contest.services import catching_up, releasing
from db.repositories import contest_days, contests
from db.session import Database
from tests.factories import contests as market
from tests.factories.contest_cases import make_deed, make_played


def test_who_held_the_share_gets_the_dividend_and_the_price_goes_on(db: Database) -> None:
    def play(session: Session) -> None:
        contest = make_played(session)
        market.make_entry(session, contest, 8)
        market.close_day(session, contest.id, {market.BANK: "36.45"})
        market.open_day(session, contest.id, market.terms(reference="33.00"), day=market.NEXT_DAY)
        dividend = CorporateAction(market.BANK, market.DAY, Decimal("3.45"), market.NEXT_DAY)
        wish = Release(market.BANK, None, dividend)
        deed = make_deed(50, now=market.at(9, 5, day=market.NEXT_DAY), day=market.NEXT_DAY)
        done = releasing.release(session, contest.id, wish, deed)
        assert (done.holders, done.fits, done.reference) == (1, True, Decimal("33.00"))
        assert done.action is not None
        assert done.action.ex_day == market.NEXT_DAY
        locked = contests.lock(session, contest.id)
        assert locked is not None
        accounts = [catching_up.up_to_date(session, locked, member) for member in (7, 8)]
        assert [account.dividends for account in accounts] == [Decimal(345), 0]
        assert contest_days.holders(session, contest.id, market.LIQUOR) == 0

    db.run_sync(play)
