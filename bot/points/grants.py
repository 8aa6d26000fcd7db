"""What operators give and take: with a reason, logged, and beyond a cap only by two.

An operator's direct grants and deductions of a community day add up to at most the cap, both
directions together. What goes beyond waits for a second operator, for a day at most.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.buttons import Button
from bot.compliance.errors import Blocked
from bot.compliance.gate import Gate, Screened
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say, Words
from bot.members.deed import Deed
from bot.points.economy import Economy
from bot.points.errors import (
    AmountRangeError,
    OwnPointsError,
    PendingDecidedError,
    PendingExpiredError,
    PendingUnknownError,
    ReasonLengthError,
    SecondOperatorError,
)
from bot.points.level_up import level_message, reachable
from bot.points.movement import Award, Movement
from bot.points.reasons import Reason
from bot.points.service import award
from db.models.operator_action import PendingMovement
from db.repositories import members, operator_actions, pending_movements, points

AWARDED_ALONE = "contest-award-alone"
LEAST_REASON, MOST_REASON = 2, 200
MOST_AT_ONCE = 100_000
LASTS = timedelta(hours=24)
WORTH_TELLING = timedelta(days=2)
VERSION = 1


class Direction(StrEnum):
    """Whether an operator gives or takes; the value is the rule's id and the log's action."""

    GRANT = "points-grant"
    DEDUCT = "points-deduct"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator wants to move: `amount` without sign, whose points, why."""

    direction: Direction
    member_id: int
    amount: int
    note: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of the house that moving points by hand needs; `cap` is points a day."""

    economy: Economy
    cap: int
    words: Words
    gate: Gate
    alerts: Alerts
    language: Language


@dataclass(frozen=True, slots=True)
class Moved:
    """Points were moved, or a wish to move them was rejected; `name` is whose they are."""

    name: str
    award: Award
    wish: Wish


@dataclass(frozen=True, slots=True)
class Waits:
    """A movement waits for a second operator; `used` of `cap` was used today before it."""

    pending_id: int
    name: str
    used: int
    cap: int


def move(session: Session, wish: Wish, deed: Deed, desk: Desk) -> Moved | Waits:
    """Move points at once within the operator's cap, else let the movement wait."""
    _check(wish, deed)
    members.lock(session, deed.actor_id)
    key = f"{wish.direction.value}:{deed.key}"
    used = used_today(session, deed)
    known = points.entry_with_key(session, key) is not None
    if not known and used + wish.amount > desk.cap:
        return _wait(session, wish, deed, desk, key, used)
    done = _apply(session, wish, deed.actor_id, key, deed, desk)
    if not done.repeated:
        _log(session, wish, done, deed, wish.direction.value)
    return Moved(_name(session, wish.member_id), done, wish)


def used_today(session: Session, deed: Deed) -> int:
    """Return how much of the cap an operator has used on this community day.

    A contest's prizes given by one operator alone count as well: `AWARDED_ALONE`.
    """
    counted = [*Direction, AWARDED_ALONE]
    actions = operator_actions.of_actor(session, deed.actor_id, deed.day, counted)
    return sum(abs(int(action.after["amount"])) for action in actions)


def decide(session: Session, pending_id: int, confirm: bool, deed: Deed, desk: Desk) -> Moved:
    """Confirm or reject what waits, once; only somebody else than asker and recipient confirms.

    The asker may take the wish back by rejecting it.
    """
    pending = pending_movements.by_id(session, pending_id)
    if pending is None:
        raise PendingUnknownError
    if confirm and deed.actor_id in {pending.requested_by, pending.member_id}:
        raise SecondOperatorError
    decided = pending_movements.decide(
        session, pending_id, deed.actor_id, confirm, deed.now, deed.now - LASTS
    )
    if not decided:
        raise _why_not(session, pending_id)
    wish = wish_of(pending)
    if confirm:
        done = _apply(session, wish, pending.requested_by, f"pending:{pending_id}", deed, desk)
    else:
        done = _unmoved(session, wish.member_id)
    _log(session, wish, done, deed, "points-confirm" if confirm else "points-reject", pending)
    return Moved(_name(session, wish.member_id), done, wish)


def wish_of(pending: PendingMovement) -> Wish:
    """Return what was wished for, as it waits."""
    direction = Direction.GRANT if pending.amount > 0 else Direction.DEDUCT
    return Wish(direction, pending.member_id, abs(pending.amount), pending.note)


def _check(wish: Wish, deed: Deed) -> None:
    if wish.member_id == deed.actor_id:
        raise OwnPointsError
    if not 1 <= wish.amount <= MOST_AT_ONCE:
        raise AmountRangeError(amount=wish.amount, least=1, most=MOST_AT_ONCE)
    if not LEAST_REASON <= len(wish.note) <= MOST_REASON:
        raise ReasonLengthError(length=len(wish.note), least=LEAST_REASON, most=MOST_REASON)


def _wait(session: Session, wish: Wish, deed: Deed, desk: Desk, key: str, used: int) -> Waits:
    signed = wish.amount if wish.direction is Direction.GRANT else -wish.amount
    pending = pending_movements.add(
        session, key, deed.actor_id, wish.member_id, signed, wish.note, deed.now
    )
    name = _name(session, wish.member_id)
    card = card_of(wish, name, _name(session, deed.actor_id), used, desk.cap)
    confirm = "button-confirm-grant" if signed > 0 else "button-confirm-deduct"
    buttons = (
        (Button(Say(confirm, amount=wish.amount, name=short(name)), f"grants:yes-{pending.id}"),),
        (Button(Say("button-reject-movement"), f"grants:no-{pending.id}"),),
    )
    desk.alerts.raise_in(session, f"pending-movement:{pending.id}", card, deed.now, buttons)
    after = {"amount": signed, "pending": pending.id}
    target = f"member:{wish.member_id}"
    deed.log(session, "points-request", target, _before(session, wish), after, wish.note)
    return Waits(pending.id, name, used, desk.cap)


def card_of(wish: Wish, name: str, asker: str, used: int, cap: int) -> Say:
    """Say to the operators what waits for a second one."""
    message = "pending-grant" if wish.direction is Direction.GRANT else "pending-deduct"
    return Say(
        message,
        name=name,
        id=str(wish.member_id),
        amount=wish.amount,
        reason=wish.note,
        asker=asker,
        used=used,
        cap=cap,
        hours=int(LASTS.total_seconds() // 3600),
    )


def _apply(session: Session, wish: Wish, actor_id: int, key: str, deed: Deed, desk: Desk) -> Award:
    gives = wish.direction is Direction.GRANT
    movement = Movement(
        member_id=wish.member_id,
        amount=wish.amount if gives else -wish.amount,
        reason=Reason.GRANT if gives else Reason.DEDUCTION,
        rule=wish.direction.value,
        rule_version=VERSION,
        actor_id=actor_id,
        key=key,
        at=deed.now,
        day=deed.day,
        note=wish.note,
    )
    done = award(session, movement, desk.economy)
    if not done.repeated and reachable(session, wish.member_id):
        _tell(session, wish, done, key, deed, desk)
    return done


def _tell(session: Session, wish: Wish, done: Award, key: str, deed: Deed, desk: Desk) -> None:
    """Put the recipient's receipt into the outbox, with the level if one was reached."""
    member = members.by_id(session, wish.member_id)
    language = (member.language if member else None) or desk.language
    post = Post(
        send_key=f"receipt:{key}",
        lane=Lane.RECEIPT,
        chat_id=wish.member_id,
        text=_receipt(wish, done, desk, language),
        not_before=deed.now,
        useless_after=deed.now + WORTH_TELLING,
    )
    enqueue(session, post, deed.now)


def _receipt(wish: Wish, done: Award, desk: Desk, language: Language) -> Screened:
    """Return the receipt; an operator's reason that may not go out stays in the log alone."""
    gives = wish.direction is Direction.GRANT
    level = (level_message(done.reached),) if done.reached else ()
    figures = {"amount": wish.amount, "balance": done.balance}
    told = Say("receipt-grant" if gives else "receipt-deduct", reason=wish.note, **figures)
    bare = Say("receipt-grant-bare" if gives else "receipt-deduct-bare", **figures)
    try:
        return _screened((told, *level), desk, language)
    except Blocked:
        return _screened((bare, *level), desk, language)


def _screened(lines: tuple[Say, ...], desk: Desk, language: Language) -> Screened:
    return desk.gate.admit(desk.words.say(language, Say("receipt-lines", lines=lines)))


def _log(
    session: Session,
    wish: Wish,
    done: Award,
    deed: Deed,
    action: str,
    pending: PendingMovement | None = None,
) -> None:
    asked = {"requested_by": pending.requested_by, "pending": pending.id} if pending else {}
    gave = max(done.amount, 0)
    before = {"balance": done.balance - done.amount, "lifetime": done.lifetime - gave}
    after = {"balance": done.balance, "lifetime": done.lifetime, "amount": done.amount, **asked}
    deed.log(session, action, f"member:{wish.member_id}", before, after, wish.note)


def _before(session: Session, wish: Wish) -> dict[str, int]:
    now = _unmoved(session, wish.member_id)
    return {"balance": now.balance, "lifetime": now.lifetime}


def _unmoved(session: Session, member_id: int) -> Award:
    balance = points.balance_of(session, member_id)
    if balance is None:
        return Award(0, 0, 0, 0, 0)
    return Award(0, balance.amount, balance.lifetime, 0, 0)


def _why_not(session: Session, pending_id: int) -> PendingDecidedError | PendingExpiredError:
    pending = pending_movements.by_id(session, pending_id)
    if pending is None or pending.decided_by is None:
        return PendingExpiredError(hours=int(LASTS.total_seconds() // 3600))
    outcome = "confirmed" if pending.confirmed else "rejected"
    return PendingDecidedError(who=_name(session, pending.decided_by), outcome=outcome)


def _name(session: Session, member_id: int) -> str:
    member = members.by_id(session, member_id)
    return member.first_name if member else str(member_id)


def short(name: str, most: int = 12) -> str:
    """Return a name that fits on a button."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
