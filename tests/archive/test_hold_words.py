from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive.errors import (
    HoldPeriodReversedError,
    HoldReasonMissingError,
    HoldUnreadableError,
)
from bot.archive.hold_words import HoldWish, read_hold, read_number

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("@lin 问询", HoldWish("@lin", None, None, None, "问询")),
        ("７ 问询 12 号", HoldWish("7", None, None, None, "问询 12 号")),
        ("-1001 2026-01-01..2026-06-30 因", HoldWish(None, -1001, FIRST, LAST, "因")),
        ("－１００１ 2026-01-01至2026-06-30 因", HoldWish(None, -1001, FIRST, LAST, "因")),
        ("all 2026-01-01.. 因", HoldWish(None, None, FIRST, None, "因")),
        ("全部 ..2026-06-30 因", HoldWish(None, None, None, LAST, "因")),
    ],
)
def test_a_hold_is_read_as_people_type_it(typed: str, wish: HoldWish) -> None:
    assert read_hold(typed) == wish


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", HoldUnreadableError),
        ("@ 因", HoldUnreadableError),
        ("林小满 因", HoldUnreadableError),
        ("7 2026-02-30..2026-03-01 因", HoldUnreadableError),
        ("7", HoldReasonMissingError),
        ("7 2026-01-01..2026-06-30", HoldReasonMissingError),
        ("7 2026-06-30..2026-01-01 因", HoldPeriodReversedError),
    ],
)
def test_a_hold_that_is_not_clear_is_refused(typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_hold(typed)


@given(typed=st.text(max_size=40))
def test_whatever_is_typed_is_a_hold_or_a_refusal(typed: str) -> None:
    try:
        wish = read_hold(typed)
    except (HoldUnreadableError, HoldReasonMissingError, HoldPeriodReversedError):
        return
    assert wish.reason


@given(number=st.integers(-(10**15), 10**15))
def test_a_number_is_read_in_full_width_too(number: int) -> None:
    wide = str(number).translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    assert read_number(wide) == read_number(str(number)) == number
