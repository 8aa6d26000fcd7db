"""Which parameters each Bot API method takes, and how they are read from a request.

A form carries everything as text and nested things as JSON; a JSON body carries values. Both
end up as the same Python values.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.refusals import bad_request

Reader = Callable[[str, Any], Any]
Parameters = dict[str, Any]

_BIG = 2**53


def _text(_name: str, value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def _integer(name: str, value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise bad_request(f'field "{name}" must be of type Number') from None
    if isinstance(value, float) or abs(number) > _BIG:
        raise bad_request(f'field "{name}" must be a valid Number')
    return number


def _flag(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    words = {
        "true": True,
        "1": True,
        "yes": True,
        "false": False,
        "0": False,
        "no": False,
        "": False,
    }
    try:
        return words[str(value).lower()]
    except KeyError:
        raise bad_request(f'field "{name}" must be of type Boolean') from None


def _decoded(name: str, value: Any, kind: type) -> Any:
    complaint = f"can't parse {name.replace('_', ' ')} JSON object"
    if isinstance(value, str):
        try:
            value = json.loads(value) if value else kind()
        except ValueError:
            raise bad_request(complaint) from None
    if not isinstance(value, kind):
        raise bad_request(complaint)
    return value


def _object(name: str, value: Any) -> Any:
    return _decoded(name, value, dict)


def _list(name: str, value: Any) -> Any:
    return _decoded(name, value, list)


def _objects(name: str, value: Any) -> Any:
    for item in _decoded(name, value, list):
        _decoded(name, item, dict)
    return _decoded(name, value, list)


def _chat(_name: str, value: Any) -> int | str:
    text = str(value).strip()
    if not text:
        raise bad_request("chat_id is empty")
    try:
        return int(text)
    except ValueError:
        return text


_READERS: dict[str, Reader] = {
    "text": _text,
    "int": _integer,
    "bool": _flag,
    "object": _object,
    "objects": _objects,
    "list": _list,
    "chat": _chat,
    "file": lambda _name, value: value,
}

_TO = "chat_id:chat message_thread_id:int"
_FROM = "business_connection_id:text"
_DIRECT = "direct_messages_topic_id:int suggested_post_parameters:object"
_HOW = (
    "disable_notification:bool protect_content:bool allow_paid_broadcast:bool "
    "message_effect_id:text reply_parameters:object reply_markup:object reply_to_message_id:int "
    "allow_sending_without_reply:bool"
)
_CAPTION = "caption:text parse_mode:text caption_entities:objects show_caption_above_media:bool"
_EDITED = (
    "chat_id:chat message_id:int inline_message_id:text business_connection_id:text "
    "reply_markup:object"
)
_POLL = (
    "question:text question_parse_mode:text question_entities:objects options:list "
    "is_anonymous:bool type:text allows_multiple_answers:bool allows_revoting:bool "
    "correct_option_id:int correct_option_ids:list explanation:text "
    "explanation_parse_mode:text explanation_entities:objects open_period:int close_date:int "
    "is_closed:bool"
)

_TABLE = {
    "getMe": "",
    "getUpdates": "offset:int limit:int timeout:int allowed_updates:list",
    "setWebhook": "url:text certificate:file ip_address:text max_connections:int "
    "allowed_updates:list drop_pending_updates:bool secret_token:text",
    "deleteWebhook": "drop_pending_updates:bool",
    "getWebhookInfo": "",
    "sendMessage": f"{_TO} {_FROM} {_DIRECT} {_HOW} text:text parse_mode:text entities:objects "
    "link_preview_options:object disable_web_page_preview:bool",
    "sendPhoto": f"{_TO} {_FROM} {_DIRECT} {_HOW} {_CAPTION} photo:file has_spoiler:bool",
    "sendDocument": f"{_TO} {_FROM} {_DIRECT} {_HOW} caption:text parse_mode:text "
    "caption_entities:objects document:file thumbnail:file disable_content_type_detection:bool",
    "sendPoll": f"{_TO} {_FROM} {_HOW} {_POLL}",
    "stopPoll": "chat_id:chat message_id:int reply_markup:object business_connection_id:text",
    "sendChatAction": "chat_id:chat action:text message_thread_id:int business_connection_id:text",
    "copyMessage": f"{_TO} {_DIRECT} {_HOW} {_CAPTION} from_chat_id:chat message_id:int",
    "forwardMessage": "chat_id:chat message_thread_id:int direct_messages_topic_id:int "
    "from_chat_id:chat message_id:int disable_notification:bool protect_content:bool "
    "message_effect_id:text suggested_post_parameters:object",
    "editMessageText": f"{_EDITED} text:text parse_mode:text entities:objects "
    "link_preview_options:object disable_web_page_preview:bool",
    "editMessageCaption": f"{_EDITED} {_CAPTION}",
    "editMessageMedia": f"{_EDITED} media:object",
    "editMessageReplyMarkup": _EDITED,
    "deleteMessage": "chat_id:chat message_id:int",
    "deleteMessages": "chat_id:chat message_ids:list",
    "pinChatMessage": "chat_id:chat message_id:int disable_notification:bool "
    "business_connection_id:text",
    "unpinChatMessage": "chat_id:chat message_id:int business_connection_id:text",
    "setMessageReaction": "chat_id:chat message_id:int reaction:objects is_big:bool",
    "answerCallbackQuery": "callback_query_id:text text:text show_alert:bool url:text "
    "cache_time:int",
    "getChat": "chat_id:chat",
    "getChatMember": "chat_id:chat user_id:int",
    "getChatAdministrators": "chat_id:chat",
    "getChatMemberCount": "chat_id:chat",
    "leaveChat": "chat_id:chat",
    "banChatMember": "chat_id:chat user_id:int until_date:int revoke_messages:bool",
    "unbanChatMember": "chat_id:chat user_id:int only_if_banned:bool",
    "restrictChatMember": "chat_id:chat user_id:int permissions:object "
    "use_independent_chat_permissions:bool until_date:int",
    "createForumTopic": "chat_id:chat name:text icon_color:int icon_custom_emoji_id:text",
    "closeForumTopic": "chat_id:chat message_thread_id:int",
    "reopenForumTopic": "chat_id:chat message_thread_id:int",
    "setMyCommands": "commands:objects scope:object language_code:text",
    "deleteMyCommands": "scope:object language_code:text",
    "getMyCommands": "scope:object language_code:text",
    "setMyName": "name:text language_code:text",
    "getMyName": "language_code:text",
    "setMyDescription": "description:text language_code:text",
    "getMyDescription": "language_code:text",
    "setMyShortDescription": "short_description:text language_code:text",
    "getMyShortDescription": "language_code:text",
    "setChatMenuButton": "chat_id:chat menu_button:object",
    "getChatMenuButton": "chat_id:chat",
    "getFile": "file_id:text",
}

KNOWN: dict[str, dict[str, Reader]] = {
    method: {name: _READERS[kind] for name, kind in (item.split(":") for item in row.split())}
    for method, row in _TABLE.items()
}
"""Parameter readers by method and name."""


def read(method: str, raw: Mapping[str, Any], *, strict: bool) -> Parameters:
    """Return the parameters of a call as Python values; drop or refuse unknown ones."""
    readers = KNOWN[method]
    parameters: Parameters = {}
    for name, value in raw.items():
        if value is None:
            continue
        reader = readers.get(name)
        if reader is not None:
            parameters[name] = reader(name, value)
        elif strict:
            raise bad_request(f'the rehearsal hall knows no parameter "{name}" of {method}')
    return parameters
