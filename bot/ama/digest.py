"""After an AMA: the digest in its groups, the transcript in the archive, drafts for knowledge."""

from datetime import datetime
from itertools import chain

from sqlmodel import Session

from bot.ama import posting, receipts, telling
from bot.ama.desk import AmaDesk
from bot.ama.states import AmaState, AskedState
from bot.compliance.disclosure import disclosures_for
from bot.i18n import Say
from bot.knowledge.service import NewEntry, draft
from bot.knowledge.states import Origin
from bot.members.deed import Deed
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama

HIGHLIGHTS = 3


def due(session: Session) -> list[int]:
    """Return the AMAs that ended and were not summed up yet."""
    return [found.id for found in ama.undigested(session)]


def sum_up(
    session: Session, desk: AmaDesk, session_id: int, deed: Deed, picture: bytes | None = None
) -> bool:
    """Sum an AMA up, once: digest, transcript, drafts, a word to those who got no answer."""
    found = ama.locked(session, session_id)
    if found is None or found.state is not AmaState.CLOSED or found.digested_at is not None:
        return False
    found.digested_at = deed.now
    ranked = ama.ranked(session, found.id, {AskedState.ANSWERED})
    answered = [question for question, _ in ranked]
    waiting = ama.ranked(session, found.id, {AskedState.LISTED, AskedState.PENDING})
    _post_digest(session, desk, found, answered, len(answered) + len(waiting), deed.now, picture)
    after = {"transcript": [_written(question) for question in answered], "title": found.title}
    deed.log(session, "ama-transcript", f"ama:{found.id}", {}, after)
    for question in answered:
        question.knowledge_id = _draft(session, desk, found, question, deed.now)
    for question, _ in waiting:
        told = [Say("ama-told-unanswered", title=found.title, question=question.text)]
        receipts.tell(session, desk, found, question, "unanswered", told, deed.now)
    session.flush()
    return True


def _post_digest(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    answered: list[AmaQuestion],
    asked: int,
    now: datetime,
    picture: bytes | None,
) -> None:
    shown = [
        (telling.shortened(one.text), telling.shortened(one.answer or ""))
        for one in answered[:HIGHLIGHTS]
    ]
    rows = tuple(Say("ama-digest-row", question=asks, answer=says) for asks, says in shown)
    head = Say("ama-digest-head", title=found.title, asked=asked, answered=len(answered))
    tail = (Say("ama-digest-tail"),) if answered else (Say("ama-digest-none"),)
    said = " ".join((found.title, *chain.from_iterable(shown)))
    # What names a product gets the disclosures of that product with all that is posted.
    risk = () if disclosures_for(said) else (Say("disclosure-general"),)
    lines = (head, *rows, *tail, *risk)
    posting.post(
        session,
        desk,
        found,
        "end",
        lines,
        now,
        buttons=telling.link(desk, found, "button-ama-read"),
        useless_after=now + posting.USELESS_AFTER,
        picture=picture,
    )
    say = Say("alert-ama-end", title=found.title, asked=asked, answered=len(answered))
    desk.alerts.raise_in(session, f"ama-end:{found.id}", say, now)


def _written(question: AmaQuestion) -> dict[str, object]:
    """Return a line of the transcript; who asked is not in it: the archive forgets nobody."""
    return {
        "question": question.text,
        "number": question.id,
        "answer": question.answer,
        "answered_by": question.answered_by,
        "answered_at": question.answered_at.isoformat() if question.answered_at else None,
    }


def _draft(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, now: datetime
) -> int:
    entry = NewEntry(
        question=question.text,
        answer=question.answer or "",
        language=desk.language,
        tags=(),
        origin=Origin.AMA,
        origin_ref=f"ama:{found.id}:{question.id}",
        owner_id=question.answered_by,
    )
    return draft(session, entry, now)
