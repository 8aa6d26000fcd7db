"""One tick of the contests' clock: one question to the feeds, then whatever has fallen due.

Nothing is remembered between ticks that matters: each reads from the database where every
contest stands (`day_plan.next_step`), so it may run in any process, at any instant, twice at
once, and go on where another one died.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.calendar.service import every_calendar
from bot.contest.days.day_plan import Due, Situation, Step, in_session, next_step
from bot.contest.days.day_times import current_day, day_times
from bot.contest.instrument import Market
from bot.contest.services import market_day, telling_operators
from bot.contest.services.day_steps import Stage, hold, live, open_the_day, settle, shut
from bot.contest.services.desk import Desk
from bot.contest.services.posting import post_boards
from bot.contest.services.turning_points import finish, start
from bot.market.quote import Quote, vet
from bot.market.raw_rows import RawRows, raw_rows
from bot.market.symbols import calendar_of
from db.repositories import contest_days
from db.session import Database

OUT_OF_SESSION = timedelta(seconds=60)
MOST_STEPS = 12
NEEDS_ROWS = frozenset({Step.OPEN, Step.HOLD_OPENING, Step.HOLD_CLOSING, Step.CLOSE})


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be asked of the feeds, and by which contests."""

    symbols: tuple[str, ...] = ()
    contests: frozenset[int] = frozenset()


async def tick(db: Database, desk: Desk, now: datetime) -> None:
    """Do what is due for all contests of all markets."""
    found: Sequence[Situation] = await db.read(market_day.situations)
    watched = await db.read(contest_days.watched)
    if found or watched:
        desk.calendars.put(await db.read(every_calendar))
        found = await _started(db, desk, found, now)
        plan = await _plan(db, desk, found, watched, now)
        rows = await _ask(desk, plan, now)
        stages = [
            Stage(db, desk, one.contest_id, rows, one.contest_id in plan.contests, now)
            for one in found
        ]
        await _advance_all(stages)
    await post_boards(db, desk, now)


async def _started(
    db: Database, desk: Desk, found: Sequence[Situation], now: datetime
) -> Sequence[Situation]:
    """Start what begins today; what this changes is read again."""
    changed = False
    for situation in found:
        due = _next(desk, situation, now)
        if isinstance(due, Due) and due.step is Step.START:
            calendar = desk.calendars(situation.rules.market.calendar)
            changed |= await db.run(start, desk, situation, calendar.local_day(now), now)
        elif isinstance(due, CalendarUncovered):
            await _tell_uncovered(db, desk, situation, now)
    return await db.read(market_day.situations) if changed else found


async def _plan(
    db: Database, desk: Desk, found: Sequence[Situation], watched: set[str], now: datetime
) -> _Plan:
    """Choose one batch for everything: what is due, what trades now, what is watched."""
    asking: set[int] = set()
    symbols: set[str] = set()
    for situation in found:
        if _is_asking(desk, situation, now):
            asking.add(situation.contest_id)
            symbols |= await db.read(market_day.symbols_needed, situation.contest_id)
    symbols |= {s for s in watched if _trades(desk.calendars(calendar_of(s)), now)}
    return _Plan(tuple(sorted(symbols)), frozenset(asking))


def _is_asking(desk: Desk, situation: Situation, now: datetime) -> bool:
    """Tell whether a contest asks now: in session always, else at most once a minute."""
    market = situation.rules.market
    if _market_is_on(desk, market, now):
        return not situation.closed or _needs_rows(desk, situation, now)
    if not _needs_rows(desk, situation, now):
        return False
    last = desk.watch.asked.get(market)
    if last is not None and timedelta(0) <= now - last < OUT_OF_SESSION:
        return last == now
    desk.watch.asked[market] = now
    return True


def _market_is_on(desk: Desk, market: Market, now: datetime) -> bool:
    calendar = desk.calendars(market.calendar)
    try:
        day = current_day(market, calendar, now)
        return in_session(day_times(market, day, calendar), now)
    except CalendarUncovered:
        return False


def _trades(calendar: ExchangeCalendar, now: datetime) -> bool:
    try:
        return calendar.is_open(now)
    except CalendarUncovered:
        return False


def _needs_rows(desk: Desk, situation: Situation, now: datetime) -> bool:
    due = _next(desk, situation, now)
    return isinstance(due, Due) and due.step in NEEDS_ROWS


def _next(desk: Desk, situation: Situation, now: datetime) -> Due | CalendarUncovered | None:
    calendar = desk.calendars(situation.rules.market.calendar)
    try:
        return next_step(situation, calendar, now)
    except CalendarUncovered as error:
        return error


async def _ask(desk: Desk, plan: _Plan, now: datetime) -> RawRows:
    """Ask the feeds once, and show what may be used on the board."""
    if not plan.symbols:
        return RawRows()

    def current(quote: Quote) -> bool:
        return bool(vet({quote.symbol: quote}, now, desk.calendars)[0])

    rows = await raw_rows(desk.quotes, plan.symbols, now, current)
    usable, _ = vet(dict(rows.quotes), now, desk.calendars)
    desk.board.put(usable.values(), now)
    return rows


async def _advance_all(stages: Sequence[Stage]) -> None:
    """Let every contest move on; one that fails must not hold up the others."""
    failed: list[Exception] = []
    for stage in stages:
        try:
            await _advance(stage)
        except Exception as error:  # noqa: BLE001 - an edge: raised again once all had their turn
            failed.append(error)
    if failed:
        raise failed[0] if len(failed) == 1 else ExceptionGroup("contests", failed)


async def _advance(stage: Stage) -> None:
    """Do one contest's steps until nothing is due, or prices have to be waited for."""
    for _ in range(MOST_STEPS):
        situation = await stage.db.read(market_day.situation, stage.contest_id)
        due = _next(stage.desk, situation, stage.now) if situation else None
        if situation is None or not isinstance(due, Due):
            break
        if not await _do(stage, situation, due):
            break
    if situation is not None:
        await live(stage, situation)


async def _do(stage: Stage, situation: Situation, due: Due) -> bool:
    if due.step in NEEDS_ROWS and not stage.asked:
        return False
    match due.step:
        case Step.OPEN:
            return await open_the_day(stage, situation, due)
        case Step.HOLD_OPENING | Step.HOLD_CLOSING:
            return await hold(stage, situation, due)
        case Step.CLOSE:
            return await shut(stage, situation, due)
        case Step.SETTLE:
            return await settle(stage, due.day)
        case Step.FINISH:
            day = stage.desk.calendars(situation.rules.market.calendar).local_day(stage.now)
            return await stage.db.run(finish, stage.desk, situation, due.skipped, day, stage.now)
        case _:
            return False


async def _tell_uncovered(db: Database, desk: Desk, situation: Situation, now: datetime) -> None:
    exchange = situation.rules.market.calendar
    day = desk.calendars(exchange).local_day(now)
    await db.run(
        telling_operators.uncovered,
        desk,
        situation.title,
        situation.contest_id,
        exchange,
        day,
        now,
    )
