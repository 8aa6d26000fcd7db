"""From an update to its handler, and to nobody where an answer would be noise."""

from rapidfuzz import process
from telegram import Message

from bot.errors import BellError
from bot.i18n import Say
from bot.members.prompts import awaited
from bot.telegram.incoming import Place
from bot.telegram.routes import Command, EventHandler, Table, Where
from bot.telegram.spoken import Spoken, leading_word, plain_word, read_command
from bot.telegram.turn import Turn

SIMILAR_ENOUGH = 70


class NotAllowedError(BellError):
    """Somebody without the right used an operators' command."""

    code = "not-allowed"


class WrongPlaceError(BellError):
    """A command was used where it makes no sense."""

    code = "wrong-place"


class Router:
    """Looks every update up in the command table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._commands = {command.name: command for command in table.commands}
        self._words = table.by_word()
        self._leading = table.leading()
        self._presses = {press.noun: press for press in table.presses}
        self._answers = {answer.noun: answer for answer in table.answers}

    async def route(self, turn: Turn) -> None:
        """Run the handler that `turn` asks for; register the person in any case."""
        update = turn.update
        if (sign := self._sign(turn)) is not None:
            await sign(turn)
        elif update.my_chat_member is not None:
            await self._table.events.my_membership(turn)
        elif update.chat_member is not None:
            await self._table.events.membership(turn)
        elif update.callback_query is not None:
            await self._press(turn)
        elif update.message is not None and turn.chat is not None:
            await self._message(turn, update.message)
        elif turn.chat is not None and (turn.person is not None or update.edited_message):
            self._listen(turn)
            if update.edited_message is not None and self._table.events.edited is not None:
                await self._table.events.edited(turn)
            await turn.notice()

    def _sign(self, turn: Turn) -> EventHandler | None:
        """Return who counts an update that nobody said and nobody pressed."""
        update, events = turn.update, self._table.events
        if update.message_reaction is not None:
            return events.reaction
        if update.message_reaction_count is not None:
            return events.reaction_counts
        if update.poll_answer is not None:
            return events.poll_answer
        return events.poll if update.poll is not None else None

    def _listen(self, turn: Turn) -> None:
        """Have what was said screened in the transaction of its first effect."""
        heard = self._table.events.heard
        turn.watch = heard(turn, self._asks(turn.text)) if heard is not None else None

    def _asks(self, text: str) -> bool:
        spoken = read_command(text)
        known = spoken is not None and spoken.command in self._commands
        return known or self._worded(text) is not None

    def _worded(self, text: str) -> tuple[Command, str] | None:
        """Return the command that a plain word stands for, with what is said after the word."""
        command = self._words.get(plain_word(text))
        if command is not None:
            return command, ""
        led = leading_word(text, self._leading)
        return (self._leading[led[0]], led[1]) if led is not None else None

    async def _press(self, turn: Turn) -> None:
        query = turn.update.callback_query
        noun, _, rest = (query.data or "" if query else "").partition(":")
        press = self._presses.get(noun)
        if press is None or turn.chat is None or turn.person is None:
            await turn.answer(Say("button-gone"))
            return
        await press.run(turn, rest)

    async def _message(self, turn: Turn, message: Message) -> None:
        if _is_service_message(message):
            await self._table.events.service_message(turn)
            return
        self._listen(turn)
        await self._said(turn, message)
        if not turn.acted:
            await turn.notice()

    async def _said(self, turn: Turn, message: Message) -> None:
        # A command may stand under a file as well: that is how one sends a file to it.
        spoken = read_command(message.text or (message.document and message.caption) or "")
        if spoken is not None:
            await self._spoken(turn, message, spoken)
            return
        worded = self._worded(message.text or "")
        if worded is not None and turn.person is not None and not message.forward_origin:
            await self._run(turn, *worded)
            return
        if await self._replied(turn, message) or await self._answered(turn, message):
            return
        if await self._overheard(turn, message):
            return
        await turn.notice()
        # What Telegram writes itself (a pinned message, a changed timer) has no content.
        content = message.text or message.effective_attachment
        if turn.private and turn.person is not None and content:
            await turn.reply(Say("hint-private"))

    async def _replied(self, turn: Turn, message: Message) -> bool:
        """Hand a text that answers a message of the bot to whichever feature sent that."""
        to = message.reply_to_message
        own = to is not None and to.from_user is not None and to.from_user.id == turn.house.bot_id
        if not (own and turn.person) or message.forward_origin:
            return False
        media = self._table.media_replies if message.effective_attachment else ()
        for handler in self._table.replies if message.text else media:
            if await handler(turn, message):
                return True
        return False

    async def _answered(self, turn: Turn, message: Message) -> bool:
        """Hand a plain private text to the feature that asked for one."""
        if not (self._answers and turn.private and turn.person and message.text):
            return False
        asked = await turn.db.read(awaited, turn.me.id, turn.now)
        answer = self._answers.get(asked.noun) if asked else None
        if asked is None or answer is None or (message.forward_origin and not answer.forwarded):
            return False
        await answer.run(turn, asked)
        return True

    async def _overheard(self, turn: Turn, message: Message) -> bool:
        """Hand what nobody took to whoever listens for what is meant for the bot."""
        for handler in self._table.overheard:
            if await handler(turn, message):
                return True
        return False

    async def _spoken(self, turn: Turn, message: Message, spoken: Spoken) -> None:
        own = turn.house.bot_username.lower()
        for_another = spoken.bot is not None and spoken.bot.lower() != own
        if for_another or message.forward_origin or _from_a_bot(message):
            await turn.notice()
            return
        command = self._commands.get(spoken.command)
        if command is None:
            await self._unknown(turn, spoken)
        elif turn.person is None:
            await turn.notice()
            if not message.is_automatic_forward:
                await turn.reply(Say("anonymous-sender"))
        else:
            await self._run(turn, command, spoken.arguments)

    async def _run(self, turn: Turn, command: Command, arguments: str) -> None:
        await self._check_place(turn, command)
        if command.right is not None and not await turn.may(command.right):
            await turn.notice()
            raise NotAllowedError(command=command.name)
        await command.run(turn, arguments)

    async def _check_place(self, turn: Turn, command: Command) -> None:
        wrong = (command.where is Where.PRIVATE and not turn.private) or (
            command.where is Where.GROUP and turn.private
        )
        if wrong:
            await turn.notice()
            place = Place.PRIVATE if command.where is Where.PRIVATE else Place.GROUP
            raise WrongPlaceError(command=command.name, place=place.value)

    async def _unknown(self, turn: Turn, spoken: Spoken) -> None:
        """Help in private or when addressed by name; in a group it may be another bot's."""
        await turn.notice()
        if turn.person is None or not (turn.private or spoken.bot):
            return
        public = [c.name for c in self._table.commands if c.right is None]
        close = process.extractOne(spoken.command, public, score_cutoff=SIMILAR_ENOUGH)
        if close:
            await turn.reply(Say("unknown-command-near", command=spoken.command, near=close[0]))
        else:
            await turn.reply(Say("unknown-command", command=spoken.command))


def _from_a_bot(message: Message) -> bool:
    return message.from_user is not None and message.from_user.is_bot and not message.sender_chat


def _is_service_message(message: Message) -> bool:
    return bool(
        message.new_chat_members
        or message.left_chat_member
        or message.migrate_to_chat_id
        or message.migrate_from_chat_id
        or message.new_chat_title
    )
