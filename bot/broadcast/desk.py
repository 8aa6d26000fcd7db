"""What writing and sending broadcasts needs of the house."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.calendar.service import Community
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.points.economy import Economy


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts; `rate` is messages a second, `listed` hosts that may be linked to unwarned.

    `text_limit` and `caption_limit` are Telegram's, in UTF-16 units.
    """

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    economy: Economy
    owners: Collection[int]
    community: Community
    rate: float
    listed: frozenset[str]
    text_limit: int
    caption_limit: int

    @property
    def top_level(self) -> int:
        """Return the highest level that there is."""
        return self.economy.levels[-1].number
