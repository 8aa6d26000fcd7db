"""The chat view: one bubble per message, kept in step with the hall."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from nicegui import ui

from bot.sandbox import wording
from bot.sandbox.cast import BOT_ID
from bot.sandbox.page_parts import attributes, block, button, initial, words
from bot.sandbox.page_text import rich
from bot.sandbox.page_view import View, author, is_service, service_line, summary

JsonObject = dict[str, Any]
Actions = dict[str, Callable[..., Any]]


class Bubbles:
    """Draws messages into `place`. `actions`: press, vote, react, reply, edit, enlarge."""

    def __init__(self, view: View, place: ui.element, zone: ZoneInfo, actions: Actions) -> None:
        self.view = view
        self.place = place
        self.zone = zone
        self.actions = actions
        self.shown: dict[int, ui.element] = {}

    def draw(self) -> None:
        """Draw the whole chat anew."""
        self.place.clear()
        self.shown.clear()
        for message in self.view.messages():
            self.add(message)

    def add(self, message: JsonObject) -> None:
        """Append one message unless it is there already."""
        if message["message_id"] in self.shown:
            return
        with self.place:
            row = block("row")
        self.shown[message["message_id"]] = row
        self._fill(row, message)

    def replace(self, message: JsonObject) -> None:
        """Draw an edited message in its old place."""
        row = self.shown.get(message["message_id"])
        if row is not None:
            row.clear()
            self._fill(row, message)

    def drop(self, message_id: int) -> None:
        """Take a deleted message off the screen."""
        row = self.shown.pop(message_id, None)
        if row is not None:
            row.delete()

    def _fill(self, row: ui.element, message: JsonObject) -> None:
        attributes(row, data_message=message["message_id"])
        with row:
            if is_service(message):
                row.classes("service")
                words(service_line(message), tag="p")
                return
            sender = message["from"]["id"]
            row.classes("mine" if sender == self.view.viewer else "theirs")
            name, kind = author(message)
            face = words(initial(name), "avatar bot" if sender == BOT_ID else "avatar")
            attributes(face, aria_hidden="true")
            with block("stack"):
                with block("bubble", "article"):
                    self._head(name, kind)
                    self._content(message)
                    self._foot(message)
                self._keyboard(message)

    def _head(self, name: str, kind: str) -> None:
        with block("who"):
            words(name, "name")
            if kind:
                words(kind, "kind")

    def _content(self, message: JsonObject) -> None:
        self._quote(message)
        origin = message.get("forward_origin")
        if origin:
            source = origin.get("sender_user") or origin.get("chat") or {}
            name = source.get("first_name") or source.get("title", "")
            words(wording.FORWARDED.format(name=name), "forwarded", "p")
        if "photo" in message:
            self._photo(message["photo"][-1])
        if "document" in message:
            document = message["document"]
            link = words(document["file_name"], "document", "a")
            address = f"/hall-files/{document['file_unique_id']}"
            attributes(link, href=address, download=document["file_name"])
        if "poll" in message:
            self._poll(message)
        text = message.get("text") or message.get("caption")
        if text:
            entities = message.get("entities") or message.get("caption_entities") or []
            ui.html(rich(text, entities), sanitize=False).classes("text")

    def _quote(self, message: JsonObject) -> None:
        parent = message.get("reply_to_message")
        if parent is None or "forum_topic_created" in parent:
            return
        with block("quote", "blockquote"):
            words(author(parent)[0], "name")
            gone = self.view.chat.live(parent["message_id"]) is None
            words(wording.DELETED_ORIGINAL if gone else summary(parent), "line")

    def _photo(self, size: JsonObject) -> None:
        source = f"/hall-files/{size['file_unique_id']}"
        opener = button("", lambda: self.actions["enlarge"](source), "photo")
        attributes(opener, aria_label=wording.LARGER)
        with opener:
            picture = block("", "img")
        attributes(
            picture, src=source, alt=wording.PHOTO, width=size["width"], height=size["height"]
        )

    def _poll(self, message: JsonObject) -> None:
        poll = message["poll"]
        kind = wording.QUIZ if poll["type"] == "quiz" else wording.POLL
        kept = self.view.hall.polls.get(poll["id"])
        over = kept.is_over(self.view.hall.date()) if kept else poll["is_closed"]
        words(f"{kind} · {wording.POLL_CLOSED}" if over else kind, "kind", "p")
        words(poll["question"], "question", "p")
        chosen = kept.votes.get(self.view.viewer, []) if kept else []
        # As in Telegram: what is right, and why, is shown to who has answered, or at the end.
        right = kept.correct if kept and (chosen or over) else []
        for index, option in enumerate(poll["options"]):
            mark = "✓ " if index in chosen else ""
            text = option["text"]
            shown = wording.RIGHT_ANSWER.format(option=text) if index in right else text
            label = f"{mark}{shown} · {wording.VOTES.format(count=option['voter_count'])}"
            button(label, self._voter(message["message_id"], index), "option")
        if kept and right and kept.explanation:
            words(kept.explanation, "question", "p")

    def _voter(self, message_id: int, index: int) -> Callable[[], None]:
        return lambda: self.actions["vote"](message_id, index)

    def _foot(self, message: JsonObject) -> None:
        message_id = message["message_id"]
        with block("foot"):
            mine = message["from"]["id"] == self.view.viewer
            if mine and "text" in message and "forward_origin" not in message:
                button(wording.EDIT, lambda: self.actions["edit"](message_id), "act")
            button(wording.REPLY, lambda: self.actions["reply"](message_id), "act")
            post = self.view.chat.posts[message_id]
            for reaction in post.reactions:
                words(reaction.get("emoji", ""), "reaction")
            for emoji, count in Counter(post.reacted.values()).items():
                words(f"{emoji} {count}", "reaction")
            button(wording.REACT, lambda: self.actions["react"](message_id), "act")
            if "edit_date" in message:
                words(wording.EDITED, "edited")
            moment = datetime.fromtimestamp(message["date"], self.zone)
            words(f"{moment:%H:%M}", "time", "time")

    def _keyboard(self, message: JsonObject) -> None:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if not rows:
            return
        with block("keyboard"):
            for row in rows:
                with block("keys"):
                    for key in row:
                        self._key(message["message_id"], key)

    def _key(self, message_id: int, key: JsonObject) -> None:
        if "callback_data" in key:
            data = key["callback_data"]
            button(key["text"], lambda: self.actions["press"](message_id, data), "key")
        elif "url" in key:
            link = words(f"{key['text']} ↗", "key", "a")
            attributes(link, href=key["url"], target="_blank", rel="noopener noreferrer")
        else:
            words(key["text"], "key idle")
