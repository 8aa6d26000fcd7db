from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar.errors import (
    HolidayDateInvalid,
    HolidayListEmpty,
    HolidayListMalformed,
    HolidayRangeReversed,
    HolidayRangeTooLong,
    HolidayYearInvalid,
)
from bot.calendar.exchange import load_calendar
from bot.calendar.holiday_list import parse_holiday_list
from bot.errors import BellError

INVENTED = {date(2027, 1, 1), *(date(2027, 2, day) for day in range(5, 12))}


@pytest.mark.parametrize(
    "text",
    [
        "2027 休市 01-01 02-05..02-11",
        "2027 closed 01-01 02-05..02-11",
        "2027 Closed: 1/1, 2/5 .. 2/11",
        "2027年休市:1月1日、2月5日至2月11日",
        "2027 休市 1-1,2-5~2-11\n",
    ],
)
def test_a_list_is_read_however_it_is_written(text):
    listed = parse_holiday_list(text)
    assert listed.year == 2027
    assert listed.closed == INVENTED


@pytest.mark.parametrize(
    ("text", "error", "field", "value"),
    [
        ("", HolidayListMalformed, "received", ""),
        ("01-01 02-05", HolidayListMalformed, "received", "01-01 02-05"),
        ("2027 休市", HolidayListEmpty, "year", 2027),
        ("20277 休市 01-01", HolidayYearInvalid, "received", "20277"),
        ("1927 休市 01-01", HolidayYearInvalid, "received", "1927"),
        ("2027 休市 02-30", HolidayDateInvalid, "received", "02-30"),
        ("2027 休市 13-01", HolidayDateInvalid, "received", "13-01"),
        ("2027 休市 01-01 春节", HolidayDateInvalid, "received", "春节"),
        ("2027 休市 02-05..", HolidayDateInvalid, "received", "02-05.."),
        ("2027 休市 02-11..02-05", HolidayRangeReversed, "received", "02-11..02-05"),
        ("2027 休市 02-05..12-11", HolidayRangeTooLong, "days", 310),
    ],
)
def test_a_bad_piece_is_named_exactly(text, error, field, value):
    with pytest.raises(error) as caught:
        parse_holiday_list(text)
    assert caught.value.fields[field] == value


@given(st.one_of(st.text(), st.from_regex(r"2027 休市 [0-9.\-/ 至月日]*", fullmatch=True)))
def test_any_text_is_a_list_or_a_typed_refusal(text):
    try:
        listed = parse_holiday_list(text)
    except BellError as error:
        assert error.code.startswith("calendar-")
    else:
        assert {day.year for day in listed.closed} == {listed.year}


def test_a_parsed_year_extends_the_shipped_calendar():
    listed = parse_holiday_list("2027 休市 01-01 02-05..02-11")
    calendar = load_calendar("XSHG").with_year(listed)
    assert calendar.next_trading_day(date(2026, 12, 31)) == date(2027, 1, 4)
    assert calendar.next_trading_day(date(2027, 2, 4)) == date(2027, 2, 12)
