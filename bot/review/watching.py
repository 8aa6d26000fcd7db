"""The clock of the queue: reminders, the owners when it runs out, cards kept up to date."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.members.deed import Deed
from bot.review.cards import line_of
from bot.review.deadlines import MARKS, Mark, mark_of, marks_reached
from bot.review.desk import ReviewDesk
from bot.review.kinds import WAITING, CaseKind, CaseState, Step
from bot.review.service import case_of
from bot.review.showing import refresh, tell_owners
from bot.review.telling import tell
from db.models.review import ReviewCase
from db.repositories import review

MOST_LISTED = 10


def tick(session: Session, desk: ReviewDesk, deed: Deed) -> int:
    """Redraw stale cards and tell what the clock says; return how many cases it told of."""
    for case_id in review.stale(session):
        refresh(session, desk, case_of(session, case_id), deed.now)
    told: dict[tuple[Mark, bool], list[ReviewCase]] = {}
    for case in review.clock_due(session, deed.now - MARKS[0]):
        reached = marks_reached(case.opened_at, deed.now)
        if reached > case.reminded and _note(session, case, reached, deed.now):
            mark = mark_of(reached)
            told.setdefault((mark, case.owners_only), []).append(case_of(session, case.id))
    for (mark, owners_only), cases in told.items():
        _tell(session, desk, mark, cases, deed.now, owners_only=owners_only)
        if mark is Mark.OVERDUE:
            _apologise(session, desk, cases, deed)
        for case in cases:
            refresh(session, desk, case, deed.now)
    return sum(map(len, told.values()))


def _note(session: Session, case: ReviewCase, reached: int, now: datetime) -> bool:
    overdue = mark_of(reached) is Mark.OVERDUE
    state = CaseState.EXPIRED if overdue else case.state
    if not review.move(session, case.id, WAITING, reminded=reached, state=state):
        return False
    step = Step.EXPIRED if overdue else Step.REMINDED
    before, after = {"state": case.state.value}, {"state": state.value}
    review.add_step(session, case.id, step, None, now, before, after)
    return True


def _tell(
    session: Session,
    desk: ReviewDesk,
    mark: Mark,
    cases: Sequence[ReviewCase],
    now: datetime,
    *,
    owners_only: bool,
) -> None:
    lines = [line_of(session, case, now) for case in cases[:MOST_LISTED]]
    head = Say("case-clock-told", mark=mark.value, count=len(cases))
    say = Say("case-lines", lines=(head, *lines, Say("case-clock-how")))
    key = f"cases:{mark.value}:{'owners' if owners_only else 'all'}:{int(now.timestamp())}"
    if owners_only or mark is Mark.OVERDUE:
        tell_owners(session, desk, key, say, now)
    else:
        desk.alerts.raise_in(session, key, say, now)


def _apologise(session: Session, desk: ReviewDesk, cases: Sequence[ReviewCase], deed: Deed) -> None:
    """Tell whoever appealed that it takes longer than was promised, once."""
    for case in cases:
        if case.kind is CaseKind.APPEAL and case.member_id is not None:
            say = Say("appeal-late", number=case.id)
            tell(session, desk, case.member_id, f"appeal-late:{case.id}", deed, say)
