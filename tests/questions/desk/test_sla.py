from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.business_time import DeskHours, Stop, read_spans
from bot.calendar.exchange import load_calendar
from bot.members.tiers import Tier
from bot.questions.desk.sla import Clock, Mark, Terms, mark_times, promise
from bot.setting_types import read_promises

CHINA = ZoneInfo("Asia/Shanghai")
HOURS = DeskHours(read_spans(("09:00-11:30", "13:00-17:30")), CHINA)
CLOCK = Clock(HOURS, load_calendar("XSHG"))
HOUR = timedelta(hours=1)


def at(hour: int, minute: int = 0, day: int = 20, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=CHINA)


def test_each_tier_is_answered_within_its_own_time_and_nobodys_as_newbies() -> None:
    terms = Terms(HOURS, read_promises(("vip=15", "advanced=60", "newbie=240")))
    spans = [terms.span(tier) for tier in (Tier.VIP, Tier.ADVANCED, Tier.NEWBIE, None)]
    assert [span.total_seconds() / 60 for span in spans] == [15, 60, 240, 240]


def test_a_promise_names_the_instant() -> None:
    assert promise(at(11), HOUR, CLOCK).answer_by == at(13, 30)


def test_past_the_calendar_and_during_a_stop_nothing_is_promised() -> None:
    assert promise(at(17, day=31, month=12), HOUR, CLOCK).answer_by is None
    stopped = promise(at(10), HOUR, Clock(HOURS, CLOCK.calendar, [Stop(at(9))]))
    assert (stopped.answer_by, stopped.stopped) == (None, True)


def test_the_marks_of_an_hour() -> None:
    marks = mark_times(at(9), HOUR, timedelta(0), CLOCK)
    assert marks == {
        Mark.HALF: at(9, 30),
        Mark.END: at(9, 54),
        Mark.MISSED: at(10),
        Mark.OWNERS: at(11),
    }


def test_a_quarter_of_an_hour_leaves_three_minutes_after_the_last_reminder() -> None:
    marks = mark_times(at(9), HOUR / 4, timedelta(0), CLOCK)
    assert marks[Mark.END] == at(9, 12)


def test_what_was_stopped_moves_every_mark() -> None:
    marks = mark_times(at(9), HOUR, timedelta(minutes=20), CLOCK)
    assert (marks[Mark.HALF], marks[Mark.MISSED]) == (at(9, 50), at(10, 20))


def test_marks_beyond_the_calendar_are_left_out() -> None:
    marks = mark_times(at(16, day=31, month=12), HOUR, timedelta(0), CLOCK)
    assert set(marks) == {Mark.HALF, Mark.END, Mark.MISSED}


@pytest.mark.parametrize(
    "received",
    [("vip=15",), ("vip=0", "advanced=1", "newbie=1"), ("vip=x", "advanced=1", "newbie=1"), ()],
)
def test_promises_that_leave_a_tier_open_are_refused(received: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        read_promises(received)
