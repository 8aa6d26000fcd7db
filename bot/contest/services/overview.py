"""Which contests there are for a member, and which one is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.contest.engine.codec import rules_from_json
from bot.contest.errors import ContestUnknownError, NotPlayingError, SeveralContestsError
from bot.contest.rulebook.boards import board_of
from bot.contest.rules import Rules
from bot.contest.states import ContestState
from db.models.contest import Contest, ContestEntry
from db.repositories import contest_entries, contests

UNDER_WAY = (ContestState.RUNNING, ContestState.PAUSED)
LIVE = (ContestState.OPEN, *UNDER_WAY)
SHOWN = (*LIVE, ContestState.FINISHED)
MOST_RULES = 256
_fixed: dict[str, Rules] = {}


@dataclass(frozen=True, slots=True)
class Overview:
    """A contest as one member sees it; `mine` is nothing while they take no part."""

    contest: Contest
    rules: Rules
    participants: int
    mine: ContestEntry | None


def rules_of(contest: Contest) -> Rules:
    """Return a contest's rules; from its start on they are fixed, and read only once."""
    if contest.rules_hash is None:
        return rules_from_json(contest.rules)
    found = _fixed.get(contest.rules_hash)
    if found is None:
        if len(_fixed) >= MOST_RULES:
            _fixed.clear()
        found = _fixed[contest.rules_hash] = rules_from_json(contest.rules)
    return found


def contests_for(
    session: Session, member_id: int, *, include_drafts: bool = False
) -> tuple[Overview, ...]:
    """Return open, running and paused contests, then finished ones, each newest first."""
    states = (*SHOWN, ContestState.DRAFT) if include_drafts else SHOWN
    found = contests.in_states(session, states)
    order = {state: number for number, state in enumerate((*LIVE, ContestState.DRAFT))}
    return _seen(session, sorted(found, key=lambda one: one.state not in order), member_id)


def overview(session: Session, contest_id: int, member_id: int) -> Overview:
    """Return one contest; raise ContestUnknownError."""
    contest = contests.by_id(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    return _seen(session, [contest], member_id)[0]


def current(
    session: Session, member_id: int, symbol: str | None = None, *, over: bool = False
) -> Overview:
    """Return the contest that a bare `/buy` or `/portfolio` means.

    The one that the member plays in and that has begun, else one that is announced; of the
    market of `symbol`, if one is given. Where there is none, `over` allows the one that was
    the last to finish. Raise NotPlayingError, SeveralContestsError.
    """
    played = [
        contest
        for contest in contest_entries.contests_of(session, member_id, LIVE)
        if _is_traded(contest, symbol)
    ]
    meant = [contest for contest in played if contest.state in UNDER_WAY] or played
    if not meant and over:
        finished = (ContestState.FINISHED,)
        meant = list(contest_entries.contests_of(session, member_id, finished)[:1])
    if not meant:
        raise NotPlayingError
    if len(meant) > 1:
        raise SeveralContestsError(count=len(meant), ids=tuple(one.id for one in meant))
    return _seen(session, meant, member_id)[0]


def _is_traded(contest: Contest, symbol: str | None) -> bool:
    board = board_of(symbol) if symbol else None
    return board is None or rules_of(contest).market is board.market


def _seen(session: Session, found: Sequence[Contest], member_id: int) -> tuple[Overview, ...]:
    ids = [contest.id for contest in found]
    counts = contests.participants(session, ids)
    mine = contest_entries.of_member(session, member_id, ids)
    return tuple(
        Overview(contest, rules_of(contest), counts.get(contest.id, 0), mine.get(contest.id))
        for contest in found
    )
