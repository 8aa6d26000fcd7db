"""The words and figures of a score card, and its drawing."""

from typing import TYPE_CHECKING

from bot.i18n import Language, Say, Words
from bot.markup import plain
from bot.quiz.item import LEVELS
from bot.quiz.outcome import Ending
from bot.quiz.telling import unlocked_lines

if TYPE_CHECKING:
    from bot.charts.score_card import ScoreCard


def draw_score(ending: Ending, name: str, words: Words, language: Language) -> bytes:
    """Return the score card of a passed level as PNG; slow, so never on the event loop."""
    from bot.charts.score_card import draw_score_card  # noqa: PLC0415 - heavy, rarely used

    return draw_score_card(card_of(ending, name, words, language))


def card_of(ending: Ending, name: str, words: Words, language: Language) -> "ScoreCard":
    """Return what stands on the score card of a passed level."""
    from bot.charts.score_card import ScoreCard  # noqa: PLC0415 - as above

    def say(message: str, **values: object) -> str:
        return plain(words.say(language, Say(message, **values)))

    level = ending.round.level
    return ScoreCard(
        title=say("quiz-card-title", level=level, name=Say(f"quiz-level-{level}")),
        kicker=say("quiz-card-kicker", name=name),
        right=ending.right,
        label=say("quiz-card-right"),
        answers=ending.answers,
        level=ending.standing.highest,
        levels=LEVELS,
        ladder_label=say("quiz-card-ladder"),
        badge=say(f"quiz-badge-{level}"),
        opens=tuple(plain(words.say(language, line)) for line in unlocked_lines(ending)),
        foot=(say("quiz-card-foot"),),
    )
