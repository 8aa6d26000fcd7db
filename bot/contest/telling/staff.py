"""What those who run contests see: every contest with its number, and how one stands."""

from collections.abc import Sequence

from bot.buttons import Button, Rows
from bot.contest.events import Auction
from bot.contest.services.overview import Overview
from bot.contest.services.status import Status
from bot.contest.showing.wording import code_of, price
from bot.contest.states import ContestState
from bot.contest.telling.contests import state_of
from bot.i18n import Say

MOST_LISTED = 20
MOST_FROZEN = 5
HEAD_LENGTH = 12
NEXT_STEPS = {
    ContestState.OPEN: ("start",),
    ContestState.RUNNING: ("pause",),
    ContestState.PAUSED: ("resume",),
}
FORM = frozenset({ContestState.DRAFT, ContestState.OPEN})


def staff_list_lines(found: Sequence[Overview]) -> tuple[Say, ...]:
    """Say which contests there are, drafts among them, each with its number."""
    rows = tuple(_row(one) for one in found[:MOST_LISTED])
    none = () if rows else (Say("staff-contests-none"),)
    return Say("contests-head"), *rows, *none, Say("staff-contests-help")


def staff_list_buttons(found: Sequence[Overview]) -> Rows:
    """Return a button for each contest: a draft's form, how any other one stands."""
    return tuple((_button(one),) for one in found[:MOST_LISTED])


def status_lines(found: Status) -> tuple[Say, ...]:
    """Say how a contest stands."""
    contest = found.overview.contest
    return (
        Say(
            "staff-status-head",
            title=contest.title,
            number=contest.id,
            state=state_of(found.overview),
        ),
        _day(found),
        Say("staff-status-people", count=found.overview.participants, orders=found.resting),
        *_frozen(found),
        Say("staff-status-waits", decisions=found.decisions, disputes=found.disputes),
        *_sealed(found),
        *_award(found),
    )


def status_buttons(found: Status) -> Rows:
    """Return what can be done with a contest now; each asks once more."""
    contest = found.overview.contest
    steps = tuple(
        (Button(Say(f"button-staff-{verb}"), f"contest:ask-{contest.id}-{verb}"),)
        for verb in NEXT_STEPS.get(contest.state, ())
    )
    looks = []
    if contest.state is not ContestState.DRAFT:
        looks.append(Button(Say("button-staff-card"), f"contests:see-{contest.id}"))
    if contest.state in FORM:
        looks.append(Button(Say("button-staff-form"), f"contest:form-{contest.id}"))
    return (*((tuple(looks),) if looks else ()), *steps)


def _row(one: Overview) -> Say:
    return Say(
        "staff-contest-row",
        number=one.contest.id,
        state=state_of(one),
        title=one.contest.title,
        first=one.rules.first_day,
        last=one.rules.last_day,
        count=one.participants,
    )


def _button(one: Overview) -> Button:
    draft = one.contest.state is ContestState.DRAFT
    data = f"contest:form-{one.contest.id}" if draft else f"contest:state-{one.contest.id}"
    return Button(Say("button-contest", title=one.contest.title), data)


def _day(found: Status) -> Say:
    contest = found.overview.contest
    if contest.market_day is None:
        return Say("staff-status-unopened", first=found.overview.rules.first_day)
    day = {"day": contest.market_day, "number": found.day_number}
    if contest.market_closed:
        return Say("staff-status-closed", **day)
    held = "both" if Auction.CLOSING in found.auctions else "opening"
    return Say("staff-status-open", auctions=held if found.auctions else "none", **day)


def _frozen(found: Status) -> tuple[Say, ...]:
    number = str(found.overview.contest.id)
    rows = [
        Say(
            "staff-status-frozen",
            number=number,
            code=code_of(jump.symbol),
            expected=price(jump.expected),
            received=price(jump.received),
        )
        for jump in found.frozen[:MOST_FROZEN]
    ]
    more = len(found.frozen) - len(rows)
    return (*rows, Say("staff-status-more-frozen", count=more)) if more else tuple(rows)


def _sealed(found: Status) -> tuple[Say, ...]:
    if found.sealed is None or not found.sealed.head:
        return ()
    head = found.sealed.head[:HEAD_LENGTH]
    return (Say("staff-status-sealed", day=found.sealed.day, head=head),)


def _award(found: Status) -> tuple[Say, ...]:
    contest = found.overview.contest
    if contest.state is not ContestState.FINISHED:
        return ()
    return (Say("staff-status-award", number=contest.id),)
