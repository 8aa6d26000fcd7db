"""A replay: the whole bot in a rehearsal hall, day after day, by a clock that is moved by hand."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from bot.app import App
from bot.archive import service as archive
from bot.briefs.desk import deciding
from bot.briefs.desk.view import board_of
from bot.briefs.due import DueSlot, slot_on
from bot.briefs.slots import Slot
from bot.calendar.exchange import load_calendar
from bot.clock import ManualClock
from bot.config import Settings
from bot.delivery.lanes import DeliveryState
from bot.demo import demo_settings, furnish
from bot.errors import BellError
from bot.market.bars import Bars
from bot.market.desk import QuoteDesk
from bot.market.recorded import STAND_INS, RecordedQuotes
from bot.members.deed import Deed
from bot.members.tiers import Tier
from bot.replay.conduct import DECISIONS, STEPS, Conduct, conduct_of, is_down
from bot.replay.feeds import CutOverview, CutQuotes, Line
from bot.replay.judging import SlotReport, report_on
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from bot.setting_types import BriefPolicy
from bot.telegram.house import House
from db import migrate
from db.repositories import briefs, deliveries
from jobs.briefs import brief_tick

SEED = 3
LONGEST_WAIT_SECONDS = 20.0
LOOK_EVERY_SECONDS = 0.01
AFTER_USELESS = timedelta(minutes=1)
NOON_OF_A_CLOSED_DAY = timedelta(hours=12)


class ReplayWindow(BellError):
    """The days asked for are not all in the calendar; fields: received, first, last."""

    code = "replay-window"


class NotDelivered(BellError):
    """Messages of a replay were still waiting after the longest wait; fields: waiting."""

    code = "replay-not-delivered"


@dataclass(frozen=True, slots=True)
class Replayed:
    """A whole replay: each slot, the editions on days without trading, the archive's seal."""

    slots: tuple[SlotReport, ...]
    closed_days: int
    strays: int
    sealed: int
    chain_holds: bool

    @property
    def faults(self) -> int:
        """Return how many things were not as they should be."""
        found = sum(len(slot.faults) for slot in self.slots)
        return found + self.strays + (not self.chain_holds)


def window(count: int, last: date | None, bars: Bars | None, today: date) -> list[date]:
    """Return the trading days to replay: the last of them `last`, the file's, or before today."""
    calendar = load_calendar("XSHG")
    recorded = [bar.day for real in STAND_INS.values() for bar in (bars or {}).get(real, ())]
    end = last or (max(recorded) if recorded else today - timedelta(days=1))
    if not calendar.is_covered(end):
        raise _uncovered(end)
    every = calendar.trading_days_between(calendar.covered_from, end)
    if len(every) < count + 1:
        raise _uncovered(end)
    return every[-count:]


async def replay(
    days: Sequence[date],
    folder: Path,
    bars: Bars | None = None,
    tell: Callable[[SlotReport], None] = lambda _: None,
) -> Replayed:
    """Play the desk over `days` in an empty `folder`; `tell` hears of each slot as it is over."""
    zone = load_calendar("XSHG").zone
    clock = ManualClock(datetime.combine(days[0], datetime.min.time(), zone))
    hall = Hall(clock, enforce_pace=False)
    async with HallServer(hall) as server:
        settings = _settings(server.base_url, folder)
        migrate.upgrade(settings.database_url)
        bell, line = App(settings, clock), Line()
        _connect(bell.house, bars, line)
        await bell.db.run(furnish, hall, clock.now())
        try:
            await bell.start()
            bell.runner.stop()  # the desk's round is made by hand, at the moments that count
            stage = Stage(bell, clock, line)
            slots = [slot async for slot in stage.play(days, tell)]
            checked = await bell.db.run(_sealed)
            return Replayed(tuple(slots), stage.closed_days, stage.strays, *checked)
        finally:
            await bell.stop()


@dataclass
class Stage:
    """The bot of a replay with its clock and its line to the feeds."""

    bell: App
    clock: ManualClock
    line: Line
    closed_days: int = 0
    strays: int = 0

    async def play(
        self, days: Sequence[date], tell: Callable[[SlotReport], None]
    ) -> AsyncIterator[SlotReport]:
        """Play every day from the first to the last, the closed ones between them as well."""
        number = 0
        for offset in range((days[-1] - days[0]).days + 1):
            day = days[0] + timedelta(days=offset)
            if day not in days:
                await self._stay_closed(day)
                continue
            for slot in Slot:
                report = await self._slot(day, slot, conduct_of(number))
                tell(report)
                yield report
            number += 1

    async def _stay_closed(self, day: date) -> None:
        """Let the moments of a closed day pass: nothing may come of them."""
        house = self.bell.house
        zone = house.community.zone
        for slot in Slot:
            due = slot_on(day, slot, house.newsroom.times, zone)
            await self._tick(due.due_at)
        self.closed_days += 1
        self.strays += await self.bell.db.read(_count_of_day, day)

    async def _slot(self, day: date, slot: Slot, conduct: Conduct) -> SlotReport:
        house = self.bell.house
        is_reviewed = conduct is not Conduct.UNATTENDED
        policy = BriefPolicy.REVIEW if is_reviewed else BriefPolicy.AUTO
        house.settings = house.settings.model_copy(update={"brief_policy": policy})
        due = slot_on(day, slot, house.newsroom.times, house.community.zone)
        for step in STEPS:
            self.line.down = is_down(conduct, slot, step.minutes)
            at = due.due_at + step.offset
            if step.decide:
                self.clock.move_to(at)
                await self.bell.db.run(_decide, house, due, conduct, at)
            await self._tick(at)
        await self._tick(due.useless_at + AFTER_USELESS)
        tiers = tuple(Tier)
        return await self.bell.db.read(report_on, house.newsroom, due, conduct, tiers)

    async def _tick(self, at: datetime) -> None:
        """Make the desk's round at a moment, and wait until all of it has arrived."""
        self.clock.move_to(at)
        await brief_tick(self.bell.house, at)
        await self._delivered()

    async def _delivered(self) -> None:
        assert self.bell.sender is not None  # noqa: S101 - it was started
        for _ in range(int(LONGEST_WAIT_SECONDS / LOOK_EVERY_SECONDS)):
            self.bell.sender.wake()
            waiting = await self.bell.db.read(_waiting)
            if not waiting:
                return
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        raise NotDelivered(waiting=waiting)


def _connect(house: House, bars: Bars | None, line: Line) -> None:
    """Put the recorded or invented market at the end of the line."""
    source = RecordedQuotes(bars or {}, SEED, house.calendars)
    house.quotes = QuoteDesk([CutQuotes(source, line)], house.calendars)
    house.overview = CutOverview(house.overview, line)


def _settings(api_base: str, folder: Path) -> Settings:
    """Return settings for a replay: those of a rehearsal, without any pace."""
    unhurried = {"send_rate": 0, "send_rate_private": 0, "send_rate_group": 0}
    return demo_settings(api_base, folder).model_copy(update=unhurried)


def _decide(session: Session, house: House, due: DueSlot, conduct: Conduct, now: datetime) -> None:
    """Let the owner decide about every draft of a slot as the day's conduct says."""
    room, decisions = house.newsroom, DECISIONS.get(conduct, {})
    for one in board_of(session, room, due).standings:
        decision = decisions.get(one.edition.tier)
        if decision is not None and one.is_open and one.edition.decision is None:
            deed = Deed(cast.OWNER, f"replay:{one.edition.id}", now, due.day)
            edition = one.edition
            deciding.decide(session, room, edition.id, edition.version, decision, deed)


def _waiting(session: Session) -> int:
    states = deliveries.count_by_state(session)
    return states.get(DeliveryState.QUEUED, 0) + states.get(DeliveryState.SENDING, 0)


def _count_of_day(session: Session, day: date) -> int:
    return sum(len(briefs.of_slot(session, day, slot)) for slot in Slot)


def _sealed(session: Session) -> tuple[int, bool]:
    """Seal what waits and verify the whole chain."""
    archive.seal_waiting(session)
    found = archive.verify(session)
    return found.sealed, found.broken is None


def _uncovered(day: date) -> ReplayWindow:
    calendar = load_calendar("XSHG")
    return ReplayWindow(
        received=str(day),
        first=str(calendar.covered_from),
        last=str(calendar.covered_until),
    )
