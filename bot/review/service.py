"""The review queue: what was held, reported or appealed against waits here for a person."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.compliance.normalise import normalise
from bot.markup import storable
from bot.review.desk import NewCase, ReviewDesk
from bot.review.errors import CaseUnknownError, OwnersOnlyError
from bot.review.kinds import CaseState, Step
from bot.review.showing import send_card
from db.models.review import ReviewCase
from db.repositories import review

LASTS = timedelta(hours=24)
"""Within this a person decides."""
JOINS_WITHIN = timedelta(hours=24)
LEAST_TO_JOIN = 4


def open_case(session: Session, desk: ReviewDesk, new: NewCase, now: datetime) -> int | None:
    """Open a case, or join the waiting one about the same words; return its number.

    Nothing is done and nothing returned where `new.key` is known. The operators get a card
    (the owners in private where it is about staff), due within 24 hours.
    """
    if review.item_by_key(session, new.key) is not None:
        return None
    fold = fold_of(new.text)
    joined = _joined(session, new, fold, now)
    if joined is not None:
        return joined
    case_id = review.open_case(session, _values(new, fold, now))
    if case_id is None:
        return None
    _add_item(session, case_id, new, now)
    after = {"rules": list(new.rules), "done": [done.value for done in new.done]}
    review.add_step(session, case_id, Step.OPENED, new.acted_by, now, {}, after)
    send_card(session, desk, case_of(session, case_id), now)
    return case_id


def case_of(session: Session, case_id: int) -> ReviewCase:
    """Return a case as it is now; raise CaseUnknownError."""
    case = review.by_id(session, case_id)
    if case is None:
        raise CaseUnknownError(received=str(case_id))
    return case


def readable(session: Session, desk: ReviewDesk, case_id: int, reader_id: int) -> ReviewCase:
    """Return a case that `reader_id` may see: cases about staff are for owners alone."""
    case = case_of(session, case_id)
    if case.owners_only and reader_id not in desk.owners:
        raise OwnersOnlyError
    return case


def fold_of(text: str) -> str:
    """Return what two texts share that say the same in different disguises."""
    return hashlib.sha256(normalise(text).text.encode()).hexdigest()


def _joined(session: Session, new: NewCase, fold: str, now: datetime) -> int | None:
    if not new.kind.joins or len(new.text.strip()) < LEAST_TO_JOIN or new.owners_only:
        return None
    case_id = review.joinable(session, new.kind, fold, now - JOINS_WITHIN)
    if case_id is None or not review.count_up(session, case_id):
        return None
    _add_item(session, case_id, new, now)
    after = {"chat": new.chat_id, "message": new.message_id, "member": new.member_id}
    review.add_step(session, case_id, Step.JOINED, new.acted_by, now, {}, after)
    return case_id


def _values(new: NewCase, fold: str, now: datetime) -> dict[str, Any]:
    return {
        "kind": new.kind,
        "key": new.key,
        "chat_id": new.chat_id,
        "message_id": new.message_id,
        "member_id": new.member_id,
        "text": storable(new.text),
        "fold": fold,
        "rules": list(new.rules),
        "findings": [dict(finding) for finding in new.findings],
        "severity": new.severity,
        "lane": new.lane,
        "done": [done.value for done in new.done],
        "about": dict(new.about),
        "origin_id": new.origin_id,
        "acted_by": new.acted_by,
        "owners_only": new.owners_only,
        "count": 1,
        "state": CaseState.OPEN,
        "opened_at": now,
        "due_at": now + LASTS,
        "reminded": 0,
        "stale": False,
    }


def _add_item(session: Session, case_id: int, new: NewCase, now: datetime) -> None:
    values = {
        "case_id": case_id,
        "key": new.key,
        "chat_id": new.chat_id,
        "message_id": new.message_id,
        "member_id": new.member_id,
        "done": [done.value for done in new.done],
        "at": now,
    }
    review.add_item(session, values)
