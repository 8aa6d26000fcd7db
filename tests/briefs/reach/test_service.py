"""Signs of reach in the database, each update once."""

import pytest
from sqlmodel import Session

from bot.briefs.reach import service
from bot.briefs.reach.figures import Reach
from bot.briefs.slots import Slot
from bot.delivery.lanes import DeliveryState
from bot.members.tiers import Tier
from db.models.brief import BriefEdition
from db.repositories import deliveries
from db.session import Database
from tests.briefs.houses import posts
from tests.briefs.newsrooms import at
from tests.handlers.desk_stage import drafted, edition, tick

GROUP, MESSAGE = -1001, 500
PLACE = (GROUP, MESSAGE)
NOW = at("12:00")


@pytest.fixture
async def sent(db: Database) -> BriefEdition:
    """Return an edition whose copy stands in a group, with its poll."""
    house = await drafted(db)
    await tick(house, "11:45")
    await db.run(_arrive)
    return await edition(db, Tier.NEWBIE, Slot.NOON)


def _arrive(session: Session) -> None:
    for row in posts(session):
        if row.chat_id != GROUP:
            continue
        row.state, row.message_id = DeliveryState.SENT, MESSAGE
        poll = deliveries.with_key(session, row.send_key.replace("brief:", "brief-poll:"))
        assert poll is not None
        poll.state, poll.message_id, poll.poll_id = DeliveryState.SENT, MESSAGE + 1, "p1"


async def reach(db: Database, one: BriefEdition) -> Reach:
    return (await db.read(service.of_edition, one)).reach


async def test_a_reaction_counts_once_changes_and_is_taken_back(
    db: Database, sent: BriefEdition
) -> None:
    assert await db.run(service.reacted, PLACE, 7, {"👍": 1}, 10, NOW)
    assert not await db.run(service.reacted, PLACE, 7, {"👍": 1}, 10, NOW)
    assert (await reach(db, sent)).reactions == {"👍": 1}
    await db.run(service.reacted, PLACE, 7, {"🎉": 1}, 12, NOW)
    assert not await db.run(service.reacted, PLACE, 7, {"👍": 1}, 11, NOW)
    assert (await reach(db, sent)).reactions == {"🎉": 1}
    await db.run(service.reacted, PLACE, 7, {}, 13, NOW)
    assert (await reach(db, sent)).reactors == 0


async def test_taps_are_counted_per_update_and_people_once(
    db: Database, sent: BriefEdition
) -> None:
    for update in (20, 20, 21):
        await db.run(service.tapped, PLACE, 7, "term:pe", update, NOW)
    await db.run(service.tapped, (7, 3), 7, "sources", 22, NOW, sent.id)
    found = await reach(db, sent)
    assert (found.tappers, found.taps, found.terms, found.sources) == (1, 3, 2, 1)


async def test_votes_find_their_edition_by_the_poll(db: Database, sent: BriefEdition) -> None:
    assert await db.run(service.voted, "p1", {"0": 2, "total": 2}, 30, NOW)
    assert not await db.run(service.voted, "p1", {"0": 1, "total": 1}, 29, NOW)
    assert not await db.run(service.voted, "unknown", {"total": 9}, 31, NOW)
    assert (await reach(db, sent)).votes == 2


async def test_what_is_no_brief_counts_for_nothing(db: Database, sent: BriefEdition) -> None:
    assert not await db.run(service.reacted, (GROUP, 999), 7, {"👍": 1}, 40, NOW)
    assert not await db.run(service.tapped, (GROUP, 999), 7, "term:pe", 41, NOW)
    assert not await db.run(service.tapped, PLACE, 7, "sources", 42, NOW, 12345)
    assert (await reach(db, sent)).touched == 0
