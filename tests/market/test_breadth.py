from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.contest.days.feed_limits import limits_by_name
from bot.market.breadth import count_breadth
from bot.market.eastmoney_scan import ShareRow, parse_shares
from bot.market.problems import ProblemKind

SAMPLES = Path(__file__).parent / "samples"
AT = datetime(2026, 11, 20, 7, 0, 3, tzinfo=UTC)
DAY = date(2026, 11, 20)


def make_row(number=0, last="10.12", close="10.05", **changed):
    row = ShareRow(
        symbol=f"sh6{number:05d}",
        name="示例股份",
        last=None if last is None else Decimal(last),
        previous_close=Decimal(close),
        day=DAY,
        at=AT,
    )
    return replace(row, **changed)


def counted(rows, total=None):
    return count_breadth(rows, len(rows) if total is None else total, DAY, limits_by_name, "x")


def no_limits(*_):
    return None


def test_the_recorded_market_is_counted_by_the_rules_of_each_board():
    page = parse_shares((SAMPLES / "eastmoney_clist_shares.json").read_bytes())
    breadth, problems = counted(page.rows)
    assert problems == ()
    assert (breadth.rose, breadth.fell, breadth.level) == (8, 2, 1)  # the halted one is none
    # *ST 1.65 of 1.50, ChiNext +20 %, an unreformed share +5 %, Beijing cut down to 110.01;
    # neither the first day of a listing nor the delisting period has a limit that is known.
    assert breadth.limit_up == 4
    assert breadth.limit_down == 2  # 9.90 of 11.00 on the main board, 56.00 of 70.00 on STAR
    assert breadth.at == AT
    assert breadth.plausible


def test_a_missing_or_doubled_row_leaves_no_count_at_all():
    rows = [make_row(n) for n in range(50)]
    assert counted(rows)[0].rose == 50
    for part, total in ((rows[:-1], 50), (rows[:-1] + rows[:1], 50), (rows, 49), ([], 50)):
        breadth, problems = counted(part, total)
        assert breadth is None
        assert [problem.kind for problem in problems] == [ProblemKind.CUT_ROW]


def test_rows_of_yesterday_are_not_counted_and_many_of_them_are_a_stale_market():
    rows = [make_row(n) for n in range(200)]
    old = replace(rows[0], day=DAY - timedelta(days=1))
    breadth, _ = counted([old, *rows[1:]])
    assert breadth.rose == 199
    breadth, problems = counted([replace(r, day=old.day) for r in rows[:5]] + rows[5:])
    assert breadth is None
    assert problems[0].kind is ProblemKind.STALE
    assert counted([replace(r, day=old.day) for r in rows])[0] is None


def test_a_market_without_any_price_is_no_market():
    breadth, problems = counted([make_row(n, last=None) for n in range(10)])
    assert breadth is None
    assert problems[0].kind is ProblemKind.EMPTY


def test_the_time_of_the_count_is_one_that_nearly_all_rows_have_reached():
    late = AT - timedelta(hours=2)
    rows = [make_row(n) for n in range(100)]
    few = [replace(r, at=late) for r in rows[:5]] + rows[5:]
    assert counted(few)[0].at == AT
    many = [replace(r, at=late) for r in rows[:20]] + rows[20:]
    assert counted(many)[0].at == late


def test_limits_that_many_prices_lie_beyond_are_not_counted():
    wild = [make_row(n, last="15.00") for n in range(3)]
    rows = wild + [make_row(n) for n in range(3, 100)]
    breadth, problems = counted(rows)
    assert (breadth.rose, breadth.limit_up, breadth.limit_down) == (100, None, None)
    assert problems[0].kind is ProblemKind.OUTSIDE_LIMITS
    breadth, problems = counted([wild[0]] + rows[3:] + [make_row(n) for n in range(200, 210)])
    assert (breadth.limit_up, problems) == (0, ())


@given(st.lists(st.sampled_from(["9.05", "10.00", "10.05", "10.12", "11.06"]), min_size=1))
def test_every_share_is_counted_once_and_limits_lie_within(prices):
    breadth, _ = counted([make_row(n, last=price) for n, price in enumerate(prices)])
    assert breadth.total == len(prices)
    assert breadth.limit_up == prices.count("11.06") <= breadth.rose
    assert breadth.limit_down == prices.count("9.05") <= breadth.fell
    free, _ = count_breadth([make_row(0)], 1, DAY, no_limits, "x")
    assert (free.limit_up, free.limit_down) == (0, 0)
