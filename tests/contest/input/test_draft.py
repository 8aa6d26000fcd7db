from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.events import Side
from bot.contest.input.draft import MOST_BYTES, Draft, read_draft, write_draft

DRAFTS = st.builds(
    Draft,
    side=st.sampled_from(Side),
    contest=st.integers(0, 99_999),
    symbol=st.sampled_from(["", "sh600519", "simsh600519", "hk00700", "usBRK.B", "usABCDEFGHIJKL"]),
    quantity=st.integers(0, 10**9),
    limit=st.none() | st.decimals(Decimal("0.0001"), Decimal(9_999_999), places=4),
)


@given(DRAFTS, st.integers(1, 2**52))
def test_what_a_button_carries_is_read_back_and_fits(draft: Draft, owner: int) -> None:
    written = write_draft(draft, owner)
    assert read_draft(written) == (draft, owner)
    assert len(f"order:a100-{written}".encode()) <= MOST_BYTES + 3


@given(DRAFTS, st.integers(1, 10**10))
def test_the_longest_buttons_fit_into_what_telegram_takes(draft: Draft, owner: int) -> None:
    assert len(f"order:y-{write_draft(draft, owner)}".encode()) <= MOST_BYTES


@pytest.mark.parametrize(
    "text",
    [
        "",
        "b",
        "x-1-sh600519-2s--7",
        "b-1-sh600519-2s-7",
        "b-1-sh60051-2s--7",
        "b-1-../etc-2s--7",
        "b-１-sh600519-2s--7",
        "b--1-sh600519-2s--7",
        "b-1-sh600519-2s-1e5-7",
        "b-1-sh600519-2s-−5-7",
        "b-1-sh600519-2s--",
        "b-1-sh600519-zzzzzzzzzzzz--7",
    ],
)
def test_a_forged_button_is_no_draft(text: str) -> None:
    assert read_draft(text) is None
