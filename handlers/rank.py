"""`/rank`: where somebody stands on a contest's board, and who leads, with each term."""

from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import show
from handlers.contest_choice import meant_contest
from handlers.portfolio import read_numbers


async def rank(turn: Turn, _arguments: str) -> None:
    """Show the board of the contest in which somebody plays."""
    await show_rank(turn, 0)


async def press(turn: Turn, rest: str) -> None:
    """Show the board of the contest that was chosen."""
    read = read_numbers([rest])
    if read is None:
        await turn.answer(Say("button-gone"))
        return
    await show_rank(turn, read[0])


async def show_rank(turn: Turn, contest_id: int) -> None:
    """Show a contest's board: in private whole, in a group its first lines."""
    one = await meant_contest(turn, contest_id, lambda number: f"rank:{number}")
    if one is not None:
        await show(turn, Say("rank-none-yet"))
