"""Contests and deeds for what operators do."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.contest.instrument import Board, Market
from bot.contest.rules import Rules
from bot.contest.services import catching_up, lifecycle
from bot.contest.services.staff_desk import StaffDesk
from bot.delivery.alerts import Alerts
from bot.i18n import Language, words_for
from bot.members.deed import Deed
from bot.points.economy import default_economy
from db.models import Delivery
from db.models.contest import Contest
from db.models.contest_trade import ContestOrder
from db.repositories import contest_trades, contests
from tests.factories import contests as market
from tests.factories.checkin import SHANGHAI
from tests.factories.points import make_person

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
FIRST, LAST = date(2026, 11, 23), date(2026, 12, 18)
NUMBERS = count(1)
OWNER = 1


def make_rules(**changes: Any) -> Rules:
    """Return rules of a mainland contest that can be played."""
    values: dict[str, Any] = {
        "market": Market.MAINLAND,
        "first_day": FIRST,
        "last_day": LAST,
        "late_entry_until": date(2026, 11, 27),
        "boards": (Board.SSE_MAIN, Board.SZSE_MAIN),
        **changes,
    }
    return Rules(**values)


def make_deed(actor_id: int = 50, **changes: Any) -> Deed:
    """Return a deed of an operator, each with a key of its own."""
    values = {"key": f"test:{next(NUMBERS)}", "now": NOW, "day": TODAY, **changes}
    return Deed(actor_id, **values)


def make_draft(session: Session, title: str = "十一月模拟赛", **rules: Any) -> Contest:
    """Store a draft."""
    return lifecycle.create(session, title, make_rules(**rules), make_deed())


def make_open(session: Session, **rules: Any) -> Contest:
    """Store a contest that is open for entry."""
    contest = make_draft(session, **rules)
    return lifecycle.announce(session, contest.id, make_deed())


def make_running(session: Session, **rules: Any) -> Contest:
    """Store a contest that has started; no market day is open yet."""
    contest = make_open(session, **rules)
    return lifecycle.start(session, contest.id, make_deed())


def make_staff_desk(**changes: Any) -> StaffDesk:
    """Return the parts that running contests needs, as a default installation has them."""
    words, gate = words_for(SHANGHAI), Gate(default_pack())
    values: dict[str, Any] = {
        "words": words,
        "gate": gate,
        "alerts": Alerts(words, gate, Language.SIMPLIFIED, (OWNER,)),
        "language": Language.SIMPLIFIED,
        "economy": default_economy(),
        "cap": 500,
        "owners": (OWNER,),
        **changes,
    }
    return StaffDesk(**values)


def make_played(session: Session, member_id: int = 7, price: str = "36.40") -> Contest:
    """Store a running contest in which a member has bought 100 shares in the opening auction.

    The order rests until somebody looks: `catching_up.up_to_date` brings the fill.
    """
    contest = market.make_contest(session)
    for person, name in ((50, "运营甲"), (51, "运营乙"), (member_id, "小林")):
        make_person(session, person, name)
    market.make_entry(session, contest, member_id)
    market.open_day(session, contest.id, market.terms())
    placed = market.make_order(session, contest.id, member_id=member_id)
    assert placed.order is not None
    market.hold_auction(session, contest.id, {market.BANK: price})
    locked = contests.lock(session, contest.id)
    assert locked is not None
    catching_up.up_to_date(session, locked, member_id)
    return locked


def order_of(session: Session, contest_id: int, member_id: int = 7) -> ContestOrder:
    """Return a member's only order."""
    (order,) = contest_trades.orders(session, contest_id, member_id, 0, 10)
    return order


def posts(session: Session) -> list[Delivery]:
    """Return everything in the outbox, oldest first."""
    return list(session.execute(select(Delivery).order_by(col(Delivery.id))).scalars())
