from datetime import date

import pytest

from bot.market.listing import Listing, Mark, lasting_name, name_marks


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
