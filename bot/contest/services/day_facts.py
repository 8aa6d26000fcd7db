"""What the database knows before a step of a market day is prepared: reads only."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.contest.engine.corporate_actions import merged
from bot.contest.events import CorporateAction, Terms
from bot.contest.instrument import Instrument
from bot.contest.services.actions import due_actions, released_today
from bot.contest.services.market import market_of
from db.repositories import closes, contest_chain, contest_days, contests

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BeforeOpening:
    """What has to be priced, what it was worth at our last close, and what is due to holders."""

    symbols: frozenset[str] = frozenset()
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    closes: Mapping[str, Decimal] = field(default_factory=dict)
    actions: tuple[CorporateAction, ...] = ()


@dataclass(frozen=True, slots=True)
class BeforeAuction:
    """The day's terms, what is stopped, and in what orders wait that were placed in time.

    `paying`: cash per share that goes ex on the day. `valued`: what has a close of ours.
    `quoted`: what has traded live today. `explained`: what operators have accepted today.
    `resumed`: when the last pause ended. `lost`: whether the auction lay within a pause.
    """

    terms: Mapping[str, Terms] = field(default_factory=dict)
    frozen: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    paying: Mapping[str, Decimal] = field(default_factory=dict)
    valued: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    resumed: datetime | None = None
    lost: bool = False


def before_opening(session: Session, contest_id: int, day: date) -> BeforeOpening:
    """Return what is needed to open a day.

    A symbol that the contest has never valued gets the newest close that any contest saw.
    """
    contest = contests.by_id(session, contest_id)
    if contest is None:
        return BeforeOpening()
    symbols = contest_days.held(session, contest_id) | contest_days.ordered(session, contest_id)
    market = market_of(session, contest)
    ours = {symbol: price for symbol, price in market.closes.items() if symbol in symbols}
    return BeforeOpening(
        symbols=frozenset(symbols),
        instruments={s: t.instrument for s, t in market.terms.items() if s in symbols},
        closes=closes.latest_before(session, symbols - set(ours), day) | ours,
        actions=due_actions(session, symbols, market.day, day),
    )


def before_auction(session: Session, contest_id: int, instant: datetime) -> BeforeAuction:
    """Return what is needed to hold an auction that matches at an instant, or to close."""
    contest = contests.by_id(session, contest_id)
    if contest is None or contest.market_closed:
        return BeforeAuction()
    market = market_of(session, contest)
    today = market.day or contest.market_day
    due = due_actions(session, market.terms, today - ONE_DAY, today) if today else ()
    pauses = contest_chain.pauses(session, contest_id)
    return BeforeAuction(
        terms=dict(market.terms),
        frozen=frozenset(market.frozen),
        waiting=frozenset(contest_days.ordered(session, contest_id, instant)),
        valued=frozenset(market.closes),
        paying={action.symbol: action.cash for action in merged(due) if action.cash},
        quoted=frozenset(market.quoted),
        explained=frozenset(released_today(session, contest_id, today) if today else ()),
        resumed=max((at for at, paused in pauses if not paused), default=None),
        lost=paused_at(pauses, instant),
    )


def paused_at(pauses: Iterable[tuple[datetime, bool]], instant: datetime) -> bool:
    """Tell whether a contest was paused at an instant; `pauses`: when it changed, in order."""
    before = [paused for at, paused in pauses if at <= instant]
    return bool(before) and before[-1]


def actions_between(
    session: Session, symbols: Collection[str], after: date, until: date
) -> tuple[CorporateAction, ...]:
    """Return the corporate actions with an ex day after one day, up to another."""
    return due_actions(session, symbols, after, until)
