import pytest

from bot.contest.instrument import Board
from bot.contest.rulebook import boards
from bot.contest.rulebook.boards import (
    board_of,
    current_symbol,
    published_pairs,
    retired,
    successors,
)
from bot.strict_toml import InvalidData


@pytest.mark.parametrize(
    ("symbol", "board"),
    [
        ("sh600519", Board.SSE_MAIN),
        ("sh601398", Board.SSE_MAIN),
        ("sh603288", Board.SSE_MAIN),
        ("sh605499", Board.SSE_MAIN),
        ("sh688001", Board.STAR),
        ("sh689009", Board.STAR),
        ("sz000001", Board.SZSE_MAIN),
        ("sz001979", Board.SZSE_MAIN),
        ("sz002594", Board.SZSE_MAIN),
        ("sz003816", Board.SZSE_MAIN),
        ("sz300750", Board.CHINEXT),
        ("sz301269", Board.CHINEXT),
        ("sz302132", Board.CHINEXT),
        ("bj920001", Board.BSE),
        ("hk00700", Board.HONG_KONG),
        ("hk06862", Board.HONG_KONG),
        ("hk08083", Board.HONG_KONG),
        ("hk09988", Board.HONG_KONG),
        ("usAAPL", Board.UNITED_STATES),
        ("usBRK.B", Board.UNITED_STATES),
    ],
)
def test_a_share_belongs_to_the_board_of_its_prefix(symbol, board):
    """Source: the exchanges' code plans in several broker tables (confirmed); 302 seen in use."""
    assert board_of(symbol) is board
    assert board_of(f"sim{symbol}") is board


@pytest.mark.parametrize(
    "symbol",
    [
        "sh000001", "sz399001", "bj899050", "hkHSI", "usDJI", "usIXIC", "usINX",
        "sh900901", "sz200002",
        "sh510300", "sh588000", "sz159915", "sz161005",
        "sh113001", "sz123001",
        "hk02800", "hk03033", "hk07200", "hk13456", "hk60001", "hk80700", "hk00000",
        "bj430047", "bj832000", "bj873001",
    ],
)  # fmt: skip
def test_indexes_b_shares_funds_convertibles_and_retired_codes_have_no_board(symbol):
    """Source: the code plans (confirmed)."""
    assert board_of(symbol) is None


@pytest.mark.parametrize(
    "symbol",
    [
        "", "sim", "600519", "sh60051", "sh6005190", "sh600519 ", "SH600519", "sz600519",
        "sh300750", "bj600519", "sh６００５１９", "hk700", "hk007000", "us", "usaapl",
        "simsimsh600519", "sh920002", "sh600519\n",
    ],
)  # fmt: skip
def test_anything_misshapen_or_on_the_wrong_exchange_has_no_board(symbol):
    assert board_of(symbol) is None


@pytest.mark.parametrize("symbol", ["bj430047", "bj832000", "bj873001", "simbj873001"])
def test_former_beijing_numbers_are_retired(symbol):
    """Source: two reports of the switch on 2025-10-09 (verified)."""
    assert retired(symbol)


@pytest.mark.parametrize("symbol", ["bj920047", "sh600519", "hk08700", "bj4300", "430047", ""])
def test_nothing_else_is_retired(symbol):
    assert not retired(symbol)
    assert current_symbol(symbol) == symbol
    assert successors(symbol, {"bj920047", "sh600519"}) == ()


@pytest.fixture
def pairs(monkeypatch, tmp_path):
    """Let a test write its own list of published pairs."""

    def write(text):
        path = tmp_path / "beijing_codes.toml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setattr(boards, "_BEIJING_CODES", path)
        published_pairs.cache_clear()

    yield write
    published_pairs.cache_clear()


def test_without_a_published_pair_the_same_three_digits_are_proposed_if_listed(pairs):
    pairs("pairs = []")
    assert successors("bj871001", {"bj920001", "bj920101"}) == ("bj920001",)
    assert successors("simbj871001", {"bj920001", "simbj920001"}) == ("simbj920001",)
    assert successors("bj871001", {"bj920101"}) == ()
    assert current_symbol("bj871001") == "bj871001"


def test_a_published_pair_outweighs_the_digits(pairs):
    pairs('pairs = ["871001 920888"]')
    known = {"bj920001", "bj920888"}
    assert current_symbol("bj871001") == "bj920888"
    assert successors("bj871001", known) == ("bj920888",)
    assert successors("bj871001", {"bj920001"}) == ()


def test_a_number_that_is_anothers_by_a_published_pair_is_not_proposed(pairs):
    """430888 has the digits of 920888, which 871001 was given."""
    pairs('pairs = ["871001 920888"]')
    assert successors("bj430888", {"bj920888"}) == ()


@pytest.mark.parametrize(
    "text",
    [
        'pairs = ["871001"]',
        'pairs = ["600519 920888"]',
        'pairs = ["871001 820888"]',
        'pairs = ["871001 920888", "871001 920889"]',
        'pair = ["871001 920888"]',
        "pairs = [",
    ],
)
def test_a_slip_in_the_list_is_named(pairs, text):
    pairs(text)
    with pytest.raises(InvalidData):
        published_pairs()


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("430047", "920047"),  # also in another project's copy of the exchange's table
        ("838163", "920163"),  # also in the documentation of a data service
        ("837023", "920123"),
        ("832023", "920023"),
    ],
)
def test_shares_are_found_by_their_former_numbers(former, present):
    """Source: the exchange's table as archived on 2026-07-20 (not compared with the live page)."""
    assert current_symbol(f"bj{former}") == f"bj{present}"
    assert successors(f"bj{former}", {f"bj{present}"}) == (f"bj{present}",)


def test_the_shipped_list_gives_each_of_its_shares_a_number_of_its_own():
    """Source: 248 shares in the news of 2025-10-08; who lost his digits lost them to another."""
    found = published_pairs()
    assert len(found) == len(set(found.values())) == 248
    assert all(retired(f"bj{former}") for former in found)
    assert all(board_of(f"bj{present}") is Board.BSE for present in found.values())
    renamed = [former for former, present in found.items() if former[3:] != present[3:]]
    assert len(renamed) == 26
    for former in renamed:
        assert any(other[3:] == former[3:] for other in found if other != former)
