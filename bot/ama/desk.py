"""What AMAs need of the house."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.calendar.service import Community
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words


@dataclass(frozen=True, slots=True)
class AmaDesk:
    """The parts; `text_limit` is Telegram's, in UTF-16 units."""

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    owners: Collection[int]
    community: Community
    bot_id: int
    bot_username: str
    text_limit: int
