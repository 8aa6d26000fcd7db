"""Groups under guard, and what is said in them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from bot.delivery.acts import Act
from bot.members import groups as group_service
from bot.members.deed import Deed
from bot.members.sight import Names
from bot.members.tiers import Binding, Presence
from db.models import ModerationDecision
from db.models.delivery import Delivery
from db.repositories import groups, members, moderation
from tests.factories.updates import GROUP, make_chat, make_said, make_update, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Rig

OPS = -2002
MEMBER = make_user(7, "小林", username="xiaolin_77")
NEWCOMER = make_user(8, "阿新")
OWNER = make_user(OWNER_ID, "老板", username="the_owner")


def _furnish(session: Session) -> None:
    deed = Deed(OWNER_ID, "furnish", NOW, NOW.date())
    group_service.bind(session, GROUP, "新手一群", Binding.NEWBIE, deed)
    other = Deed(OWNER_ID, "furnish-operators", NOW, NOW.date())
    group_service.bind(session, OPS, "运营群", Binding.OPERATORS, other)
    group = groups.by_chat(session, GROUP)
    members.save(session, OWNER_ID, NOW, **Names("老板", None, "the_owner").stored())
    for user in (MEMBER, NEWCOMER):
        names = Names(user["first_name"], None, user.get("username"))
        group_service.member_moved(
            session, (GROUP, "新手一群"), user["id"], names, Presence.PRESENT, NOW
        )
    moderation.count_message(session, group.id, MEMBER["id"], 100)
    moderation.note_joined(session, group.id, NEWCOMER["id"], NOW - timedelta(hours=1))


async def guarded(rig: Rig) -> Rig:
    """Bind the group and the operators' group; one long-standing member and one newcomer."""
    await rig.db.run(_furnish)
    return rig


def said(text: str | None = None, user: dict[str, Any] = MEMBER, **message: Any) -> dict[str, Any]:
    """Return what somebody says in the guarded group."""
    return make_said(text, user=user, chat=make_chat(), **message)


def edited(update: dict[str, Any], text: str) -> dict[str, Any]:
    """Return an edit of what was said."""
    message = {**update["message"], "text": text, "edit_date": update["message"]["date"] + 60}
    return make_update(edited_message=message)


async def decisions(rig: Rig) -> list[ModerationDecision]:
    """Return every decision, oldest first."""

    def query(session: Session) -> list[ModerationDecision]:
        found = select(ModerationDecision).order_by(col(ModerationDecision.id))
        return list(session.execute(found).scalars())

    return await rig.db.read(query)


async def acts(rig: Rig) -> list[tuple[Act, int | None]]:
    """Return what is to be done to messages and people, as (act, message or person)."""
    queued = await rig.queued()
    return [
        (d.act, d.message_id if d.act is Act.DELETE else d.person_id)
        for d in queued
        if d.act is not Act.SEND
    ]


async def words_to(rig: Rig, chat_id: int) -> list[Delivery]:
    """Return what waits to be said in a chat."""
    return [d for d in await rig.queued() if d.act is Act.SEND and d.chat_id == chat_id]


def later(**parts: float) -> datetime:
    return NOW + timedelta(**parts)
