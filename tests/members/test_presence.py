"""Who is in a group: the latest word counts, not the last to be processed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.members import groups as house
from bot.members.sight import Names, sight
from bot.members.tiers import Presence
from db.models import Membership
from db.repositories import groups
from db.session import Database

T0 = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
CHAT = (-1001, "群")
NAMES = Names("甲")


def _moved(session: Session, presence: Presence, seconds: int) -> None:
    house.member_moved(session, CHAT, 7, NAMES, presence, T0 + timedelta(seconds=seconds))


def _said(session: Session, seconds: int) -> None:
    sight(session, 7, NAMES, T0 + timedelta(seconds=seconds), CHAT)


def _presence(session: Session) -> tuple[Presence, datetime]:
    group = groups.by_chat(session, CHAT[0])
    assert group is not None
    found = session.get(Membership, (group.id, 7))
    assert found is not None
    return found.presence, found.since


async def test_an_old_join_that_is_replayed_does_not_undo_a_later_leave(db: Database) -> None:
    await db.run(_moved, Presence.PRESENT, 0)
    await db.run(_moved, Presence.LEFT, 10)
    await db.run(_moved, Presence.PRESENT, 0)
    assert await db.read(_presence) == (Presence.LEFT, T0 + timedelta(seconds=10))


async def test_an_old_message_that_is_replayed_does_not_bring_back_who_left(db: Database) -> None:
    await db.run(_moved, Presence.LEFT, 10)
    await db.run(_said, 5)
    assert (await db.read(_presence))[0] is Presence.LEFT


@pytest.mark.parametrize("seconds", [10, 11])
async def test_who_came_back_is_present_again(db: Database, seconds: int) -> None:
    await db.run(_moved, Presence.LEFT, 10)
    await db.run(_moved, Presence.PRESENT, seconds)
    assert (await db.read(_presence))[0] is Presence.PRESENT
