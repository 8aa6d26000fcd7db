"""What the bot says of itself: account, commands, names, menu; and files it can fetch."""

import re
from collections.abc import Callable
from typing import Any

from telegram.constants import BotCommandLimit

from bot.sandbox.methods.request import JsonObject, Request
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import Event

_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
_LENGTHS = {"name": 64, "description": 512, "short_description": 120}


def get_me(request: Request) -> JsonObject:
    """Return the bot's own account."""
    return request.hall.bot.as_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def scope_key(scope: JsonObject | None) -> str:
    """Return a command scope as one word, for example `chat_member:-100:5`."""
    parts = [(scope or {}).get("type", "default")]
    parts += [str(scope[name]) for name in ("chat_id", "user_id") if scope and name in scope]
    return ":".join(parts)


def _key(request: Request) -> tuple[str, str]:
    return scope_key(request.get("scope")), request.get("language_code") or ""


def set_my_commands(request: Request) -> bool:
    """Set the menu of commands for a scope and language."""
    commands: Any = request.need("commands", "can't parse commands JSON object")
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for item in commands:
        command, description = str(item.get("command", "")), str(item.get("description", ""))
        if not _COMMAND.fullmatch(command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= BotCommandLimit.MAX_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": command.lstrip("/"), "description": description})
    request.hall.profile.commands[_key(request)] = kept
    request.hall.tell(Event("commands"))
    return True


def delete_my_commands(request: Request) -> bool:
    """Forget the menu of a scope and language."""
    request.hall.profile.commands.pop(_key(request), None)
    request.hall.tell(Event("commands"))
    return True


def get_my_commands(request: Request) -> list[JsonObject]:
    """Return the menu of a scope and language."""
    return request.hall.profile.commands.get(_key(request), [])


def set_text(field: str) -> Callable[[Request], bool]:
    """Return the method that sets the bot's name or a description."""

    def setter(request: Request) -> bool:
        text = request.get(field) or ""
        if len(text) > _LENGTHS[field]:
            raise bad_request(f"{field.upper()}_TOO_LONG")
        request.hall.profile.texts[field, request.get("language_code") or ""] = text
        return True

    return setter


def get_text(field: str) -> Callable[[Request], JsonObject]:
    """Return the method that tells the bot's name or a description."""

    def getter(request: Request) -> JsonObject:
        fallback = request.hall.bot.full_name if field == "name" else ""
        language = request.get("language_code") or ""
        return {field: request.hall.profile.texts.get((field, language), fallback)}

    return getter


def set_chat_menu_button(request: Request) -> bool:
    """Set the button beside the text field."""
    button = request.get("menu_button") or {"type": "default"}
    request.hall.profile.menu_buttons[request.get("chat_id") or 0] = button
    return True


def get_chat_menu_button(request: Request) -> JsonObject:
    """Return the button beside the text field."""
    buttons = request.hall.profile.menu_buttons
    return buttons.get(request.get("chat_id") or 0, {"type": "commands"})


def get_file(request: Request) -> JsonObject:
    """Tell where a file can be fetched."""
    stored = request.hall.files.find(request.need("file_id", "file_id not specified"))
    return {
        "file_id": request.get("file_id"),
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }
