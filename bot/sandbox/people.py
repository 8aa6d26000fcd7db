"""A person or bot account, as the hall keeps it and as Telegram shows it."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.cast import BOT_ID, CastMember, Role

JsonObject = dict[str, Any]


@dataclass(slots=True)
class Person:
    """An account; `started` and `blocked` describe its private chat with the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    role: Role = Role.MEMBER
    started: bool = False
    blocked: bool = False

    @classmethod
    def of_cast(cls, member: CastMember) -> "Person":
        """Return the account of a member of the cast."""
        return cls(
            member.id,
            member.first_name,
            member.last_name,
            member.username,
            member.language_code,
            member.role,
        )

    @property
    def is_bot(self) -> bool:
        """Say whether Telegram flags the account as a bot."""
        return self.role is Role.BOT or (self.role is Role.TELEGRAM and bool(self.username))

    @property
    def full_name(self) -> str:
        """Return the name as chats show it."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_user(self) -> JsonObject:
        """Return Telegram's `User`."""
        user: JsonObject = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code and self.id != BOT_ID:
            user["language_code"] = self.language_code
        return user

    def as_chat(self) -> JsonObject:
        """Return Telegram's `Chat` of the private chat with this person."""
        chat: JsonObject = {"id": self.id, "first_name": self.first_name, "type": "private"}
        if self.last_name:
            chat["last_name"] = self.last_name
        if self.username:
            chat["username"] = self.username
        return chat
