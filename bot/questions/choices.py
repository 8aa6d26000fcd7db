"""What the asker says of the entries that were shown: each press is kept as a labelled pair."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.members.tiers import Tier
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.choosing import Plan
from bot.questions.owning import own_case, own_offer
from bot.questions.promise import HumanDesk
from bot.questions.question import Kind, Told, Why
from bot.questions.showing import hand_on, show, standing
from bot.questions.states import BotSaid, EventKind, OfferVerdict, QuestionState
from db.repositories import questions


def pick(session: Session, offer_id: int, by: int, now: datetime) -> Told:
    """Open one of several titles: its answer is shown, the others were looked at and left."""
    case, offer = own_offer(session, offer_id, by)
    if case.state is not QuestionState.BOT:
        return standing(session, case)
    if offer.round == case.round and case.bot_said is BotSaid.CHOICE:
        listed = questions.offers(session, case.id, offer.round)
        passed = [one.id for one in listed if one.id != offer.id]
        questions.judge(session, [offer.id], OfferVerdict.CHOSEN, now)
        questions.judge(session, passed, OfferVerdict.PASSED, now)
        values = {"bot_said": BotSaid.ANSWER, "entry_key": offer.entry_key}
        cases.update(session, case.id, QuestionState.BOT, **values)
        details = {"entries": [offer.entry_key]}
        cases.note(session, case.id, Line(EventKind.BOT_ANSWERED, by, details=details), now)
    return Told(Kind.ANSWER, cases.get(session, case.id), [offer])


def yes(session: Session, offer_id: int, by: int, now: datetime) -> Told:
    """It was the answer: the case is solved."""
    case, offer = own_offer(session, offer_id, by)
    if case.state is not QuestionState.BOT:
        return standing(session, case)
    questions.judge(session, [offer.id], OfferVerdict.RIGHT, now)
    values = {"entry_key": offer.entry_key, "first_answered_at": now}
    bot, answered = QuestionState.BOT, QuestionState.ANSWERED
    if cases.change(session, case.id, bot, answered, now, **values):
        details = {"entry": offer.entry_key}
        cases.note(session, case.id, Line(EventKind.SOLVED, by, details=details), now)
    return standing(session, cases.get(session, case.id))


def no(session: Session, offer_id: int, by: int, plan: Plan, now: datetime) -> Told:
    """It was not the answer: the next candidates of `plan`, if there are any."""
    case, offer = own_offer(session, offer_id, by)
    is_answer = case.bot_said is BotSaid.ANSWER and case.entry_key == offer.entry_key
    if case.state is not QuestionState.BOT or not is_answer:
        return standing(session, case)
    questions.judge(session, [offer.id], OfferVerdict.WRONG, now)
    line = Line(EventKind.NOT_IT, by, key=f"no:{offer.id}", details={"entry": offer.entry_key})
    cases.note(session, case.id, line, now)
    return show(session, case, plan, now)


def none(session: Session, case_id: int, by: int, human: HumanDesk, now: datetime) -> Told:
    """None of the titles was it: a person answers."""
    case = own_case(session, case_id, by)
    if case.state is not QuestionState.BOT:
        return standing(session, case)
    if case.bot_said is BotSaid.CHOICE:
        listed = questions.offers(session, case.id, case.round)
        wrong = [one.id for one in listed]
        if questions.judge(session, wrong, OfferVerdict.WRONG, now):
            keys = [one.entry_key for one in listed]
            line = Line(EventKind.NOT_IT, by, details={"entries": keys})
            cases.note(session, case.id, line, now)
    return hand_on(session, case, by, human, Why.ASKED_FOR, now)


def whole(session: Session, offer_id: int, by: int) -> Told:
    """Show an answer that was cut short in a group, whole, to who asked."""
    case, offer = own_offer(session, offer_id, by)
    return Told(Kind.ANSWER, case, [offer])


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as far as looking further goes: what it asks, and which entries it has seen."""

    text: str
    tier: Tier | None
    entry: str
    shown: tuple[str, ...]
    rounds: int


def case_of(session: Session, offer_id: int, by: int) -> Shown:
    """Return what is needed to look further after an entry was not it."""
    case, offer = own_offer(session, offer_id, by)
    listed = questions.offers(session, case.id)
    opened = {OfferVerdict.WRONG, OfferVerdict.RIGHT}
    shown = tuple(one.entry_key for one in listed if one.verdict in opened)
    return Shown(case.text, case.tier, offer.entry_key, shown, case.round)
