"""What the calendar refuses, and why."""

from bot.errors import BellError


class CalendarUncovered(BellError):
    """A day for which no calendar is known; fields: exchange, day, covered_from, covered_until."""

    code = "calendar-uncovered"


class NotATradingDay(BellError):
    """A session was asked of a day without one; fields: exchange, day."""

    code = "calendar-no-session"


class UnknownExchange(BellError):
    """No calendar file for this exchange; fields: received, allowed."""

    code = "calendar-unknown-exchange"


class CalendarConflict(BellError):
    """An override names a day as both open and closed; fields: exchange, day."""

    code = "calendar-conflict"


class CalendarGap(BellError):
    """A holiday list would leave days before it uncovered; fields: exchange, year, expected."""

    code = "calendar-gap"


class HolidayListMalformed(BellError):
    """The text is not a year, the word for closed, and days; fields: received."""

    code = "calendar-list-malformed"


class HolidayListEmpty(BellError):
    """The list names no day, which no exchange has ever had; fields: year."""

    code = "calendar-list-empty"


class HolidayYearInvalid(BellError):
    """The year is not a plausible one; fields: received, lowest, highest."""

    code = "calendar-year-invalid"


class HolidayDateInvalid(BellError):
    """A date that is not written as month-day or does not exist; fields: received, year."""

    code = "calendar-date-invalid"


class HolidayRangeReversed(BellError):
    """A range that ends before it begins; fields: received, year."""

    code = "calendar-range-reversed"


class HolidayRangeTooLong(BellError):
    """A range longer than any holiday, so a slip; fields: received, days, highest."""

    code = "calendar-range-too-long"


class HolidayDraftGone(BellError):
    """The list under which a button was pressed is not known; no fields."""

    code = "calendar-draft-gone"


class HolidayDraftDecided(BellError):
    """Somebody decided about this list before, or replaced it; fields: year."""

    code = "calendar-draft-decided"


class ClockStopped(BellError):
    """Business time stands still, so nothing can be promised; fields: since."""

    code = "clock-stopped"
