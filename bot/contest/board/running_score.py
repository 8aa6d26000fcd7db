"""An account's score carried from close to close, so that a day costs the same on any day.

The same figures as `scoring.score` gives for the whole curve: a property test holds them
together. Kept as JSON texts in the snapshot's `terms`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.contest.board.ranking import Contender, Ranked
from bot.contest.board.weights import fraction

NOTHING = Decimal(0)
NO_FALL = Decimal("0.000000")


@dataclass(frozen=True, slots=True)
class Running:
    """What the closes so far come to.

    `peak`: the highest equity, opening capital included. `drawdown`: the deepest fall from
    it, a fraction. `concentrations`: the sum of the days' Herfindahl indexes over `days`.
    """

    peak: Decimal
    drawdown: Decimal = NO_FALL
    concentrations: Decimal = NOTHING
    days: int = 0

    def after(self, equity: Decimal, concentration: Decimal) -> "Running":
        """Return the same after one more close."""
        peak = max(self.peak, equity)
        return Running(
            peak=peak,
            drawdown=max(self.drawdown, fraction(peak - equity, peak)),
            concentrations=self.concentrations + concentration,
            days=self.days + 1,
        )

    def contender(self, account: int, equity: Decimal, *, competes: bool = True) -> Contender:
        """Return what the board needs of an account that closed at `equity`."""
        return Contender(account, equity, self.drawdown, self.concentration, competes)

    @property
    def concentration(self) -> Decimal:
        """Return the mean concentration over the closes."""
        return fraction(self.concentrations, Decimal(self.days))


def running_from(terms: Mapping[str, Any] | None, capital: Decimal) -> Running:
    """Return what a snapshot's `terms` carry; a fresh start where they carry nothing."""
    if not terms:
        return Running(capital)
    return Running(
        peak=Decimal(terms["peak"]),
        drawdown=Decimal(terms["max_drawdown"]),
        concentrations=Decimal(terms["concentrations"]),
        days=int(terms["days"]),
    )


def terms_document(ranked: Ranked, running: Running) -> dict[str, Any]:
    """Return what a snapshot keeps of a score: every term of it, and what carries over."""
    return {
        "percentile": str(ranked.terms.percentile),
        "drawdown": str(ranked.terms.drawdown),
        "concentration": str(ranked.terms.concentration),
        "total_return": str(ranked.total_return),
        "max_drawdown": str(running.drawdown),
        "mean_concentration": str(running.concentration),
        "peak": str(running.peak),
        "concentrations": str(running.concentrations),
        "days": running.days,
    }
