"""What every turn needs of the running bot, in one place; `bot/app.py` fills it."""

from dataclasses import dataclass

from bot.calendar.service import Community
from bot.checkin.question import QuestionSource
from bot.clock import Chance, Clock
from bot.compliance.gate import Gate
from bot.config import Settings
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.points.economy import Economy
from bot.telegram.api import Speaker
from db.session import Database


@dataclass(slots=True)
class House:
    """The running bot's parts, as handlers see them."""

    settings: Settings
    db: Database
    words: Words
    clock: Clock
    chance: Chance
    speaker: Speaker
    community: Community
    gate: Gate
    alerts: Alerts
    economy: Economy
    questions: QuestionSource
    name: str
    bot_id: int = 0
    bot_username: str = ""

    @property
    def owners(self) -> tuple[int, ...]:
        """Return the owners' ids."""
        return self.settings.owner_ids

    @property
    def default_language(self) -> Language:
        """Return the language until somebody chooses."""
        return Language(self.settings.default_language)
