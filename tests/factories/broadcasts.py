"""A community to broadcast to, and broadcasts with the least effort."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from bot.app import build_house
from bot.broadcast import service
from bot.broadcast.desk import Desk
from bot.broadcast.plan import Plan, Segment, plan_to_json
from bot.clock import ManualClock, SystemChance
from bot.config import Settings
from bot.i18n import Language
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.tiers import Binding, Presence, Tier
from db.models import Broadcast
from db.repositories import groups, members

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""A trading day, nine in the morning in Shanghai."""
TODAY = NOW.date()
AUTHOR, SECOND, OWNER = 50, 51, 1
TEXT = "周三晚上有一场直播，讲怎么看财报。"
PLAN = Plan(text=TEXT, groups=(Tier.NEWBIE,), segment=Segment(tiers=(Tier.NEWBIE,)))


def make_desk(rate: float = 30) -> Desk:
    """Return a desk as the house makes it, with the shipped rules and economy."""
    settings = Settings(
        _env_file=None, bot_token=f"424242:{'x' * 35}", owner_ids=str(OWNER), send_rate=rate
    )
    house = build_house(settings, None, ManualClock(NOW), SystemChance())
    return house.broadcast_desk


def make_deed(actor: int = AUTHOR, key: str = "one", now: datetime = NOW) -> Deed:
    """Return a deed of an operator."""
    return Deed(actor, f"test:{key}", now, now.date())


def make_community(session: Session, people: int = 3) -> None:
    """Bind a newbie group and the operators', with people 101, 102, … who talk to the bot."""
    newbies = groups.ensure(session, -1001, "新手一群", NOW)
    newbies.binding = Binding.NEWBIE
    groups.ensure(session, -1009, "运营群", NOW).binding = Binding.OPERATORS
    session.flush()
    for number in range(101, 101 + people):
        make_reader(session, number)
    for operator in (AUTHOR, SECOND):
        members.save(session, operator, NOW, first_name="运营", last_name=None, username=None)
        members.grant_role(session, operator, Role.OPERATOR, OWNER, NOW)


def make_reader(
    session: Session, member_id: int, chat: int = -1001, *, private: bool = True
) -> None:
    """Store somebody who is in a group and, unless said otherwise, talks to the bot alone."""
    name = f"成员{member_id}"
    members.save(session, member_id, NOW, first_name=name, last_name=None, username=None)
    group = groups.by_chat(session, chat)
    assert group is not None
    members.set_presence(session, group.id, member_id, Presence.PRESENT, NOW)
    if private:
        members.set_private(session, member_id, NOW)


def make_broadcast(session: Session, plan: Plan = PLAN, **changes: Any) -> Broadcast:
    """Store a draft by the author."""
    key = str(changes.pop("key", "draft"))
    made = service.begin(session, plan.text, None, Language.SIMPLIFIED, make_deed(key=key))
    made.plan = plan_to_json(plan)
    for name, value in changes.items():
        setattr(made, name, value)
    session.flush()
    return made


def with_segment(plan: Plan = PLAN, **changes: Any) -> Plan:
    """Return a plan with its segment changed."""
    return replace(plan, segment=replace(plan.segment, **changes))
