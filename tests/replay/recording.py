"""An invented recording: ten days of an index with closes that no other source would say."""

from datetime import date
from decimal import Decimal

from bot.calendar.exchange import load_calendar
from bot.market.bars import Bars, parse_bars

LAST = date(2026, 12, 29)
"""Between this day and the ninth before it: weekends, Christmas in two markets, half days."""
DAYS = load_calendar("XSHG").trading_days_between(date(2026, 12, 15), LAST)
CLOSES = {day: Decimal("3011.07") + n * n * Decimal("1.13") for n, day in enumerate(DAYS)}


def lines() -> list[str]:
    """Return the recording as the CSV that `--bars` takes."""
    rows = ["market,symbol,date,open,high,low,close,volume"]
    for day, close in CLOSES.items():
        low, high = close - 9, close + 3
        rows.append(f"CN-INDEX,SH000001,{day},{close - 5},{high},{low},{close},1000000")
    return rows


def recording() -> Bars:
    """Return the recording as bars."""
    return parse_bars(lines(), "invented.csv")
