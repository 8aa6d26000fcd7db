"""Entries of the knowledge base, and people who write and approve them."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.alerts import Alerts
from bot.i18n import Language, words_for
from bot.knowledge import editing
from bot.knowledge.content import Content
from bot.knowledge.desk import KnowledgeDesk
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.tiers import Binding
from db.models import KnowledgeEntry
from db.repositories import groups, members

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""A trading day, nine in the morning in Shanghai."""
OWNER, WRITER, SECOND, EXPERT = 1, 60, 61, 62
HOME = Language.SIMPLIFIED
ZONE = ZoneInfo("Asia/Shanghai")
WRITTEN: dict[object, object] = {
    "key": "reset-password",
    "tags": ["account"],
    "source": "一般说明",
    "question": {"zh-Hans": "忘记交易密码怎么办？"},
    "phrasings": {"zh-Hans": ["密码忘了", "怎么重置密码"]},
    "answer": {"zh-Hans": "在官方 App 的登录页点「忘记密码」，按提示验证身份后重设。"},
}


def make_content(**changes: Any) -> Content:
    given: dict[str, Any] = {
        "question": {HOME: "忘记交易密码怎么办？"},
        "phrasings": {HOME: ("密码忘了", "怎么重置密码")},
        "answer": {HOME: "在官方 App 的登录页点「忘记密码」。"},
        "tags": ("account",),
        "source": "一般说明",
        "as_of": date(2026, 11, 20),
        "review_by": date(2027, 5, 20),
    }
    return Content(**{**given, **changes})


def make_knowledge_desk() -> KnowledgeDesk:
    gate = Gate(default_pack())
    alerts = Alerts(words_for(ZONE), gate, HOME, (OWNER,))
    return KnowledgeDesk(gate, alerts, (OWNER,), ZONE)


def make_deed(actor: int = WRITER, key: str = "one", now: datetime = NOW) -> Deed:
    return Deed(actor, f"test:{key}", now, now.astimezone(ZONE).date())


def make_staff(session: Session) -> None:
    """Bind the operators' group and appoint a writer, a second operator and an expert."""
    groups.ensure(session, -1009, "运营群", NOW).binding = Binding.OPERATORS
    session.flush()
    roles = {WRITER: Role.OPERATOR, SECOND: Role.OPERATOR, EXPERT: Role.EXPERT}
    for person, role in roles.items():
        members.save(session, person, NOW, first_name=f"人{person}", last_name=None, username=None)
        members.grant_role(session, person, role, OWNER, NOW)


def make_served(session: Session, key: str = "reset-password", **written: Any) -> KnowledgeEntry:
    """Store an entry that one wrote and another approved."""
    desk = make_knowledge_desk()
    deed = make_deed(key=f"add:{key}")
    entry = editing.add(session, {**WRITTEN, "key": key, **written}, deed)
    editing.submit(session, entry.id, 1, desk, make_deed(key=f"submit:{key}"))
    return editing.approve(session, entry.id, 1, desk, make_deed(SECOND, key=f"approve:{key}"))
