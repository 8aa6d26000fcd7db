"""Prizes of a contest that is over: who gets what, and the points into the ledger, once each.

What the rules promised, from the log of what happened: nobody types an amount. Staff and the
disqualified get nothing. A sum beyond the operators' cap takes two (`decisions`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.contest.board.prizes import Entrant, Prize, prizes_for
from bot.contest.board.scoring import mean_concentration
from bot.contest.board.spread import closes_spread
from bot.contest.engine import codec
from bot.contest.operator_errors import NotAwardedYetError
from bot.contest.outcomes import Outcome
from bot.contest.rules import Rules
from bot.contest.services import lifecycle
from bot.contest.services.staff_desk import StaffDesk, name_of, tell
from bot.contest.states import ContestState
from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.points.level_up import level_message
from bot.points.movement import Award, Movement
from bot.points.reasons import Reason
from bot.points.service import award as move_points
from db.models.contest import Contest, ContestEntry
from db.repositories import contest_notes, contest_results, points

VERSION = 1
SPREAD_KINDS = ("Filled", "Voided", "SharesChanged", "Valued")


@dataclass(frozen=True, slots=True)
class Winner:
    """What one member gets; `given` tells whether the ledger has it already."""

    member_id: int
    name: str
    prizes: tuple[Prize, ...]
    given: bool

    @property
    def points(self) -> int:
        """Return the sum."""
        return sum(prize.points for prize in self.prizes)


@dataclass(frozen=True, slots=True)
class Purse:
    """All prizes of a contest."""

    contest: Contest
    winners: tuple[Winner, ...]

    @property
    def open(self) -> tuple[Winner, ...]:
        """Return those who have not got theirs yet."""
        return tuple(winner for winner in self.winners if not winner.given)

    @property
    def points(self) -> int:
        """Return what is still to be given."""
        return sum(winner.points for winner in self.open)


def purse_of(session: Session, contest_id: int, desk: StaffDesk) -> Purse:
    """Return who gets what; nothing is changed. Raise NotAwardedYetError before the end."""
    contest = lifecycle.held(session, contest_id)
    if contest.state is not ContestState.FINISHED:
        raise NotAwardedYetError(title=contest.title)
    rules = codec.rules_from_json(contest.rules)
    by_member: dict[int, list[Prize]] = defaultdict(list)
    for prize in prizes_for(entrants(session, contest, rules, desk), rules.prizes):
        by_member[prize.account].append(prize)
    winners = tuple(
        Winner(
            member,
            name_of(session, member),
            tuple(prizes),
            all(_given(session, contest, prize) for prize in prizes),
        )
        for member, prizes in by_member.items()
    )
    return Purse(contest, winners)


def give(
    session: Session, contest: Contest, actor_id: int, deed: Deed, desk: StaffDesk
) -> tuple[Winner, ...]:
    """Move the points of every prize that the ledger does not have yet, and tell each winner."""
    purse = purse_of(session, contest.id, desk)
    for winner in purse.open:
        awards = [_move(session, contest, prize, actor_id, deed, desk) for prize in winner.prizes]
        _tell(session, contest, winner, awards, deed, desk)
    if purse.open:
        after = {"members": len(purse.open), "points": purse.points}
        deed.log(session, "contest-award", lifecycle.target_of(contest), {}, after)
    return purse.open


def entrants(
    session: Session, contest: Contest, rules: Rules, desk: StaffDesk
) -> tuple[Entrant, ...]:
    """Return what counts of everybody who took part."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in contest_results.snapshots(session, contest.id):
        rows[row.member_id].append(row)
    last = contest_results.last_day(session, contest.id)
    told = _outcomes(session, contest)
    notes = contest_notes.days_by_member(session, contest.id)
    closes = contest_results.closes(session, contest.id)
    return tuple(
        Entrant(
            account=entry.member_id,
            rank=_final_rank(rows[entry.member_id], last),
            staff=entry.staff or _is_staff(session, entry, desk),
            stayed=not entry.disqualified,
            days_open=sum(closed >= entry.joined_at for closed in closes),
            days_valued=_valued_since(rows[entry.member_id], entry, closes),
            notes=notes.get(entry.member_id, 0),
            concentration=mean_concentration([r.concentration for r in rows[entry.member_id]]),
            days_spread=closes_spread(told[entry.member_id], rules.prizes.fewest_names),
        )
        for entry in contest_results.entries(session, contest.id)
    )


def _final_rank(rows: Sequence[Any], last: object) -> int | None:
    if not rows or rows[-1].day != last:
        return None
    rank: int | None = rows[-1].rank
    return rank


def _valued_since(rows: Sequence[Any], entry: ContestEntry, closes: Iterable[datetime]) -> int:
    return min(len(rows), sum(closed >= entry.joined_at for closed in closes))


def _outcomes(session: Session, contest: Contest) -> dict[int, list[Outcome]]:
    told: dict[int, list[Outcome]] = defaultdict(list)
    for row in contest_results.outcomes(session, contest.id, SPREAD_KINDS):
        told[row.member_id].append(codec.decode(row.body))
    return told


def _is_staff(session: Session, entry: ContestEntry, desk: StaffDesk) -> bool:
    return bool(roles_of(session, entry.member_id, desk.owners) & STAFF)


def _key(contest: Contest, prize: Prize) -> str:
    return f"contest-prize:{contest.id}:{prize.account}:{prize.reason.value}"


def _given(session: Session, contest: Contest, prize: Prize) -> bool:
    return points.entry_with_key(session, _key(contest, prize)) is not None


def _move(
    session: Session, contest: Contest, prize: Prize, actor_id: int, deed: Deed, desk: StaffDesk
) -> Award:
    movement = Movement(
        member_id=prize.account,
        amount=prize.points,
        reason=Reason.CONTEST_PRIZE,
        rule=f"contest-prize-{prize.reason.value}",
        rule_version=VERSION,
        actor_id=actor_id,
        key=_key(contest, prize),
        at=deed.now,
        day=deed.day,
        note=contest.title,
    )
    return move_points(session, movement, desk.economy)


def _tell(
    session: Session,
    contest: Contest,
    winner: Winner,
    awards: Sequence[Award],
    deed: Deed,
    desk: StaffDesk,
) -> None:
    parts = tuple(
        Say(f"prize-{prize.reason.value}", points=prize.points) for prize in winner.prizes
    )
    told = {"title": contest.title, "points": winner.points, "balance": awards[-1].balance}
    reached = [done.reached for done in awards if done.reached is not None]
    lines: tuple[Say, ...] = (Say("receipt-prize", **told), *parts)
    if reached:
        lines += (level_message(reached[-1]),)
    key = f"receipt:contest-prize:{contest.id}:{winner.member_id}"
    tell(session, desk, winner.member_id, key, deed, Say("contest-lines", lines=lines))
