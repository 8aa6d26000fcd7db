"""Write the calendar data files from the exchange_calendars package.

Run by hand once that package knows a new year: `python -m bot.calendar.generate`. It is a
development dependency and is imported here only; the product reads the files.
"""

import json
from datetime import date, time, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

FIRST = date(2024, 1, 1)
LAST = date(2027, 12, 31)
HOURS: dict[str, tuple[str, str, list[list[str]]]] = {
    "XSHG": ("09:30", "15:00", [["11:30", "13:00"]]),
    "XHKG": ("09:30", "16:00", [["12:00", "13:00"]]),
    "XNYS": ("09:30", "16:00", []),
}


def calendar_content(code: str) -> dict[str, object]:
    """Return the content of the data file of `code`; raise ValueError on an unknown shape."""
    calendar = _calendar(code)
    last = min(LAST, calendar.bound_max().date() if calendar.bound_max() else LAST)
    sessions = {stamp.date() for stamp in calendar.sessions if FIRST <= stamp.date() <= last}
    every_day = [FIRST + timedelta(days=n) for n in range((last - FIRST).days + 1)]
    if any(day.weekday() > 4 for day in sessions):
        raise ValueError(code)
    opens, closes, breaks = HOURS[code]
    return {
        "exchange": code,
        "source": f"exchange_calendars {version('exchange_calendars')}",
        "time_zone": str(calendar.tz),
        "covered_from": FIRST.isoformat(),
        "covered_until": last.isoformat(),
        "opens": opens,
        "closes": closes,
        "breaks": breaks,
        "closed": [d.isoformat() for d in every_day if d.weekday() < 5 and d not in sessions],
        "half_days": _half_days(calendar, sorted(sessions), time.fromisoformat(closes)),
    }


def _calendar(code: str) -> Any:
    # The product must start without this development dependency.
    import exchange_calendars  # type: ignore[import-untyped]  # noqa: PLC0415

    probe = exchange_calendars.get_calendar(code)
    bound = probe.bound_max()
    last = min(LAST, bound.date()) if bound else LAST
    return exchange_calendars.get_calendar(code, start=str(FIRST), end=str(last))


def _half_days(calendar: Any, sessions: list[date], closes: time) -> dict[str, str]:
    early = {}
    for day in sessions:
        local = calendar.session_close(str(day)).tz_convert(calendar.tz).time()
        if local != closes:
            early[day.isoformat()] = local.strftime("%H:%M")
    return early


def main() -> None:
    """Write every data file next to this script."""
    for code in HOURS:
        path = Path(__file__).parent / "data" / f"{code.lower()}.json"
        path.write_text(json.dumps(calendar_content(code), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
