"""`/portfolio`: what somebody has in a contest, for nobody's eyes but their own."""

import asyncio
from dataclasses import dataclass

from bot.charts.equity_card import draw_equity_card
from bot.contest.services.portfolio import Portfolio, portfolio
from bot.contest.telling_orders import source_of
from bot.contest.telling_portfolio import (
    equity_card,
    pages_of,
    portfolio_buttons,
    portfolio_lines,
)
from bot.contest.wording import listed
from bot.i18n import Say
from bot.market.quote import Quote
from bot.telegram.turn import Turn
from handlers.common import private_link, show
from handlers.contest_choice import meant_contest

WORDS = ("持仓", "持倉", "模拟持仓", "模擬持倉")
MOST_DIGITS = 12


async def show_mine(turn: Turn, _arguments: str) -> None:
    """Show somebody's own portfolio; in a group only the way to it."""
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "portfolio", Say("button-private"))
        await turn.reply(Say("portfolio-in-private"), buttons=link)
        return
    await show_portfolio(turn, 0)


async def press(turn: Turn, rest: str) -> None:
    """Turn a page, or send the picture."""
    action, *numbers = rest.split("-")
    read = read_numbers(numbers)
    if not turn.private or read is None:
        await turn.answer(Say("button-gone"))
    elif action == "page" and len(read) == 2:
        await show_portfolio(turn, read[0], read[1])
    elif action == "picture" and len(read) == 1:
        await _send_picture(turn, read[0])
    else:
        await turn.answer(Say("button-gone"))


def read_numbers(parts: list[str]) -> list[int] | None:
    """Return the numbers in a button's data; None if there is anything else."""
    if not all(p.isascii() and p.isdigit() and len(p) <= MOST_DIGITS for p in parts):
        return None
    return [int(part) for part in parts]


async def show_portfolio(turn: Turn, contest_id: int, page: int = 1) -> None:
    """Show one page of somebody's holdings in a contest."""
    seen = await _mine(turn, contest_id)
    if seen is None:
        return
    found = seen.portfolio
    page = min(max(page, 1), pages_of(found))
    await show(turn, *portfolio_lines(found, page), buttons=portfolio_buttons(found, page))


async def _send_picture(turn: Turn, contest_id: int) -> None:
    seen = await _mine(turn, contest_id)
    if seen is None:
        return
    await turn.answer()
    codes = sorted({quote.source for quote in seen.quotes})
    sources = listed([source_of(code) for code in codes], "list-pause")
    at = min((quote.at for quote in seen.quotes), default=turn.clock.now())
    card = equity_card(seen.portfolio, at, sources, turn.say)
    picture = await asyncio.to_thread(draw_equity_card, card)
    caption = Say("portfolio-caption", title=seen.portfolio.overview.contest.title)
    await turn.reply(caption, picture=picture)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A portfolio, and the quotes by which it is valued where there are fresh ones."""

    portfolio: Portfolio
    quotes: tuple[Quote, ...] = ()


async def _mine(turn: Turn, contest_id: int) -> _Seen | None:
    one = await meant_contest(turn, contest_id, lambda number: f"portfolio:page-{number}-1")
    if one is None:
        return None
    now = turn.clock.now()
    found = await turn.ask(portfolio, one.contest.id, turn.me.id, now)
    symbols = [row.symbol for row in found.rows]
    if not symbols:
        return _Seen(found)
    snapshot = await turn.house.quotes.quotes(symbols, now)
    prices = {symbol: quote.last for symbol, quote in snapshot.quotes.items()}
    valued = await turn.ask(portfolio, one.contest.id, turn.me.id, now, prices)
    return _Seen(valued, tuple(snapshot.quotes.values()))
