"""What a portfolio says to its owner: lines to read, and the words of its picture."""

from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.buttons import Button, Rows
from bot.charts.equity_card import EquityCard, Slice
from bot.charts.statistics_row import Statistic
from bot.contest.services.portfolio import HoldingRow, Portfolio
from bot.contest.wording import change, currency, gain, money, named, percent, price
from bot.i18n import Say

ROWS_A_PAGE = 10
MOST_SLICES = 7
TENTH = Decimal("0.1")
HUNDREDTH = Decimal("0.01")


def pages_of(found: Portfolio) -> int:
    """Return how many pages the holdings take, at least one."""
    return max(1, -(-len(found.rows) // ROWS_A_PAGE))


def portfolio_lines(found: Portfolio, page: int = 1) -> tuple[Say, ...]:
    """Say one page of somebody's holdings below what all of it is worth."""
    head = (Say("portfolio-head", title=found.overview.contest.title), _equity(found), _cash(found))
    mine = found.overview.mine
    out = (Say("portfolio-disqualified"),) if mine is not None and mine.disqualified else ()
    if not found.rows:
        return *head, *out, Say("portfolio-empty")
    start = (page - 1) * ROWS_A_PAGE
    shown = found.rows[start : start + ROWS_A_PAGE]
    rows = [line for row in shown for line in _row(row)]
    pages = pages_of(found)
    foot = (Say("page-of", page=page, pages=pages),) if pages > 1 else ()
    return *head, *out, *rows, *foot


def _equity(found: Portfolio) -> Say:
    return Say(
        "portfolio-equity",
        equity=money(found.equity),
        currency=currency(found.overview.rules.market),
        total=change(found.total_return),
        day=change(found.day_return),
    )


def _cash(found: Portfolio) -> Say:
    frozen, owed = Say("nothing"), Say("nothing")
    if found.frozen:
        frozen = Say("portfolio-frozen", frozen=money(found.frozen))
    if found.receivables:
        owed = Say("portfolio-receivables", receivables=money(found.receivables))
    cash, available = money(found.cash), money(found.available)
    return Say("portfolio-cash", cash=cash, available=available, frozen=frozen, receivables=owed)


def _row(row: HoldingRow) -> tuple[Say, Say]:
    what = named(row.name, row.symbol)
    return (
        Say("portfolio-row", what=what, quantity=row.quantity, sellable=row.sellable),
        Say(
            "portfolio-row-figures",
            cost=price(row.average_cost),
            price=price(row.price),
            gain=gain(row.unrealised),
            weight=percent(row.weight),
        ),
    )


def portfolio_buttons(found: Portfolio, page: int = 1) -> Rows:
    """Return the pages, the picture, and where one goes from here."""
    number = found.overview.contest.id
    turn = []
    if page > 1:
        turn.append(Button(Say("button-newer"), f"portfolio:page-{number}-{page - 1}"))
    if page < pages_of(found):
        turn.append(Button(Say("button-older"), f"portfolio:page-{number}-{page + 1}"))
    picture = Button(Say("button-portfolio-picture"), f"portfolio:picture-{number}")
    lists = (
        Button(Say("button-portfolio-orders"), f"orders:{number}-1"),
        Button(Say("button-portfolio-fills"), f"fills:{number}-1"),
    )
    return (*((tuple(turn),) if turn else ()), (picture, *lists))


def equity_card(
    found: Portfolio, at: datetime, sources: Say, say: Callable[[Say], str]
) -> EquityCard:
    """Return the picture of a portfolio: its curve in percent, and where the money is.

    `at`, `sources`: when the prices were, and whose they are.
    """
    contest, market = found.overview.contest, found.overview.rules.market
    start = found.curve[0][1] if found.curve else found.overview.rules.capital
    curve = tuple(_percent(equity / start - 1) for _, equity in found.curve)
    days = [Say("just-day", day=day) for day, _ in found.curve]
    total = change(found.total_return)
    return EquityCard(
        title=say(Say("contest-portfolio-title", change=total, relation="none", gap=0)),
        kicker=contest.title,
        badge=say(Say("contest-picture-badge")),
        statistics=(
            Statistic(
                say(Say("contest-portfolio-equity", currency=market.currency)),
                say(money(found.equity)),
            ),
            Statistic(
                say(Say("equity-card-day")),
                say(change(found.day_return)),
                direction=_direction(found.day_return),
            ),
        ),
        curve=curve,
        curve_heading=say(Say("contest-portfolio-curve")),
        curve_label=say(Say("contest-portfolio-mine")),
        slices=_slices(found, say),
        slices_heading=say(Say("contest-portfolio-slices")),
        foot=(say(Say("contest-picture-foot", time=at, sources=sources)),),
        starts=say(days[0]) if days else "",
        ends=say(days[-1]) if days else "",
        empty=say(Say("contest-portfolio-empty")),
    )


def _slices(found: Portfolio, say: Callable[[Say], str]) -> tuple[Slice, ...]:
    largest = sorted(found.rows, key=lambda row: row.weight, reverse=True)
    slices = [Slice(row.name, _tenth(row.weight)) for row in largest[:MOST_SLICES]]
    others = largest[MOST_SLICES:]
    if others:
        weight = sum((row.weight for row in others), Decimal(0))
        label = say(Say("contest-portfolio-others", count=len(others)))
        slices.append(Slice(label, _tenth(weight), quiet=True))
    cash = 1 - sum((row.weight for row in found.rows), Decimal(0))
    label = say(Say("contest-portfolio-cash"))
    slices.append(Slice(label, _tenth(max(cash, Decimal(0))), quiet=True))
    return tuple(slices)


def _percent(share: Decimal) -> Decimal:
    return (share * 100).quantize(HUNDREDTH, ROUND_HALF_UP)


def _tenth(share: Decimal) -> Decimal:
    return (share * 100).quantize(TENTH, ROUND_HALF_UP)


def _direction(share: Decimal) -> int:
    return (share > 0) - (share < 0)
