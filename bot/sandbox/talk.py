"""What people do in chats: write, edit, press buttons, vote, post as somebody else."""

from collections.abc import Sequence
from typing import Any

from telegram.constants import MessageLimit

from bot.sandbox import cast, keyboards
from bot.sandbox.chats import Chat
from bot.sandbox.entities import detect, trim
from bot.sandbox.files import Upload
from bot.sandbox.membership import Status
from bot.sandbox.people import Person
from bot.sandbox.refusals import HallError
from bot.sandbox.world import Event, Query, World

JsonObject = dict[str, Any]

_CHANNEL = {"id": cast.CHANNEL, "title": "模拟频道", "type": "channel", "username": "hall_channel"}


class Talk(World):
    """Actions on messages. People and chats are named by id; each returns what it made."""

    def say(
        self,
        user: int,
        chat: int,
        text: str,
        *,
        topic: int | None = None,
        reply_to: int | None = None,
        forwarded_from: int | None = None,
        entities: Sequence[JsonObject] = (),
    ) -> JsonObject:
        """Write `text` as `user`; longer than 4096 it goes out in pieces, the last returned.

        `topic` is a forum topic's id, `forwarded_from` the person who wrote it first,
        `entities` such as a text_mention that nobody could type.
        """
        place, person = self._at(user, chat)
        content = self._frame(place, topic, reply_to)
        if forwarded_from is not None:
            content["forward_origin"] = self._origin(forwarded_from)
        if not text.strip():
            raise HallError("empty")
        text, entities = trim(text, entities)
        message: JsonObject = {}
        size = MessageLimit.MAX_TEXT_LENGTH
        for start in range(0, len(text), size):
            piece = text[start : start + size]
            found = detect(piece, entities if start == 0 else ())
            said = content | {"text": piece} | ({"entities": found} if found else {})
            message = self.store(place, person.as_user(), said)
            self._hear(place, person, message)
        return message

    def start(self, user: int, payload: str = "") -> JsonObject:
        """Open the private chat with the bot, as its deep link `?start=payload` does."""
        return self.say(user, user, f"/start {payload}".strip())

    def send_photo(
        self, user: int, chat: int, content: bytes, *, caption: str = "", topic: int | None = None
    ) -> JsonObject:
        """Post a picture as `user`."""
        place, person = self._at(user, chat)
        sizes = self.files.add_photo(Upload("photo.jpg", content, "image/jpeg"))
        fields = self._frame(place, topic, None) | {"photo": sizes, **_captioned(caption)}
        message = self.store(place, person.as_user(), fields)
        self._hear(place, person, message)
        return message

    def send_document(
        self,
        user: int,
        chat: int,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> JsonObject:
        """Post a file as `user`."""
        place, person = self._at(user, chat)
        document = self.files.add_document(Upload(name, content))
        fields = self._frame(place, topic, reply_to) | {"document": document, **_captioned(caption)}
        message = self.store(place, person.as_user(), fields)
        self._hear(place, person, message)
        return message

    def edit(self, user: int, chat: int, message_id: int, text: str) -> JsonObject:
        """Change one's own message."""
        place, person = self._at(user, chat)
        text = text.strip()
        older = self.message(chat, message_id)
        if older["from"]["id"] != user or "text" not in older:
            raise HallError("not-an-author")
        if len(text) > MessageLimit.MAX_TEXT_LENGTH:
            raise HallError("too-long")
        kept = {name: value for name, value in older.items() if name != "entities"}
        newer = kept | {"text": text, "edit_date": self.date()}
        if found := detect(text):
            newer["entities"] = found
        self.replace(place, newer)
        if not person.blocked or not place.is_private:
            self.deliver(place, "edited_message", newer)
        return newer

    def remove(self, user: int, chat: int, message_id: int) -> None:
        """Delete a message as `user`; Telegram tells the bot nothing of it."""
        place, _ = self._at(user, chat)
        self.message(chat, message_id)
        self.delete(place, message_id)

    def press(
        self, user: int, chat: int, message_id: int, data: str, *, forged: bool = False
    ) -> str:
        """Press the button that sends `data` and return the query's id.

        `forged` sends it though no such button is there, as a tampered client can.
        """
        place = self.chat(chat)
        person = self.person(user)
        message = self.message(chat, message_id)
        if not forged and not keyboards.holds(message.get("reply_markup"), data):
            raise HallError("unknown-button")
        query = Query(str(4 * 10**17 + self.number()), user, chat, message_id, data, self.now())
        self.queries[query.id] = query
        update = {
            "id": query.id,
            "from": person.as_user(),
            "message": message,
            "chat_instance": str(chat),
            "data": data,
        }
        self.deliver(place, "callback_query", update)
        return query.id

    def vote(self, user: int, chat: int, message_id: int, options: Sequence[int]) -> None:
        """Choose options of a poll by index; none takes the vote back."""
        place, person = self._at(user, chat)
        message = self.message(chat, message_id)
        poll = self.polls.get(message.get("poll", {}).get("id", ""))
        if poll is None or poll.is_over(self.date()):
            raise HallError("unknown-poll")
        if poll.type == "quiz" and (poll.votes.get(user) or not options):
            raise HallError("voted-already")
        poll.votes[user] = list(options)
        self.replace(place, message | {"poll": poll.as_json()})
        self.updates.add("poll", poll.as_json())
        if not poll.is_anonymous:
            self.updates.add("poll_answer", poll.answer(person.as_user(), options))

    def react(self, user: int, chat: int, message_id: int, emoji: str = "") -> None:
        """React to a message with an emoji, or take one's reaction back with none.

        The bot is told where it is an administrator, and in private not at all.
        """
        place, person = self._at(user, chat)
        message = self.message(chat, message_id)
        post = place.posts[message_id]
        before = post.reacted.pop(user, "")
        if emoji:
            post.reacted[user] = emoji
        self.replace(place, message)
        membership = place.bot_membership
        if membership is None or membership.status is not Status.ADMINISTRATOR:
            return
        self.updates.add(
            "message_reaction",
            {
                "chat": place.as_json(),
                "message_id": message_id,
                "user": person.as_user(),
                "date": self.date(),
                "old_reaction": [_emoji(before)] if before else [],
                "new_reaction": [_emoji(emoji)] if emoji else [],
            },
        )

    def post_as_anonymous_admin(
        self, chat: int, text: str, *, topic: int | None = None
    ) -> JsonObject:
        """Post in the group's own name, as an administrator who stays anonymous."""
        place = self.chat(chat)
        return self._post_as(place, cast.ANONYMOUS_ADMIN_ID, place.as_json(), text, topic=topic)

    def post_as_channel(
        self, chat: int, text: str, *, linked: bool = False, topic: int | None = None
    ) -> JsonObject:
        """Post in a channel's name; `linked` forwards it from the group's own channel."""
        place = self.chat(chat)
        sender = cast.TELEGRAM_ID if linked else cast.CHANNEL_POSTER_ID
        extra: JsonObject = {}
        if linked:
            origin = {"type": "channel", "chat": _CHANNEL, "message_id": 1, "date": self.date()}
            extra = {"is_automatic_forward": True, "forward_origin": origin}
        return self._post_as(place, sender, _CHANNEL, text, topic=topic, extra=extra)

    def new_topic(self, user: int, chat: int, name: str) -> int:
        """Create a forum topic and return its id."""
        place, person = self._at(user, chat)
        return self.add_topic(place, person, name).id

    def topic_named(self, chat: int, name: str) -> int:
        """Return the id of the topic called `name`."""
        for topic in self.chat(chat).topics.values():
            if topic.name == name:
                return topic.id
        raise HallError("unknown-topic", name=name)

    def _post_as(
        self,
        place: Chat,
        sender: int,
        sender_chat: JsonObject,
        text: str,
        *,
        topic: int | None,
        extra: JsonObject | None = None,
    ) -> JsonObject:
        content = self._frame(place, topic, None)
        content |= {"sender_chat": sender_chat, "text": text} | (extra or {})
        if found := detect(text):
            content["entities"] = found
        message = self.store(place, self.person(sender).as_user(), content)
        self.deliver(place, "message", message)
        return message

    def _at(self, user: int, chat: int) -> tuple[Chat, Person]:
        place, person = self.chat(chat), self.person(user)
        if place.migrated_to is not None:
            raise HallError("migrated", to=place.migrated_to)
        if place.is_private:
            if chat != user:
                raise HallError("not-a-member")
            return place, person
        membership = place.membership(user)
        if membership is None or not membership.present:
            raise HallError("not-a-member")
        if not membership.may_write(self.date()):
            raise HallError("muted")
        return place, person

    def _frame(self, place: Chat, topic: int | None, reply_to: int | None) -> JsonObject:
        """Return the fields for thread and reply, as Telegram fills them in."""
        frame: JsonObject = {}
        if topic is not None:
            found = place.topics.get(topic)
            if found is None or found.closed:
                raise HallError("unknown-topic", id=topic)
            frame |= {"message_thread_id": topic, "is_topic_message": True}
            frame["reply_to_message"] = place.posts[topic].message
        if reply_to is not None:
            parent = self.message(place.id, reply_to)
            bare = {key: value for key, value in parent.items() if key != "reply_to_message"}
            frame["reply_to_message"] = bare
            if place.type == "supergroup" and topic is None:
                frame["message_thread_id"] = parent.get("message_thread_id", reply_to)
                if parent.get("is_topic_message"):
                    frame["is_topic_message"] = True
        return frame

    def _origin(self, person_id: int) -> JsonObject:
        writer = self.person(person_id).as_user()
        return {"type": "user", "sender_user": writer, "date": self.date() - 60}

    def _hear(self, place: Chat, person: Person, message: JsonObject) -> None:
        if place.is_private:
            if person.blocked:
                return
            if not person.started:
                person.started = True
                self.tell(Event("chat", place.id))
        self.deliver(place, "message", message)


def _emoji(emoji: str) -> JsonObject:
    return {"type": "emoji", "emoji": emoji}


def _captioned(caption: str) -> JsonObject:
    """Return the fields of the words under a file."""
    found = detect(caption) if caption else []
    given: JsonObject = {"caption": caption} if caption else {}
    return {**given, "caption_entities": found} if found else given
