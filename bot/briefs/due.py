"""When briefs are due: the slots of trading days, from their minute until they mislead."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.briefs.slots import Slot, SlotTimes
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar

EARLIEST = timedelta(hours=1)

Timetable = Mapping[Slot, SlotTimes]


@dataclass(frozen=True, slots=True)
class DueSlot:
    """A slot of a day, with the instants from which and until which its brief may go out."""

    day: date
    slot: Slot
    due_at: datetime
    useless_at: datetime

    def is_early(self, now: datetime) -> bool:
        """Tell whether it is too early to post this brief even by hand.

        An evening brief posted at ten would stand in for the real one, with half the data.
        """
        return now < self.due_at - EARLIEST

    def is_late(self, now: datetime) -> bool:
        """Tell whether a brief that goes out `now` would mislead."""
        return now >= self.useless_at


def slot_on(day: date, slot: Slot, times: Timetable, zone: ZoneInfo) -> DueSlot:
    """Return the slot of a day, whether or not anything trades on it."""
    return DueSlot(
        day,
        slot,
        _instant(day, times[slot].due, zone),
        _instant(day, times[slot].useless_after, zone),
    )


def due_slots(
    now: datetime,
    zone: ZoneInfo,
    times: Timetable,
    calendar: ExchangeCalendar,
    lead: timedelta = timedelta(0),
) -> tuple[DueSlot, ...]:
    """Return the slots whose time has come, of today and of the trading day before.

    `lead`: how long before its time a slot counts already, for its draft to be written.
    The day before is there so that what was missed while nothing ran is recorded. Raise
    CalendarUncovered where it is unknown whether the exchange trades today.
    """
    today = now.astimezone(zone).date()
    days = [today] if calendar.is_trading_day(today) else []
    with suppress(CalendarUncovered):  # the very first covered day has none before it
        days.insert(0, calendar.previous_trading_day(today))
    every = [slot_on(day, slot, times, zone) for day in days for slot in Slot]
    return tuple(slot for slot in every if slot.due_at - lead <= now)


def slot_to_preview(
    slot: Slot, now: datetime, zone: ZoneInfo, times: Timetable, calendar: ExchangeCalendar
) -> DueSlot:
    """Return the day's slot that today's data can fill, on days without trading as well.

    A morning brief looks back at the night before, so it is that of the next session to
    open; the others tell of the session that runs or ran last.
    """
    today = now.astimezone(zone).date()
    day = calendar.latest_session(now).day
    if slot is Slot.MORNING:
        is_ahead = calendar.is_trading_day(today) and day != today
        day = today if is_ahead else calendar.next_trading_day(today)
    return slot_on(day, slot, times, zone)


def next_slot(
    now: datetime, zone: ZoneInfo, times: Timetable, calendar: ExchangeCalendar
) -> DueSlot | None:
    """Return the next slot to come, or nothing where the calendar does not reach that far."""
    today = now.astimezone(zone).date()
    try:
        days = [today] if calendar.is_trading_day(today) else []
        days.append(calendar.next_trading_day(today))
    except CalendarUncovered:
        return None
    every = [slot_on(day, slot, times, zone) for day in days for slot in Slot]
    return min((s for s in every if s.due_at > now), key=lambda s: s.due_at, default=None)


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
