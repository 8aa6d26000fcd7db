"""The form in which operators write a contest: its fields, defaults and how each is changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from bot.calendar.exchange import ExchangeCalendar
from bot.contest.input import form_values as values
from bot.contest.instrument import Board, Market
from bot.contest.rules import FillModel, Prizes, RankBy, Rules
from bot.members.tiers import Tier

T = TypeVar("T")

WEEKS, LATE_DAYS = 4, 7
ONE_DAY = timedelta(days=1)
DEFAULT_PRIZES = Prizes(finishing=20, journal=20, diversification=10)
USUAL_BOARDS = {
    Market.MAINLAND: (Board.SSE_MAIN, Board.SZSE_MAIN, Board.STAR, Board.CHINEXT),
    Market.HONG_KONG: (Board.HONG_KONG,),
    Market.UNITED_STATES: (Board.UNITED_STATES,),
}
CAPITALS = (Decimal(100_000), Decimal(1_000_000), Decimal(10_000_000))
CAPS = (Decimal("0.2"), Decimal("0.3"), Decimal("0.5"), Decimal(1))


class FormField(StrEnum):
    """One field of the form; its label is the message `contest-field-<value>`."""

    TITLE = "title"
    FIRST = "first"
    LAST = "last"
    LATE = "late"
    MARKET = "market"
    CAPITAL = "capital"
    BOARDS = "boards"
    UNIVERSE = "universe"
    FILL = "fill"
    CAP = "cap"
    FLOOR = "floor"
    VOLUME = "volume"
    TIERS = "tiers"
    SUITABILITY = "suitability"
    RANK = "rank"
    FINISHING = "finishing"
    JOURNAL = "journal"
    NOTES = "notes"
    SPREAD = "spread"
    BANDS = "bands"


PRIZE_FIELDS = (
    FormField.FINISHING,
    FormField.JOURNAL,
    FormField.NOTES,
    FormField.SPREAD,
    FormField.BANDS,
)
TYPED = frozenset(
    {
        FormField.TITLE,
        FormField.FIRST,
        FormField.LAST,
        FormField.LATE,
        FormField.CAPITAL,
        FormField.UNIVERSE,
        FormField.CAP,
        FormField.FLOOR,
        FormField.VOLUME,
        *PRIZE_FIELDS,
    }
)
"""Fields that take a typed answer; some have buttons for the usual values as well."""
TOGGLES = frozenset({FormField.BOARDS, FormField.TIERS})
"""Fields with several values at once, each turned on and off by its button."""
CHOICES: Mapping[FormField, tuple[str, ...]] = {
    FormField.MARKET: tuple(Market),
    FormField.FILL: tuple(FillModel),
    FormField.RANK: tuple(RankBy),
    FormField.SUITABILITY: ("yes", "no"),
    FormField.TIERS: tuple(Tier),
    FormField.CAPITAL: tuple(str(value) for value in CAPITALS),
    FormField.CAP: tuple(f"{value * 100:.0f}" for value in CAPS),
    FormField.UNIVERSE: ("none",),
    FormField.FLOOR: ("none", "1", "5"),
    FormField.VOLUME: ("none", "10", "25"),
}


def choices_of(field: FormField, rules: Rules) -> tuple[str, ...]:
    """Return the values that a field offers by buttons."""
    if field is FormField.BOARDS:
        return tuple(board for board in Board if board.market is rules.market)
    return CHOICES.get(field, ())


def default_rules(market: Market, calendar: ExchangeCalendar, today: date) -> Rules:
    """Return rules for about four weeks from the next Monday on, late entry in the first week.

    Near the end of the known calendar the contest is as short as that makes it.
    """
    monday = today + ONE_DAY * (7 - today.weekday())
    first = _trading_day(calendar, monday, ONE_DAY)
    last = min(first + timedelta(weeks=WEEKS) - ONE_DAY, calendar.covered_until)
    last = max(_trading_day(calendar, last, -ONE_DAY), first)
    return Rules(
        market=market,
        first_day=first,
        last_day=last,
        late_entry_until=min(first + ONE_DAY * (LATE_DAYS - 1), last),
        boards=USUAL_BOARDS[market],
        prizes=DEFAULT_PRIZES,
    )


def with_market(rules: Rules, market: Market) -> Rules:
    """Return rules for another market: boards and shares of the former one are gone."""
    return replace(rules, market=market, boards=USUAL_BOARDS[market], universe=())


def with_typed(rules: Rules, field: FormField, text: str, today: date) -> Rules:
    """Return rules with what was typed into a field; raise what cannot be read."""
    return _TYPED[field](rules, text, today)


def with_choice(rules: Rules, field: FormField, value: str, today: date) -> Rules:
    """Return rules with what a button stands for; a ValueError is a forged button."""
    if value not in choices_of(field, rules):
        raise ValueError(value)
    match field:
        case FormField.MARKET:
            return with_market(rules, Market(value))
        case FormField.FILL:
            model = FillModel(value)
            share = rules.volume_share if model is FillModel.LIVE else None
            return replace(rules, fill_model=model, volume_share=share)
        case FormField.RANK:
            return replace(rules, rank_by=RankBy(value))
        case FormField.SUITABILITY:
            return replace(rules, suitability=value == "yes")
        case FormField.TIERS:
            return replace(rules, tiers=_turned(rules.tiers, Tier(value), tuple(Tier)))
        case FormField.BOARDS:
            return replace(rules, boards=_turned(rules.boards, Board(value), tuple(Board)))
        case _:
            return with_typed(rules, field, value, today)


def duplicated(rules: Rules, calendar: ExchangeCalendar, today: date) -> Rules:
    """Return the same rules for as many days, from the next Monday on."""
    fresh = default_rules(rules.market, calendar, today)
    length, late = rules.last_day - rules.first_day, rules.late_entry_until - rules.first_day
    last = min(fresh.first_day + length, calendar.covered_until)
    last = max(_trading_day(calendar, last, -ONE_DAY), fresh.first_day)
    return replace(
        rules,
        first_day=fresh.first_day,
        last_day=last,
        late_entry_until=min(fresh.first_day + late, last),
    )


def _turned(held: tuple[T, ...], one: T, order: tuple[T, ...]) -> tuple[T, ...]:
    kept = set(held) ^ {one}
    return tuple(value for value in order if value in kept)


def _trading_day(calendar: ExchangeCalendar, day: date, step: timedelta) -> date:
    """Return the first trading day from `day` on; `day` itself where nothing is known."""
    found = day
    while calendar.is_covered(found):
        if calendar.is_trading_day(found):
            return found
        found += step
    return day


def _first(rules: Rules, text: str, today: date) -> Rules:
    """Move the whole contest, so that a new first day alone never breaks the order."""
    first = values.read_day(text, today)
    late = rules.late_entry_until - rules.first_day
    last = rules.last_day
    return replace(
        rules,
        first_day=first,
        late_entry_until=min(first + late, last) if first <= last else first + late,
    )


def _volume(rules: Rules, text: str, _today: date) -> Rules:
    share = None if values.says_none(text) else values.read_percent(text)
    return replace(rules, volume_share=share)


def _floor(rules: Rules, text: str, _today: date) -> Rules:
    floor = Decimal(0) if values.says_none(text) else values.read_money(text, places=4)
    return replace(rules, price_floor=floor)


def _prizes(rules: Rules, **changes: object) -> Rules:
    return replace(rules, prizes=replace(rules.prizes, **changes))  # type: ignore[arg-type]


_TYPED: Mapping[FormField, Callable[[Rules, str, date], Rules]] = {
    FormField.FIRST: _first,
    FormField.LAST: lambda r, text, day: replace(r, last_day=values.read_day(text, day)),
    FormField.LATE: lambda r, text, day: replace(r, late_entry_until=values.read_day(text, day)),
    FormField.CAPITAL: lambda r, text, _: replace(r, capital=values.read_money(text)),
    FormField.UNIVERSE: lambda r, text, _: replace(r, universe=values.read_symbols(text, r.market)),
    FormField.CAP: lambda r, text, _: replace(r, single_name_cap=values.read_percent(text)),
    FormField.FLOOR: _floor,
    FormField.VOLUME: _volume,
    FormField.FINISHING: lambda r, text, _: _prizes(r, finishing=values.read_points(text)),
    FormField.JOURNAL: lambda r, text, _: _prizes(r, journal=values.read_points(text)),
    FormField.NOTES: lambda r, text, _: _prizes(r, journal_notes=values.read_points(text)),
    FormField.SPREAD: lambda r, text, _: _prizes(r, diversification=values.read_points(text)),
    FormField.BANDS: lambda r, text, _: _prizes(r, bands=values.read_bands(text)),
}
