"""A small menu of things that happen to groups and bots, to see how the bot takes them."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from bot.sandbox import wording
from bot.sandbox.page_parts import button, words
from bot.sandbox.page_view import View

Attempt = Callable[[Callable[[], Any]], bool]


def situations(view: View, attempt: Attempt) -> None:
    """Draw the button and its menu, nothing where there is nothing to try."""
    possible = _possible(view)
    if not possible:
        return
    opener = words(wording.SITUATIONS, "flipper", "button")
    opener.props('type="button" aria-haspopup="menu"')
    with opener, ui.menu().props('anchor="bottom right" self="top right"') as menu:
        for name, action in possible.items():

            def choose(action: Callable[[], Any] = action) -> None:
                menu.close()
                attempt(action)

            button(wording.SITUATION[name], choose, "menu-item").props('role="menuitem"')


def _possible(view: View) -> dict[str, Callable[[], Any]]:
    hall, me, chat = view.hall, view.viewer, view.chat
    if view.outside:
        return {}
    if chat.person is not None:
        if not chat.person.started:
            return {}
        if chat.person.blocked:
            return {"unblock_bot": lambda: hall.unblock_bot(me)}
        return {"block_bot": lambda: hall.block_bot(me)}
    actions: dict[str, Callable[[], Any]] = {"leave": lambda: hall.leave(me, chat.id)}
    if not view.may_rehearse_ranks():
        return actions
    topic = view.topic
    actions["anonymous"] = lambda: hall.post_as_anonymous_admin(
        chat.id, wording.ANONYMOUS_TEXT, topic=topic
    )
    actions["channel"] = lambda: hall.post_as_channel(chat.id, wording.CHANNEL_TEXT, topic=topic)
    bot = chat.bot_membership
    if bot is None or not bot.present:
        actions["add_bot"] = lambda: hall.add_bot(chat.id, by=me)
    else:
        if bot not in chat.administrators():
            actions["promote_bot"] = lambda: hall.promote_bot(chat.id, by=me)
        actions["remove_bot"] = lambda: hall.remove_bot(chat.id, by=me)
    actions["migrate"] = lambda: hall.migrate(chat.id, by=me)
    return actions
