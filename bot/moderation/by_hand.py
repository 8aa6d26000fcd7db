"""Muting and banning by operators: checked, logged, told, taken back; large ones by two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.buttons import Button
from bot.compliance.errors import Blocked
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.moderation.desk import ModerationDesk, language_of, write_privately
from bot.moderation.errors import (
    MeasureSettledError,
    NothingToUndoError,
    NowhereError,
    SecondModeratorError,
    UntouchableError,
)
from bot.moderation.measures import HandAct, Measure
from bot.moderation.undo import measure_errand
from bot.moderation.wording import appeal_button
from db.models.group import Group
from db.models.member import Member
from db.models.moderation import ModerationDecision, PendingMeasure
from db.repositories import groups, members, moderation, points

LASTS = timedelta(hours=24)
BY_HAND = "G-hand"
MEASURE_OF = {HandAct.MUTE: Measure.MUTE, HandAct.BAN: Measure.BAN}
ENDS = {HandAct.UNMUTE: (Measure.MUTE, Act.UNMUTE), HandAct.UNBAN: (Measure.BAN, Act.UNBAN)}
NAMES = {
    HandAct.MUTE: Say("hand-mute"),
    HandAct.UNMUTE: Say("hand-unmute"),
    HandAct.BAN: Say("hand-ban"),
    HandAct.UNBAN: Say("hand-unban"),
}
MOST_REASON = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator wants: to whom, in which chats, for how long (nothing: until ended), why.

    `rank` is what Telegram says of the member there: `admin` where it is an administrator.
    """

    act: HandAct
    member_id: int
    chats: tuple[int, ...]
    duration: timedelta | None
    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """It was done in these groups; `decision_id` is what the undo button takes back."""

    act: HandAct
    name: str
    titles: tuple[str, ...]
    until: datetime | None
    decision_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Waits:
    """It waits for a second operator."""

    name: str


def chats_for(session: Session, member: Member, here: int) -> tuple[int, ...]:
    """Return where a measure upon a member counts: in this group, else wherever they are."""
    group = groups.by_chat(session, here)
    if group is not None and group.binding is not None and group.binding.tier is not None:
        return (here,)
    found = tuple(group.chat_id for group in moderation.guarded_chats_of(session, member.id))
    if not found:
        raise NowhereError(name=member.first_name)
    return found


def act_by_hand(session: Session, desk: ModerationDesk, wish: Wish, deed: Deed) -> Done | Waits:
    """Carry a wish out at once, or let it wait for a second operator where it is large."""
    member = _check(session, desk, wish, deed)
    if _is_large(session, desk, wish):
        return _wait(session, desk, wish, member, deed)
    return _apply(session, desk, wish, deed, deed.key)


def decide(
    session: Session, desk: ModerationDesk, pending_id: int, confirm: bool, deed: Deed
) -> Done | None:
    """Confirm or reject what waits, once; whoever asked may only take it back."""
    waiting = moderation.pending(session, pending_id)
    if waiting is None:
        raise MeasureSettledError
    if confirm and waiting.requested_by == deed.actor_id:
        raise SecondModeratorError
    since = deed.now - LASTS
    if not moderation.decide_pending(session, pending_id, deed.actor_id, confirm, deed.now, since):
        raise MeasureSettledError
    if not confirm:
        deed.log(session, "moderation-reject", f"member:{waiting.member_id}", {}, {}, None)
        return None
    wish = _wish_of(waiting)
    _check(session, desk, wish, deed)
    return _apply(session, desk, wish, deed, f"pending:{pending_id}", waiting.requested_by)


def harder(
    session: Session, desk: ModerationDesk, decision_id: int, act: HandAct, deed: Deed
) -> Done | Waits:
    """Mute for a day or ban, from the card of a decision."""
    decision = moderation.decision(session, decision_id)
    if decision is None or decision.member_id is None:
        raise NothingToUndoError
    duration = timedelta(days=1) if act is HandAct.MUTE else None
    wish = Wish(act, decision.member_id, (decision.chat_id,), duration, f"#{decision_id}")
    return act_by_hand(session, desk, wish, deed)


def drop_message(session: Session, decision_id: int, deed: Deed) -> None:
    """Delete the message of a decision that left it standing."""
    decision = moderation.decision(session, decision_id)
    if decision is None or decision.message_id is None:
        raise NothingToUndoError
    key = f"moderation:delete:{decision.chat_id}:{decision.message_id}"
    gone = Errand(key, Act.DELETE, decision.chat_id, message_id=decision.message_id)
    errands.add(session, gone, deed.now)
    after = {"message": decision.message_id}
    deed.log(session, "moderation-delete", f"moderation:{decision_id}", {}, after)


def remove_bot(session: Session, chat_id: int, bot_id: int, deed: Deed) -> None:
    """Put a bot out of a group that somebody brought into it."""
    key = f"moderation:kick:{chat_id}:{bot_id}:{deed.key}"[:160]
    errands.add(session, Errand(key, Act.BAN, chat_id, person_id=bot_id), deed.now)
    deed.log(session, "moderation-remove-bot", f"bot:{bot_id}", {}, {"chat": chat_id})


def _check(session: Session, desk: ModerationDesk, wish: Wish, deed: Deed) -> Member:
    member = members.by_id(session, wish.member_id)
    if member is None:
        raise MeasureSettledError
    if wish.member_id == deed.actor_id:
        raise UntouchableError(name=member.first_name, why="self")
    if roles_of(session, wish.member_id, desk.owners) & STAFF:
        raise UntouchableError(name=member.first_name, why="staff")
    return member


def _is_large(session: Session, desk: ModerationDesk, wish: Wish) -> bool:
    ladder = desk.ladder
    if wish.act is HandAct.MUTE:
        return wish.duration is None or wish.duration > timedelta(days=ladder.second_mute_days)
    if wish.act is not HandAct.BAN:
        return False
    balance = points.balance_of(session, wish.member_id)
    return balance is not None and max(balance.amount, balance.lifetime) > ladder.second_points


def _wait(session: Session, desk: ModerationDesk, wish: Wish, member: Member, deed: Deed) -> Waits:
    minutes = int(wish.duration.total_seconds() // 60) if wish.duration else None
    values: dict[str, Any] = {
        "key": f"{wish.act.value}:{deed.key}"[:128],
        "act": wish.act,
        "member_id": wish.member_id,
        "chats": list(wish.chats),
        "minutes": minutes,
        "reason": storable(wish.reason)[:MOST_REASON] or None,
        "requested_by": deed.actor_id,
        "requested_at": deed.now,
    }
    waiting = moderation.add_pending(session, values)
    asker = members.by_id(session, deed.actor_id)
    say = Say(
        "hand-pending",
        act=NAMES[wish.act],
        name=member.first_name,
        id=str(member.id),
        titles="、".join(_titles(session, wish.chats)),
        reason=wish.reason or "-",
        asker=asker.first_name if asker else "-",
        hours=int(LASTS.total_seconds() // 3600),
    )
    buttons = (
        (Button(Say("button-hand-confirm", act=NAMES[wish.act]), f"moderation:yes-{waiting.id}"),),
        (Button(Say("button-hand-reject"), f"moderation:no-{waiting.id}"),),
    )
    desk.alerts.raise_in(session, f"pending-measure:{waiting.id}", say, deed.now, buttons)
    after = {"chats": list(wish.chats), "minutes": minutes, "pending": waiting.id}
    action = f"moderation-request-{wish.act.value}"
    deed.log(session, action, f"member:{member.id}", {}, after, wish.reason or None)
    return Waits(member.first_name)


def _apply(
    session: Session,
    desk: ModerationDesk,
    wish: Wish,
    deed: Deed,
    key: str,
    asked_by: int | None = None,
) -> Done:
    until = deed.now + wish.duration if wish.duration and not wish.act.ends else None
    before = {"standing": _standing(session, wish, deed.now)}
    made: list[int] = []
    for chat_id in wish.chats:
        if wish.act.ends:
            _end(session, wish, chat_id, deed, key)
        else:
            made += _begin(session, desk, wish, chat_id, until, deed, key)
    after = {
        "chats": list(wish.chats),
        "until": until.isoformat() if until else None,
        "decisions": made,
        "requested_by": asked_by,
    }
    target = f"member:{wish.member_id}"
    action = f"moderation-{wish.act.value}"
    new = deed.log(session, action, target, before, after, wish.reason or None)
    titles = _titles(session, wish.chats)
    if new:
        _tell(session, desk, wish, titles, until, made, key, deed.now)
    member = members.by_id(session, wish.member_id)
    return Done(wish.act, member.first_name if member else "-", titles, until, tuple(made))


def _begin(
    session: Session,
    desk: ModerationDesk,
    wish: Wish,
    chat_id: int,
    until: datetime | None,
    deed: Deed,
    key: str,
) -> list[int]:
    group = groups.by_chat(session, chat_id)
    if group is None:
        return []
    values = _decision(desk, wish, group, until, deed, f"hand:{wish.act.value}:{key}:{chat_id}")
    decision = moderation.add_decision(session, values)
    if decision is None:
        known = moderation.decision_with_key(session, values["key"])
        return [known.id] if known else []
    errand = measure_errand(decision)
    if errand is not None:
        errands.add(session, errand, deed.now)
    return [decision.id]


def _decision(
    desk: ModerationDesk, wish: Wish, group: Group, until: datetime | None, deed: Deed, key: str
) -> dict[str, Any]:
    return {
        "key": key[:128],
        "group_id": group.id,
        "chat_id": group.chat_id,
        "member_id": wish.member_id,
        "edited": False,
        "measure": MEASURE_OF[wish.act],
        "acted": True,
        "until": until,
        "strikes": 0,
        "kinds": ["hand"],
        "rules": [BY_HAND],
        "findings": [],
        "excerpt": "",
        "newcomer": False,
        "pack": "",
        "ladder_version": desk.ladder.version,
        "policy_version": 0,
        "actor_id": deed.actor_id,
        "reason": storable(wish.reason)[:MOST_REASON] or None,
        "at": deed.now,
    }


def _end(session: Session, wish: Wish, chat_id: int, deed: Deed, key: str) -> None:
    """End every measure of the kind there, also one that somebody else's bot or hand began."""
    measure, act = ENDS[wish.act]
    for one in moderation.standing_measures(session, wish.member_id, chat_id, measure, deed.now):
        moderation.mark_undone(session, one.id, deed.actor_id, deed.now)
    name = f"hand:{act.value}:{key}:{chat_id}"[:160]
    errands.add(session, Errand(name, act, chat_id, person_id=wish.member_id), deed.now)


def _standing(session: Session, wish: Wish, now: datetime) -> list[dict[str, Any]]:
    found: list[ModerationDecision] = []
    for chat_id in wish.chats:
        for measure in (Measure.MUTE, Measure.BAN):
            found += moderation.standing_measures(session, wish.member_id, chat_id, measure, now)
    return [
        {
            "chat": one.chat_id,
            "measure": one.measure.value,
            "until": one.until.isoformat() if one.until else None,
        }
        for one in found
    ]


def _tell(
    session: Session,
    desk: ModerationDesk,
    wish: Wish,
    titles: Sequence[str],
    until: datetime | None,
    made: Sequence[int],
    key: str,
    now: datetime,
) -> None:
    told = Say("hand-told-until", until=until) if until else Say("hand-told-open")
    how = told if not wish.act.ends else Say("hand-told-ended")
    reason = _reason(session, desk, wish)
    say = Say(
        "hand-told",
        act=NAMES[wish.act],
        titles="、".join(titles),
        lines=(how, *((Say("hand-told-reason", reason=reason),) if reason else ())),
    )
    buttons = appeal_button(made[0]) if made else ()
    name = f"hand:told:{wish.act.value}:{key}"[:160]
    write_privately(session, desk, wish.member_id, name, say, now, buttons)


def _reason(session: Session, desk: ModerationDesk, wish: Wish) -> str:
    """Return the reason as it may be told; one that may not go out stays in the log alone."""
    if not wish.reason or wish.reason.startswith("#"):
        return ""
    language = language_of(session, desk, wish.member_id)
    try:
        desk.gate.admit(desk.words.say(language, Say("hand-told-reason", reason=wish.reason)))
    except Blocked:
        return ""
    return wish.reason


def _titles(session: Session, chats: Sequence[int]) -> tuple[str, ...]:
    found = (groups.by_chat(session, chat_id) for chat_id in chats)
    return tuple(group.title for group in found if group is not None)


def _wish_of(waiting: PendingMeasure) -> Wish:
    duration = timedelta(minutes=waiting.minutes) if waiting.minutes else None
    return Wish(
        waiting.act, waiting.member_id, tuple(waiting.chats), duration, waiting.reason or ""
    )
