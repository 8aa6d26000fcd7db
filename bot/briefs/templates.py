"""The templates of briefs: one per language, slot and tier, and what they may print.

A template is a row of blocks in reading order; `layers.py` knows them by name. It sees texts
and figures. A figure prints through a filter that writes it down; anything else that is a
number is refused, so that no number gets out without its quote.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from bot.briefs.figures import Figure, Ledger, UnboundNumberError
from bot.briefs.slots import Slot
from bot.i18n import Language
from bot.members.tiers import Tier

FOLDER = Path(__file__).parent / "templates"
FILTERS = ("price", "move", "percent", "number", "count", "amount")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it was rendered; never empty."""

    name: str
    markup: Markup


def render(
    slot: Slot,
    tier: Tier,
    ledger: Ledger,
    values: dict[str, Any],
    *,
    data_only: bool = False,
    without: Collection[str] = (),
) -> tuple[Piece, ...]:
    """Return the blocks of a brief in the ledger's language, but for those `without`.

    Figures printed go into the ledger; blocks that have nothing to say are left out.
    """
    name = f"data.{slot.value}.j2" if data_only else f"{slot.value}.{tier.value}.j2"
    environment = _environment(ledger.language)
    template = environment.get_template(name)
    parts = environment.get_template("parts.j2").make_module({**values, "ledger": ledger})
    context = template.new_context({**values, "ledger": ledger, "parts": parts})
    pieces = []
    for block, written in template.blocks.items():
        if block in without:
            continue
        text = "".join(written(context))
        lines = [line.strip() for line in text.splitlines()]
        markup = Markup("\n".join(line for line in lines if line))  # noqa: S704 - autoescaped
        if markup:
            pieces.append(Piece(block, markup))
    return tuple(pieces)


def block_names(slot: Slot, tier: Tier, language: Language) -> tuple[str, ...]:
    """Return the blocks that a tier's template has, in reading order."""
    template = _environment(language).get_template(f"{slot.value}.{tier.value}.j2")
    return tuple(template.blocks)


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / language.value),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_bare_numbers,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update({name: _filter(name) for name in FILTERS})
    return environment


def _filter(name: str) -> Callable[[Context, object], str]:
    @pass_context
    def write(context: Context, figure: object) -> str:
        if not isinstance(figure, Figure):
            raise UnboundNumberError(figure)
        ledger: Ledger = context["ledger"]
        written: str = getattr(ledger, name)(figure)
        return written

    return write


def _without_bare_numbers(value: object) -> object:
    if isinstance(value, int | float | Decimal | Figure):
        raise UnboundNumberError(value)
    return value
