"""What members are told in private: measures, answers to appeals, thanks for reports."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session

from bot.buttons import Button, Rows, stored
from bot.compliance.errors import Blocked
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members.deed import Deed
from bot.points.level_up import reachable
from bot.review.cards import where_of
from bot.review.desk import ReviewDesk
from bot.review.kinds import CaseKind, Decision
from bot.review.showing import language_of
from db.models.review import CaseItem, ReviewCase
from db.repositories import review

WORTH_TELLING = timedelta(days=7)


def tell(
    session: Session,
    desk: ReviewDesk,
    member_id: int,
    key: str,
    deed: Deed,
    *says: Say,
    buttons: Rows = (),
) -> bool:
    """Queue a private receipt: the first of `says` that passes the gate, once for each key.

    What people typed may not go out, so the last one should carry no free text.
    """
    if not reachable(session, member_id):
        return False
    language = language_of(session, desk, member_id)
    for say in says:
        try:
            text = desk.gate.admit(desk.words.say(language, say))
        except Blocked:
            continue
        post = Post(
            send_key=key[:160],
            lane=Lane.RECEIPT,
            chat_id=member_id,
            text=text,
            not_before=deed.now,
            buttons=stored(buttons, desk.words, language),
            useless_after=deed.now + WORTH_TELLING,
        )
        return enqueue(session, post, deed.now)
    return False


def appeal_button(measure: str) -> Rows:
    """Return the button with which a member appeals against the measure of this key."""
    return ((Button(Say("button-appeal"), f"appeal:{measure}"),),)


def tell_measure(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    item: CaseItem,
    measure: str,
    deed: Deed,
) -> None:
    """Tell a member what was decided about them, with the button to appeal."""
    if item.member_id is None or case.decision is None:
        return
    where = where_of(session, item.chat_id)
    say = Say(f"measure-{case.decision.value}", where=where, number=case.id)
    key = f"case-measure:{case.id}:{item.id}"
    tell(session, desk, item.member_id, key, deed, say, buttons=appeal_button(measure))


def tell_concerned(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    items: Sequence[CaseItem],
    deed: Deed,
) -> None:
    """Tell whom a decision concerns: the appellant, or who was wronged."""
    if case.kind is CaseKind.APPEAL:
        _answer_appeal(session, desk, case, deed)
    elif case.decision is Decision.RELEASE and case.done:
        for member_id in sorted({i.member_id for i in items if i.member_id is not None}):
            key = f"case-released:{case.id}:{member_id}"
            tell(session, desk, member_id, key, deed, Say("measure-undone", number=case.id))


def thank_reporters(session: Session, desk: ReviewDesk, case: ReviewCase, deed: Deed) -> None:
    """Tell those who reported how it ended, without a word about the other."""
    founded = case.decision is not None and case.decision.offence
    say = Say("report-founded" if founded else "report-unfounded", number=case.id)
    for reporter in review.reporters(session, case.id):
        tell(session, desk, reporter, f"report-outcome:{case.id}:{reporter}", deed, say)


def _answer_appeal(session: Session, desk: ReviewDesk, case: ReviewCase, deed: Deed) -> None:
    if case.member_id is None or case.decision is None:
        return
    outcome = "granted" if case.decision is Decision.RELEASE else "refused"
    full = Say(f"appeal-{outcome}", number=case.id, note=case.note or "—")
    bare = Say(f"appeal-{outcome}-bare", number=case.id)
    tell(session, desk, case.member_id, f"appeal-answer:{case.id}", deed, full, bare)
