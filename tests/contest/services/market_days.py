"""A market to play contests on: a feed that says what a script says, at the script's times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session, select

from bot.contest.engine.account import Account
from bot.contest.engine.codec import account_from_json
from bot.contest.events import Side
from bot.contest.rules import Rules
from bot.contest.services import clockwork
from bot.contest.services.trading import Wish, place
from bot.contest.states import ContestState
from bot.market.desk import QuoteDesk
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Point, Quote
from bot.market.source import Snapshot
from bot.market.symbols import NO_INDEXES, IndexSet
from bot.telegram.house import House
from db.models.contest import Contest, ContestDay, ContestEntry, ContestRecord
from db.models.delivery import Delivery
from db.session import Database
from tests.briefs.houses import bind_all, make_house
from tests.factories.contests import (
    BANK,
    DAY,
    LIQUOR,
    NEXT_DAY,
    at,
    make_contest,
    make_entry,
    make_rules,
    terms,
)

LAST_DAY = date(2026, 11, 24)
PRICES = {
    # day: symbol: (previous close, open, noon, close)
    DAY: {BANK: ("36.00", "36.50", "36.20", "36.90"), LIQUOR: ("1480", "1490", "1500", "1470")},
    NEXT_DAY: {
        BANK: ("36.90", "37.00", "37.50", "38.00"),
        LIQUOR: ("1470", "1460", "1440", "1450"),
    },
    LAST_DAY: {
        BANK: ("38.00", "37.80", "37.00", "36.00"),
        LIQUOR: ("1450", "1455", "1480", "1500"),
    },
}
NAMES = {BANK: "招商银行", LIQUOR: "贵州茅台"}
Script = Mapping[date, Mapping[str, tuple[str, str, str, str]]]


@dataclass
class ScriptedFeed:
    """Rows as a feed shows them: zeros in the morning, then the open, noon and close.

    `silent`: symbols of which it says nothing. `late`: how long after the fact rows appear.
    """

    script: Script = field(default_factory=lambda: PRICES)
    silent: set[str] = field(default_factory=set)
    late: timedelta = timedelta(seconds=3)
    asked: list[tuple[datetime, tuple[str, ...]]] = field(default_factory=list)
    code: str = "tencent"

    @property
    def indexes(self) -> IndexSet:
        return NO_INDEXES

    def serves(self, symbol: str) -> bool:
        return symbol.startswith(("sh", "sz"))

    async def quotes(self, symbols: Sequence[str], now: datetime) -> Snapshot:
        self.asked.append((now, tuple(symbols)))
        rows, problems = {}, []
        for symbol in symbols:
            row = None if symbol in self.silent else self.row(symbol, now)
            if isinstance(row, Quote):
                rows[symbol] = row
            elif row is ProblemKind.HALTED:
                problems.append(FeedProblem(row, self.code, symbol))
        return Snapshot(rows, tuple(problems))

    async def series(self, symbol: str, now: datetime) -> tuple[Point, ...]:
        return ()

    def row(self, symbol: str, now: datetime) -> Quote | ProblemKind | None:
        """Return the row of a symbol as of an instant: of the newest day that has begun."""
        begun = [day for day in sorted(self.script) if now >= at(9, 15, day=day)]
        if not begun or symbol not in self.script[begun[-1]]:
            return None
        day = begun[-1]
        former, opened, noon, closed = (Decimal(text) for text in self.script[day][symbol])
        if now < at(9, 25, day=day) + self.late:
            return ProblemKind.HALTED
        seen = [
            (at(9, 25, day=day), opened),
            (at(10, 30, day=day), noon),
            (at(15, 0, day=day), closed),
        ]
        then, last = [one for one in seen if one[0] + self.late <= now][-1]
        return Quote(
            symbol=symbol,
            name=NAMES.get(symbol, symbol),
            last=last,
            previous_close=former,
            at=then + self.late,
            source=self.code,
            open=opened,
            volume=1_000_000 + int((then - at(9, 25, day=day)).total_seconds()) * 10,
        )


def make_market(db: Database, feed: ScriptedFeed | None = None) -> tuple[House, ScriptedFeed]:
    """Make a house whose quotes come from a scripted feed."""
    feed = feed or ScriptedFeed()
    house = make_house(db)
    house.quotes = QuoteDesk([feed], house.calendars)
    return house, feed


async def tick(house: House, now: datetime) -> None:
    """Let the contests' clock tick at an instant."""
    house.clock.move_to(now)  # type: ignore[attr-defined]
    await clockwork.tick(house.db, house.contest_desk, now)


async def play(house: House, day: date, *clocks: tuple[int, ...]) -> None:
    """Let the clock tick at the given times of a day; where it dies, it ticks again."""
    for clock in clocks:
        for _ in range(60):
            try:
                await tick(house, at(*clock, day=day))
            except ConnectionError:
                continue
            break


USUAL = ((9, 16), (9, 24, 40), (9, 26), (10, 31), (14, 0), (15, 1), (15, 2))


def prepare(
    session: Session,
    rules: Rules | None = None,
    people: int = 3,
    state: ContestState = ContestState.RUNNING,
) -> int:
    """Store a contest with people in it and the groups that read of it; return its id."""
    chosen = rules or make_rules()
    contest = make_contest(session, chosen, state)
    for member in range(1, people + 1):
        make_entry(session, contest, member, chosen)
    if session.exec(select(Delivery)).first() is None:
        bind_all(session)
    return contest.id


def buy(
    session: Session,
    contest_id: int,
    member: int,
    quantity: int,
    now: datetime,
    symbol: str = BANK,
    side: Side = Side.BUY,
    limit: str | None = None,
    terms: object = None,
) -> object:
    """Place an order as a handler does."""
    wish = Wish(member, contest_id, symbol, side, quantity, Decimal(limit) if limit else None)
    key = f"t:{contest_id}:{member}:{symbol}:{side}:{now.isoformat()}"
    return place(session, wish, terms, key, now)  # type: ignore[arg-type]


def accounts(session: Session, contest_id: int) -> dict[int, Account]:
    """Return every account as it is kept."""
    query = select(ContestEntry).where(ContestEntry.contest_id == contest_id)
    return {row.member_id: account_from_json(row.account) for row in session.exec(query)}


def days(session: Session, contest_id: int) -> list[ContestDay]:
    query = select(ContestDay).where(ContestDay.contest_id == contest_id)
    return list(session.exec(query.order_by(ContestDay.day)))  # type: ignore[arg-type]


def kinds(session: Session, contest_id: int) -> list[str]:
    """Return the kinds of the market events in their order."""
    query = select(ContestRecord).where(ContestRecord.contest_id == contest_id)
    rows = session.exec(query.order_by(ContestRecord.id))  # type: ignore[arg-type]
    return [row.kind for row in rows if row.seq is not None]


def board_posts(session: Session) -> list[Delivery]:
    query = select(Delivery).where(Delivery.send_key.startswith("contest-board:"))  # type: ignore[attr-defined]
    return list(session.exec(query.order_by(Delivery.id)))  # type: ignore[arg-type]


def state_of(session: Session, contest_id: int) -> Contest:
    contest = session.get(Contest, contest_id)
    assert contest is not None
    return contest


async def play_contest(house: House, contest_id: int, clocks: tuple = USUAL) -> int:  # type: ignore[type-arg]
    """Play all three days: somebody buys and sells the bank, another one the liquor."""
    db = house.db
    bank, liquor = terms(BANK, "36.00"), terms(LIQUOR, "1480.00", NAMES[LIQUOR])
    await play(house, DAY, (9, 16))
    await db.run(buy, contest_id, 1, 1000, at(9, 17), terms=bank)
    await db.run(buy, contest_id, 2, 100, at(9, 18), LIQUOR, terms=liquor)
    await db.run(buy, contest_id, 2, 300, at(9, 19), BANK, limit="33.00")
    await play(house, DAY, *clocks)
    await db.run(buy, contest_id, 1, 400, at(18, 0), side=Side.SELL, terms=bank)
    await play(house, NEXT_DAY, *clocks[:3])
    late = at(10, 0, day=NEXT_DAY)
    await db.run(buy, contest_id, 1, 500, late, side=Side.SELL, limit="37.80")
    await play(house, NEXT_DAY, *clocks[3:])
    await play(house, LAST_DAY, *clocks)
    return contest_id
