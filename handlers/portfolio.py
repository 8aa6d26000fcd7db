"""`/portfolio`: what somebody has in a contest, for nobody's eyes but their own."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.contest.market_errors import NoBoardError
from bot.contest.services import standings
from bot.contest.services.portfolio import Portfolio, portfolio
from bot.contest.services.scorecard import scorecard
from bot.contest.showing.picture_words import PictureOrigin
from bot.contest.showing.portfolio_picture import PortfolioPicture, draw_portfolio
from bot.contest.telling.orders import source_of
from bot.contest.telling.portfolio import (
    pages_of,
    portfolio_buttons,
    portfolio_lines,
)
from bot.contest.telling.scorecard import scorecard_lines
from bot.i18n import Say
from bot.market.quote import Quote
from bot.telegram.turn import Turn
from db.models.contest import Contest
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
    elif action == "score" and len(read) == 1:
        await _show_score(turn, read[0])
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
    contest = seen.portfolio.overview.contest
    stands = await turn.ask(_standing, contest, turn.me.id)
    drawn = _picture(seen, stands, turn.clock.now())
    picture = await asyncio.to_thread(draw_portfolio, drawn, turn.words, turn.language)
    await turn.reply(Say("portfolio-caption", title=contest.title), picture=picture)


async def _show_score(turn: Turn, contest_id: int) -> None:
    card = await turn.ask(scorecard, contest_id, turn.me.id, turn.clock.now())
    await turn.answer()
    await turn.reply(*scorecard_lines(card))


def _standing(session: Session, contest: Contest, member_id: int) -> tuple[int | None, int]:
    """Return somebody's rank and of how many; none before the first board."""
    try:
        found = standings.around(session, contest.id, member_id, 0)
    except NoBoardError:
        return None, 0
    return (found.mine.rank if found.mine else None), found.board.participants


def _picture(seen: "_Seen", stands: tuple[int | None, int], now: datetime) -> PortfolioPicture:
    found = seen.portfolio
    contest, rules = found.overview.contest, found.overview.rules
    days, equities = [day for day, _ in found.curve], tuple(value for _, value in found.curve)
    sources = tuple(source_of(code) for code in sorted({quote.source for quote in seen.quotes}))
    at = min((quote.at for quote in seen.quotes), default=now)
    mine = found.overview.mine
    return PortfolioPicture(
        origin=PictureOrigin(contest.title, days[-1], at, sources or (Say("source-desk"),)),
        market=rules.market,
        curve=equities,
        since=days[0],
        cash=found.cash,
        receivables=found.receivables,
        holdings=tuple((row.name, row.value) for row in found.rows),
        rank=stands[0],
        competitors=stands[1],
        competes=mine is not None and not (mine.staff or mine.disqualified),
    )


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
