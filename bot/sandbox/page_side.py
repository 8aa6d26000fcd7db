"""The left pane: who I am, my chats, the groups I am not in."""

from collections.abc import Callable
from dataclasses import dataclass

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from bot.sandbox import cast, wording
from bot.sandbox.chats import Chat
from bot.sandbox.page_parts import attributes, block, button, initial, words
from bot.sandbox.page_view import View, author, summary

_CLOSE_DRAWER = "document.querySelector('.hall').classList.remove('side-flip')"


@dataclass(slots=True)
class _Row:
    button: ui.element
    preview: TextElement
    badge: TextElement


class Side:
    """Draws the pane; `become` and `go` say what was chosen."""

    def __init__(
        self, view: View, become: Callable[[int], None], go: Callable[[int], None]
    ) -> None:
        self.view = view
        self._become = become
        self._go = go
        self._people: dict[int, ui.element] = {}
        self._rows: dict[int, _Row] = {}
        words(wording.WHO_AM_I, "heading", "h2")
        with block("people"):
            for person_id in cast.PLAYABLE:
                self._person(person_id)
        self._chats = block("chats", "nav")
        attributes(self._chats, aria_label=wording.CHATS)
        self.draw()

    def draw(self) -> None:
        """Draw the chats anew and mark who I am."""
        for person_id, element in self._people.items():
            chosen = person_id == self.view.viewer
            attributes(element, aria_pressed=str(chosen).lower())
        self._chats.clear()
        self._rows.clear()
        with self._chats:
            words(wording.MY_CHATS, "heading", "h2")
            for chat in self.view.own_chats():
                self._row(chat)
            others = self.view.other_groups()
            if others:
                words(wording.OTHER_GROUPS, "heading", "h2")
            for chat in others:
                self._row(chat)
        self.refresh()

    def refresh(self) -> None:
        """Bring previews and counts up to date without drawing anew."""
        for chat_id, row in self._rows.items():
            chat = self.view.hall.chats[chat_id]
            attributes(row.button, aria_current=str(chat_id == self.view.chat_id).lower())
            inside = self.view.is_in(chat)
            row.preview.set_text(_preview(chat) if inside else wording.OUTSIDE.split("，")[0])
            count = self.view.unread(chat) if inside else 0
            row.badge.set_text(str(min(count, 99)) if count else "")
            row.badge.set_visibility(count > 0)
            attributes(row.badge, title=wording.UNREAD.format(count=count))

    def _person(self, person_id: int) -> None:
        person = self.view.hall.person(person_id)
        chosen = button("", lambda: self._become(person_id), "person")
        with chosen:
            attributes(words(initial(person.first_name), "avatar"), aria_hidden="true")
            with block("lines", "span"):
                words(person.full_name, "name")
                words(wording.ROLES[person.role.value], "kind")
        self._people[person_id] = chosen

    def _row(self, chat: Chat) -> None:
        chosen = button("", lambda: self._go(chat.id), "chat", script=_CLOSE_DRAWER)
        with chosen:
            attributes(words(initial(_name(chat)), "avatar square"), aria_hidden="true")
            with block("lines", "span"):
                words(_name(chat), "name")
                preview = words("", "line")
            badge = words("", "badge")
        self._rows[chat.id] = _Row(chosen, preview, badge)


def _name(chat: Chat) -> str:
    if chat.is_private:
        bot = next(member for member in cast.PEOPLE if member.id == cast.BOT_ID)
        return f"{bot.first_name} · {wording.PRIVATE_CHAT}"
    return chat.title


def _preview(chat: Chat) -> str:
    for post in reversed(chat.posts.values()):
        if not post.deleted and "forum_topic_created" not in post.message:
            return f"{author(post.message)[0]}：{summary(post.message)}"
    return wording.EMPTY_OTHER
