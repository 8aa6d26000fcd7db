"""Whatever happens in whatever order, the books agree to the cent and accounts are alone."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.contest.engine.account import Account
from bot.contest.engine.codec import account_from_json, account_to_json, decode, encode
from bot.contest.engine.engine import Engine, act, catch_up
from bot.contest.events import (
    AccountEvent,
    Auction,
    AuctionHeld,
    CancelAsked,
    CashCorrected,
    CorporateAction,
    DayClosed,
    DayOpened,
    Event,
    Joined,
    MarketQuote,
    OrderPlaced,
    OrderVoided,
    Paused,
    QuotesSeen,
    Released,
    Resumed,
    Side,
    VoidedFill,
)
from bot.contest.outcomes import Corrected, DividendPaid, Entered, Filled, Voided
from bot.contest.rules import FillModel, Rules
from tests.factories.contest_engine import BANK, CHIP, FRIDAY, at, make_rules, make_terms

CAPITAL = Decimal("100000.00")
SYMBOLS = (BANK, CHIP)
MORNING = at("08:50")
# Any day will do: whether it trades is the calendar's business, not the engine's.
SATURDAY = FRIDAY + timedelta(days=1)

prices = st.integers(800, 4000).map(lambda cents: Decimal(cents) / 100)
orders = st.tuples(
    st.just("order"),
    st.sampled_from(SYMBOLS),
    st.sampled_from(Side),
    st.sampled_from([100, 200, 300, 250, 1000]),
    st.none() | prices,
)
auctions = st.tuples(st.just("auction"), prices, prices)
quotes = st.tuples(st.just("quotes"), prices, prices, st.none() | st.integers(0, 3000))
nights = st.tuples(
    st.just("night"),
    st.sampled_from(["0", "0.155", "1.00", "30.00"]).map(Decimal),
    st.sampled_from(["0", "0.3", "1", "-0.5"]).map(Decimal),
    st.booleans(),
)
incidents = st.one_of(
    st.tuples(st.just("cancel"), st.integers(0, 3)),
    st.tuples(st.just("void"), st.integers(0, 3)),
    st.tuples(st.just("correct"), st.integers(-200_000, 200_000)),
    st.tuples(st.just("pause"), prices, prices),
    st.tuples(st.just("release"), st.sampled_from(SYMBOLS), prices),
)
# Several orders, then a price that may meet them: else most scripts would only be refusals.
scenes = st.tuples(
    st.lists(orders, min_size=1, max_size=4),
    st.lists(auctions | quotes, min_size=1, max_size=2),
    st.lists(incidents, max_size=1),
    st.lists(nights, max_size=1),
).map(lambda parts: [move for part in parts for move in part])
scripts = st.lists(scenes, min_size=1, max_size=8).map(
    lambda found: [move for scene in found for move in scene]
)
contests = st.builds(
    make_rules,
    fill_model=st.sampled_from(FillModel),
    volume_share=st.sampled_from([None, Decimal("0.5")]),
    single_name_cap=st.sampled_from([Decimal("0.5"), Decimal(1)]),
)


@dataclass
class Play:
    """Turn moves into events, apply them, and keep the same account alone beside the engine."""

    rules: Rules
    engine: Engine = field(init=False)
    alone: Account = field(init=False)
    now: datetime = MORNING
    day: date = FRIDAY
    last: dict[str, Decimal] = field(default_factory=lambda: dict.fromkeys(SYMBOLS, Decimal(20)))
    outcomes: list[object] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)
    orders: int = 0

    def __post_init__(self):
        self.engine = Engine(self.rules)
        self.apply(Joined(self.now, 2))
        self.apply(Joined(self.now, 1))
        self.alone = Account(1, CAPITAL)
        self.apply(self._opening(()))
        self._wake()

    def _wake(self):
        live = self.rules.fill_model is FillModel.LIVE
        self.now = at("09:31" if live else "09:00", self.day)

    def _opening(self, actions):
        terms = {name: make_terms(name, str(price), None) for name, price in self.last.items()}
        return DayOpened(self.now, self.day, terms=terms, actions=actions)

    def apply(self, event):
        """Apply one event to both and compare them."""
        self.log.append(event)
        market = deepcopy(self.engine.market)
        done = self.engine.apply(event)
        mine = [one for one in done if one.account == 1]
        self.outcomes += mine
        if hasattr(self, "alone"):
            self._follow(event, market, mine)

    def _follow(self, event, market, mine):
        counted = decode(encode(event))
        if isinstance(counted, AccountEvent):
            if counted.account == 1:
                assert list(act(self.alone, counted, market, self.rules)) == mine
        elif (counted := market.admit(counted)) is not None:
            assert list(catch_up(self.alone, counted, self.rules)) == mine
        self.alone = account_from_json(account_to_json(self.alone))
        assert self.alone == self.engine.accounts[1]

    def move(self, kind, *details):
        """Play one move a minute after the last."""
        self.now += timedelta(minutes=1)
        getattr(self, kind)(*details)

    def order(self, symbol, side, quantity, limit):
        self.orders += 1
        owner = 2 if self.orders % 7 == 0 else 1
        self.apply(OrderPlaced(self.now, owner, self.orders, symbol, side, quantity, limit))

    def cancel(self, back):
        self.apply(CancelAsked(self.now, 1, self.orders - back))

    def _quotes(self, first, second, volume=None):
        self.last = {BANK: first, CHIP: second}
        return tuple(
            MarketQuote(symbol, price, self.now, "test", volume=volume)
            for symbol, price in self.last.items()
        )

    def auction(self, first, second):
        opening = Auction.OPENING not in self.engine.market.auctions
        clock = at("09:25" if opening else "15:00", self.day)
        self.now = max(self.now, clock)
        kind = Auction.OPENING if opening else Auction.CLOSING
        self.apply(AuctionHeld(self.now, clock, kind, self._quotes(first, second)))

    def quotes(self, first, second, volume):
        self.now = max(self.now, at("09:31", self.day))
        self.apply(QuotesSeen(self.now, self._quotes(first, second, volume)))

    def night(self, cash, ratio, at_once):
        self.now = max(self.now, at("15:10", self.day))
        self.apply(DayClosed(self.now, self.day, dict(self.last)))
        self.day += timedelta(days=1)
        self.now = at("08:50", self.day)
        pay_day = None if at_once else self.day + timedelta(days=1)
        action = CorporateAction(BANK, self.day, cash, pay_day, ratio)
        explained = max(Decimal("0.01"), (self.last[BANK] - cash) / (1 + ratio))
        self.last[BANK] = explained.quantize(Decimal("0.01"))
        self.apply(self._opening((action,)))
        self._wake()

    def void(self, back):
        filled = [one for one in self.outcomes if isinstance(one, Filled)]
        if back < len(filled):
            one = filled[-1 - back]
            fill = VoidedFill(
                one.fill, one.symbol, one.side, one.quantity, one.cash, one.cost, one.fees.total
            )
            self.apply(OrderVoided(self.now, 1, one.order, (fill,)))

    def correct(self, cents):
        self.apply(CashCorrected(self.now, 1, Decimal(cents) / 100))

    def pause(self, first, second):
        """Pause, let prices come and an order, go on."""
        self.apply(Paused(self.now))
        self.quotes(first, second, None)
        self.order(BANK, Side.BUY, 100, None)
        self.apply(Resumed(self.now))

    def release(self, symbol, price):
        self.apply(Released(self.now, symbol, price))


def played(rules, script):
    play = Play(rules)
    for move in script:
        play.move(*move)
        check_books(play)
    return play


def check_books(play):
    account = play.engine.accounts[1]
    costs = sum((one.cost for one in account.positions.values()), Decimal(0))
    assert account.cash + account.owed + costs == CAPITAL + account.corrections + account.realised
    assert account.cash == moved(play.outcomes)
    assert account.available >= 0 and all(one.frozen >= 0 for one in account.orders.values())
    for symbol, position in account.positions.items():
        assert position.quantity > 0 and position.cost >= 0
        assert 0 <= position.sellable <= position.quantity - account.on_sale(symbol)


def moved(outcomes):
    """Return the cash that the outcomes tell of."""
    total = Decimal(0)
    for one in outcomes:
        if isinstance(one, Entered):
            total += one.capital
        elif isinstance(one, Filled | Voided):
            total += one.cash
        elif isinstance(one, DividendPaid | Corrected):
            total += one.amount
    return total


@settings(max_examples=200, deadline=None)
@given(contests, scripts)
def test_the_books_agree_to_the_cent_and_an_account_alone_is_the_account_in_the_engine(
    rules, script
):
    play = played(rules, script)
    fees = sum((one.fees.total for one in play.outcomes if isinstance(one, Filled)), Decimal(0))
    if not play.engine.accounts[1].voided:
        assert play.engine.accounts[1].fees == fees


@settings(max_examples=60, deadline=None)
@given(contests, scripts)
def test_the_log_alone_gives_the_same_accounts_again(rules, script):
    play = played(rules, script)
    again = Engine(rules)
    for event in play.log:
        again.apply(decode(encode(event)))
    assert again.accounts == play.engine.accounts
    assert again.market == play.engine.market


def after_auction(*orders, price):
    """Return account 1 after orders of account 1 met an opening auction at `price`."""
    engine = Engine(make_rules(capital=Decimal(10_000_000)))
    engine.apply(Joined(at("08:00"), 1))
    terms = make_terms(BANK, "20.00", None)
    engine.apply(DayOpened(at("08:50"), FRIDAY, terms={BANK: terms}))
    for one in orders:
        engine.apply(one)
    quote = MarketQuote(BANK, price, at("09:25:03"), "test")
    engine.apply(AuctionHeld(at("09:26"), at("09:25"), Auction.OPENING, (quote,)))
    return engine.accounts[1]


def next_morning(order, *, price):
    """Return account 1 after an order placed between two days' auctions met the second's price.

    Without limits of the day, what a market order sets aside does not depend on the moment.
    """
    engine = Engine(make_rules(capital=Decimal(10_000_000)))
    engine.apply(Joined(at("08:00"), 1))
    terms = {BANK: make_terms(BANK, "20.00", None)}
    events = [
        DayOpened(at("08:50"), FRIDAY, terms=terms),
        AuctionHeld(at("15:00:30"), at("15:00"), Auction.CLOSING, ()),
        DayClosed(at("15:10"), FRIDAY, {BANK: Decimal("20.00")}),
        DayOpened(at("08:50", SATURDAY), SATURDAY, terms=terms),
    ]
    quote = MarketQuote(BANK, price, at("09:25:03", SATURDAY), "test")
    held = at("09:25", SATURDAY)
    events += [order, AuctionHeld(held, held, Auction.OPENING, (quote,))]
    for event in sorted(events, key=lambda event: event.at):
        engine.apply(event)
    return engine.accounts[1]


@given(st.lists(st.integers(1, 300), min_size=2, max_size=6), prices, st.none() | prices)
def test_nobody_gains_by_splitting_an_order(lots, price, limit):
    """Only fees may differ, and never for the splitter beyond the cent that rounding gives.

    Each of the two rounded parts (commission, transfer fee) is half up once per order, so an
    order can save at most half a cent in each, and the whole order lose half a cent in each.
    """
    whole = OrderPlaced(at("09:00"), 1, 1, BANK, Side.BUY, 100 * sum(lots), limit)
    parts = [replace(whole, order=n, quantity=100 * lot) for n, lot in enumerate(lots, 1)]
    one, many = after_auction(whole, price=price), after_auction(*parts, price=price)
    held = [a.positions[BANK].quantity if a.positions else 0 for a in (one, many)]
    assert held[0] == held[1]
    assert many.cash - one.cash <= Decimal("0.01") * (len(lots) + 1)


moments = st.integers(0, 85_499)


@given(moments, moments, st.integers(1, 100), prices, st.none() | prices)
def test_nobody_gains_by_the_moment_of_an_order_between_two_auctions(one, two, lots, price, limit):
    """From the last match at 15:00 until 9:24:59 every moment buys the same at the same price."""
    results = []
    for seconds in (one, two):
        instant = at("09:25", SATURDAY) - timedelta(seconds=1 + seconds % 66_299)
        order = OrderPlaced(instant, 1, 1, BANK, Side.BUY, 100 * lots, limit)
        account = next_morning(order, price=price)
        results.append((account.cash, account.positions, account.frozen))
    assert results[0] == results[1]
