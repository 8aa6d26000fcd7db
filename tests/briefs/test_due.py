from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.briefs.due import due_slots, next_slot
from bot.briefs.newsroom import timetable
from bot.briefs.slots import USELESS_AFTER, Slot
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import load_calendar
from tests.briefs.newsrooms import DAY, TIMES, ZONE, at

SHANGHAI = load_calendar("XSHG")
SATURDAY = date(2026, 11, 21)


def due(clock: str, day: date = DAY) -> list[tuple[date, Slot]]:
    found = due_slots(at(clock, day), ZONE, TIMES, SHANGHAI)
    return [(one.day, one.slot) for one in found]


def test_a_slot_is_due_from_its_minute_on() -> None:
    assert (DAY, Slot.MORNING) not in due("08:29")
    assert (DAY, Slot.MORNING) in due("08:30")
    assert (DAY, Slot.NOON) not in due("11:44")
    assert [slot for day, slot in due("15:45") if day == DAY] == list(Slot)


def test_nothing_of_a_weekend_is_due_but_what_friday_left() -> None:
    assert {day for day, _ in due("16:00", SATURDAY)} == {DAY}


def test_a_holiday_on_a_weekday_has_no_brief() -> None:
    national_day = date(2026, 10, 1)
    assert {day for day, _ in due("16:00", national_day)} == {date(2026, 9, 30)}


def test_after_a_long_weekend_the_last_trading_day_is_still_looked_at() -> None:
    monday = date(2026, 11, 23)
    assert {day for day, _ in due("07:00", monday)} == {DAY}


def test_an_uncovered_day_raises_instead_of_guessing() -> None:
    with pytest.raises(CalendarUncovered):
        due("08:30", date(2027, 1, 4))


def test_each_slot_becomes_useless_at_its_own_time() -> None:
    slots = {one.slot: one for one in due_slots(at("21:00"), ZONE, TIMES, SHANGHAI)[3:]}
    for slot, until in USELESS_AFTER.items():
        assert slots[slot].useless_at.astimezone(ZONE).time() == until
        assert not slots[slot].is_late(slots[slot].due_at)
        assert slots[slot].is_late(slots[slot].useless_at)


def test_the_settings_move_the_slots_and_the_zone_is_the_communitys() -> None:
    times = timetable(time(7), time(12), time(16))
    berlin = ZoneInfo("Europe/Berlin")
    found = due_slots(at("14:00"), berlin, times, SHANGHAI)
    assert [one.slot for one in found if one.day == DAY] == [Slot.MORNING]


def test_the_next_slot_is_the_nearest_one_to_come() -> None:
    coming = next_slot(at("09:00"), ZONE, TIMES, SHANGHAI)
    assert coming is not None
    assert (coming.day, coming.slot) == (DAY, Slot.NOON)
    coming = next_slot(at("16:00"), ZONE, TIMES, SHANGHAI)
    assert coming is not None
    assert (coming.day, coming.slot) == (date(2026, 11, 23), Slot.MORNING)
    assert next_slot(at("16:00", date(2026, 12, 31)), ZONE, TIMES, SHANGHAI) is None
