"""A chat with its posts, members and topics.

A post's JSON is replaced, never changed in place: updates and answers that already carry
the older text keep it.
"""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.sandbox.cast import BOT_ID
from bot.sandbox.membership import Membership, Status
from bot.sandbox.people import Person

JsonObject = dict[str, Any]


@dataclass(slots=True)
class Post:
    """One message as the chat holds it."""

    message: JsonObject
    deleted: bool = False
    reactions: list[JsonObject] = field(default_factory=list)
    reacted: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is that of the service message that created it."""

    id: int
    name: str
    closed: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat (id of the person) or a group; supergroups count their own messages."""

    id: int
    type: str
    title: str = ""
    person: Person | None = None
    is_forum: bool = False
    migrated_to: int | None = None
    members: dict[int, Membership] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    ids: "count[int]" = field(default_factory=lambda: count(2))

    @property
    def is_private(self) -> bool:
        """Say whether this is one person's chat with the bot."""
        return self.person is not None

    @property
    def name(self) -> str:
        """Return the group's title or the person's name."""
        return self.person.full_name if self.person else self.title

    @property
    def bot_membership(self) -> Membership | None:
        """Return what the bot is in this group."""
        return self.members.get(BOT_ID)

    @property
    def bot_hears(self) -> bool:
        """Say whether the bot gets what is written here."""
        if self.person is not None:
            return not self.person.blocked
        membership = self.bot_membership
        return membership is not None and membership.present and self.migrated_to is None

    def membership(self, person_id: int) -> Membership | None:
        """Return what `person_id` is in this group, nothing if never seen there."""
        return self.members.get(person_id)

    def present(self) -> list[Membership]:
        """Return everyone who is in the group."""
        return [member for member in self.members.values() if member.present]

    def administrators(self) -> list[Membership]:
        """Return the owner and the administrators."""
        ranks = (Status.OWNER, Status.ADMINISTRATOR)
        return [member for member in self.members.values() if member.status in ranks]

    def as_json(self) -> JsonObject:
        """Return Telegram's `Chat`."""
        if self.person is not None:
            return self.person.as_chat()
        chat: JsonObject = {"id": self.id, "title": self.title, "type": self.type}
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    def live(self, message_id: int) -> JsonObject | None:
        """Return a message that was not deleted."""
        post = self.posts.get(message_id)
        return None if post is None or post.deleted else post.message

    def history(self) -> list[JsonObject]:
        """Return all messages that were not deleted, oldest first."""
        return [post.message for post in self.posts.values() if not post.deleted]
