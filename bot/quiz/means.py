"""What the quiz works with: the bank, the ladder, the community, its economy, its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.calendar.service import Community
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.points.economy import Economy
from bot.quiz.item import Item
from bot.quiz.ladder import Ladder


@dataclass(frozen=True, slots=True)
class QuizMeans:
    """The parts of the house that the quiz uses.

    `language` is for who chose none, `bot_id` the actor of awards that a rule gives, `owners`
    the staff that no table holds.
    """

    items: Sequence[Item]
    ladder: Ladder
    community: Community
    economy: Economy
    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    bot_id: int
    owners: Sequence[int]
