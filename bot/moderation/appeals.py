"""Appeals: whoever was decided about asks for a human, and sees what was decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.buttons import Rows
from bot.compliance.verdict import Lane
from bot.i18n import Say
from bot.moderation import cases
from bot.moderation.desk import ModerationDesk
from bot.moderation.errors import NothingToUndoError, NotYourCaseError
from bot.moderation.wording import MEASURES, card, card_buttons
from db.models.moderation import ModerationDecision
from db.repositories import groups, members, moderation

ANSWERED_WITHIN = timedelta(hours=24)
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Own:
    """A decision as the person it is about sees it."""

    decision_id: int
    line: Say


def appeal(
    session: Session, desk: ModerationDesk, decision_id: int, member_id: int, now: datetime
) -> datetime:
    """Have a human look at a decision; return by when. Asking twice is asking once."""
    decision = moderation.decision(session, decision_id)
    if decision is None or decision.undone_at is not None:
        raise NothingToUndoError
    if decision.member_id != member_id:
        raise NotYourCaseError
    case = cases.NewCase(
        kind=cases.CaseKind.APPEAL,
        key=f"appeal:{decision_id}",
        chat_id=decision.chat_id,
        message_id=decision.message_id,
        member_id=member_id,
        text=decision.excerpt,
        rules=list(decision.rules),
        findings=list(decision.findings),
        severity=None,
        lane=Lane.MEMBER,
    )
    if cases.open_case(session, desk, case, now) is None:
        say, buttons = _card(session, decision)
        desk.alerts.raise_in(session, f"appeal:{decision_id}", say, now, buttons)
    return now + ANSWERED_WITHIN


def own_decisions(session: Session, member_id: int) -> list[Own]:
    """Return the newest decisions that touched a person's messages or the person."""
    found = [d for d in moderation.decisions_of(session, member_id, 20) if _is_felt(d)]
    return [Own(one.id, _line(session, one)) for one in found[:SHOWN]]


def _is_felt(decision: ModerationDecision) -> bool:
    return decision.acted and decision.measure.removes


def _line(session: Session, decision: ModerationDecision) -> Say:
    group = groups.by_chat(session, decision.chat_id)
    state = Say("moderation-own-undone") if decision.undone_at else MEASURES[decision.measure]
    title = group.title if group else "-"
    return Say("moderation-own-line", at=decision.at, title=title, state=state)


def _card(session: Session, decision: ModerationDecision) -> tuple[Say, Rows]:
    group = groups.by_chat(session, decision.chat_id)
    member = members.by_id(session, decision.member_id or 0)
    title, name = group.title if group else "-", member.first_name if member else "-"
    shown = card(title, decision, name, (), watching=False)
    return Say("moderation-appeal-card", card=shown), card_buttons(decision, watching=False)
