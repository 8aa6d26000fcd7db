"""One update on its way through the house: who, where, when, and how to answer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from markupsafe import Markup
from sqlmodel import Session
from telegram import Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.archive import service as archive
from bot.archive.attachments import extras_of
from bot.archive.kinds import RecordKind
from bot.buttons import Rows
from bot.clock import Clock
from bot.i18n import Language, Say, Words
from bot.markup import plain
from bot.members.groups import chat_moved
from bot.members.roles import Right, Role, allowed
from bot.members.service import roles_of
from bot.members.sight import Names, Seen, sight, sight_elsewhere, sight_group
from bot.telegram.api import Outgoing
from bot.telegram.incoming import ChatRef, Person, Place, chat_of, message_of, said_at, speaker_of
from bot.telegram.render import to_keyboard
from db.repositories import inbox
from db.session import Database

if TYPE_CHECKING:
    from bot.telegram.house import House

P = ParamSpec("P")
R = TypeVar("R")

LATE = timedelta(minutes=15)
"""An answer in a group that comes later than this (after an outage) would be noise."""
CROWDED_SECONDS = 30
"""An answer that a busy group would get later than this goes to the person in private."""


class StoppedError(Exception):
    """What was said was removed: it has no other effect, and nothing more is done about it."""


@dataclass(slots=True)
class Turn:
    """An update being handled.

    `act` runs a service and commits it together with "this update took effect", `ask` only
    reads, `reply`, `edit` and `answer` speak. Nothing is said before it is committed.

    `watch` screens what was said, in the first transaction of the turn: where it tells that
    the message does not stay, that transaction holds nothing else and `act` raises StoppedError.
    """

    house: "House"
    update: Update
    received_at: datetime
    person: Person | None = None
    chat: ChatRef | None = None
    seen: Seen = field(default_factory=Seen)
    acted: bool = False
    kept: list[archive.Said] = field(default_factory=list)
    watch: Callable[[Session], bool] | None = None

    def __post_init__(self) -> None:
        self.person = speaker_of(self.update)
        self.chat = chat_of(self.update)

    @property
    def now(self) -> datetime:
        """Return when the person acted: the same on every replay of this update."""
        return said_at(self.update, self.received_at)

    @property
    def me(self) -> Person:
        """Return the person who acted; the router lets nobody through without one."""
        if self.person is None:
            raise LookupError(self.update.update_id)
        return self.person

    @property
    def here(self) -> ChatRef:
        """Return the chat in which it happened."""
        if self.chat is None:
            raise LookupError(self.update.update_id)
        return self.chat

    @property
    def private(self) -> bool:
        """Tell whether this is between the person and the bot."""
        return self.chat is not None and self.chat.place is Place.PRIVATE

    @property
    def message(self) -> Message | None:
        """Return the message that was sent, or under which a button was pressed."""
        return message_of(self.update)

    @property
    def text(self) -> str:
        """Return what was written."""
        return (self.message.text or self.message.caption or "") if self.message else ""

    @property
    def language(self) -> Language:
        """Return the language to answer in: the group's in a group, else the person's."""
        chosen = self.seen.member_language if self.private else self.seen.group_language
        return chosen or self.house.default_language

    @property
    def words(self) -> Words:
        """Return the catalogues."""
        return self.house.words

    @property
    def clock(self) -> Clock:
        """Return the clock: for what counts from now, not from when the person acted."""
        return self.house.clock

    @property
    def db(self) -> Database:
        """Return the database."""
        return self.house.db

    async def act(
        self,
        service: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run `service` and mark this update as having taken effect, in one transaction."""

        def in_one_step(session: Session) -> tuple[R] | None:
            self.seen = self._sight(session)
            stays = self.watch is None or self.watch(session)
            result = (service(session, *args, **kwargs),) if stays else None
            inbox.mark_applied(session, self.update.update_id)
            return result

        result = await self.db.run(in_one_step)
        self.acted, self.watch = True, None
        if result is None:
            raise StoppedError
        return result[0]

    async def ask(
        self,
        query: Callable[Concatenate[Session, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run a reading service; the person is registered first if that did not happen yet."""
        await self.notice()
        return await self.db.read(query, *args, **kwargs)

    async def notice(self) -> None:
        """Register who acted and where, once."""
        if not self.acted:
            await self.act(lambda _session: None)

    async def roles(self) -> frozenset[Role]:
        """Return what the person is trusted with."""
        granted = await self.db.read(roles_of, self.me.id, self.house.owners)
        return frozenset(granted)

    async def may(self, right: Right) -> bool:
        """Tell whether the person has a right."""
        return self.person is not None and allowed(await self.roles(), right)

    def say(self, what: Say) -> str:
        """Return a message as plain text in the reader's language."""
        return plain(self.words.say(self.language, what))

    async def reply(
        self, *lines: Say, buttons: Rows = (), picture: bytes | None = None, quote: bool = False
    ) -> Message | None:
        """Answer where the person spoke; the lines become one message."""
        if self._too_late_for_a_group():
            return None
        to = self.message.message_id if (quote or not self.private) and self.message else None
        outgoing = self._outgoing(lines, buttons, picture)
        if await self._answered_aside(outgoing):
            return None
        try:
            sent = await self.house.speaker.reply(self.here.id, outgoing, self.here.thread_id, to)
        except ChatMigrated as error:
            await self._follow(error.new_chat_id)
            sent = await self.house.speaker.reply(self.here.id, outgoing)
        self.kept += [self._said(RecordKind.SENT, message) for message in sent]
        return sent[-1]

    async def edit(self, *lines: Say, buttons: Rows = (), picture: bytes | None = None) -> bool:
        """Change the message under which the button was pressed."""
        if self.message is None:
            return False
        outgoing = self._outgoing(lines, buttons, picture)
        try:
            changed = await self.house.speaker.edit(self.message, outgoing)
        except ChatMigrated as error:
            await self._follow(error.new_chat_id)
            return False
        if changed:
            said = self._said(RecordKind.SENT_EDIT, self.message, plain(outgoing.text))
            self.kept.append(said)
        return changed

    async def answer(self, what: Say | None = None, *, alert: bool = False) -> None:
        """Answer a button press, with a short note over the chat if there is one."""
        query = self.update.callback_query
        if query is not None:
            text = self.say(what) if what else ""
            await self.house.speaker.answer_press(query.id, text, alert=alert)

    async def _answered_aside(self, outgoing: Outgoing) -> bool:
        """Answer in private where a busy group would make the person wait; give up if too long.

        Telegram lets 20 messages a minute into a group: in the morning's rush the hundredth
        answer there would come five minutes late.
        """
        wait = 0.0 if self.private else self.house.speaker.wait_in(self.here.id)
        if wait <= CROWDED_SECONDS or self.person is None:
            return False
        try:
            await self.house.speaker.reply(self.person.id, outgoing)
        except (Forbidden, BadRequest):
            return wait > LATE.total_seconds()
        return True

    async def _follow(self, new_chat: int) -> None:
        """Go on in the supergroup that this group became."""
        await self.db.run(chat_moved, self.here.id, new_chat, self.clock.now())
        self.chat = replace(self.here, id=new_chat, thread_id=None)

    def _sight(self, session: Session) -> Seen:
        group = None
        if self.chat is not None and not self.private:
            group = (self.chat.id, self.chat.title)
        if self.person is None:
            return sight_group(session, *group, self.now) if group else Seen()
        names = Names(self.person.first_name, self.person.last_name, self.person.username)
        if self.chat is None:
            return sight_elsewhere(session, self.person.id, names, self.now)
        return sight(session, self.person.id, names, self.now, group)

    def _too_late_for_a_group(self) -> bool:
        return not self.private and self.clock.now() - self.now > LATE

    def _outgoing(self, lines: tuple[Say, ...], buttons: Rows, picture: bytes | None) -> Outgoing:
        text = Markup("\n").join(self.words.say(self.language, line) for line in lines)
        return Outgoing(text, to_keyboard(buttons, self.words, self.language), picture)

    def _said(self, kind: RecordKind, message: Message, text: str | None = None) -> archive.Said:
        return archive.Said(
            kind=kind,
            chat_id=self.here.id,
            message_id=message.message_id,
            author_id=self.house.bot_id,
            at=self.clock.now().astimezone(UTC),
            text=text if text is not None else (message.text or message.caption or ""),
            details=_details(message),
        )


def _details(message: Message) -> dict[str, Any]:
    picture = {"picture": True} if message.photo else {}
    return {**picture, **extras_of(message.to_dict())}
