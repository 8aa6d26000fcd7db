"""`/report`: members point at something; one case for each message, however many point."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.compliance.verdict import Lane as Screening
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post
from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.review.desk import NewCase, ReviewDesk
from bot.review.evidence import findings_of
from bot.review.kinds import CaseKind, CaseState, Step
from bot.review.reporting import Record
from bot.review.service import open_case
from bot.review.showing import language_of
from bot.review.telling import tell
from db.models.review import ReviewCase
from db.repositories import members, review

LEAST_WORDS, MOST_WORDS = 4, 500
REMEMBERED = timedelta(days=30)


class Taken(StrEnum):
    """What became of a report."""

    TAKEN = "taken"
    KNOWN = "known"
    DECIDED = "decided"
    LIMITED = "limited"
    OWN = "own"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Pointed:
    """The message that somebody pointed at; no chat where it was forwarded to the bot.

    `house`: said in the group's own name, by an administrator who does not show who it is.
    """

    text: str
    member_id: int | None = None
    chat_id: int | None = None
    message_id: int | None = None
    house: bool = False


def report(
    session: Session, desk: ReviewDesk, pointed: Pointed | None, words: str, deed: Deed
) -> Taken:
    """Take a report of a message, or of something told in words alone."""
    words = " ".join(storable(words).split())[:MOST_WORDS]
    if pointed is None and len(words) < LEAST_WORDS:
        return Taken.EMPTY
    if pointed is not None and pointed.member_id == deed.actor_id:
        return Taken.OWN
    members.lock(session, deed.actor_id)
    known = _known(session, pointed)
    if known is not None:
        return _join(session, known, words, deed)
    if not _record(session, deed).may_report:
        return Taken.LIMITED
    case_id = open_case(session, desk, _case(session, desk, pointed, words, deed), deed.now)
    if case_id is not None:
        review.add_report(session, case_id, deed.actor_id, words, deed.now)
        review.set_stale(session, case_id, stale=True)
    return Taken.TAKEN


def report_quietly(
    session: Session,
    desk: ReviewDesk,
    pointed: Pointed | None,
    words: str,
    deed: Deed,
    command: tuple[int, int],
) -> Taken:
    """Take a report made in a group: answer in private, and delete the `command` (chat, id)."""
    taken = report(session, desk, pointed, words, deed)
    answer = Say(f"report-{taken.value}")
    tell(session, desk, deed.actor_id, f"report:{deed.key}", deed, answer)
    chat_id, message_id = command
    post = Post(
        send_key=f"report-seen:{deed.key}",
        lane=Lane.RECEIPT,
        chat_id=deed.actor_id,
        text=desk.gate.admit(
            desk.words.say(language_of(session, desk, deed.actor_id), Say("report-still-there"))
        ),
        not_before=deed.now,
    )
    errand = Errand(
        f"report-command:{chat_id}:{message_id}",
        Act.DELETE,
        chat_id,
        message_id=message_id,
        otherwise=post,
    )
    errands.add(session, errand, deed.now)
    return taken


def _known(session: Session, pointed: Pointed | None) -> ReviewCase | None:
    if pointed is None or pointed.chat_id is None or pointed.message_id is None:
        return None
    return review.about_message(session, pointed.chat_id, pointed.message_id)


def _join(session: Session, known: ReviewCase, words: str, deed: Deed) -> Taken:
    if known.state is CaseState.DECIDED:
        return Taken.DECIDED
    if not review.add_report(session, known.id, deed.actor_id, words, deed.now):
        return Taken.KNOWN
    review.set_stale(session, known.id, stale=True)
    after = {"reports": review.count_reports(session, known.id)}
    review.add_step(session, known.id, Step.REPORTED, None, deed.now, {}, after)
    return Taken.TAKEN


def _record(session: Session, deed: Deed) -> Record:
    founded, unfounded = review.reports_decided(session, deed.actor_id, deed.now - REMEMBERED)
    return Record(
        hour=review.reports_since(session, deed.actor_id, deed.now - timedelta(hours=1)),
        day=review.reports_since(session, deed.actor_id, deed.now - timedelta(days=1)),
        founded=founded,
        unfounded=unfounded,
    )


def _case(
    session: Session, desk: ReviewDesk, pointed: Pointed | None, words: str, deed: Deed
) -> NewCase:
    if pointed is None:
        return NewCase(CaseKind.REPORT, f"report:{deed.key}", text=words)
    verdict = desk.gate.judge(pointed.text, Screening.MEMBER)
    placed = pointed.chat_id is not None and pointed.message_id is not None
    key = f"report:{pointed.chat_id}:{pointed.message_id}" if placed else f"report:{deed.key}"
    return NewCase(
        CaseKind.REPORT,
        key,
        chat_id=pointed.chat_id,
        message_id=pointed.message_id,
        member_id=pointed.member_id,
        text=pointed.text,
        rules=verdict.rules,
        findings=findings_of(verdict),
        severity=verdict.severity,
        about={"words": words} if words else {},
        owners_only=pointed.house or _is_staff(session, desk, pointed.member_id),
    )


def _is_staff(session: Session, desk: ReviewDesk, member_id: int | None) -> bool:
    return member_id is not None and bool(roles_of(session, member_id, desk.owners) & STAFF)
