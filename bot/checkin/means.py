"""What check-in works with: the community's calendar, its economy, its questions, its words."""

from dataclasses import dataclass, field

from bot.calendar.service import Community
from bot.checkin.question import QuestionSource
from bot.compliance.gate import Gate
from bot.i18n import Language, Words
from bot.points.economy import Economy
from bot.quiz.ladder import Ladder, default_ladder


@dataclass(frozen=True, slots=True)
class Means:
    """The parts of the house that check-in uses.

    `language` is for who chose none, `bot_id` the actor of awards that a rule gives, `ladder`
    says which level of the quiz opens a second repair question.
    """

    community: Community
    economy: Economy
    questions: QuestionSource
    words: Words
    gate: Gate
    language: Language
    bot_id: int
    ladder: Ladder = field(default_factory=default_ladder)
