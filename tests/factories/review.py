"""Cases, and the desk that reviews them."""

from itertools import count
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.delivery.alerts import Alerts
from bot.i18n import Language, words_for
from bot.members.roles import Role
from bot.members.tiers import Binding
from bot.review.desk import NewCase, ReviewDesk
from bot.review.errand_acts import ErrandActs
from bot.review.evidence import findings_of
from bot.review.kinds import CaseKind, Done
from bot.review.service import case_of, open_case
from db.models import Delivery, ReviewCase
from db.repositories import groups, members
from tests.factories.checkin import SHANGHAI
from tests.factories.contest_cases import NOW, make_deed
from tests.factories.points import make_person

GATE = Gate(default_pack())
OPS, GROUP = -1002, -1001
MEMBER, OTHER, OPERATOR, SECOND, COMPLIANCE, OWNER = 7, 8, 50, 51, 52, 1
NUMBERS = count(1)
PROMISE = "跟我做，保证收益，稳赚不赔"
WORDS = words_for(SHANGHAI)

__all__ = ["NOW", "make_deed"]


def make_review_desk(**changes: Any) -> ReviewDesk:
    """Return what the queue needs, as a default installation has it."""
    values: dict[str, Any] = {
        "words": WORDS,
        "gate": GATE,
        "alerts": Alerts(WORDS, GATE, Language.SIMPLIFIED, (OWNER,)),
        "language": Language.SIMPLIFIED,
        "acts": ErrandActs(),
        "owners": (OWNER,),
        **changes,
    }
    return ReviewDesk(**values)


DESK = make_review_desk()


def make_house(session: Session) -> None:
    """Store two members, the operators, compliance, the owner and their groups."""
    people = {MEMBER: "小林", OTHER: "小何", OPERATOR: "运营甲", SECOND: "运营乙"}
    for person, name in {**people, COMPLIANCE: "合规", OWNER: "方岚"}.items():
        make_person(session, person, name)
    roles = {OPERATOR: Role.OPERATOR, SECOND: Role.OPERATOR, COMPLIANCE: Role.COMPLIANCE}
    for person, role in roles.items():
        members.grant_role(session, person, role, OWNER, NOW)
    for chat, title, binding in (
        (OPS, "运营群", Binding.OPERATORS),
        (GROUP, "新手一群", Binding.NEWBIE),
    ):
        group = groups.ensure(session, chat, title, NOW)
        group.binding = binding
        session.add(group)
    session.flush()


def make_new(text: str = PROMISE, **changes: Any) -> NewCase:
    """Return what a message of a member in the group would open."""
    verdict = GATE.judge(text, Lane.MEMBER)
    number = next(NUMBERS)
    values: dict[str, Any] = {
        "kind": CaseKind.MESSAGE,
        "key": f"moderation:{number}",
        "chat_id": GROUP,
        "message_id": number,
        "member_id": MEMBER,
        "text": text,
        "rules": verdict.rules,
        "findings": findings_of(verdict),
        "severity": verdict.severity,
        "done": (Done.DELETED,),
        **changes,
    }
    return NewCase(**values)


def make_case(session: Session, text: str = PROMISE, **changes: Any) -> ReviewCase:
    """Open a case."""
    number = open_case(session, DESK, make_new(text, **changes), NOW)
    assert number is not None
    return case_of(session, number)


def posts(session: Session, chat: int | None = None) -> list[Delivery]:
    """Return what is in the outbox, or what of it goes to a chat, oldest first."""
    query = select(Delivery).order_by(col(Delivery.id))
    query = query.execution_options(populate_existing=True)
    found = session.execute(query).scalars()
    return [post for post in found if chat is None or post.chat_id == chat]
