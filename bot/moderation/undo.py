"""Take a decision back: the measure ends, its strikes count no more, the person is told."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.i18n import Say
from bot.members.deed import Deed
from bot.moderation.desk import ModerationDesk, write_privately
from bot.moderation.errors import NothingToUndoError
from bot.moderation.measures import Measure
from db.models.moderation import ModerationDecision
from db.repositories import groups, moderation

NAME_KIND = "name"
LIFTED_BY = {Measure.MUTE: Act.UNMUTE, Measure.BAN: Act.UNBAN}


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, what was ended with it, and whether the person hears of it."""

    decision: ModerationDecision
    lifted: Act | None
    told: bool


def undo(
    session: Session, desk: ModerationDesk, decision_id: int, deed: Deed, *, tell: bool = True
) -> Undone:
    """Take a decision back, once; for operators, and for an appeal that was upheld.

    A deleted message cannot be brought back; a mute or a ban ends unless another one stands.
    `tell`: the person hears of it from here.
    """
    decision = moderation.decision(session, decision_id, lock=True)
    if decision is None or not moderation.mark_undone(
        session, decision_id, deed.actor_id, deed.now
    ):
        raise NothingToUndoError
    if NAME_KIND in decision.kinds and decision.member_id is not None:
        moderation.hold(session, decision.group_id, decision.member_id, None)
        desk.guard.unsettle(decision.group_id, decision.member_id)
    lifted = _lift(session, decision, deed.now)
    target = f"moderation:{decision_id}"
    before = {"measure": decision.measure.value, "strikes": decision.strikes}
    after = {"measure": None, "strikes": 0, "lifted": lifted.value if lifted else None}
    deed.log(session, "moderation-undo", target, before, after)
    told = tell and _tell(session, desk, decision, lifted, deed.now)
    return Undone(decision, lifted, told)


def measure_errand(decision: ModerationDecision) -> Errand | None:
    """Return the errand of a decision's measure upon a person, if it has one."""
    act = {Measure.MUTE: Act.MUTE, Measure.BAN: Act.BAN}.get(decision.measure)
    if act is None or decision.member_id is None:
        return None
    key = f"moderation:{act.value}:{decision.id}"
    person, until = decision.member_id, decision.until
    return Errand(key, act, decision.chat_id, person_id=person, until=until)


def _lift(session: Session, decision: ModerationDecision, now: datetime) -> Act | None:
    """End a measure upon a person, unless another decision has muted or banned them as well."""
    act = LIFTED_BY.get(decision.measure)
    if act is None or decision.member_id is None or not decision.acted:
        return None
    if decision.until is not None and decision.until <= now:
        return None
    person, chat_id = decision.member_id, decision.chat_id
    if moderation.standing_measures(session, person, chat_id, decision.measure, now):
        return None
    key = f"moderation:{act.value}:{decision.id}"
    errands.add(session, Errand(key, act, chat_id, person_id=person), now)
    return act


def _tell(
    session: Session,
    desk: ModerationDesk,
    decision: ModerationDecision,
    lifted: Act | None,
    now: datetime,
) -> bool:
    if decision.member_id is None or not decision.acted or NAME_KIND in decision.kinds:
        return False
    if not (decision.measure.removes or lifted):
        return False
    group = groups.by_chat(session, decision.chat_id)
    title = group.title if group else "-"
    say = Say("moderation-undone-lifted" if lifted else "moderation-undone", title=title)
    key = f"moderation:undone:{decision.id}"
    write_privately(session, desk, decision.member_id, key, say, now)
    return True
