"""The hall's clock in the header, with a menu of instants to jump to."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from nicegui import ui

from bot.sandbox import wording
from bot.sandbox.hall import Hall
from bot.sandbox.page_parts import attributes, block, button, words
from bot.sandbox.timing import Milestone

TIME_LENGTH = len("09:26")
Attempt = Callable[[Callable[[], Any]], bool]


class HallClock:
    """Shows the hall's time; where it can be moved, a menu says to when."""

    def __init__(self, hall: Hall, zone: ZoneInfo, attempt: Attempt) -> None:
        self._hall, self._zone, self._attempt = hall, zone, attempt
        self._shown = ""
        with block("clock"):
            self._day, self._time = words("", "day"), words("", "time")
            attributes(self._time, title=wording.HALL_TIME)
            if hall.milestones(hall.now()):
                self._menu()
        self.refresh()

    def refresh(self) -> None:
        """Bring the time up to date."""
        text = written(self._hall.now(), self._zone)
        if text != self._shown:
            self._shown = text
            self._day.set_text(text[:-TIME_LENGTH])
            self._time.set_text(text[-TIME_LENGTH:])

    def _menu(self) -> None:
        opener = words(wording.FAST_FORWARD, "flipper", "button")
        opener.props('type="button" aria-haspopup="menu"')
        with opener, ui.menu().props('anchor="bottom middle" self="top middle"') as menu:
            items = block("")
        opener.on("click", lambda _event: self._fill(items, menu))

    def _fill(self, items: ui.element, menu: ui.menu) -> None:
        items.clear()
        with items:
            for mark in self._hall.milestones(self._hall.now()):
                self._item(mark, menu)

    def _item(self, mark: Milestone, menu: ui.menu) -> None:
        def jump() -> None:
            menu.close()
            self._attempt(lambda: self._hall.fast_forward(mark.at.isoformat()))

        label = wording.FORWARD_TO.format(label=mark.label, time=written(mark.at, self._zone))
        button(label, jump, "menu-item").props('role="menuitem"')


def written(at: datetime, zone: ZoneInfo) -> str:
    """Write an instant as the hall's header does: 11月23日（周一）09:26."""
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日（周{wording.WEEKDAYS[local.weekday()]}）{local:%H:%M}"
