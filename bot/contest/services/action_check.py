"""Whether a corporate action can be: what an operator typed is checked before it is shown."""

from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.events import CorporateAction
from bot.contest.market_errors import ActionDayError, ActionInvalidError, ActionPayDayError
from bot.market.symbols import calendar_of

LEAST_RATIO = Decimal(-1)
MOST_RATIO = Decimal(1000)


def check_action(session: Session, action: CorporateAction) -> None:
    """Raise what stands against an action: its amounts, its ex day, its pay day.

    ActionInvalidError, ActionDayError, ActionPayDayError; CalendarUncovered past what is known.
    """
    gives = action.cash > 0 or action.ratio != 0
    if not gives or action.cash < 0 or not LEAST_RATIO < action.ratio <= MOST_RATIO:
        raise ActionInvalidError(symbol=action.symbol, cash=action.cash, ratio=action.ratio)
    _check_ex_day(session, action.symbol, action.ex_day)
    if action.pay_day is not None and action.pay_day < action.ex_day:
        raise ActionPayDayError(day=action.pay_day, ex_day=action.ex_day)


def _check_ex_day(session: Session, symbol: str, day: date) -> None:
    calendar = calendar_for(session, calendar_of(symbol))
    if not calendar.is_trading_day(day):
        before, after = calendar.previous_trading_day(day), calendar.next_trading_day(day)
        raise ActionDayError(day=day, before=before, after=after)
