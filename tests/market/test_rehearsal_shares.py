from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar.exchange import load_calendar
from bot.market.bars import Bar
from bot.market.problems import ProblemKind
from bot.market.quote import vet
from bot.market.reference import usable_auction
from bot.market.rehearsal import RehearsalQuotes
from bot.market.rehearsal_paths import on_tick
from bot.market.rehearsal_shares import price_limits

FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 3, 45, tzinfo=UTC)
EVENING = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
SHARES = ("sh600519", "sh688981", "sz000001", "sz300750", "bj920002", "hk00700", "usAAPL")


def make_bar(day, open, high, low, close, volume=1_000_000):
    return Bar(day, *map(Decimal, (open, high, low, close)), volume)


BARS = {
    "sh600000": (
        make_bar(date(2026, 11, 19), "10.00", "10.40", "9.90", "10.30"),
        make_bar(date(2026, 11, 20), "10.20", "10.50", "9.80", "9.90"),
    )
}


async def quote_of(symbol, now, seed=0, bars=None):
    source = RehearsalQuotes(seed, with_shares=True, bars=bars)
    return (await source.quotes([symbol], now)).quotes[symbol]


@pytest.mark.parametrize("symbol", SHARES)
async def test_a_share_has_a_price_that_says_it_is_simulated(symbol):
    quote = await quote_of(symbol, NOON)
    assert quote.simulated
    assert quote.name.startswith("模拟")
    assert quote.source == "rehearsal"
    assert quote == await quote_of(symbol, NOON)


@pytest.mark.parametrize(
    "symbol", ["sh000001", "sz399001", "bj899050", "hkHSI", "usDJI", "sh510300", "bj830001", "x"]
)
async def test_indexes_funds_and_retired_numbers_stay_unknown(symbol):
    source = RehearsalQuotes(with_shares=True)
    assert not source.serves(symbol)
    snapshot = await source.quotes([symbol], NOON)
    assert [p.kind for p in snapshot.problems] == [ProblemKind.UNKNOWN_SYMBOL]


async def test_without_leave_no_share_is_answered():
    assert not any(map(RehearsalQuotes().serves, SHARES))
    assert (await RehearsalQuotes().quotes(SHARES, NOON)).quotes == {}


async def test_the_opening_price_is_there_from_the_auction_on_and_stays():
    before = await quote_of("sh600519", datetime(2026, 11, 20, 1, 24, 59, tzinfo=UTC))
    auction = await quote_of("sh600519", datetime(2026, 11, 20, 1, 25, tzinfo=UTC))
    assert before.at == datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
    assert auction.at == datetime(2026, 11, 20, 1, 25, tzinfo=UTC)
    assert auction.last == auction.open == (await quote_of("sh600519", EVENING)).open
    assert auction.previous_close == before.last


@pytest.mark.parametrize("symbol", SHARES)
async def test_both_auctions_of_a_day_can_be_settled_by(symbol):
    now = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    quote = await quote_of(symbol, now)
    calendar = load_calendar("XSHG" if symbol[:2] in "sh sz bj" else "XHKG")
    if symbol.startswith("us"):
        calendar = load_calendar("XNYS")
    session = calendar.session(FRIDAY)
    assert usable_auction(quote, session, "opening", now) == quote.open
    assert usable_auction(quote, session, "closing", now) == quote.last


async def test_the_volume_only_grows_within_a_day():
    volumes = [
        (await quote_of("sz000001", datetime(2026, 11, 20, 1, 25, tzinfo=UTC) + step)).volume
        for step in (timedelta(minutes=n) for n in (0, 5, 6, 60, 240, 335))
    ]
    assert volumes == sorted(set(volumes))


@given(seed=st.integers(0, 1000), day=st.dates(date(2024, 2, 1), date(2026, 12, 30)))
@settings(max_examples=100, deadline=None)
async def test_on_every_day_1480_lies_within_the_limits_of_sh600519(seed, day):
    now = datetime(day.year, day.month, day.day, 7, 0, tzinfo=UTC)
    quote = await quote_of("sh600519", now, seed)
    assert quote.limit_down <= Decimal("1480.00") <= quote.limit_up
    assert abs(quote.last - 1480) < 100


@given(
    symbol=st.sampled_from([*SHARES, "sh603999", "sz301999", "hk09999", "usV"]),
    seed=st.integers(0, 1000),
    now=st.datetimes(datetime(2024, 2, 1), datetime(2026, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
)
@settings(max_examples=150, deadline=None)
async def test_at_any_instant_a_price_is_usable_on_tick_and_within_limits(symbol, seed, now):
    quote = await quote_of(symbol, now, seed)
    assert vet({symbol: quote}, now)[1] == ()
    for price in (quote.last, quote.open, quote.high, quote.low, quote.previous_close):
        assert price == on_tick(price, symbol)
        assert quote.limit_up is None or quote.limit_down <= price <= quote.limit_up
    assert (quote.limit_up is None) is (symbol[:2] in {"hk", "us"})
    assert quote.low <= quote.last <= quote.high


@given(symbol=st.sampled_from(SHARES), day=st.dates(date(2024, 2, 5), date(2026, 12, 20)))
@settings(max_examples=60, deadline=None)
async def test_a_close_is_exactly_the_next_day_s_previous_close(symbol, day):
    calendar = load_calendar({"hk": "XHKG", "us": "XNYS"}.get(symbol[:2], "XSHG"))
    today = calendar.next_trading_day(day)
    tomorrow = calendar.session(calendar.next_trading_day(today))
    late = calendar.session(today).closes + timedelta(minutes=20)
    assert (await quote_of(symbol, tomorrow.closes)).previous_close == (
        await quote_of(symbol, late)
    ).last


@pytest.mark.parametrize(
    ("symbol", "reference", "limits"),
    [
        ("sh600000", "10.05", ("11.06", "9.05")),
        ("sz000001", "4.35", ("4.79", "3.92")),
        ("sh688001", "10.01", ("12.01", "8.01")),
        ("bj920001", "84.63", ("110.01", "59.25")),
        ("bj920001", "17.09", ("22.21", "11.97")),
        ("hk00700", "400", (None, None)),
    ],
)
def test_limits_are_rounded_as_the_exchange_rounds_them(symbol, reference, limits):
    """Source: market facts of the project, measured for Shanghai and Beijing."""
    expected = tuple(None if limit is None else Decimal(limit) for limit in limits)
    assert price_limits(symbol, Decimal(reference)) == expected


async def test_bars_are_replayed_on_their_own_days():
    close = await quote_of("sh600000", EVENING, bars=BARS)
    assert (close.open, close.high, close.low, close.last) == tuple(
        map(Decimal, ("10.20", "10.50", "9.80", "9.90"))
    )
    assert close.previous_close == Decimal("10.30")
    auction = await quote_of("sh600000", datetime(2026, 11, 20, 1, 25, tzinfo=UTC), bars=BARS)
    assert (auction.last, auction.at.minute) == (Decimal("10.20"), 25)
    assert auction.volume < close.volume
    assert close.simulated


async def test_after_their_end_bars_begin_anew_and_closes_still_meet():
    monday = await quote_of("sh600000", datetime(2026, 11, 23, 8, tzinfo=UTC), bars=BARS)
    assert (monday.last, monday.previous_close) == (Decimal("10.30"), Decimal("9.90"))
    assert (await quote_of("sz000001", EVENING, bars=BARS)) == await quote_of("sz000001", EVENING)


async def test_where_a_replay_jumps_beyond_the_limits_there_are_none():
    jump = {"sh600000": (*BARS["sh600000"][:1], make_bar(FRIDAY, "20", "21", "19", "20.50"))}
    quote = await quote_of("sh600000", EVENING, bars=jump)
    assert (quote.limit_up, quote.limit_down) == (None, None)
    assert vet({"sh600000": quote}, EVENING)[1] == ()


async def test_adjusted_bars_are_put_on_ticks():
    bars = {"hk00700": (make_bar(FRIDAY, "326.112", "334.171", "326.112", "332.205"),)}
    quote = await quote_of("hk00700", EVENING, bars=bars)
    assert (quote.open, quote.last) == (Decimal("326.20"), Decimal("332.20"))


async def test_the_series_of_a_share_ends_at_its_quote():
    source = RehearsalQuotes(with_shares=True)
    series = await source.series("sz000001", NOON)
    quote = (await source.quotes(["sz000001"], NOON)).quotes["sz000001"]
    assert (series[-1].at, series[-1].last) == (quote.at, quote.last)


async def test_beyond_the_calendar_a_share_says_so_too():
    source = RehearsalQuotes(with_shares=True)
    snapshot = await source.quotes(["sh600519"], datetime(2027, 3, 1, tzinfo=UTC))
    assert snapshot.problems[0].kind is ProblemKind.CALENDAR_UNCOVERED
    assert await source.series("sh600519", datetime(2027, 3, 1, tzinfo=UTC)) == ()
