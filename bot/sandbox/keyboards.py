"""Inline keyboards: what Telegram takes, and how it refuses the rest."""

from typing import Any

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from bot.sandbox.html_text import is_url
from bot.sandbox.refusals import bad_request

JsonObject = dict[str, Any]

_OTHER_KEYBOARDS = ("keyboard", "remove_keyboard", "force_reply")
_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_LOOKS = frozenset({"text", "style", "icon_custom_emoji_id"})


def checked(markup: JsonObject | None) -> JsonObject | None:
    """Return the inline keyboard to keep with a message; other keyboards are not kept."""
    if not markup:
        return None
    if "inline_keyboard" not in markup:
        if not any(name in markup for name in _OTHER_KEYBOARDS):
            raise bad_request("object expected as reply markup")
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse reply keyboard markup JSON object")
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> JsonObject:
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    unknown = set(button) - _ACTIONS - _LOOKS
    actions = set(button) & _ACTIONS
    if unknown or len(actions) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button:
        _check_data(button["callback_data"])
    if "url" in button and not is_url(str(button["url"])):
        url = button["url"]
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return dict(button)


def _check_data(data: object) -> None:
    size = len(str(data).encode())
    smallest = InlineKeyboardButtonLimit.MIN_CALLBACK_DATA
    if not smallest <= size <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def holds(markup: JsonObject | None, data: str) -> bool:
    """Say whether a keyboard has a button that sends `data`."""
    rows = (markup or {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)
