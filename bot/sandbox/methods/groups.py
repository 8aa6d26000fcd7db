"""Methods about chats, members and topics."""

from typing import Any

from bot.sandbox.chats import Chat, Topic
from bot.sandbox.membership import PERMISSIONS, Membership, Status
from bot.sandbox.methods.request import JsonObject, Request
from bot.sandbox.refusals import bad_request

_FULL = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": True,
        "limited_gifts": True,
        "unique_gifts": True,
        "premium_subscription": True,
        "gifts_from_channels": True,
    },
}


def get_chat(request: Request) -> JsonObject:
    """Return all about a chat."""
    chat = request.chat()
    if not chat.is_private:
        request.reachable()
        return chat.as_json() | _FULL | {"permissions": dict.fromkeys(PERMISSIONS, True)}
    return chat.as_json() | _FULL


def get_chat_member(request: Request) -> JsonObject:
    """Return what somebody is in a group."""
    chat = request.reachable()
    return request.member(chat).as_json()


def get_chat_administrators(request: Request) -> list[JsonObject]:
    """Return the administrators that are no bots, and the bot itself if it is one."""
    chat = request.reachable()
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [member.as_json() for member in chat.administrators()]


def get_chat_member_count(request: Request) -> int:
    """Return how many accounts are in the chat."""
    chat = request.reachable()
    return 2 if chat.is_private else len(chat.present())


def leave_chat(request: Request) -> bool:
    """Take the bot out of a group."""
    chat = request.reachable()
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    hall = request.hall
    hall.post_service(chat, hall.bot, {"left_chat_member": hall.bot.as_user()})
    hall.set_status(chat, hall.bot, Status.LEFT, hall.bot)
    return True


def ban_chat_member(request: Request) -> bool:
    """Throw somebody out."""
    chat, member = _subject(request)
    hall = request.hall
    if member.present:
        hall.post_service(chat, hall.bot, {"left_chat_member": member.person.as_user()})
    hall.set_status(
        chat, member.person, Status.BANNED, hall.bot, until=request.get("until_date", 0)
    )
    return True


def unban_chat_member(request: Request) -> bool:
    """Let somebody come back; whoever is inside is put out unless told otherwise."""
    chat, member = _subject(request)
    banned = member.status is Status.BANNED
    if banned or (member.present and not request.get("only_if_banned")):
        request.hall.set_status(chat, member.person, Status.LEFT, request.hall.bot)
    return True


def restrict_chat_member(request: Request) -> bool:
    """Take away or give back the right to write."""
    chat, member = _subject(request)
    given: Any = request.need("permissions", "permissions are not specified")
    rights = {name: bool(given.get(name, False)) for name in PERMISSIONS}
    whole = rights["can_send_messages"] and rights["can_send_other_messages"]
    status = Status.MEMBER if whole else Status.RESTRICTED
    until = request.get("until_date", 0)
    request.hall.set_status(
        chat, member.person, status, request.hall.bot, rights=rights, until=until
    )
    return True


def _subject(request: Request) -> tuple[Chat, Membership]:
    chat = request.with_right("can_restrict_members")
    member = request.member(chat)
    if member.status in (Status.OWNER, Status.ADMINISTRATOR):
        who = "owner" if member.status is Status.OWNER else "administrator"
        raise bad_request(
            "can't remove chat owner" if who == "owner" else "user is an administrator of the chat"
        )
    return chat, member


def create_forum_topic(request: Request) -> JsonObject:
    """Open a topic in a forum."""
    chat = request.with_right("can_manage_topics")
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    name = request.need("name", "topic name is not specified")
    topic = request.hall.add_topic(chat, request.hall.bot, name)
    return {"message_thread_id": topic.id, "name": name, "icon_color": 7322096}


def close_forum_topic(request: Request) -> bool:
    """Close a topic to everybody but administrators."""
    _topic(request).closed = True
    return True


def reopen_forum_topic(request: Request) -> bool:
    """Open a closed topic again."""
    _topic(request).closed = False
    return True


def _topic(request: Request) -> Topic:
    chat = request.with_right("can_manage_topics")
    topic = chat.topics.get(request.get("message_thread_id", 0))
    if topic is None:
        raise bad_request("message thread not found")
    return topic
