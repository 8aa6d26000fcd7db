"""The state of the hall: people, chats, updates, files, and who wants to hear of changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, NamedTuple

from bot.clock import Chance, Clock, SystemChance, SystemClock
from bot.sandbox import cast
from bot.sandbox.calls import CallLog, CallRecord
from bot.sandbox.chats import Chat, Post, Topic
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.membership import ADMINISTRATOR_RIGHTS, Membership, Status
from bot.sandbox.pace import Pace
from bot.sandbox.people import Person
from bot.sandbox.polls import Poll
from bot.sandbox.refusals import HallError
from bot.sandbox.updates import UpdateQueue

JsonObject = dict[str, Any]


class Event(NamedTuple):
    """Something that changed.

    `kind` is message, edited, deleted, answer, action, chat, commands, call, clock or acknowledged;
    `data` is the message, the callback answer, the call record or nothing.
    """

    kind: str
    chat_id: int = 0
    message_id: int = 0
    data: Any = None


Listener = Callable[[Event], None]


@dataclass(slots=True)
class Query:
    """A pressed inline button and what the bot answered, once it did."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    data: str
    at: datetime
    answer: JsonObject | None = None


@dataclass(slots=True)
class Profile:
    """What the bot says of itself: commands per (scope, language), name, descriptions."""

    commands: dict[tuple[str, str], list[JsonObject]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, JsonObject] = field(default_factory=dict)


class World:
    """Everything in memory. `strict` refuses Bot API parameters that the hall does not know."""

    def __init__(
        self,
        clock: Clock | None = None,
        chance: Chance | None = None,
        *,
        strict: bool = False,
        keep_all_calls: bool = False,
        enforce_pace: bool = True,
    ) -> None:
        self.clock = clock or SystemClock()
        self.chance = chance or SystemChance()
        self.strict = strict
        self.updates = UpdateQueue()
        self.calls = CallLog(keep_all=keep_all_calls)
        self.faults = Faults()
        self.pace = Pace(enforced=enforce_pace)
        self.files = FileStore()
        self.profile = Profile()
        self.queries: dict[str, Query] = {}
        self.polls: dict[str, Poll] = {}
        self.people = {member.id: Person.of_cast(member) for member in cast.PEOPLE}
        self.chats: dict[int, Chat] = {}
        self.listeners: list[Listener] = []
        self.group_numbers = count(1)
        self._numbers = count(1)
        self.updates.on_acknowledged = lambda: self.tell(Event("acknowledged"))
        self._open_private_chats()
        for group in cast.GROUPS:
            self._open_group(group)

    @property
    def bot(self) -> Person:
        """Return the account of the bot under rehearsal."""
        return self.people[cast.BOT_ID]

    def now(self) -> datetime:
        """Return the hall's present instant."""
        return self.clock.now()

    def date(self) -> int:
        """Return the present instant as Telegram writes dates."""
        return int(self.clock.now().timestamp())

    def number(self) -> int:
        """Return the next of the hall's running numbers."""
        return next(self._numbers)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every event until the returned function is called."""
        self.listeners.append(listener)

        def stop() -> None:
            if listener in self.listeners:
                self.listeners.remove(listener)

        return stop

    def tell(self, event: Event) -> None:
        """Pass an event to everyone who listens."""
        for listener in tuple(self.listeners):
            listener(event)

    def note_call(self, record: CallRecord) -> None:
        """Keep the record of an API call."""
        self.calls.add(record)
        self.tell(Event("call", record.chat_id or 0, 0, record))

    def person(self, person_id: int) -> Person:
        """Return an account, or refuse an unknown id."""
        try:
            return self.people[person_id]
        except KeyError:
            raise HallError("unknown-person", id=person_id) from None

    def chat(self, chat_id: int) -> Chat:
        """Return a chat, or refuse an unknown id."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise HallError("unknown-chat", id=chat_id) from None

    def message(self, chat_id: int, message_id: int) -> JsonObject:
        """Return a message that is still there, or refuse."""
        found = self.chat(chat_id).live(message_id)
        if found is None:
            raise HallError("unknown-message", id=message_id)
        return found

    def store(self, chat: Chat, sender: JsonObject, content: JsonObject) -> JsonObject:
        """Append a message to a chat and return it; nobody but listeners is told."""
        message_id = next(chat.ids)
        message = {
            "message_id": message_id,
            "from": sender,
            "chat": chat.as_json(),
            "date": self.date(),
            **content,
        }
        chat.posts[message_id] = Post(message)
        self.tell(Event("message", chat.id, message_id, message))
        return message

    def replace(self, chat: Chat, message: JsonObject) -> None:
        """Put a changed copy of a message in place of the older one."""
        message_id = message["message_id"]
        chat.posts[message_id].message = message
        self.tell(Event("edited", chat.id, message_id, message))

    def delete(self, chat: Chat, message_id: int) -> None:
        """Take a message out of sight."""
        chat.posts[message_id].deleted = True
        self.tell(Event("deleted", chat.id, message_id))

    def deliver(self, chat: Chat, kind: str, content: JsonObject) -> int | None:
        """Queue an update for the bot if it hears this chat; return the update's id."""
        return self.updates.add(kind, content) if chat.bot_hears else None

    def post_service(self, chat: Chat, actor: Person, content: JsonObject) -> JsonObject:
        """Write a service message and let the bot know."""
        message = self.store(chat, actor.as_user(), content)
        if actor.id != cast.BOT_ID:
            self.deliver(chat, "message", message)
        return message

    def open_chat(self, chat: Chat, members: Iterable[int] = ()) -> Chat:
        """Add a chat with its first members."""
        self.chats[chat.id] = chat
        for person_id in members:
            person = self.person(person_id)
            chat.members[person_id] = Membership(person, _first_status(person))
        self.tell(Event("chat", chat.id))
        return chat

    def add_topic(self, chat: Chat, creator: Person, name: str) -> Topic:
        """Create a forum topic with the service message that opens it."""
        content: JsonObject = {
            "forum_topic_created": {"name": name, "icon_color": 7322096},
            "is_topic_message": True,
        }
        message = self.store(chat, creator.as_user(), content)
        topic_id = message["message_id"]
        message["message_thread_id"] = topic_id
        chat.topics[topic_id] = Topic(topic_id, name)
        if creator.id != cast.BOT_ID:
            self.deliver(chat, "message", message)
        self.tell(Event("chat", chat.id))
        return chat.topics[topic_id]

    def _open_private_chats(self) -> None:
        for person_id in cast.PLAYABLE:
            self.open_chat(Chat(person_id, "private", person=self.people[person_id]))

    def _open_group(self, group: cast.CastGroup) -> None:
        chat = Chat(group.id, "supergroup", group.title, is_forum=bool(group.topics))
        self.open_chat(chat, group.members)
        for topic in group.topics:
            self.add_topic(chat, self.people[cast.OWNER], topic)
        rights = dict(ADMINISTRATOR_RIGHTS)
        chat.members[cast.BOT_ID] = Membership(self.bot, Status.ADMINISTRATOR, rights)


def _first_status(person: Person) -> Status:
    ranks = {cast.Role.OWNER: Status.OWNER, cast.Role.OPERATOR: Status.ADMINISTRATOR}
    return ranks.get(person.role, Status.MEMBER)
