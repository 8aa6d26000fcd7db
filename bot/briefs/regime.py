"""Is the day calm or volatile, and by which figures: thresholds in `regime.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from bot.briefs.figures import Figure, record_of
from bot.briefs.sections import Market, Section
from bot.briefs.whole_market import WholeMarket
from bot.strict_toml import Fields, read_table

REGIME_FILE = Path(__file__).parent / "regime.toml"


class Regime(StrEnum):
    """How restless the market is."""

    CALM = "calm"
    VOLATILE = "volatile"


class RegimeRule(StrEnum):
    """What makes a day volatile, by the name of its threshold."""

    INDEX_MOVE = "index_move"
    OVERSEAS_MOVE = "overseas_move"
    AMPLITUDE = "amplitude"
    FELL_SHARE = "fell_share"
    LIMIT_DOWN = "limit_down"


@dataclass(frozen=True, slots=True)
class RegimeReason:
    """A figure that reached its threshold; `what` names what it is of, where it has a name."""

    rule: RegimeRule
    figure: Figure
    threshold: Decimal
    what: str = ""

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {
            "rule": self.rule.value,
            "what": self.what,
            "threshold": str(self.threshold),
            "figure": record_of(self.figure),
        }


@dataclass(frozen=True, slots=True)
class RegimeFinding:
    """The regime with all its reasons; a calm day has none."""

    reasons: tuple[RegimeReason, ...] = ()

    @property
    def regime(self) -> Regime:
        """Return the regime."""
        return Regime.VOLATILE if self.reasons else Regime.CALM

    @property
    def volatile(self) -> bool:
        """Tell whether risk education takes the place of opportunities."""
        return bool(self.reasons)

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        reasons = [reason.record() for reason in self.reasons]
        return {"kind": self.regime.value, "reasons": reasons}


@cache
def thresholds() -> Mapping[RegimeRule, Decimal]:
    """Return the thresholds; InvalidData names a mistake."""
    whole = read_table(REGIME_FILE)
    table = whole.table("volatile")
    found = {rule: _number(table, rule.value) for rule in RegimeRule}
    table.finish()
    whole.finish()
    return found


def regime_of(sections: Mapping[Market, Section], whole: WholeMarket) -> RegimeFinding:
    """Return how restless the day is by the figures that the brief may show."""
    limits = thresholds()
    reached = (
        RegimeReason(rule, figure, limits[rule], what)
        for rule, figure, what in _measured(sections, whole)
        if abs(figure.value) >= limits[rule]
    )
    return RegimeFinding(tuple(reached))


def _measured(
    sections: Mapping[Market, Section], whole: WholeMarket
) -> Iterator[tuple[RegimeRule, Figure, str]]:
    if mainland := sections.get(Market.MAINLAND):
        line = max(mainland.lines, key=lambda each: abs(each.change.value))
        yield RegimeRule.INDEX_MOVE, line.change, line.name
        wide = [(figure, each.name) for each in mainland.lines if (figure := each.amplitude)]
        for figure, name in sorted(wide, key=lambda pair: -pair[0].value)[:1]:
            yield RegimeRule.AMPLITUDE, figure, name
    if overseas := sections.get(Market.OVERSEAS):
        line = max(overseas.lines, key=lambda each: abs(each.change.value))
        yield RegimeRule.OVERSEAS_MOVE, line.change, line.name
    if whole.breadth:
        yield RegimeRule.FELL_SHARE, whole.breadth.fell_share, ""
        if whole.breadth.limit_down:
            yield RegimeRule.LIMIT_DOWN, whole.breadth.limit_down, ""


def _number(table: Fields, field: str) -> Decimal:
    text = table.text(field)
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal(0)
    if not number.is_finite() or number <= 0:
        raise table.refuse(field, text, 'a number above zero in quotes, such as "2.00"')
    return number
