"""What AMAs need of the house."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.calendar.service import Community
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.members.roles import Role

EXPERTS = frozenset({Role.EXPERT, Role.OPERATOR, Role.OWNER})
"""Who may be asked to answer, and who may still do so when the time has come."""


@dataclass(frozen=True, slots=True)
class AmaDesk:
    """The parts; the limits are Telegram's, in UTF-16 units."""

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    owners: Collection[int]
    community: Community
    bot_id: int
    bot_username: str
    text_limit: int
    caption_limit: int
