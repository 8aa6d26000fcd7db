"""Where something is asked: what the place is for, and what is open there for the asker."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.i18n import Language
from bot.members.service import tier_of
from bot.members.tiers import Binding, Purpose, Tier
from bot.questions.states import BotSaid, QuestionState
from db.models.question import NO_TOPIC
from db.repositories import groups, members, questions


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as its asker has it.

    `state` and `bot_said`: of the asker's open case there. `for_questions`: it is the topic
    that the group keeps for them.
    """

    tier: Tier | None
    language: Language | None
    state: QuestionState | None
    bot_said: BotSaid | None
    for_questions: bool = False
    for_operators: bool = False


def private_spot(session: Session, asker_id: int) -> Spot:
    """Return what a private chat is to its asker."""
    member = members.by_id(session, asker_id)
    case = questions.open_in(session, asker_id, NO_TOPIC, asker_id)
    return Spot(
        tier=tier_of(session, asker_id),
        language=member.language if member else None,
        state=case.state if case else None,
        bot_said=case.bot_said if case else None,
    )


def group_spot(session: Session, chat_id: int, thread_id: int | None, asker_id: int) -> Spot:
    """Return what a place in a group is to an asker."""
    group = groups.by_chat(session, chat_id)
    case = questions.open_in(session, chat_id, thread_id or NO_TOPIC, asker_id)
    topic = groups.topic_for(session, group.id, Purpose.QUESTIONS) if group and thread_id else None
    binding = group.binding if group else None
    return Spot(
        tier=binding.tier if binding else None,
        language=group.language if group else None,
        state=case.state if case else None,
        bot_said=case.bot_said if case else None,
        for_questions=topic is not None and topic == thread_id,
        for_operators=binding is Binding.OPERATORS,
    )
