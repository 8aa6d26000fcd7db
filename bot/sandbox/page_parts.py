"""Small building blocks of the page: plain HTML elements with text."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement


def block(classes: str, tag: str = "div") -> ui.element:
    """Return an empty element to be filled in a `with`."""
    return ui.element(tag).classes(classes)


def words(text: str, classes: str = "", tag: str = "span") -> TextElement:
    """Return an element that holds plain text."""
    return TextElement(tag=tag, text=text).classes(classes)


def button(
    text: str, on_click: Callable[[], Any], classes: str = "", *, script: str = ""
) -> TextElement:
    """Return a real button; `script` runs in the browser before the server hears of it."""
    made = TextElement(tag="button", text=text).classes(classes).props('type="button"')
    handler = f"() => {{ {script}; emit(); }}" if script else "() => emit()"
    made.on("click", lambda _event: on_click(), js_handler=handler)
    return made


def initial(name: str) -> str:
    """Return the letter that stands for a name."""
    return name[:1].upper()


def attributes(element: ui.element, **values: object) -> None:
    """Set HTML attributes to any text; underscores in names stand for hyphens."""
    for name, value in values.items():
        element.props[name.replace("_", "-")] = value
    element.update()
