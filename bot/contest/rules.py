"""What a contest promises: chosen by operators, shown before joining, fixed at the start."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.contest.instrument import Board, Market
from bot.members.tiers import Tier


class FillModel(StrEnum):
    """How orders become trades."""

    NEXT_AUCTION = "next-auction"
    LIVE = "live"


class RankBy(StrEnum):
    """By what the board is ordered."""

    COMPOSITE = "composite"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Band:
    """Ranks `first` to `last`, both included, and the points for each."""

    first: int
    last: int
    points: int


@dataclass(frozen=True, slots=True)
class Prizes:
    """Points at the end. `bands` go only to those who also finished and kept a journal.

    A journal is kept with notes on at least `journal_notes` different days. An account was
    spread out if its mean concentration is at most `widest_concentration` and it held at least
    `fewest_names` names on at least half of its closes, so that cash alone does not earn it.
    """

    finishing: int = 0
    journal: int = 0
    diversification: int = 0
    bands: tuple[Band, ...] = ()
    journal_notes: int = 5
    widest_concentration: Decimal = Decimal("0.15")
    fewest_names: int = 5


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one contest; money in the currency of `market`.

    `universe`: symbols that may be traded; empty means every share of `boards`.
    `single_name_cap`: most that one name may be of the equity, when buying.
    `volume_share`: most that one account may take of the volume between two quotes (live).
    `fresh_seconds`: how old a quote may be and still fill (live).
    `queue_out_of_hours`: whether an order placed outside the session waits for the next one.
    """

    market: Market
    first_day: date
    last_day: date
    late_entry_until: date
    capital: Decimal = Decimal(1_000_000)
    fill_model: FillModel = FillModel.NEXT_AUCTION
    boards: tuple[Board, ...] = ()
    universe: tuple[str, ...] = ()
    tiers: tuple[Tier, ...] = tuple(Tier)
    suitability: bool = False
    price_floor: Decimal = Decimal(0)
    single_name_cap: Decimal = Decimal("0.30")
    volume_share: Decimal | None = None
    fresh_seconds: int = 60
    queue_out_of_hours: bool = True
    commission_rate: Decimal = Decimal("0.00025")
    commission_minimum: Decimal = Decimal(5)
    rank_by: RankBy = RankBy.COMPOSITE
    drawdown_weight: Decimal = Decimal("0.30")
    concentration_weight: Decimal = Decimal("0.20")
    prizes: Prizes = field(default_factory=Prizes)
