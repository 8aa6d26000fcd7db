"""Take a decision back: the measure ends, its strikes count no more, the person is told."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.i18n import Say
from bot.members.deed import Deed
from bot.moderation.arrivals import NAME_KIND
from bot.moderation.desk import ModerationDesk, write_privately
from bot.moderation.errors import NothingToUndoError
from bot.moderation.measures import Measure
from db.models.moderation import ModerationDecision
from db.repositories import groups, moderation

LIFTED_BY = {Measure.MUTE: Act.UNMUTE, Measure.BAN: Act.UNBAN}


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and what was ended with it, if anything was."""

    decision: ModerationDecision
    lifted: Act | None


def undo(session: Session, desk: ModerationDesk, decision_id: int, deed: Deed) -> Undone:
    """Take a decision back, once; for operators, and for an appeal that was upheld.

    A deleted message cannot be brought back; a mute or a ban ends unless another one stands.
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
    _tell(session, desk, decision, lifted, deed.now)
    return Undone(decision, lifted)


def undo_case(session: Session, desk: ModerationDesk, key: str, deed: Deed) -> Undone | None:
    """Take back the decision behind a case or an appeal (`moderation:7`, `appeal:7`).

    For the review queue; nothing where the decision was taken back before or is no decision.
    """
    noun, _, number = key.partition(":")
    if noun not in {"moderation", "appeal"} or not (number.isascii() and number.isdigit()):
        return None
    try:
        return undo(session, desk, int(number[:18]), deed)
    except NothingToUndoError:
        return None


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
) -> None:
    if decision.member_id is None or not decision.acted or NAME_KIND in decision.kinds:
        return
    if not (decision.measure.removes or lifted):
        return
    group = groups.by_chat(session, decision.chat_id)
    title = group.title if group else "-"
    say = Say("moderation-undone-lifted" if lifted else "moderation-undone", title=title)
    key = f"moderation:undone:{decision.id}"
    write_privately(session, desk, decision.member_id, key, say, now)
