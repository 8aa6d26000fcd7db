from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.market.desk import QuoteDesk
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote
from bot.market.quote_board import QuoteBoard
from bot.market.raw_rows import raw_rows
from bot.market.source import Snapshot
from bot.market.symbols import NO_INDEXES
from tests.briefs.newsrooms import StubSource
from tests.factories.contests import BANK, LIQUOR, at

OLD = Quote(BANK, "招商银行", Decimal("36.5"), Decimal(36), at(9, 0), "first")
NEW = replace(OLD, at=at(10, 0), source="second")
NOW = at(10, 0, 5)


def current(quote: Quote) -> bool:
    return quote.at >= at(9, 30)


def halted(symbol: str = BANK) -> Snapshot:
    return Snapshot({}, (FeedProblem(ProblemKind.HALTED, "first", symbol),))


async def ask(*answers: Snapshot, symbols: tuple[str, ...] = (BANK,)):  # type: ignore[no-untyped-def]
    desk = QuoteDesk([StubSource(answer, NO_INDEXES) for answer in answers])
    return await raw_rows(desk, symbols, NOW, current)


async def test_an_old_row_is_kept_only_while_no_later_source_has_a_current_one() -> None:
    assert (await ask(Snapshot({BANK: OLD}))).quotes == {BANK: OLD}
    assert (await ask(Snapshot({BANK: OLD}), Snapshot({BANK: NEW}))).quotes == {BANK: NEW}
    assert (await ask(Snapshot({BANK: NEW}), Snapshot({BANK: OLD}))).quotes == {BANK: NEW}


async def test_a_symbol_is_halted_where_the_first_source_says_so() -> None:
    assert (await ask(halted())).halted == {BANK}
    assert (await ask(Snapshot({BANK: NEW}), halted())).halted == frozenset()


async def test_rows_without_prices_outside_limits_or_from_the_future_are_dropped() -> None:
    bad = (
        replace(NEW, last=Decimal(0)),
        replace(NEW, previous_close=Decimal(0)),
        replace(NEW, at=NOW + timedelta(minutes=5)),
        replace(NEW, limit_up=Decimal(36)),
        replace(NEW, limit_down=Decimal(37)),
    )
    for quote in bad:
        assert (await ask(Snapshot({BANK: quote}))).quotes == {}


def test_the_board_keeps_the_newest_quote_by_the_quotes_own_time() -> None:
    board = QuoteBoard()
    board.put([NEW])
    board.put([OLD])
    assert board.quote(BANK) is NEW
    assert board.quote(LIQUOR) is None
    assert board.prices([BANK, LIQUOR]) == {BANK: Decimal("36.5")}
