from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar.exchange import load_calendar
from bot.market.problems import ProblemKind
from bot.market.quote import vet
from bot.market.rehearsal import INSTRUMENTS, RehearsalQuotes, trading_minutes

NOON = datetime(2026, 11, 20, 3, 45, tzinfo=UTC)
EVENING = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
SYMBOL = "simsh000001"


async def test_the_same_seed_and_instant_give_the_same_market():
    every = RehearsalQuotes().indexes.every
    first = await RehearsalQuotes(seed=7).quotes(every, NOON)
    assert first == await RehearsalQuotes(seed=7).quotes(every, NOON)
    assert first != await RehearsalQuotes(seed=8).quotes(every, NOON)
    assert list(first.quotes) == list(every)


async def test_every_quote_is_marked_and_every_name_says_that_it_is_invented():
    snapshot = await RehearsalQuotes().quotes([i.symbol for i in INSTRUMENTS], NOON)
    assert len(snapshot.quotes) == len(INSTRUMENTS)
    for quote in snapshot.quotes.values():
        assert quote.simulated
        assert quote.name.startswith("模拟")
        assert quote.source == "rehearsal"


async def test_real_symbols_are_never_answered():
    source = RehearsalQuotes()
    assert not source.serves("sh000001")
    snapshot = await source.quotes(["sh000001", "simsh999999"], NOON)
    assert snapshot.quotes == {}
    assert {problem.kind for problem in snapshot.problems} == {ProblemKind.UNKNOWN_SYMBOL}
    assert await source.series("sh000001", NOON) == ()


async def test_the_quote_stands_at_the_end_of_its_series():
    source = RehearsalQuotes(seed=3)
    quote = (await source.quotes([SYMBOL], NOON)).quotes[SYMBOL]
    series = await source.series(SYMBOL, NOON)
    assert (series[-1].at, series[-1].last) == (quote.at, quote.last)
    assert quote.low == min(point.last for point in series)
    assert quote.high == max(point.last for point in series)
    assert quote.at == datetime(2026, 11, 20, 3, 30, tzinfo=UTC)


async def test_what_was_shown_earlier_in_the_day_is_not_rewritten():
    source = RehearsalQuotes(seed=3)
    early = await source.series(SYMBOL, NOON)
    late = await source.series(SYMBOL, EVENING)
    assert late[: len(early)] == early
    assert len(late) == len(trading_minutes(load_calendar("XSHG").session(date(2026, 11, 20))))


async def test_a_close_is_the_previous_close_of_the_next_day():
    source = RehearsalQuotes(seed=3)
    friday = (await source.quotes([SYMBOL], EVENING)).quotes[SYMBOL]
    monday = (await source.quotes([SYMBOL], EVENING + timedelta(days=3))).quotes[SYMBOL]
    assert monday.previous_close == friday.last


async def test_beyond_the_calendar_the_rehearsal_says_so_too():
    snapshot = await RehearsalQuotes().quotes([SYMBOL], datetime(2027, 3, 1, tzinfo=UTC))
    assert snapshot.problems[0].kind is ProblemKind.CALENDAR_UNCOVERED


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda i: i.symbol)
@settings(deadline=None)  # the machine may be busy
@given(
    seed=st.integers(0, 1000),
    now=st.datetimes(datetime(2024, 2, 1), datetime(2026, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
)
async def test_at_any_instant_the_market_is_plausible_and_usable(instrument, seed, now):
    snapshot = await RehearsalQuotes(seed).quotes([instrument.symbol], now)
    quote = snapshot.quotes[instrument.symbol]
    assert abs(quote.change_percent) < 7
    assert quote.low <= quote.last <= quote.high
    assert quote.at <= now
    assert vet(dict(snapshot.quotes), now)[1] == ()
