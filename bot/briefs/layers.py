"""What kind of content a block of a brief is, and how much of each kind readers get.

The aim is 40 % basics (what happened), 35 % analysis (what it means), 25 % personal (what the
reader learns, answers or takes part in). Shares are of the letters between head and foot.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Layer(StrEnum):
    """A kind of content."""

    BASIC = "basic"
    ANALYSIS = "analysis"
    PERSONAL = "personal"


TARGETS: dict[Layer, int] = {Layer.BASIC: 40, Layer.ANALYSIS: 35, Layer.PERSONAL: 25}
"""Percent of a month's content."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block that templates may have.

    `layer` is None for what is no content. `opportunity`: left out on volatile days, when
    `education` is shown instead. `glossed`: technical terms in it are explained to newbies.
    """

    layer: Layer | None
    opportunity: bool = False
    glossed: bool = True


BLOCKS: dict[str, Block] = {
    "head": Block(None, glossed=False),
    "overseas": Block(Layer.BASIC),
    "mainland": Block(Layer.BASIC),
    "hong_kong": Block(Layer.BASIC),
    "calendar": Block(Layer.BASIC),
    "tomorrow": Block(Layer.BASIC),
    "headlines": Block(Layer.BASIC, glossed=False),
    "breadth": Block(Layer.ANALYSIS),
    "sectors": Block(Layer.ANALYSIS, opportunity=True),
    "notes": Block(Layer.ANALYSIS, opportunity=True),
    "depth": Block(Layer.ANALYSIS),
    "watch": Block(Layer.ANALYSIS),
    "plainly": Block(Layer.ANALYSIS),
    "education": Block(Layer.PERSONAL),
    "term": Block(Layer.PERSONAL, glossed=False),
    "quiz": Block(Layer.PERSONAL, glossed=False),
    "contest": Block(Layer.PERSONAL, opportunity=True, glossed=False),
    "question": Block(Layer.PERSONAL, glossed=False),
}
"""Every block by its name in the templates; `question` is the poll that follows a noon brief."""


def layer_shares(counts: Iterable[Mapping[str, int]]) -> dict[Layer, Decimal]:
    """Return each layer's share in percent of everything counted; empty where nothing was.

    `counts` holds one mapping per edition, from a layer's value to its letters, as an
    edition's snapshot keeps it under `layers`.
    """
    sums = dict.fromkeys(Layer, 0)
    for edition in counts:
        for layer in Layer:
            sums[layer] += int(edition.get(layer.value, 0))
    total = sum(sums.values())
    if not total:
        return {}
    tenth = Decimal("0.1")
    return {
        layer: (Decimal(count) * 100 / total).quantize(tenth, ROUND_HALF_UP)
        for layer, count in sums.items()
    }
