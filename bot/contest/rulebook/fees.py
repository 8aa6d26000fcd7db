"""What a trade costs, part by part, each part rounded by its own rule.

Sources: stamp duty from rqalpha's tables and the announcement of 2023-08-28; transfer fee from
the clearing house's news of 2022-04-29; Hong Kong from the exchange's page on transaction fees,
its settlement fee from two reports. Rates are shares of 1, amounts to the cent of the currency.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from operator import add, attrgetter, sub

from bot.contest.events import Side
from bot.contest.instrument import Board, Instrument, Market
from bot.contest.outcomes import Fees
from bot.contest.rulebook.dated import ALWAYS, in_force
from bot.contest.rulebook.lots import ceiling_of, lot_of

RateTable = tuple[tuple[date, Decimal], ...]

CENT = Decimal("0.01")
HALF_A_CENT = Decimal("0.005")
DOLLAR = Decimal(1)

# Sales only.
MAINLAND_STAMP_DUTY: RateTable = (
    (ALWAYS, Decimal("0.001")),
    (date(2023, 8, 28), Decimal("0.0005")),
)
# Both sides, both exchanges and Beijing.
MAINLAND_TRANSFER_FEE: RateTable = (
    (ALWAYS, Decimal("0.00002")),
    (date(2022, 4, 29), Decimal("0.00001")),
)
HONG_KONG_STAMP_DUTY: RateTable = ((ALWAYS, Decimal("0.001")),)
HONG_KONG_SFC_LEVY: RateTable = ((ALWAYS, Decimal("0.000027")),)
HONG_KONG_AFRC_LEVY: RateTable = ((ALWAYS, Decimal("0.0000015")),)
HONG_KONG_TRADING_FEE: RateTable = ((ALWAYS, Decimal("0.0000565")),)


@dataclass(frozen=True, slots=True)
class Settlement:
    """The Hong Kong clearing fee: a rate of the turnover, between two amounts if there are any."""

    rate: Decimal
    minimum: Decimal | None = None
    maximum: Decimal | None = None


HONG_KONG_SETTLEMENT: tuple[tuple[date, Settlement], ...] = (
    (ALWAYS, Settlement(Decimal("0.00002"), Decimal(2), Decimal(100))),
    (date(2025, 6, 30), Settlement(Decimal("0.000042"))),
)


@dataclass(frozen=True, slots=True)
class SaleLevies:
    """What American sales pay: `turnover_rate` of the money (SEC), `per_share` USD (FINRA TAF)."""

    turnover_rate: Decimal = Decimal(0)
    per_share: Decimal = Decimal(0)


# The rates of 2026 could not be verified; a contest charges nothing until they are entered.
UNITED_STATES_LEVIES: tuple[tuple[date, SaleLevies], ...] = ((ALWAYS, SaleLevies()),)


@dataclass(frozen=True, slots=True)
class Charged:
    """What an order's earlier fills came to: money, the fees paid for it, and shares."""

    turnover: Decimal = Decimal(0)
    fees: Fees = field(default_factory=Fees)
    quantity: int = 0

    def and_also(self, price: Decimal, quantity: int, fees: Fees) -> "Charged":
        """Return the sum of this and one more fill of `quantity` shares at `price`."""
        return Charged(
            self.turnover + price * quantity, _plus(self.fees, fees), self.quantity + quantity
        )


NOTHING = Charged()


def fees(
    board: Board,
    side: Side,
    price: Decimal,
    quantity: int,
    day: date,
    *,
    rate: Decimal,
    minimum: Decimal,
    earlier: Charged = NOTHING,
) -> Fees:
    """Return what a fill costs beyond what the order's `earlier` fills have paid.

    Every part is computed on the order's whole turnover and rounded once per order, the
    commission is at least `minimum` per order; so fills in parts cost what one fill costs.
    `price`, `minimum` and the result are in the board's currency; `rate` is the commission's
    share of the turnover. Source: the dated tables above; once per order as brokers charge it
    (confirmed by several), half up but for the stamp duty of Hong Kong (verified).
    """
    if price <= 0 or quantity <= 0:
        raise ValueError((price, quantity))
    turnover = earlier.turnover + price * quantity
    shares = earlier.quantity + quantity
    commission = max(_cents(turnover * rate), minimum)
    by_market = {
        Market.MAINLAND: _mainland,
        Market.HONG_KONG: _hong_kong,
        Market.UNITED_STATES: _united_states,
    }
    whole = by_market[board.market](side, turnover, shares, day, commission)
    return _minus(whole, earlier.fees) if earlier.turnover else whole


def most_affordable(
    instrument: Instrument,
    price: Decimal,
    cash: Decimal,
    day: date,
    *,
    rate: Decimal,
    minimum: Decimal,
    market_order: bool = False,
) -> int:
    """Return the most shares that `cash` buys at `price`, fees included; 0 if not one lot.

    Allowed by the instrument's lot and by the order-size ceiling of its board; `price`, `cash`
    and `minimum` in its currency. Source: `lots.py` and the fees above.
    """
    if price <= 0:
        raise ValueError(price)
    lot = lot_of(instrument, day)
    # Half a cent more than there is may still round down to it.
    bound = int(max(cash + HALF_A_CENT, Decimal(0)) // price)
    ceiling = ceiling_of(instrument.board, market_order, day)
    sizes = range(lot.minimum, (bound if ceiling is None else min(bound, ceiling)) + 1, lot.step)

    def cost(quantity: int) -> Decimal:
        paid = fees(instrument.board, Side.BUY, price, quantity, day, rate=rate, minimum=minimum)
        return _cents(price * quantity) + paid.total

    fitting = bisect_right(sizes, cash, key=cost)
    return sizes[fitting - 1] if fitting else 0


def lines(paid: Fees) -> tuple[tuple[str, Decimal], ...]:
    """Return the parts above zero as (field name, amount in currency), in order of showing."""
    named = ((part.name, getattr(paid, part.name)) for part in fields_of(paid))
    return tuple((name, amount) for name, amount in named if amount)


def _mainland(side: Side, turnover: Decimal, _shares: int, day: date, commission: Decimal) -> Fees:
    duty = in_force(MAINLAND_STAMP_DUTY, day) if side is Side.SELL else Decimal(0)
    return Fees(
        commission=commission,
        stamp_duty=_cents(turnover * duty),
        transfer_fee=_cents(turnover * in_force(MAINLAND_TRANSFER_FEE, day)),
    )


def _hong_kong(
    _side: Side, turnover: Decimal, _shares: int, day: date, commission: Decimal
) -> Fees:
    duty = turnover * in_force(HONG_KONG_STAMP_DUTY, day)
    levies = (HONG_KONG_SFC_LEVY, HONG_KONG_AFRC_LEVY)
    return Fees(
        commission=commission,
        # The only part that is rounded up, to the whole dollar.
        stamp_duty=duty.quantize(DOLLAR, ROUND_CEILING).quantize(CENT),
        levies=sum((_cents(turnover * in_force(levy, day)) for levy in levies), Decimal(0)),
        trading_fee=_cents(turnover * in_force(HONG_KONG_TRADING_FEE, day)),
        settlement_fee=_settlement(turnover, in_force(HONG_KONG_SETTLEMENT, day)),
    )


def _settlement(turnover: Decimal, rule: Settlement) -> Decimal:
    amount = _cents(turnover * rule.rate)
    if rule.minimum is not None:
        amount = max(amount, rule.minimum)
    return amount if rule.maximum is None else min(amount, rule.maximum)


def _united_states(
    side: Side, turnover: Decimal, shares: int, day: date, commission: Decimal
) -> Fees:
    if side is Side.BUY:
        return Fees(commission=commission)
    rule = in_force(UNITED_STATES_LEVIES, day)
    levies = _cents(turnover * rule.turnover_rate) + _cents(shares * rule.per_share)
    return Fees(commission=commission, levies=levies)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


_parts = attrgetter(*(part.name for part in fields_of(Fees)))


def _plus(one: Fees, other: Fees) -> Fees:
    return Fees(*map(add, _parts(one), _parts(other)))


def _minus(one: Fees, other: Fees) -> Fees:
    return Fees(*map(sub, _parts(one), _parts(other)))
