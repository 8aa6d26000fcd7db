"""Update JSON, shaped as Telegram sends it."""

from itertools import count
from typing import Any

from tests.fixtures.telegram import ADMIN_RIGHTS, BOT_ID, BOT_NAME, NOW

GROUP = -1001
NUMBERS = count(100_000)
ME = {"id": BOT_ID, "is_bot": True, "first_name": "Opening Bell", "username": BOT_NAME}
ANONYMOUS_ADMIN = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


def make_user(user_id: int = 7, first_name: str = "小林", **more: Any) -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": first_name, **more}


def make_chat(chat_id: int = GROUP, title: str = "新手一群", **more: Any) -> dict[str, Any]:
    if chat_id > 0:
        return {"id": chat_id, "type": "private", "first_name": "小林", **more}
    return {"id": chat_id, "type": "supergroup", "title": title, **more}


def make_message(
    text: str | None = None,
    user: dict[str, Any] | None = None,
    chat: dict[str, Any] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return a message; in private with `user` unless a chat is given."""
    user = user or make_user()
    message = {
        "message_id": next(NUMBERS),
        "date": int(NOW.timestamp()),
        "from": user,
        "chat": chat or make_chat(user["id"]),
    }
    return {**message, **({"text": text} if text is not None else {}), **more}


def make_update(**event: Any) -> dict[str, Any]:
    return {"update_id": next(NUMBERS), **event}


def make_said(text: str | None = None, **message: Any) -> dict[str, Any]:
    """Return an update with a new message."""
    return make_update(message=make_message(text, **message))


def make_press(
    data: str,
    user: dict[str, Any] | None = None,
    chat: dict[str, Any] | None = None,
    **message: Any,
) -> dict[str, Any]:
    """Return a press on a button under a message of the bot."""
    user = user or make_user()
    under = make_message("…", user=ME, chat=chat or make_chat(user["id"]), **message)
    query = {"id": str(next(NUMBERS)), "from": user, "chat_instance": "1", "data": data}
    return make_update(callback_query={**query, "message": under})


def make_membership(
    kind: str,
    before: dict[str, Any],
    after: dict[str, Any],
    by: dict[str, Any] | None = None,
    chat: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a `my_chat_member` or `chat_member` update."""
    change = {
        "chat": chat or make_chat(),
        "from": by or make_user(),
        "date": int(NOW.timestamp()),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    return make_update(**{kind: change})


def make_standing(status: str, user: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return a ChatMember object."""
    needed: dict[str, Any] = {}
    if status == "administrator":
        needed = {**ADMIN_RIGHTS}
    if status == "restricted":
        needed = {**RESTRICTED}
    if status == "kicked":
        needed = {"until_date": 0}
    if status == "creator":
        needed = {"is_anonymous": False}
    return {"status": status, "user": user or ME, **needed, **more}


RESTRICTED = dict.fromkeys(
    (
        "is_member",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_send_messages",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_manage_topics",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_react_to_messages",
        "can_edit_tag",
    ),
    True,
) | {"until_date": 0}
