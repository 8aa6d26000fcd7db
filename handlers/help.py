"""`/help`: written from the command table, so that it cannot forget a command."""

from bot.i18n import Say
from bot.members.roles import rights_of
from bot.telegram.routes import Command, Table
from bot.telegram.turn import Turn
from handlers.common import private_link

GROUPS = {
    "contest": "contest",
    "buy": "order",
    "quote": "look-up",
    "settings": "own",
    "verify": "safety",
}
"""Before which command a heading stands."""


async def help_(turn: Turn, _arguments: str) -> None:
    """List the commands in private; in a group, the three that matter and the way there."""
    if turn.private:
        await show_help(turn)
        return
    await turn.notice()
    await turn.reply(Say("help-group"), buttons=private_link(turn, "help", Say("button-help")))


async def show_help(turn: Turn) -> None:
    """List every command that the person may use, operators' commands apart."""
    await turn.notice()
    rights = rights_of(await turn.roles())
    visible = _table().visible(rights)
    everybodys = [line for c in visible if c.right is None for line in _headed(c)]
    lines = [Say("help-head"), *everybodys]
    for_operators = [_line(c) for c in visible if c.right is not None]
    if for_operators:
        lines += [Say("help-head-operators"), *for_operators]
    await turn.reply(*lines)


def _headed(command: Command) -> tuple[Say, ...]:
    group = GROUPS.get(command.name)
    return (Say(f"help-group-{group}"), _line(command)) if group else (_line(command),)


def _line(command: Command) -> Say:
    return Say("help-line", command=command.name, about=Say(f"help-{command.name}"))


def _table() -> Table:
    from handlers import TABLE  # noqa: PLC0415 - the table holds this very command

    return TABLE
