"""`/appeal`: whoever a measure hit asks for a second look, once; somebody else decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.markup import storable
from bot.members import prompts
from bot.members.deed import Deed
from bot.review.desk import NewCase, ReviewDesk, Suffered
from bot.review.errors import (
    AppealKnownError,
    AppealUndoneError,
    MeasureUnknownError,
    WordsLengthError,
)
from bot.review.kinds import CaseKind, Step
from bot.review.service import case_of, open_case
from db.models.review import ReviewCase
from db.repositories import review

WITHIN = timedelta(days=30)
LEAST_WORDS, MOST_WORDS = 4, 500
MOST_LISTED = 8
REASON = "appeal-reason"


@dataclass(frozen=True, slots=True)
class Own:
    """A measure upon oneself, with the appeal against it if there is one."""

    measure: Suffered
    appeal: ReviewCase | None

    @property
    def open(self) -> bool:
        """Tell whether one may still appeal."""
        return self.appeal is None and not self.measure.undone


def own_measures(session: Session, desk: ReviewDesk, member_id: int, now: datetime) -> list[Own]:
    """Return what was done about a member within 30 days, newest first."""
    found = desk.acts.suffered(session, member_id, now - WITHIN)[:MOST_LISTED]
    return [Own(each, review.by_key(session, _key(each))) for each in found]


def begin(session: Session, desk: ReviewDesk, key: str, deed: Deed) -> Suffered:
    """Take a member's next private message for the reason of an appeal."""
    measure = _appealable(session, desk, key, deed)
    prompts.await_answer(session, deed.actor_id, REASON, {"measure": measure.key}, deed.now)
    return measure


def appeal(session: Session, desk: ReviewDesk, key: str, words: str, deed: Deed) -> ReviewCase:
    """Open an appeal against a measure upon the actor, and ask no more."""
    measure = _appealable(session, desk, key, deed)
    words = " ".join(storable(words).split())
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        raise WordsLengthError(length=len(words), least=LEAST_WORDS, most=MOST_WORDS)
    case_id = open_case(session, desk, _case(measure, words, deed), deed.now)
    prompts.settle(session, deed.actor_id)
    known = review.by_key(session, _key(measure))
    number = case_id if case_id is not None else known.id if known is not None else 0
    review.add_step(session, number, Step.APPEALED, deed.actor_id, deed.now, {}, {}, words)
    return case_of(session, number)


def stop(session: Session, member_id: int, now: datetime) -> bool:
    """Ask no more; tell whether a reason was being waited for."""
    asked = prompts.awaited(session, member_id, now)
    if asked is None or asked.noun != REASON:
        return False
    prompts.settle(session, member_id)
    return True


def _appealable(session: Session, desk: ReviewDesk, key: str, deed: Deed) -> Suffered:
    found = desk.acts.suffered(session, deed.actor_id, deed.now - WITHIN)
    measure = next((each for each in found if each.key == key), None)
    if measure is None:
        raise MeasureUnknownError(days=WITHIN.days)
    known = review.by_key(session, _key(measure))
    if known is not None:
        raise AppealKnownError(number=known.id)
    if measure.undone:
        raise AppealUndoneError
    return measure


def _key(measure: Suffered) -> str:
    return f"appeal:{measure.key}"


def _case(measure: Suffered, words: str, deed: Deed) -> NewCase:
    return NewCase(
        CaseKind.APPEAL,
        _key(measure),
        chat_id=measure.chat_id,
        message_id=measure.message_id,
        member_id=deed.actor_id,
        text=measure.text,
        rules=measure.rules,
        findings=measure.findings,
        severity=measure.severity,
        done=(measure.done,),
        acted_by=measure.acted_by,
        about={"measure": measure.key, "words": words},
        origin_id=measure.case_id,
    )
