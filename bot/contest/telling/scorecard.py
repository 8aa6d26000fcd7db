"""What a scorecard says: the figures of a contest, each by its usual name."""

from decimal import Decimal

from bot.contest.services.scorecard import Scorecard
from bot.contest.showing.wording import change, gain, money, percent
from bot.i18n import Say

UNDEFINED = Say("scorecard-undefined")


def scorecard_lines(card: Scorecard) -> tuple[Say, ...]:
    """Say a member's figures after the last close, and what the account has earned and paid."""
    mine, score = card.portfolio, card.score
    head = Say("scorecard-head", title=mine.overview.contest.title)
    booked = Say(
        "scorecard-booked",
        realised=gain(mine.realised),
        unrealised=gain(mine.unrealised),
        dividends=money(mine.account.dividends),
        fees=money(mine.account.fees),
    )
    if card.until is None:
        return head, Say("scorecard-none-yet"), booked
    return (
        head,
        Say("scorecard-until", day=card.until, days=score.days),
        Say(
            "scorecard-result",
            total=change(score.total_return),
            drawdown=percent(score.max_drawdown),
        ),
        Say(
            "scorecard-risk",
            volatility=UNDEFINED if score.volatility is None else percent(score.volatility),
            sharpe=UNDEFINED if score.sharpe is None else _ratio(score.sharpe),
        ),
        Say(
            "scorecard-habits",
            concentration=percent(score.concentration),
            reviewed=score.days_reviewed,
        ),
        booked,
        Say("scorecard-foot"),
    )


def _ratio(value: Decimal) -> Say:
    return Say("figure-points-minus" if value < 0 else "figure-points", value=abs(value))
