"""Showing entries and handing on: the two things that the bot can do with a case of its own."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.choosing import NOTHING, Plan
from bot.questions.limits import DAY, Deed, free_again
from bot.questions.promise import HumanDesk, Promise
from bot.questions.question import Kind, Told, Why
from bot.questions.states import BotSaid, EventKind, OfferVerdict, QuestionState
from bot.review.masking import masked
from db.models.question import QuestionCase
from db.repositories import questions

_KINDS = {
    BotSaid.ANSWER: Kind.ANSWER,
    BotSaid.CHOICE: Kind.CHOICE,
    BotSaid.UNSURE: Kind.UNSURE,
    BotSaid.PRIVATE: Kind.GO_PRIVATE,
}
_EVENTS = {
    BotSaid.ANSWER: EventKind.BOT_ANSWERED,
    BotSaid.CHOICE: EventKind.BOT_OFFERED,
    BotSaid.UNSURE: EventKind.BOT_UNSURE,
}


def show(session: Session, case: QuestionCase, plan: Plan, now: datetime) -> Told:
    """Say what `plan` says and keep what was shown; silent once people have the case."""
    plan = _without_wrong(session, case, plan)
    number = case.round + 1
    entry = plan.offers[0].key if plan.said is BotSaid.ANSWER else None
    values = {"bot_said": plan.said, "entry_key": entry}
    if not questions.next_round(session, case.id, case.round, **values):
        return standing(session, cases.get(session, case.id))
    query = masked(case.text)
    rows = [
        {
            "case_id": case.id,
            "round": number,
            "entry_key": one.key,
            "entry_version": one.version,
            "rank": one.rank,
            "score": one.score,
            "query": query,
            "said": plan.said,
            "shown_at": now,
        }
        for one in plan.offers
    ]
    questions.add_offers(session, rows)
    shown = {"entries": [one.key for one in plan.offers]}
    cases.note(session, case.id, Line(_EVENTS[plan.said], details=shown), now)
    return standing(session, cases.get(session, case.id))


def hand_on(
    session: Session, case: QuestionCase, by: int, human: HumanDesk, why: Why, now: datetime
) -> Told:
    """Let a person answer, unless the asker has called for people too often today."""
    done = questions.events_since(session, by, {EventKind.HANDED_TO_HUMAN}, now - DAY)
    free_at = free_again(Deed.HUMAN, done, now)
    if free_at is not None and case.state is QuestionState.BOT:
        cases.update(session, case.id, QuestionState.BOT, bot_said=BotSaid.UNSURE)
        return Told(Kind.OVER_LIMIT, case, deed=Deed.HUMAN, free_at=free_at)
    promise = cases.hand_to_human(session, case.id, by, now, human)
    now_case = cases.get(session, case.id)
    if promise is None:
        return standing(session, now_case)
    return Told(Kind.PROMISED, now_case, promise=promise, why=why)


def note_wording(
    session: Session, case_id: int, words: str, entries: Sequence[str], model: str, now: datetime
) -> None:
    """Keep what the language model made of entries: it is what the asker read."""
    details = {"entries": list(entries), "model": model}
    cases.note(session, case_id, Line(EventKind.BOT_WORDED, text=words, details=details), now)


def standing(session: Session, case: QuestionCase) -> Told:
    """Return how a case stands, as it would be told now."""
    match case.state:
        case QuestionState.BOT:
            offers = questions.offers(session, case.id, case.round) if case.round else ()
            return Told(_KINDS[case.bot_said or BotSaid.UNSURE], case, offers)
        case QuestionState.WAITING:
            promise = Promise(case.promised_at, stopped=questions.clocks_stand(session))
            return Told(Kind.PROMISED, case, promise=promise, why=Why.STANDING)
        case QuestionState.HUMAN:
            return Told(Kind.WITH_HUMAN, case)
        case QuestionState.ANSWERED:
            return Told(Kind.SOLVED, case)
        case QuestionState.CLOSED:
            return Told(Kind.CLOSED, case)


def _without_wrong(session: Session, case: QuestionCase, plan: Plan) -> Plan:
    """Leave out what the asker has said is not it."""
    if not case.round:
        return plan
    wrong = {
        one.entry_key
        for one in questions.offers(session, case.id)
        if one.verdict is OfferVerdict.WRONG
    }
    left = tuple(one for one in plan.offers if one.key not in wrong)
    return Plan(plan.said, left) if left else NOTHING
