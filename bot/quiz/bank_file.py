"""The bank of items in TOML files, one a level, read strictly."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bot.i18n import Language
from bot.quiz.item import LEVELS, OPTIONS, Item, Wording
from bot.strict_toml import Fields, read_items

ITEMS_FOLDER = Path(__file__).parent / "items"
LONGEST_ID: Final = 40
# In characters, Chinese then English: a prompt and four buttons fit a phone, an explanation
# fits what a quiz of the network's own may explain (200 characters).
LONGEST: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"prompt": (80, 200), "options": (24, 44), "explanation": (120, 190)}
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNFINISHED = re.compile(r"TODO|TBD|FIXME|XXX|lorem|\{|\}|\?\?|？？|待补", re.IGNORECASE)


@cache
def shipped_items(folder: Path = ITEMS_FOLDER) -> tuple[Item, ...]:
    """Return the items of every `level_N.toml` of a folder, by level and in the file's order."""
    found: dict[str, Item] = {}
    for level in range(1, LEVELS + 1):
        path = folder / f"level_{level}.toml"
        for fields in read_items(path, "item") if path.exists() else ():
            item = _item(fields, level)
            if item.id in found:
                raise fields.refuse("id", item.id, "an id that no other item has")
            found[item.id] = item
    return tuple(found.values())


def _item(fields: Fields, level: int) -> Item:
    item_id = fields.text("id")
    if not _SLUG.fullmatch(item_id) or len(item_id) > LONGEST_ID:
        allowed = f"lower-case words joined by -, at most {LONGEST_ID} characters"
        raise fields.refuse("id", item_id, allowed)
    item = Item(
        id=item_id,
        version=fields.integer("version", 1, 999),
        level=fields.integer("level", level, level),
        tags=fields.texts("tags", least=1),
        correct=fields.integer("correct", 0, OPTIONS - 1),
        wordings=_wordings(fields),
        source=fields.text("source", optional=True),
        as_of=_day(fields),
    )
    if item.source and item.as_of is None:
        raise fields.refuse("as_of", item.as_of, "the day from which the source is")
    fields.finish()
    return item


def _wordings(fields: Fields) -> dict[Language, Wording]:
    tables = [fields.table(name) for name in ("prompt", "options", "explanation")]
    prompt, options, explanation = tables
    given = {name for table in tables for name in table.names()}
    wordings = {}
    for language in Language:
        if language is not Language.SIMPLIFIED and language.value not in given:
            continue
        wordings[language] = checked(
            Wording(
                prompt.text(language.value),
                options.texts(language.value, least=OPTIONS),
                explanation.text(language.value),
            ),
            language,
            fields,
        )
    for table in tables:
        table.finish()
    return wordings


def checked(wording: Wording, language: Language, fields: Fields) -> Wording:
    """Return a wording that is finished and fits where it is shown; raise InvalidData."""
    problem = problem_of(wording, language)
    if problem is not None:
        field, received, allowed = problem
        raise fields.refuse(f"{field}.{language.value}", received, allowed)
    return wording


def problem_of(wording: Wording, language: Language) -> tuple[str, str, str] | None:
    """Return the first mistake of a wording as (field, received, allowed)."""
    if len(wording.options) != OPTIONS:
        return "options", str(len(wording.options)), f"exactly {OPTIONS} options"
    if len(set(wording.options)) != OPTIONS:
        return "options", " / ".join(wording.options), "options that differ"
    texts = (
        ("prompt", wording.prompt),
        *(("options", option) for option in wording.options),
        ("explanation", wording.explanation),
    )
    for field, text in texts:
        longest = LONGEST[field][language is Language.ENGLISH]
        if not 0 < len(text) <= longest or text != text.strip():
            return field, text, f"1 to {longest} characters, no blanks at the ends"
        if _UNFINISHED.search(text):
            return field, text, "a finished text"
    return None


def _day(fields: Fields) -> date | None:
    if "as_of" not in fields.names():
        return None
    return fields.day("as_of")
