"""What several handlers need: rights of who presses, who is meant, where an answer goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup
from telegram import Message, MessageEntity

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import Right
from bot.members.sight import Names
from bot.telegram.incoming import Person, person_of
from bot.telegram.render import TEXT_LIMIT, to_html
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn


def deed_of(turn: Turn) -> Deed:
    """Return what the action log writes of this turn: the same on every replay."""
    day = turn.house.community.day_of(turn.now)
    return Deed(turn.me.id, f"update:{turn.update.update_id}", turn.now, day)


async def require(turn: Turn, right: Right, command: str) -> None:
    """Refuse whoever presses an operators' button without the right to `command`."""
    if not await turn.may(right):
        raise NotAllowedError(command=command)


async def show(turn: Turn, *lines: Say, buttons: Rows = ()) -> None:
    """Answer a command with a message, a press by changing the message under the button.

    What does not fit one message is sent anew: a changed message would lose its end.
    """
    if turn.update.callback_query is None:
        await turn.reply(*lines, buttons=buttons)
        return
    await turn.answer()
    if not _fits(turn, lines) or not await turn.edit(*lines, buttons=buttons):
        await turn.reply(*lines, buttons=buttons)


def _fits(turn: Turn, lines: Sequence[Say]) -> bool:
    text = Markup("\n").join(turn.words.say(turn.language, line) for line in lines)
    return len(text) <= TEXT_LIMIT or len(to_html(text)) == 1


def private_link(turn: Turn, payload: str, label: Say) -> Rows:
    """Return a button that leads from a group into the private chat."""
    url = f"https://t.me/{turn.house.bot_username}?start={payload}"
    return ((Button(label, url=url),),)


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a command is about, as typed or pointed at, and the rest of its arguments."""

    handle: str
    person: Person | None
    rest: str

    @property
    def names(self) -> Names:
        """Return the names of a person who was pointed at."""
        assert self.person is not None  # noqa: S101 - asked only of pointed-at people
        return Names(self.person.first_name, self.person.last_name, self.person.username)


def meant_by(turn: Turn, arguments: str) -> Meant | None:
    """Return who is meant: `@username` or an id in front, a mention, or a replied-to message."""
    mentioned = _mentioned(turn)
    if mentioned is not None:
        person, typed = mentioned
        return Meant("", person, arguments.replace(typed, "", 1).strip())
    first, _, rest = arguments.partition(" ")
    if first.startswith("@") or first.isdigit():
        return Meant(first, None, rest.strip())
    replied = _replied_to(turn)
    return Meant("", replied, arguments) if replied else None


def _mentioned(turn: Turn) -> tuple[Person, str] | None:
    """Return somebody without a username, whom Telegram let the writer pick by name."""
    if turn.message is None or not turn.message.text:
        return None
    found = turn.message.parse_entities([MessageEntity.TEXT_MENTION])
    for entity, typed in found.items():
        person = person_of(entity.user)
        if person is not None:
            return person, typed
    return None


def replied_message(turn: Turn) -> Message | None:
    """Return the message that was replied to, if any."""
    replied = turn.message.reply_to_message if turn.message else None
    # In a topic every message hangs below the one that made the topic: that is no reply.
    return None if replied is None or replied.forum_topic_created else replied


def _replied_to(turn: Turn) -> Person | None:
    replied = replied_message(turn)
    if replied is None or replied.sender_chat:
        return None
    return person_of(replied.from_user)
