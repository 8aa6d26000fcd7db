"""What the market day of contests needs of the running bot."""

from dataclasses import dataclass

from bot.calendar.shelf import CalendarShelf
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words


@dataclass(frozen=True, slots=True)
class Desk:
    """Words, the gate, the operators' ear, the calendars; `bot_id` signs what the clock did."""

    calendars: CalendarShelf
    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    bot_id: int
