from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.market.listing import Listing, Mark, lasting_name, listing_of_quote, name_marks
from bot.market.quote import Quote


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("示例股份", set()),
        ("ST示例", {Mark.SPECIAL_TREATMENT}),
        ("*ST示例", {Mark.DELISTING_RISK}),
        ("＊ＳＴ示例", {Mark.DELISTING_RISK}),
        ("S示例", {Mark.UNREFORMED}),
        ("S*ST示例", {Mark.UNREFORMED, Mark.DELISTING_RISK}),
        ("SST示例", {Mark.UNREFORMED, Mark.SPECIAL_TREATMENT}),
        ("示例退", {Mark.DELISTING}),
        ("退市示例", {Mark.DELISTING}),
        ("*ST示例退", {Mark.DELISTING_RISK, Mark.DELISTING}),
        ("N示例", {Mark.FIRST_DAY}),
        ("C示例", {Mark.FIRST_DAYS}),
        ("XDST示例", {Mark.SPECIAL_TREATMENT}),
        ("XD示例", set()),
        ("TCL科技", set()),
        ("万 科Ａ", set()),
        ("", set()),
    ],
)
def test_the_marks_of_a_mainland_name_are_read(name, marks):
    assert name_marks(name) == marks
    assert Listing("sh600000", name).marks == marks


def test_other_markets_have_no_marks():
    assert Listing("hk00999", "S示例").marks == frozenset()
    assert Listing("usSST", "ST示例").marks == frozenset()


def test_an_ex_date_mark_is_no_part_of_the_name():
    assert lasting_name("XD示例股") == "示例股"
    assert lasting_name("DR示例股") == "示例股"
    assert lasting_name("XDA") == "XDA"


def test_a_listing_knows_its_code_and_calendar():
    listing = Listing("hk00700", "腾讯控股", lot=100, listed_on=date(2004, 6, 16))
    assert (listing.code, listing.calendar) == ("00700", "XHKG")


def test_a_feed_s_row_teaches_name_and_lot_and_an_invented_one_nothing():
    quote = Quote(
        symbol="hk00999",
        name="示例控股",
        last=Decimal("432.40"),
        previous_close=Decimal("430.20"),
        at=datetime(2026, 11, 20, 8, 8, tzinfo=UTC),
        source="tencent",
        lot=100,
    )
    assert listing_of_quote(quote) == Listing("hk00999", "示例控股", lot=100)
    ex_date = replace(quote, symbol="sh600000", name="XD示例股", lot=None)
    assert listing_of_quote(ex_date) == Listing("sh600000", "示例股")
    index = listing_of_quote(replace(quote, symbol="sh000001", lot=None))
    assert index is not None
    assert not index.tradable
    assert listing_of_quote(replace(quote, simulated=True)) is None
