"""Contests, entries and market days to try services on."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sqlmodel import Session

from bot.contest.engine.codec import account_to_json, rules_hash, rules_to_json
from bot.contest.engine.engine import enter
from bot.contest.events import (
    Auction,
    AuctionHeld,
    CorporateAction,
    DayClosed,
    DayOpened,
    Joined,
    MarketEvent,
    MarketQuote,
    QuotesSeen,
    Side,
    Terms,
)
from bot.contest.instrument import Board, Instrument, Market
from bot.contest.rules import Rules
from bot.contest.services import log
from bot.contest.services.trading import Placed, Wish, place
from bot.contest.states import ContestState
from db.models import Member
from db.models.contest import Contest, ContestEntry
from db.repositories import contest_entries, contests
from tests.factories.members import make_member

DAY = date(2026, 11, 20)
NEXT_DAY = date(2026, 11, 23)
BANK = "sh600036"
LIQUOR = "sh600519"
NUMBERS = count(1)


def at(hour: int, minute: int, second: int = 0, day: date = DAY) -> datetime:
    """Return an instant by Shanghai's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC) - timedelta(
        hours=8
    )


def make_rules(**changes: Any) -> Rules:
    """Return a mainland contest of three trading days (Friday to Tuesday)."""
    usual = Rules(
        market=Market.MAINLAND,
        first_day=DAY,
        last_day=date(2026, 11, 24),
        late_entry_until=NEXT_DAY,
    )
    return replace(usual, **changes)


def make_contest(
    session: Session,
    rules: Rules | None = None,
    state: ContestState = ContestState.RUNNING,
    title: str = "秋季模拟赛",
) -> Contest:
    """Store a contest; a running one has its rules fixed."""
    chosen = rules or make_rules()
    begun = state not in {ContestState.DRAFT, ContestState.OPEN}
    contest = Contest(
        title=title,
        state=state,
        rules=rules_to_json(chosen),
        rules_hash=rules_hash(chosen) if begun else None,
        created_by=99,
        created_at=at(8, 0),
        started_at=at(8, 0) if begun else None,
    )
    session.add(contest)
    session.flush()
    return contest


def make_entry(
    session: Session,
    contest: Contest,
    member_id: int = 1,
    rules: Rules | None = None,
    **fields: Any,
) -> ContestEntry:
    """Let a member, stored if need be, take part since before the first day."""
    chosen = rules or make_rules()
    if session.get(Member, member_id) is None:
        make_member(session, member_id)
    event = Joined(at(8, 30), member_id)
    account, entered = enter(event, chosen)
    state, staff = account_to_json(account), fields.pop("staff", False)
    contest_entries.add(session, contest.id, member_id, state, contest.market_seq, staff, at(8, 30))
    log.append_account(session, contest.id, member_id, chosen.first_day, event, (entered,))
    entry = contest_entries.by_member(session, contest.id, member_id)
    assert entry is not None
    for name, value in fields.items():
        setattr(entry, name, value)
    session.flush()
    return entry


def terms(
    symbol: str = BANK, reference: str = "36.50", name: str = "招商银行", **fields: Any
) -> Terms:
    """Return a main-board share's day, with limits a tenth away."""
    price = Decimal(reference)
    board = fields.pop("board", Board.SSE_MAIN)
    usual: dict[str, Any] = {
        "upper": (price * Decimal("1.1")).quantize(Decimal("0.01")),
        "lower": (price * Decimal("0.9")).quantize(Decimal("0.01")),
    }
    return Terms(Instrument(symbol, name, board), price, **(usual | fields))


def append(session: Session, contest_id: int, event: MarketEvent, day: date = DAY) -> int:
    """Append a market event as a job does."""
    contest = contests.lock(session, contest_id)
    assert contest is not None
    return log.append_market(session, contest, event, day)


def open_day(
    session: Session,
    contest_id: int,
    *known: Terms,
    day: date = DAY,
    actions: tuple[CorporateAction, ...] = (),
) -> int:
    """Open a trading day with these instruments."""
    by_symbol = {one.instrument.symbol: one for one in known}
    event = DayOpened(at(9, 0, day=day), day, terms=by_symbol, actions=actions)
    return append(session, contest_id, event, day)


def hold_auction(
    session: Session,
    contest_id: int,
    prices: dict[str, str],
    auction: Auction = Auction.OPENING,
    day: date = DAY,
) -> int:
    """Hold a call auction whose prices arrive a minute later."""
    opening = auction is Auction.OPENING
    instant = at(9, 25, day=day) if opening else at(15, 0, day=day)
    quotes = tuple(
        MarketQuote(symbol, Decimal(price), instant, "tencent") for symbol, price in prices.items()
    )
    event = AuctionHeld(instant + timedelta(minutes=1), instant, auction, quotes)
    return append(session, contest_id, event, day)


def see_quotes(
    session: Session, contest_id: int, prices: dict[str, str], moment: datetime, day: date = DAY
) -> int:
    """See prices of continuous trading as they are made."""
    quotes = tuple(
        MarketQuote(symbol, Decimal(price), moment, "tencent") for symbol, price in prices.items()
    )
    return append(session, contest_id, QuotesSeen(moment, quotes), day)


def close_day(session: Session, contest_id: int, closes: dict[str, str], day: date = DAY) -> int:
    """Close a trading day at these prices."""
    prices = {symbol: Decimal(price) for symbol, price in closes.items()}
    return append(session, contest_id, DayClosed(at(15, 5, day=day), day, prices), day)


def wish(contest_id: int, quantity: int = 100, **fields: Any) -> Wish:
    """Return a member's wish to buy a hundred shares of the bank."""
    usual: dict[str, Any] = {"member_id": 1, "symbol": BANK, "side": Side.BUY}
    limit = fields.pop("limit", None)
    price = Decimal(limit) if limit is not None else None
    return Wish(contest_id=contest_id, quantity=quantity, limit=price, **(usual | fields))


def make_order(
    session: Session,
    contest_id: int,
    quantity: int = 100,
    now: datetime | None = None,
    known: Terms | None = None,
    **fields: Any,
) -> Placed:
    """Place an order before the opening auction, each with a key of its own.

    `known`: the terms that the handler brings; without any, the bank's for the bank.
    """
    key = f"test:order:{next(NUMBERS)}"
    asked = wish(contest_id, quantity, **fields)
    if known is None and asked.symbol == BANK:
        known = terms()
    return place(session, asked, known, key, now or at(9, 16))
