"""Which contest somebody means, and the way to one for who plays in none."""

from collections.abc import Callable, Collection, Sequence
from typing import cast

from bot.buttons import Button
from bot.contest.errors import NotPlayingError, SeveralContestsError
from bot.contest.rulebook.boards import board_of
from bot.contest.services.overview import Overview, contests_for, current, overview
from bot.contest.showing.wording import named
from bot.contest.telling.contests import LIVELY, list_buttons
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import private_link, show


async def meant_contest(
    turn: Turn,
    contest_id: int,
    data: Callable[[int], str],
    symbol: str | None = None,
    *,
    trading: bool = False,
) -> Overview | None:
    """Return the contest in which somebody plays; else ask which, or show the way to one.

    `contest_id` 0: not said. `data`: what the button of a contest does. `trading`: one that is
    over will not do, as it does for looking back.
    """
    try:
        if not contest_id:
            return await turn.ask(current, turn.me.id, symbol, over=not trading)
        found = await turn.ask(overview, contest_id, turn.me.id)
    except NotPlayingError:
        await _tell_none(turn, symbol)
        return None
    except SeveralContestsError as error:
        await _ask_contest(turn, data, cast("tuple[int, ...]", error.fields["ids"]), trading)
        return None
    if found.mine is not None:
        return found
    await tell_not_playing(turn)
    return None


async def _tell_none(turn: Turn, symbol: str | None) -> None:
    """Say why there is no contest to trade in: none of this market, or none at all."""
    found = await turn.ask(contests_for, turn.me.id)
    mine = [one for one in found if one.mine is not None]
    if mine and not any(one.contest.state in LIVELY for one in mine):
        await show(
            turn, Say("contest-all-over"), buttons=list_buttons(found) if turn.private else ()
        )
    elif symbol is None or not mine:
        await tell_not_playing(turn)
    else:
        await _tell_other_market(turn, symbol, found)


async def _tell_other_market(turn: Turn, symbol: str, found: Sequence[Overview]) -> None:
    listing = turn.house.directory.listing(symbol)
    board = board_of(symbol)
    others = [
        one
        for one in found
        if one.mine is None
        and one.contest.state in LIVELY
        and board is not None
        and one.rules.market is board.market
    ]
    buttons = list_buttons(others) if turn.private else ()
    await show(turn, Say("order-other-market", what=named(listing.name, symbol)), buttons=buttons)


async def tell_not_playing(turn: Turn) -> None:
    """Say that one must enter a contest first, and which there are."""
    if turn.private:
        found = await turn.ask(contests_for, turn.me.id)
        await show(turn, Say("contest-not-playing"), buttons=list_buttons(found))
        return
    link = private_link(turn, "contest", Say("button-private"))
    await show(turn, Say("contest-not-playing-group"), buttons=link)


async def _ask_contest(
    turn: Turn, data: Callable[[int], str], ids: Collection[int], trading: bool
) -> None:
    found = await turn.ask(contests_for, turn.me.id)
    buttons = tuple(
        (Button(Say("button-contest", title=one.contest.title), data(one.contest.id)),)
        for one in found
        if one.contest.id in ids
    )
    await show(turn, Say("contest-pick-order" if trading else "contest-pick"), buttons=buttons)


async def calendar_played(turn: Turn, contest_id: int) -> str | None:
    """Return the calendar of the one market in which somebody plays, if it is one."""
    found = await turn.ask(contests_for, turn.me.id)
    markets = {
        one.rules.market
        for one in found
        if one.mine is not None
        and one.contest.state in LIVELY
        and contest_id in {0, one.contest.id}
    }
    return markets.pop().calendar if len(markets) == 1 else None
