"""Which item comes next and how its options stand: everybody has an order of their own.

Nobody meets an item again before they have met every other one of its level. The order depends
on person and item alone, so a new item slips in without disturbing what was met before.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from itertools import permutations
from typing import Final

from bot.quiz.item import OPTIONS, Item

_SHUFFLES: Final = tuple(permutations(range(OPTIONS)))


def next_item(
    items: Sequence[Item], owner: int, met: Mapping[str, int], without: Collection[str] = ()
) -> Item | None:
    """Return the item to put next: the one met least often, first in the owner's order.

    `met`: how often each item was met. `without`: items that this round has had already; one of
    them comes again only where the level has no other.
    """
    fresh = [item for item in items if item.id not in without] or list(items)
    return min(
        fresh,
        key=lambda item: (met.get(item.id, 0), _draw("order", owner, met.get(item.id, 0), item.id)),
        default=None,
    )


def shuffle_of(owner: int, occasion: int, item: Item) -> str:
    """Return the bank's places in the order in which an occasion shows them, as digits."""
    draw = _draw("options", owner, occasion, item.id, item.version)
    return "".join(str(place) for place in _SHUFFLES[draw % len(_SHUFFLES)])


def shown_options(options: Sequence[str], shuffle: str) -> tuple[str, ...]:
    """Return options in the order of a shuffle."""
    return tuple(options[int(place)] for place in shuffle)


def picked_place(shuffle: str, shown: int) -> int | None:
    """Return the bank's place of the option shown at `shown`; nothing where there is none."""
    return int(shuffle[shown]) if 0 <= shown < len(shuffle) else None


def _draw(*parts: object) -> int:
    digest = hashlib.sha256("|".join(map(str, ("quiz", *parts))).encode()).digest()
    return int.from_bytes(digest[:8], "big")
