"""The trading journal: what a member wrote about the why, and the week's roll-up.

Nobody is quoted without consent; a quotation carries no name, passes the gate, and never names
a share, for others' positions are not shown while a contest runs.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.compliance.verdict import Lane
from bot.contest.operator_errors import NoteLengthError, NotInContestError, TooManyNotesError
from bot.contest.services.staff_desk import StaffDesk, groups_of, name_of, tell_group
from bot.contest.states import ContestState
from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from db.models.contest import Contest, ContestEntry, ContestNote
from db.models.group import Group
from db.repositories import contest_entries, contest_notes, contest_trades, contests

LEAST_NOTE, MOST_NOTE = 2, 500
MOST_A_DAY = 20
A_PAGE = 5
MOST_QUOTES, LONGEST_QUOTE = 2, 120
QUOTABLE_POOL = 50
WEEK = timedelta(days=6)
LIVING = frozenset({ContestState.RUNNING, ContestState.PAUSED, ContestState.FINISHED})
_CODE = re.compile(r"\d{4,6}|\$?[A-Z]{2,5}\b")


@dataclass(frozen=True, slots=True)
class Journal:
    """A page of one's own notes; `allowed` tells whether one may be quoted."""

    contest: Contest
    notes: tuple[ContestNote, ...]
    total: int
    days: int
    page: int
    pages: int
    allowed: bool


def add_note(
    session: Session, contest_id: int, member_id: int, text: str, order_id: int | None, deed: Deed
) -> int:
    """Keep a note once for each deed; return how many the member has now."""
    text = " ".join(storable(text).split())
    if not LEAST_NOTE <= len(text) <= MOST_NOTE:
        raise NoteLengthError(length=len(text), least=LEAST_NOTE, most=MOST_NOTE)
    _entry(session, contest_id, member_id)
    if contest_notes.count(session, contest_id, member_id, deed.day) >= MOST_A_DAY:
        raise TooManyNotesError(most=MOST_A_DAY)
    order = contest_trades.order(session, order_id) if order_id is not None else None
    own = order is not None and (order.contest_id, order.member_id) == (contest_id, member_id)
    key = f"journal:{deed.key}"
    about = order_id if own else None
    contest_notes.add(session, contest_id, member_id, about, text, key, deed.now, deed.day)
    return contest_notes.count(session, contest_id, member_id)


def journal_of(session: Session, contest_id: int, member_id: int, page: int = 1) -> Journal:
    """Return a page of a member's own notes, newest first."""
    entry = _entry(session, contest_id, member_id)
    contest = contests.by_id(session, contest_id)
    assert contest is not None  # noqa: S101 - the entry refers to it
    total = contest_notes.count(session, contest_id, member_id)
    pages = max(1, -(-total // A_PAGE))
    page = min(max(page, 1), pages)
    shown = contest_notes.of_member(session, contest_id, member_id, (page - 1) * A_PAGE, A_PAGE)
    days = contest_notes.days_by_member(session, contest_id).get(member_id, 0)
    return Journal(contest, tuple(shown), total, days, page, pages, entry.quotes_allowed)


def allow_quotes(session: Session, contest_id: int, member_id: int, allowed: bool) -> None:
    """Remember whether a member may be quoted in the weekly roll-up."""
    _entry(session, contest_id, member_id)
    contest_notes.set_quotes_allowed(session, contest_id, member_id, allowed)


def roll_up(session: Session, desk: StaffDesk, deed: Deed) -> int:
    """Post last week's journals of every contest that lives; return how many posts are new.

    The week ends on the day of `deed`. Each tier group is told of its own people, and nothing
    where none of them wrote.
    """
    last = deed.day
    posted = 0
    for contest in contests.in_states(session, LIVING):
        for group in groups_of(session, contest):
            posted += _post(session, contest, group, (last - WEEK, last), desk, deed)
    return posted


def _post(
    session: Session,
    contest: Contest,
    group: Group,
    week: tuple[date, date],
    desk: StaffDesk,
    deed: Deed,
) -> bool:
    """Tell a group what its own people wrote."""
    notes, people = contest_notes.week_of(session, contest.id, group.id, *week)
    if not notes:
        return False
    figures = {"title": contest.title, "notes": notes, "people": people}
    bare = Say("journal-week", **figures)
    quotes = quotes_of(session, contest, group, week, desk)
    key = f"journal-week:{contest.id}:{week[1]}"
    if not quotes:
        return tell_group(session, desk, group, key, deed, bare)
    whole = Say("journal-week-quotes", quotes=quotes, **figures)
    return tell_group(session, desk, group, key, deed, whole, bare)


def quotes_of(
    session: Session, contest: Contest, group: Group, week: tuple[date, date], desk: StaffDesk
) -> tuple[Say, ...]:
    """Return what may be quoted of a week: with consent, through the gate, naming no share."""
    pool = contest_notes.quotable(session, contest.id, group.id, *week, QUOTABLE_POOL)
    names = contest_notes.instrument_names(session, contest.id) if pool else set()
    fit = [
        note.text
        for note in pool
        if len(note.text) <= LONGEST_QUOTE
        and not reveals(note.text, names)
        and not desk.gate.judge(note.text, Lane.OUTGOING).blocked
    ]
    return tuple(Say("journal-quote", text=text) for text in fit[:MOST_QUOTES])


def reveals(text: str, names: set[str]) -> bool:
    """Tell whether a note says which share its writer trades."""
    return bool(_CODE.search(text)) or any(name and name in text for name in names)


def _entry(session: Session, contest_id: int, member_id: int) -> ContestEntry:
    entry = contest_entries.by_member(session, contest_id, member_id)
    contest = contests.by_id(session, contest_id)
    if entry is None or contest is None:
        title = contest.title if contest else str(contest_id)
        raise NotInContestError(name=name_of(session, member_id), title=title)
    return entry
