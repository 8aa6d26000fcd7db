"""The latest quotes in this process, and for how long they stand for asking a feed."""

from datetime import UTC, datetime, timedelta

from bot.market.quote_board import JUST_NOW, QuoteBoard
from tests.factories.feeds import make_quote

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
BANK = "sh600036"


def test_a_quote_stands_for_asking_again_only_for_a_moment() -> None:
    board, quote = QuoteBoard(), make_quote()
    board.put((quote,), NOW)
    assert board.just_told(BANK, NOW + JUST_NOW) == quote
    assert board.just_told(BANK, NOW + JUST_NOW + timedelta(seconds=1)) is None
    assert board.just_told(BANK, NOW - timedelta(seconds=1)) is None
    assert board.quote(BANK) == quote


def test_what_was_told_at_no_known_time_never_stands_for_asking() -> None:
    board = QuoteBoard()
    board.put((make_quote(),))
    assert board.just_told(BANK, NOW) is None


def test_a_symbol_in_doubt_is_asked_again_but_still_shown() -> None:
    board, quote = QuoteBoard(), make_quote()
    board.put((quote,), NOW)
    board.doubt(BANK)
    board.doubt("sh600519")
    assert board.just_told(BANK, NOW) is None
    assert board.quote(BANK) == quote
