"""Whose question is it? Ids in buttons are checked against who presses."""

from sqlmodel import Session

from bot.questions.errors import NotYourQuestionError, QuestionGoneError
from db.models.question import QuestionCase, QuestionEvent, QuestionOffer
from db.repositories import questions


def own_case(session: Session, case_id: int, by: int) -> QuestionCase:
    """Return a case of `by`; refuse anybody else's."""
    case = questions.case(session, case_id)
    if case is None:
        raise QuestionGoneError
    if case.asker_id != by:
        raise NotYourQuestionError
    return case


def own_offer(session: Session, offer_id: int, by: int) -> tuple[QuestionCase, QuestionOffer]:
    """Return an entry that was shown to `by`, with its case."""
    offer = questions.offer(session, offer_id)
    if offer is None:
        raise QuestionGoneError
    return own_case(session, offer.case_id, by), offer


def own_line(session: Session, event_id: int, by: int) -> tuple[QuestionCase, QuestionEvent]:
    """Return a line that `by` wrote, with its case."""
    line = questions.event(session, event_id)
    if line is None or line.actor_id != by:
        raise QuestionGoneError
    return own_case(session, line.case_id, by), line
