"""Looking through the queue: pages of what waits, one case with its buttons, its trace."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.review.cards import card_of, line_of, trace_of, whole_text
from bot.review.case_buttons import buttons_of, hand_buttons, sure_buttons
from bot.review.desk import ReviewDesk
from bot.review.errors import OwnersOnlyError
from bot.review.kinds import CaseKind, Decision
from bot.review.service import readable
from bot.review.taking import colleagues
from db.models.review import ReviewCase
from db.repositories import review

PAGE = 8
ALL, MINE = "all", "mine"
FILTERS = frozenset({ALL, MINE, *CaseKind})


class Reader(NamedTuple):
    """Who looks, where and when: what is about staff is shown to owners, in private."""

    id: int
    private: bool
    now: datetime


class Shown(NamedTuple):
    """What is shown of a case."""

    card: Say
    buttons: Rows


class Page(NamedTuple):
    """A page of the list of what waits."""

    lines: tuple[Say, ...]
    buttons: Rows


def page_of(session: Session, desk: ReviewDesk, wanted: str, page: int, reader: Reader) -> Page:
    """Return a page of what waits, shortest clock first; `wanted` is one of FILTERS."""
    cases, count = review.waiting(
        session,
        kind=CaseKind(wanted) if wanted in set(CaseKind) else None,
        owner_id=reader.id if wanted == MINE else None,
        with_owners_only=reader.private and reader.id in desk.owners,
        skip=page * PAGE,
        limit=PAGE,
    )
    lines = tuple(line_of(session, case, reader.now) for case in cases)
    if not lines:
        return Page((Say("review-empty"),), _filters(session, wanted))
    head = Say("review-head", count=count)
    each = tuple(Button(Say("review-open", number=c.id), f"case:view-{c.id}") for c in cases)
    numbers = tuple(each[start : start + 4] for start in range(0, len(each), 4))
    turning = _turning(wanted, page, count)
    return Page((head, *lines), (*numbers, *turning, *_filters(session, wanted)))


def shown_case(session: Session, desk: ReviewDesk, number: int, reader: Reader) -> Shown:
    """Return the card of a case with its buttons, in private with the way back to the list."""
    case = _case(session, desk, number, reader)
    back = ((Button(Say("review-back"), f"cases:{ALL}-0"),),) if reader.private else ()
    return Shown(card_of(session, case, reader.now), (*buttons_of(case), *back))


def offered(session: Session, desk: ReviewDesk, action: str, number: int, reader: Reader) -> Shown:
    """Return a case with other buttons: a question before a decision, or one's colleagues."""
    shown, case = shown_case(session, desk, number, reader), _case(session, desk, number, reader)
    if action == "hand":
        return Shown(shown.card, hand_buttons(case, colleagues(session, desk, case)))
    if action.startswith("ask-"):
        return Shown(shown.card, sure_buttons(case, Decision(action.removeprefix("ask-"))))
    return shown


def text_of(session: Session, desk: ReviewDesk, number: int, reader: Reader) -> Say:
    """Return the whole text of a case."""
    return whole_text(_case(session, desk, number, reader._replace(private=True)))


def trace(session: Session, desk: ReviewDesk, number: int, reader: Reader) -> Say:
    """Return every step of a case."""
    case = _case(session, desk, number, reader._replace(private=True))
    return trace_of(session, case, review.steps(session, number))


def _case(session: Session, desk: ReviewDesk, number: int, reader: Reader) -> ReviewCase:
    case = readable(session, desk, number, reader.id)
    if case.owners_only and not reader.private:
        raise OwnersOnlyError
    return case


def _turning(wanted: str, page: int, count: int) -> Rows:
    buttons = []
    if page > 0:
        buttons.append(Button(Say("review-newer"), f"cases:{wanted}-{page - 1}"))
    if (page + 1) * PAGE < count:
        buttons.append(Button(Say("review-older"), f"cases:{wanted}-{page + 1}"))
    return (tuple(buttons),) if buttons else ()


def _filters(session: Session, wanted: str) -> Rows:
    row = [
        Button(Say(f"review-filter-{name}"), f"cases:{name}-0")
        for name in (ALL, MINE)
        if name != wanted
    ]
    kinds = [
        Button(Say(f"case-kind-{kind.value}"), f"cases:{kind.value}-0")
        for kind in sorted(review.kinds_waiting(session))
        if kind.value != wanted
    ]
    return (tuple(row), *(tuple(kinds[at : at + 4]) for at in range(0, len(kinds), 4)))
