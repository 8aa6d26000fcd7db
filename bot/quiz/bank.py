"""The bank as it stands: shipped items with what operators changed, every version findable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.quiz.item import Item
from bot.quiz.states import EditKind


@dataclass(frozen=True, slots=True)
class Edit:
    """An operator's change of an item, as far as the bank needs it."""

    item_id: str
    kind: EditKind
    version: int
    content: Mapping[str, Any] | None
    undone_at: datetime | None = None


class Bank:
    """Items by id, level and version."""

    def __init__(self, shipped: Sequence[Item], edits: Iterable[Edit] = ()) -> None:
        self._items = {item.id: item for item in shipped}
        self._versions = {(item.id, item.version): item for item in shipped}
        self._newest = {item.id: item.version for item in shipped}
        self._retired: set[str] = set()
        for edit in edits:
            self._take(edit)

    def item(self, item_id: str) -> Item | None:
        """Return an item as it is asked now, retired or not."""
        return self._items.get(item_id)

    def version(self, item_id: str, version: int) -> Item | None:
        """Return an item as it was in a version; nothing where a new bank came without it."""
        return self._versions.get((item_id, version))

    def is_retired(self, item_id: str) -> bool:
        """Tell whether an item is not asked any more."""
        return item_id in self._retired

    def next_version(self, item_id: str) -> int:
        """Return the version that a fix of an item will have: no number comes twice."""
        return self._newest[item_id] + 1

    def of_level(self, level: int) -> tuple[Item, ...]:
        """Return the items that a level asks, by id."""
        found = (i for i in self._items.values() if i.level == level and i.id not in self._retired)
        return tuple(sorted(found, key=lambda item: item.id))

    def every(self) -> tuple[Item, ...]:
        """Return every item as it stands, retired ones too, by level and id."""
        return tuple(sorted(self._items.values(), key=lambda item: (item.level, item.id)))

    def _take(self, edit: Edit) -> None:
        """Apply an edit; one that was undone leaves its version findable, and nothing else."""
        shipped = self._items.get(edit.item_id)
        if shipped is None:
            return
        if edit.kind is EditKind.FIX and edit.content is not None:
            fixed = Item.of(edit.item_id, edit.version, edit.content)
            # A bank that was shipped later with a higher version holds the newer wording.
            self._versions.setdefault((fixed.id, fixed.version), fixed)
            self._newest[fixed.id] = max(self._newest[fixed.id], fixed.version)
            if edit.undone_at is None and fixed.version > shipped.version:
                self._items[fixed.id] = fixed
        elif edit.undone_at is None:
            change = self._retired.add if edit.kind is EditKind.RETIRE else self._retired.discard
            change(edit.item_id)
