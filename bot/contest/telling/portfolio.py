"""What a portfolio says to its owner."""

from bot.buttons import Button, Rows
from bot.contest.services.portfolio import HoldingRow, Portfolio
from bot.contest.showing.wording import change, currency, gain, money, named, percent, price
from bot.i18n import Say

ROWS_A_PAGE = 10


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
    score = Button(Say("button-portfolio-score"), f"portfolio:score-{number}")
    lists = (
        Button(Say("button-portfolio-orders"), f"orders:{number}-1"),
        Button(Say("button-portfolio-fills"), f"fills:{number}-1"),
    )
    return (*((tuple(turn),) if turn else ()), (picture, score), lists)
