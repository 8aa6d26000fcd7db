from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.contest.board.book import Entry, book_of, prices_of, value_of
from bot.contest.board.fast_board import rank, revalue
from bot.contest.board.ranking import rank_all
from bot.contest.board.running_score import Running
from bot.contest.board.scoring import DayValue, score
from bot.contest.engine.account import Account, Position, Receivable
from tests.contest.boards import make_rules

CAPITAL = Decimal(1_000_000)
SYMBOLS = ("sh600036", "sh600519", "sz300750")


def cents(most=10**10):
    return st.integers(0, most).map(lambda amount: Decimal(amount).scaleb(-2))


def make_account(number=1, cash="500000", owed="0", **quantities):
    return Account(
        id=number,
        cash=Decimal(cash),
        positions={symbol: Position(n, n, Decimal(1)) for symbol, n in quantities.items()},
        receivables=[Receivable("sh600036", Decimal(owed), date(2026, 12, 1))],
    )


def closed(running, value):
    return running.after(value.equity, value.concentration)


def test_an_account_is_worth_its_cash_what_it_is_owed_and_its_holdings():
    account = make_account(cash="500000", owed="100.50", sh600036=1000, sh600519=100)
    prices = {"sh600036": Decimal("36.52"), "sh600519": Decimal("1480")}
    found = value_of(account, prices)
    # 500,000 + 100.50 + 36,520 + 148,000; shares 0.053343 and 0.216178.
    assert found.equity == Decimal("684620.50")
    assert found.concentration == Decimal("0.049578")


def test_a_holding_without_a_price_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        value_of(make_account(sh600036=100), {})


@given(st.lists(st.builds(DayValue, cents(), st.sampled_from([Decimal(0), Decimal("0.123457")]))))
def test_closes_folded_one_by_one_are_what_all_of_them_say(days):
    running, equity = Running(CAPITAL), CAPITAL
    for day in days:
        running, equity = running.after(day.equity, day.concentration), day.equity
    whole, found = score(CAPITAL, days), running.contender(7, equity)
    assert (found.equity, found.max_drawdown) == (whole.equity, whole.max_drawdown)
    assert found.concentration == whole.concentration
    assert running.days == whole.days


ACCOUNTS = st.lists(
    st.tuples(cents(), cents(), st.dictionaries(st.sampled_from(SYMBOLS), st.integers(1, 10**6))),
    max_size=8,
)
PRICES = st.lists(st.integers(1, 10**7), min_size=3, max_size=3).map(
    lambda found: {s: Decimal(p).scaleb(-4) for s, p in zip(SYMBOLS, found, strict=True)}
)


@settings(deadline=None)
@given(ACCOUNTS, st.lists(PRICES, min_size=1, max_size=4))
def test_accounts_as_the_engine_keeps_them_rank_alike_on_both_boards(drawn, days):
    accounts = [
        make_account(3 * n + 1, cash, owed, **held) for n, (cash, owed, held) in enumerate(drawn)
    ]
    *past, today = days
    carried = [Running(CAPITAL) for _ in accounts]
    for prices in past:
        carried = [
            closed(running, value_of(account, prices))
            for account, running in zip(accounts, carried, strict=True)
        ]
    pairs = list(zip(accounts, carried, strict=True))
    book = book_of([Entry(*pair) for pair in pairs], SYMBOLS)
    rules = make_rules()
    board = rank(book, revalue(book, prices_of(today, SYMBOLS)), rules)
    values = [(account, running, value_of(account, today)) for account, running in pairs]
    readable = [closed(r, v).contender(account.id, v.equity) for account, r, v in values]
    assert tuple(board.lines()) == rank_all(readable, rules)


def test_amounts_finer_than_a_cent_are_refused():
    with pytest.raises(ValueError, match="more than 2 decimals"):
        book_of([Entry(make_account(cash="0.001"), Running(CAPITAL))], SYMBOLS)


def test_entries_out_of_order_are_refused():
    entries = [Entry(make_account(number), Running(CAPITAL)) for number in (2, 1)]
    with pytest.raises(ValueError, match="ascending"):
        book_of(entries, SYMBOLS)
