"""What one browser tab looks at, and what it may see: no drawing here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import cast, wording
from bot.sandbox.chats import Chat
from bot.sandbox.hall import Hall
from bot.sandbox.membership import Status

JsonObject = dict[str, Any]

LONGEST_HISTORY = 200


@dataclass(slots=True)
class View:
    """Who I am, where I look, what I am replying to or editing, and what I have seen."""

    hall: Hall
    viewer: int = cast.LIN
    chat_id: int = cast.NEWBIE_GROUP
    topic: int | None = None
    reply_to: int | None = None
    editing: int | None = None
    seen: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def chat(self) -> Chat:
        """Return the chat on the screen."""
        return self.hall.chats[self.chat_id]

    @property
    def outside(self) -> bool:
        """Say whether the viewer is not in the chat on the screen."""
        return not self.is_in(self.chat)

    def is_in(self, chat: Chat) -> bool:
        """Say whether the viewer is in a chat."""
        if chat.is_private:
            return chat.id == self.viewer
        membership = chat.membership(self.viewer)
        return membership is not None and membership.present

    def become(self, person_id: int) -> None:
        """Look through somebody else's eyes, staying in the chat where that is possible."""
        was_private = self.chat.is_private
        self.viewer = person_id
        self.reply_to = self.editing = None
        if was_private:
            self.go(person_id)
        elif self.outside:
            self.go(self.own_chats()[0].id)

    def go(self, chat_id: int) -> None:
        """Open another chat, a forum at its first topic."""
        self.chat_id = chat_id
        self.topic = None
        self.reply_to = self.editing = None
        self.look()

    def look(self) -> None:
        """Count all in the chat on the screen as seen."""
        newest = max(self.chat.posts, default=0)
        self.seen[self.viewer, self.chat_id] = newest

    def own_chats(self) -> list[Chat]:
        """Return the viewer's groups and then the private chat with the bot."""
        groups = [chat for chat in self._groups() if self.is_in(chat)]
        return [*groups, self.hall.chats[self.viewer]]

    def other_groups(self) -> list[Chat]:
        """Return the groups in which the viewer is not."""
        return [chat for chat in self._groups() if not self.is_in(chat)]

    def _groups(self) -> Iterable[Chat]:
        chats = self.hall.chats.values()
        return [chat for chat in chats if not chat.is_private and chat.migrated_to is None]

    def unread(self, chat: Chat) -> int:
        """Return how many messages of others came since the viewer last looked."""
        seen = self.seen.get((self.viewer, chat.id), 0)
        count = 0
        for message_id in reversed(chat.posts):
            if message_id <= seen:
                break
            message = chat.live(message_id)
            count += message is not None and message["from"]["id"] != self.viewer
        return count

    def shows(self, message: JsonObject) -> bool:
        """Say whether a message belongs on the screen."""
        if message["chat"]["id"] != self.chat_id or self.outside:
            return False
        return not self.chat.is_forum or topic_of(message) == self.topic

    def messages(self) -> list[JsonObject]:
        """Return what belongs on the screen, oldest first."""
        shown = [message for message in self.chat.history() if self.shows(message)]
        return shown[-LONGEST_HISTORY:]

    def may_rehearse_ranks(self) -> bool:
        """Say whether the viewer runs this group and may change the bot's place in it."""
        membership = self.chat.membership(self.viewer)
        ranks = (Status.OWNER, Status.ADMINISTRATOR)
        return membership is not None and membership.status in ranks


def topic_of(message: JsonObject) -> int | None:
    """Return the forum topic of a message, nothing for the general one."""
    return message.get("message_thread_id") if message.get("is_topic_message") else None


def commands_for(view: View, typed: str) -> list[JsonObject]:
    """Return the bot's commands that begin with what was typed after the slash.

    The narrowest scope that has any wins, in the person's language first.
    """
    menus = view.hall.profile.commands
    language = view.hall.person(view.viewer).language_code.split("-")[0]
    for scope in _scopes(view):
        menu = menus.get((scope, language)) or menus.get((scope, ""))
        if menu:
            begun = typed.removeprefix("/").lower()
            return [item for item in menu if item["command"].startswith(begun)]
    return []


def _scopes(view: View) -> list[str]:
    chat_id = view.chat_id
    if view.chat.is_private:
        return [f"chat:{chat_id}", "all_private_chats", "default"]
    scopes = [f"chat_member:{chat_id}:{view.viewer}"]
    if view.may_rehearse_ranks():
        scopes += [f"chat_administrators:{chat_id}", f"chat:{chat_id}", "all_chat_administrators"]
    else:
        scopes.append(f"chat:{chat_id}")
    return [*scopes, "all_group_chats", "default"]


def author(message: JsonObject) -> tuple[str, str]:
    """Return the name and the kind of whoever a message shows as its writer."""
    sender = message["from"]
    shown_as = message.get("sender_chat")
    if shown_as is not None:
        kind = wording.CHANNEL if shown_as["type"] == "channel" else wording.ANONYMOUS
        return shown_as["title"], kind
    name = f"{sender['first_name']} {sender.get('last_name', '')}".strip()
    return name, wording.ROLES["bot"] if sender["is_bot"] else ""


def summary(message: JsonObject) -> str:
    """Return a message in one short line, for quotes and the list of chats."""
    text = message.get("text") or message.get("caption")
    if text:
        return " ".join(text.split())[:60]
    if "photo" in message:
        return f"[{wording.PHOTO}]"
    if "document" in message:
        return f"[{wording.DOCUMENT}]"
    if "poll" in message:
        return f"[{wording.POLL}] {message['poll']['question']}"
    return service_line(message)


def service_line(message: JsonObject) -> str:
    """Return the sentence that stands for a service message."""
    for kind, sentence in wording.SERVICE.items():
        if kind in message:
            return sentence.format(name=_service_name(message[kind]))
    return wording.SERVICE_OTHER


def _service_name(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(_service_name(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("first_name") or value.get("name") or "")
    return str(value)


def is_service(message: JsonObject) -> bool:
    """Say whether a message was written by Telegram itself."""
    return not any(kind in message for kind in ("text", "photo", "document", "poll", "caption"))
