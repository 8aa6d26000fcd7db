"""Whether rules can be played: every mistake with what was received and what is allowed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from bot.calendar.exchange import ExchangeCalendar
from bot.contest.rulebook.boards import board_of
from bot.contest.rules import FillModel, Rules

LEAST_CAPITAL, MOST_CAPITAL = Decimal(10_000), Decimal(100_000_000)
LEAST_CAP, MOST_CAP = Decimal("0.05"), Decimal(1)
LEAST_VOLUME, MOST_VOLUME = Decimal("0.01"), Decimal(1)
MOST_FLOOR = Decimal(10_000)
MOST_DAYS = 366
MOST_SYMBOLS = 200
CENT, BASIS_POINT = Decimal("0.01"), Decimal("0.0001")
ONE_DAY = timedelta(days=1)


class ProblemCode(StrEnum):
    """What is wrong; each has the message `contest-problem-<code>`, fields beside it."""

    STARTS_IN_PAST = "starts-in-past"  # day, today
    ENDS_BEFORE_START = "ends-before-start"  # day, first
    TOO_LONG = "too-long"  # days, most
    LATE_ENTRY = "late-entry"  # day, first, last
    UNCOVERED = "uncovered"  # day, until
    NO_TRADING = "no-trading"  # day, before, after
    CAPITAL = "capital"  # received, least, most
    CAP = "cap"  # received, least, most (percent)
    FLOOR = "floor"  # received, most
    VOLUME_SHARE = "volume-share"  # received, least, most (percent)
    VOLUME_NEEDS_LIVE = "volume-needs-live"
    BOARD = "board"  # board (its value)
    NO_BOARD = "no-board"
    SYMBOL = "symbol"  # symbol
    SYMBOL_BOARD = "symbol-board"  # symbol
    TOO_MANY_SYMBOLS = "too-many-symbols"  # count, most
    NO_TIER = "no-tier"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in rules, with the figures that its sentence names."""

    code: ProblemCode
    fields: Mapping[str, object] = field(default_factory=dict)


def check_rules(rules: Rules, calendar: ExchangeCalendar, today: date) -> tuple[Problem, ...]:
    """Return every mistake in `rules`; nothing if a contest can start after `today`.

    `calendar`: that of the rules' market. `today`: the exchange's local day.
    """
    return (
        *_order(rules, today),
        *_trading_days(rules, calendar),
        *_amounts(rules),
        *_volume(rules),
        *_instruments(rules),
    )


def _order(rules: Rules, today: date) -> Iterator[Problem]:
    first, last, late = rules.first_day, rules.last_day, rules.late_entry_until
    if first < today:
        yield Problem(ProblemCode.STARTS_IN_PAST, {"day": first, "today": today})
    if last < first:
        yield Problem(ProblemCode.ENDS_BEFORE_START, {"day": last, "first": first})
        return
    days = (last - first).days + 1
    if days > MOST_DAYS:
        yield Problem(ProblemCode.TOO_LONG, {"days": days, "most": MOST_DAYS})
    if not first <= late <= last:
        yield Problem(ProblemCode.LATE_ENTRY, {"day": late, "first": first, "last": last})


def _trading_days(rules: Rules, calendar: ExchangeCalendar) -> Iterator[Problem]:
    for day in dict.fromkeys((rules.first_day, rules.last_day)):
        if not calendar.is_covered(day):
            fields = {"day": day, "until": calendar.covered_until}
            yield Problem(ProblemCode.UNCOVERED, fields)
        elif not calendar.is_trading_day(day):
            before, after = _beside(calendar, day, -ONE_DAY), _beside(calendar, day, ONE_DAY)
            fields = {"day": day, "before": before or after or day, "after": after or before or day}
            yield Problem(ProblemCode.NO_TRADING, fields)


def _beside(calendar: ExchangeCalendar, day: date, step: timedelta) -> date | None:
    """Return the nearest trading day that is known in a direction."""
    day += step
    while calendar.is_covered(day):
        if calendar.is_trading_day(day):
            return day
        day += step
    return None


def _amounts(rules: Rules) -> Iterator[Problem]:
    capital, cap, floor = rules.capital, rules.single_name_cap, rules.price_floor
    if not LEAST_CAPITAL <= capital <= MOST_CAPITAL or capital % CENT:
        fields = {"received": capital, "least": LEAST_CAPITAL, "most": MOST_CAPITAL}
        yield Problem(ProblemCode.CAPITAL, fields)
    if not LEAST_CAP <= cap <= MOST_CAP or cap % BASIS_POINT:
        yield Problem(ProblemCode.CAP, _percents(cap, LEAST_CAP, MOST_CAP))
    if not 0 <= floor <= MOST_FLOOR or floor % BASIS_POINT:
        yield Problem(ProblemCode.FLOOR, {"received": floor, "most": MOST_FLOOR})
    if not rules.tiers:
        yield Problem(ProblemCode.NO_TIER)


def _volume(rules: Rules) -> Iterator[Problem]:
    share = rules.volume_share
    if share is None:
        return
    if rules.fill_model is not FillModel.LIVE:
        yield Problem(ProblemCode.VOLUME_NEEDS_LIVE)
    if not LEAST_VOLUME <= share <= MOST_VOLUME or share % BASIS_POINT:
        yield Problem(ProblemCode.VOLUME_SHARE, _percents(share, LEAST_VOLUME, MOST_VOLUME))


def _instruments(rules: Rules) -> Iterator[Problem]:
    if not rules.boards:
        yield Problem(ProblemCode.NO_BOARD)
    for board in rules.boards:
        if board.market is not rules.market:
            yield Problem(ProblemCode.BOARD, {"board": board.value})
    if len(rules.universe) > MOST_SYMBOLS:
        fields = {"count": len(rules.universe), "most": MOST_SYMBOLS}
        yield Problem(ProblemCode.TOO_MANY_SYMBOLS, fields)
    for symbol in rules.universe:
        listed = board_of(symbol)
        if listed is None:
            yield Problem(ProblemCode.SYMBOL, {"symbol": symbol})
        elif listed not in rules.boards:
            yield Problem(ProblemCode.SYMBOL_BOARD, {"symbol": symbol})


def _percents(received: Decimal, least: Decimal, most: Decimal) -> dict[str, object]:
    return {"received": percent(received), "least": percent(least), "most": percent(most)}


def percent(share: Decimal) -> str:
    """Write a share of one as percent without idle zeros: 30, 7.5."""
    text = f"{share * 100:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
