"""One call as the methods see it, and what they all check first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram.constants import MessageLimit

from bot.sandbox import html_text, utf16
from bot.sandbox.cast import BOT_ID
from bot.sandbox.chats import Chat
from bot.sandbox.entities import detect, trim
from bot.sandbox.files import Upload
from bot.sandbox.hall import Hall
from bot.sandbox.membership import Membership, Status
from bot.sandbox.refusals import ApiError, bad_request, forbidden

JsonObject = dict[str, Any]

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))


@dataclass(frozen=True, slots=True)
class Request:
    """A call: the hall, decoded parameters, files that came along by field name."""

    hall: Hall
    parameters: Mapping[str, Any]
    uploads: Mapping[str, Upload]

    def get(self, name: str, default: Any = None) -> Any:
        """Return an optional parameter."""
        return self.parameters.get(name, default)

    def need(self, name: str, complaint: str) -> Any:
        """Return a required parameter, or refuse with Telegram's complaint."""
        value = self.parameters.get(name)
        if value is None:
            raise bad_request(complaint)
        return value

    def chat(self, name: str = "chat_id") -> Chat:
        """Return a chat that the bot could know."""
        chat_id = self.need(name, "chat_id is empty")
        chat = self.hall.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def reachable(self, name: str = "chat_id") -> Chat:
        """Return a chat to which the bot may write just now, or refuse with the reason."""
        chat = self.chat(name)
        if chat.person is not None:
            _check_private(chat)
        else:
            _check_group(chat)
        return chat

    def writable(self) -> Chat:
        """Return a reachable chat in which the bot is not muted."""
        chat = self.reachable()
        membership = chat.bot_membership
        if membership is not None and not membership.may_write(self.hall.date()):
            raise bad_request("not enough rights to send text messages to the chat")
        return chat

    def with_right(self, right: str) -> Chat:
        """Return a group in which the bot holds an administrator right."""
        chat = self.reachable()
        membership = chat.bot_membership
        if membership is None or not membership.has_right(right):
            raise bad_request(f"not enough rights ({right})")
        return chat

    def member(self, chat: Chat) -> Membership:
        """Return the membership that `user_id` names; a stranger counts as having left."""
        user_id = self.need("user_id", "invalid user_id specified")
        person = self.hall.people.get(user_id)
        if person is None or chat.is_private:
            raise bad_request("PARTICIPANT_ID_INVALID")
        return chat.membership(user_id) or Membership(person, Status.LEFT)

    def marked_text(
        self, text: str, mode: str | None, given: list[JsonObject] | None, limit: int, too_long: str
    ) -> tuple[str, list[JsonObject]]:
        """Return visible text and entities of a text or caption, refusing what is too long."""
        if mode and mode.lower() == "html":
            plain, entities = html_text.parse(text)
        elif mode:
            raise bad_request(f"the rehearsal hall reads HTML only, not parse mode {mode}")
        else:
            plain, entities = text, given or []
        plain, entities = trim(plain, [self._with_user(entity) for entity in entities])
        if utf16.length(plain) > limit:
            raise bad_request(too_long)
        return plain, detect(plain, entities)

    def text(self) -> JsonObject:
        """Return the fields of a message text."""
        raw = self.need("text", "message text is empty")
        mode, given = self.get("parse_mode"), self.get("entities")
        text, entities = self.marked_text(
            raw, mode, given, MessageLimit.MAX_TEXT_LENGTH, "message is too long"
        )
        if not text.translate(_INVISIBLE).strip():
            raise bad_request("message text is empty" if not raw else "text must be non-empty")
        fields: JsonObject = {"text": text}
        if entities:
            fields["entities"] = entities
        preview = self.get("link_preview_options")
        if self.get("disable_web_page_preview"):
            preview = {"is_disabled": True}
        if preview:
            fields["link_preview_options"] = preview
        return fields

    def caption(self, source: Mapping[str, Any] | None = None) -> JsonObject:
        """Return the fields of a caption, none if there is no caption."""
        values = self.parameters if source is None else source
        text, entities = self.marked_text(
            values.get("caption") or "",
            values.get("parse_mode"),
            values.get("caption_entities"),
            MessageLimit.CAPTION_LENGTH,
            "message caption is too long",
        )
        fields: JsonObject = {"caption": text} if text else {}
        if text and entities:
            fields["caption_entities"] = entities
        if text and values.get("show_caption_above_media"):
            fields["show_caption_above_media"] = True
        return fields

    def upload(self, value: Any, field: str) -> Upload | str:
        """Return the file that a parameter stands for: sent along, or the id of a kept one."""
        if isinstance(value, str) and value.startswith("attach://"):
            name = value.removeprefix("attach://")
        elif isinstance(value, str) and value and field not in self.uploads:
            return value
        else:
            name = field
        found = self.uploads.get(name)
        if found is None:
            raise bad_request(f"there is no {field} in the request")
        return found

    def _with_user(self, entity: JsonObject) -> JsonObject:
        numbers = entity.get("offset"), entity.get("length")
        if "type" not in entity or not all(isinstance(number, int) for number in numbers):
            raise bad_request("can't parse MessageEntity: Field must be of type Number")
        if "user_id" not in entity:
            return dict(entity)
        kept = {name: value for name, value in entity.items() if name != "user_id"}
        person = self.hall.people.get(entity["user_id"])
        return kept | {"user": person.as_user()} if person else kept | {"type": "italic"}


def _check_private(chat: Chat) -> None:
    person = chat.person
    if person is None or person.is_bot:
        raise forbidden("bot can't send messages to bots")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    membership = chat.members.get(BOT_ID)
    kind = "group" if chat.type == "group" else "supergroup"
    if membership is None or membership.status is Status.LEFT:
        raise forbidden(f"bot is not a member of the {kind} chat")
    if membership.status is Status.BANNED:
        raise forbidden(f"bot was kicked from the {kind} chat")
