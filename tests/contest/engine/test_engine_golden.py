"""Two days of one account, reckoned by hand to the cent."""

from datetime import timedelta
from decimal import Decimal

from bot.contest.events import CorporateAction
from bot.contest.outcomes import Filled, Valued
from tests.factories.contest_engine import (
    BANK,
    CHIP,
    FRIDAY,
    MONDAY,
    buy,
    closed,
    closing,
    make_engine,
    make_rules,
    make_terms,
    opened,
    opening,
    sell,
)


def amount(text):
    return Decimal(text)


def test_two_days_reckoned_by_hand():
    """Fees: commission 0.025 %, at least 5.00 an order; transfer fee 0.001 %; stamp duty 0.05 %.

    Friday's opening auction: 1,000 of the bank at 36.52.
      36,520.00; commission 9.13; transfer 0.3652 -> 0.37; out 36,529.50; cash 63,470.50.
    Friday's closing auction: 300 of the chip maker at 50.05.
      15,015.00; commission 3.75375 -> 5.00; transfer 0.15015 -> 0.15; out 15,020.15;
      cash 48,450.35. Close 36.80 and 50.05: 36,800.00 + 15,015.00; equity 100,265.35.
    Monday: the bank pays 1.50 a share, three days later, and gives 3 new shares for 10.
      Owed 1,500.00; cost 36,529.50 - 1,500.00 = 35,029.50; 1,300 shares.
      Reference (36.80 - 1.50) / 1.3 = 27.1538 -> 27.15.
    Monday's opening auction: 600 of the bank sold at 27.50.
      16,500.00; commission 4.125 -> 5.00; duty 8.25; transfer 0.165 -> 0.17; in 16,486.58.
      Cost out 35,029.50 x 600 / 1300 = 16,167.4615 -> 16,167.46; result 319.12.
      Cash 48,450.35 + 16,486.58 = 64,936.93.
    Monday's close 27.00 and 51.00: 700 x 27.00 + 300 x 51.00 = 18,900.00 + 15,300.00.
      Equity 64,936.93 + 1,500.00 + 34,200.00 = 100,636.93.
    """
    engine = make_engine(make_rules(), make_terms(), make_terms(CHIP, "50.00", ("40.00", "60.00")))
    engine.apply(buy(1, 1000, "36.60"))
    (first,) = engine.apply(opening(sh600036="36.52", sh688001="50.00"))
    assert (first.cash, first.fees.transfer_fee) == (amount("-36529.50"), amount("0.37"))
    engine.apply(buy(2, 300, symbol=CHIP, clock="14:00"))
    (second,) = engine.apply(closing(sh600036="36.80", sh688001="50.05"))
    assert second.cash == amount("-15020.15")
    (friday,) = engine.apply(closed(sh600036="36.80", sh688001="50.05"))
    assert isinstance(friday, Valued)
    assert (friday.cash, friday.equity) == (amount("48450.35"), amount("100265.35"))

    bonus = CorporateAction(
        BANK, MONDAY, Decimal("1.50"), MONDAY + timedelta(days=3), Decimal("0.3")
    )
    terms = (make_terms(BANK, "27.15", ("24.44", "29.87")), make_terms(CHIP, "50.05", None))
    engine.apply(opened(*terms, day=MONDAY, actions=(bonus,)))
    account = engine.accounts[1]
    assert account.positions[BANK].cost == amount("35029.50")
    assert (account.positions[BANK].quantity, account.owed) == (1300, amount("1500.00"))

    engine.apply(sell(3, 600, "27.15", day=MONDAY))
    (third,) = engine.apply(opening(MONDAY, sh600036="27.50"))
    assert isinstance(third, Filled)
    assert (third.cash, third.cost) == (amount("16486.58"), amount("16167.46"))
    assert account.realised == amount("319.12")
    assert account.positions[BANK].average_cost == amount("26.9458")
    (monday,) = engine.apply(closed(MONDAY, sh600036="27.00", sh688001="51.00"))
    assert monday.cash == amount("64936.93") and monday.receivables == amount("1500.00")
    assert (monday.positions, monday.equity) == (amount("34200.00"), amount("100636.93"))
    # 9.50 + 5.15 + 13.42
    assert account.fees == amount("28.07")
    assert engine.market.day == MONDAY > FRIDAY
