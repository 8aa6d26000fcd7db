"""The buttons that turn the brief of one's own watch list on and off."""

from bot.briefs.watch_service import turn_off, turn_on
from bot.i18n import Say
from bot.telegram.turn import Turn


async def press(turn: Turn, rest: str) -> None:
    """Send the presser their list from now on, or no more."""
    if rest == "on":
        await turn.act(turn_on, turn.me.id, turn.now)
        await turn.answer(Say("watch-brief-turned-on"), alert=True)
    elif rest == "off":
        await turn.act(turn_off, turn.me.id)
        await turn.answer(Say("watch-brief-turned-off"), alert=True)
    else:
        await turn.answer(Say("button-gone"))
