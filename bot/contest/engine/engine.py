"""A whole contest in memory: the same rules that one account follows alone, for all of them."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from bot.contest.engine.account import Account
from bot.contest.engine.acting import act, enter
from bot.contest.engine.catching_up import catch_up, meet
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.valuing import equity_of
from bot.contest.events import (
    AccountEvent,
    AuctionHeld,
    DayClosed,
    Event,
    Joined,
    MarketEvent,
    QuotesSeen,
)
from bot.contest.outcomes import Outcome, Refusal, RefusalCode, Refused
from bot.contest.rules import Rules

__all__ = ["Engine", "act", "catch_up", "enter"]


class Engine:
    """Accounts, their market and the rules; `apply` is all that ever changes them."""

    def __init__(
        self,
        rules: Rules,
        market: MarketState | None = None,
        accounts: Iterable[Account] = (),
    ) -> None:
        self.rules = rules
        self.market = MarketState() if market is None else market
        self.accounts = {account.id: account for account in accounts}
        self._ordering: defaultdict[str, set[int]] = defaultdict(set)
        self._index_all()

    def apply(self, event: Event) -> tuple[Outcome, ...]:
        """Apply a market event to everybody whom it concerns, an account event to its account."""
        if isinstance(event, AccountEvent):
            return self._account(event)
        return tuple(self._market(event))

    def equity(self, account_id: int) -> Decimal:
        """Return an account's equity at the last good prices."""
        return equity_of(self.accounts[account_id], self.market.price)

    def _market(self, event: MarketEvent) -> list[Outcome]:
        counted = self.market.fold(event)
        if counted is None:
            return []
        if isinstance(counted, AuctionHeld | QuotesSeen):
            return self._meet(counted)
        outcomes: list[Outcome] = []
        for account in self.accounts.values():
            outcomes += catch_up(account, counted, self.rules)
        if isinstance(counted, DayClosed):
            self._index_all()
        return outcomes

    def _meet(self, event: AuctionHeld | QuotesSeen) -> list[Outcome]:
        """Let only those meet the quotes who have an order in one of the shares."""
        quotes = {quote.symbol: quote for quote in event.quotes}
        concerned: set[int] = set()
        for symbol in quotes:
            concerned |= self._ordering.get(symbol, set())
        outcomes: list[Outcome] = []
        for number in sorted(concerned):
            outcomes += meet(self.accounts[number], event, quotes, self.rules)
        return outcomes

    def _account(self, event: AccountEvent) -> tuple[Outcome, ...]:
        account = self.accounts.get(event.account)
        if account is None:
            return self._stranger(event)
        outcomes = act(account, event, self.market, self.rules)
        self._index(account)
        return outcomes

    def _stranger(self, event: AccountEvent) -> tuple[Outcome, ...]:
        if isinstance(event, Joined):
            account, entered = enter(event, self.rules)
            self.accounts[account.id] = account
            return (entered,)
        order = getattr(event, "order", 0)
        return (Refused(event.at, event.account, order, Refusal(RefusalCode.NO_ACCOUNT)),)

    def _index_all(self) -> None:
        self._ordering.clear()
        for account in self.accounts.values():
            self._index(account)

    def _index(self, account: Account) -> None:
        """Remember who orders what; what no longer rests costs one look, until the day closes."""
        for order in account.orders.values():
            self._ordering[order.symbol].add(account.id)
