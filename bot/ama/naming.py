"""How people are named before others: by first name, or not at all."""

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane
from bot.i18n import Say
from db.repositories import members

Name = str | Say


def asker_name(session: Session, gate: Gate, member_id: int) -> Name:
    """Return how an asker is named: not at all if hidden, gone, or called what may not be said."""
    member = members.by_id(session, member_id)
    if member is None or member.hidden or not _may_be_said(gate, member.first_name):
        return Say("ama-somebody")
    return member.first_name


def expert_name(session: Session, gate: Gate, member_id: int) -> Name:
    """Return how the expert is named."""
    member = members.by_id(session, member_id)
    if member is None or not _may_be_said(gate, member.first_name):
        return Say("ama-the-expert")
    return member.first_name


def _may_be_said(gate: Gate, name: str) -> bool:
    return not gate.judge_rules(name, Lane.OUTGOING).blocked
