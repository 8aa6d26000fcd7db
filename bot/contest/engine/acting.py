"""One account and one event of its own."""

from bot.contest.engine.account import Account
from bot.contest.engine.cancelling import cancel
from bot.contest.engine.correcting import correct, void
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.money import cents
from bot.contest.engine.placing import place
from bot.contest.events import (
    AccountEvent,
    CancelAsked,
    CashCorrected,
    Joined,
    OrderPlaced,
    OrderVoided,
)
from bot.contest.outcomes import Entered, Outcome
from bot.contest.rules import Rules


def enter(event: Joined, rules: Rules) -> tuple[Account, Entered]:
    """Return a new account with the contest's capital."""
    account = Account(event.account, cents(rules.capital))
    return account, Entered(event.at, event.account, account.cash)


def act(
    account: Account, event: AccountEvent, market: MarketState, rules: Rules
) -> tuple[Outcome, ...]:
    """Apply an account's own event to it, the market being as it is; joining twice is nothing."""
    match event:
        case OrderPlaced():
            return place(account, event, market, rules)
        case CancelAsked():
            return cancel(account, event, market, rules)
        case OrderVoided():
            return void(account, event)
        case CashCorrected():
            return correct(account, event)
        case Joined():
            return ()
