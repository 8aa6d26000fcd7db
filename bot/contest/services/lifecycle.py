"""The life of a contest: draft, open for entry, running, paused, finished or cancelled.

Rules may change until the start; from then on their hash is fixed and only the title may.
Every step holds the contest's row and is written into the action log with before and after.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.board.prizes import lint_prizes
from bot.contest.engine import codec
from bot.contest.errors import ContestUnknownError
from bot.contest.events import Paused, Resumed
from bot.contest.operator_errors import (
    ContestStateError,
    NotOverError,
    RulesAgreedError,
    RulesFixedError,
    RulesProblemError,
    TitleLengthError,
    TooLateToStartError,
)
from bot.contest.rules import Rules
from bot.contest.rules_check import check_rules
from bot.contest.services import log
from bot.contest.services.staff_desk import StaffDesk, tell_groups
from bot.contest.states import ContestState
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.contest import Contest
from db.repositories import contests

LEAST_TITLE, MOST_TITLE = 2, 40
CHANGEABLE = frozenset({ContestState.DRAFT, ContestState.OPEN})
LIVING = frozenset({ContestState.RUNNING, ContestState.PAUSED})


def create(session: Session, title: str, rules: Rules, deed: Deed) -> Contest:
    """Keep a new contest as a draft; its rules are checked when it is announced."""
    contest = Contest(
        title=_title(title),
        state=ContestState.DRAFT,
        rules=codec.rules_to_json(rules),
        created_by=deed.actor_id,
        created_at=deed.now,
    )
    session.add(contest)
    session.flush()
    deed.log(session, "contest-create", target_of(contest), {}, _picture(contest))
    return contest


def change(session: Session, contest_id: int, rules: Rules, title: str, deed: Deed) -> Contest:
    """Replace rules and title; once somebody has entered, or after the start, the title alone.

    What is open for entry already is checked, a draft may be half-finished. Who entered agreed
    to the rules on the card and holds their capital: these are not changed behind their back.
    """
    contest = held(session, contest_id)
    new = codec.rules_to_json(rules)
    if new != contest.rules:
        if contest.state not in CHANGEABLE:
            raise RulesFixedError(title=contest.title)
        if contest.state is ContestState.OPEN:
            _check_open(session, contest, rules, deed)
    before = _picture(contest)
    contest.rules, contest.title = new, _title(title)
    return _changed(session, contest, "contest-change", before, deed)


def duplicate(session: Session, contest_id: int, rules: Rules, title: str, deed: Deed) -> Contest:
    """Make a draft after another contest: its rules, with what `rules` and `title` changed."""
    held(session, contest_id)
    return create(session, title, rules, deed)


def announce(
    session: Session, contest_id: int, deed: Deed, desk: StaffDesk | None = None
) -> Contest:
    """Open a draft for entry, if its rules can be played; `desk` tells its tier groups."""
    contest = held(session, contest_id, {ContestState.DRAFT})
    rules = codec.rules_from_json(contest.rules)
    _check(session, rules, deed)
    _moved(session, contest, ContestState.OPEN, "contest-announce", deed)
    days = {"first": rules.first_day, "last": rules.last_day, "late": rules.late_entry_until}
    return _told(
        session, contest, desk, deed, Say("contest-note-open", title=contest.title, **days)
    )


def start(session: Session, contest_id: int, deed: Deed) -> Contest:
    """Start what is open for entry: from now on the rules are fixed by their hash."""
    contest = held(session, contest_id, {ContestState.OPEN})
    rules = codec.rules_from_json(contest.rules)
    if rules.last_day < deed.day:
        raise TooLateToStartError(title=contest.title, last=rules.last_day)
    contest.rules_hash = codec.rules_hash(rules)
    contest.started_at = deed.now
    return _moved(session, contest, ContestState.RUNNING, "contest-start", deed)


def pause(session: Session, contest_id: int, deed: Deed, desk: StaffDesk | None = None) -> Contest:
    """Stop orders and clocks of a running contest; `desk` tells its tier groups."""
    contest = held(session, contest_id, {ContestState.RUNNING})
    log.append_market(session, contest, Paused(deed.now), day_of(contest, deed))
    _moved(session, contest, ContestState.PAUSED, "contest-pause", deed)
    return _told(session, contest, desk, deed, Say("contest-note-paused", title=contest.title))


def resume(session: Session, contest_id: int, deed: Deed, desk: StaffDesk | None = None) -> Contest:
    """Let a paused contest go on; `desk` tells its tier groups."""
    contest = held(session, contest_id, {ContestState.PAUSED})
    log.append_market(session, contest, Resumed(deed.now), day_of(contest, deed))
    _moved(session, contest, ContestState.RUNNING, "contest-resume", deed)
    return _told(session, contest, desk, deed, Say("contest-note-resumed", title=contest.title))


def finish(session: Session, contest_id: int, deed: Deed) -> Contest:
    """Finish a contest whose last trading day is closed."""
    contest = held(session, contest_id, LIVING)
    last = codec.rules_from_json(contest.rules).last_day
    over = contest.market_day == last or deed.day > last
    if not (over and contest.market_closed):
        raise NotOverError(title=contest.title, last=last)
    contest.ended_at = deed.now
    return _moved(session, contest, ContestState.FINISHED, "contest-finish", deed)


def cancel(
    session: Session, contest_id: int, reason: str, deed: Deed, desk: StaffDesk | None = None
) -> Contest:
    """Cancel a contest that has not begun; a running one takes two (`decisions.ask_cancel`)."""
    held(session, contest_id, CHANGEABLE)
    return cancel_anyway(session, contest_id, reason, deed, desk)


def cancel_anyway(
    session: Session, contest_id: int, reason: str, deed: Deed, desk: StaffDesk | None = None
) -> Contest:
    """Cancel a contest that is not over; whoever calls this has asked whom there is to ask."""
    contest = held(session, contest_id, CHANGEABLE | LIVING)
    known = contest.state is not ContestState.DRAFT
    contest.ended_at = deed.now
    _moved(session, contest, ContestState.CANCELLED, "contest-cancel", deed, reason)
    said = Say("contest-note-cancelled", title=contest.title, reason=reason)
    bare = Say("contest-note-cancelled-bare", title=contest.title)
    return _told(session, contest, desk if known else None, deed, said, bare)


def problems(session: Session, rules: Rules, now: datetime) -> tuple[Say, ...]:
    """Say what keeps rules from being played, prizes included; nothing if they can be."""
    calendar = calendar_for(session, rules.market.calendar)
    found = check_rules(rules, calendar, calendar.local_day(now))
    prizes = lint_prizes(rules.prizes)
    return (
        *(Say(f"contest-problem-{one.code.value}", **one.fields) for one in found),
        *(Say(f"contest-prizes-{one.problem.value}", **one.fields) for one in prizes),
    )


def held(
    session: Session, contest_id: int, states: Collection[ContestState] | None = None
) -> Contest:
    """Return a contest whose row is locked; refuse one in another state than `states`."""
    contest = contests.lock(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    if states is not None and contest.state not in states:
        raise ContestStateError(title=contest.title, state=contest.state.value)
    return contest


def day_of(contest: Contest, deed: Deed) -> date:
    """Return the day for which an event counts: the market day while one is open."""
    if contest.market_day is not None and not contest.market_closed:
        return contest.market_day
    return max(deed.day, contest.market_day or deed.day)


def target_of(contest: Contest) -> str:
    """Return how the action log names a contest."""
    return f"contest:{contest.id}"


def _check(session: Session, rules: Rules, deed: Deed) -> None:
    found = problems(session, rules, deed.now)
    if found:
        raise RulesProblemError(problems=found)


def _check_open(session: Session, contest: Contest, rules: Rules, deed: Deed) -> None:
    entered = contests.participants(session, [contest.id]).get(contest.id, 0)
    if entered:
        raise RulesAgreedError(title=contest.title, count=entered)
    _check(session, rules, deed)


def _told(
    session: Session, contest: Contest, desk: StaffDesk | None, deed: Deed, *says: Say
) -> Contest:
    """Post a public note to the contest's tier groups."""
    if desk is not None:
        key = f"contest:{contest.id}:{contest.state.value}:{deed.key}"[:140]
        tell_groups(session, desk, contest, key, deed, *says)
    return contest


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not LEAST_TITLE <= len(title) <= MOST_TITLE:
        raise TitleLengthError(length=len(title), least=LEAST_TITLE, most=MOST_TITLE)
    return title


def _moved(
    session: Session,
    contest: Contest,
    state: ContestState,
    action: str,
    deed: Deed,
    reason: str | None = None,
) -> Contest:
    before = _picture(contest)
    contest.state = state
    return _changed(session, contest, action, before, deed, reason)


def _changed(
    session: Session,
    contest: Contest,
    action: str,
    before: dict[str, Any],
    deed: Deed,
    reason: str | None = None,
) -> Contest:
    session.add(contest)
    session.flush()
    deed.log(session, action, target_of(contest), before, _picture(contest), reason)
    return contest


def _picture(contest: Contest) -> dict[str, Any]:
    """Return what the action log keeps of a contest."""
    return {
        "title": contest.title,
        "state": contest.state.value,
        "rules": contest.rules,
        "rules_hash": contest.rules_hash,
    }
