"""The desk's services on both engines: what two people do at once, and what is kept of it."""

import asyncio
from datetime import datetime

import pytest
from markupsafe import Markup
from sqlmodel import Session

from bot.briefs.desk import deciding, drafting, editing, posting
from bot.briefs.desk.errors import DeskChanged, DeskDecided
from bot.briefs.desk.final import Final, finals
from bot.briefs.gather import gather
from bot.briefs.slots import Decision, EditionState, Slot
from bot.i18n import Language
from bot.market.desk import QuoteDesk
from bot.market.rehearsal import RehearsalQuotes
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES
from bot.markup import plain
from bot.members.deed import Deed
from bot.members.tiers import Tier
from bot.telegram.house import House
from db.models.brief import BriefEdition
from db.repositories import briefs, members
from db.session import Database
from jobs.briefs import brief_tick
from tests.briefs.binding import unbound_numbers
from tests.briefs.houses import alerts, bind_all, editions, make_house, posts
from tests.briefs.newsrooms import DAY, StubSource, at, make_due

DUE = make_due(Slot.NOON)
ANNA, BORIS = 81, 82


def staff(session: Session) -> None:
    bind_all(session)
    for person, name in ((ANNA, "王岚"), (BORIS, "陈渡")):
        members.save(session, person, at("07:00"), first_name=name, last_name=None, username=None)


def deed(actor: int, clock: str = "11:10") -> Deed:
    return Deed(actor, f"test:{actor}:{clock}", at(clock), DAY)


async def drafted(db: Database, **settings: str) -> House:
    await db.run(staff)
    house = make_house(db, "11:05", settings=settings)
    await tick(house, "11:05")
    return house


async def tick(house: House, clock: str) -> datetime:
    now = at(clock)
    house.clock.move_to(now)  # type: ignore[attr-defined]
    await brief_tick(house, now)
    return now


async def noon(db: Database, tier: Tier = Tier.NEWBIE) -> BriefEdition:
    return next(e for e in await db.read(editions) if (e.tier, e.slot) == (tier, Slot.NOON))


async def prepared(house: House, clock: str = "11:45") -> list[Final]:
    """Return what a process is about to post at `clock`."""
    room = house.newsroom
    work = await house.db.read(drafting.work_of, room, DUE)
    material = await gather(house.db, room, DUE, at(clock))
    return finals(room, material, work.left.drafts, work.companions, work.notes)


async def test_of_two_decisions_at_once_one_counts(db: Database) -> None:
    house = await drafted(db)
    one, room = await noon(db), house.newsroom
    wanted = ((ANNA, Decision.APPROVED), (BORIS, Decision.REJECTED))
    done = await asyncio.gather(
        *(
            db.run(deciding.decide, room, one.id, 1, decision, deed(actor))
            for actor, decision in wanted
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(result, DeskDecided) for result in done) == 1
    fresh = await noon(db)
    assert (fresh.decided_by, fresh.decision) in wanted
    assert fresh.revision == 1


async def test_of_two_edits_of_the_same_version_one_counts_and_no_version_is_lost(
    db: Database,
) -> None:
    house = await drafted(db)
    one, room = await noon(db), house.newsroom
    done = await asyncio.gather(
        *(
            db.run(editing.edit, room, one.id, 1, Markup(text), deed(actor))
            for actor, text in ((ANNA, "先看计划"), (BORIS, "别着急"))
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(result, DeskChanged) for result in done) == 1
    kept = await db.read(briefs.versions_of, one.id)
    assert [(v.number, v.author_id is None) for v in kept] == [(1, True), (2, False)]
    assert kept[1].markup == (await noon(db)).markup


async def test_a_rejection_while_the_brief_is_being_written_holds_it_back(db: Database) -> None:
    house = await drafted(db)
    ready = await prepared(house)
    one, room = await noon(db), house.newsroom
    await db.run(deciding.decide, room, one.id, 1, Decision.REJECTED, deed(ANNA, "11:45"))
    assert await db.run(posting.publish, room, DUE, ready, at("11:45")) == 2
    assert (await noon(db)).state is EditionState.AWAITING
    await tick(house, "11:46")
    assert (await noon(db)).state is EditionState.SKIPPED
    assert len(await db.read(posts)) == 2


async def test_a_draft_written_while_a_brief_is_posted_by_hand_does_not_hold_it_up(
    db: Database,
) -> None:
    await db.run(staff)
    house = make_house(db, "11:05")
    room = house.newsroom
    pairs = [((tier, Language.SIMPLIFIED), Decision.APPROVED) for tier in Tier]
    material = await gather(db, room, DUE, at("11:05"))
    ready = finals(room, material, [], pairs, {}, by_hand=True)
    await tick(house, "11:05")
    one = await noon(db, Tier.VIP)
    await db.run(deciding.decide, room, one.id, 1, Decision.REJECTED, deed(ANNA))
    assert await db.run(posting.publish, room, DUE, ready, at("11:06")) == 2
    assert (await noon(db)).state is EditionState.QUEUED
    assert (await noon(db, Tier.VIP)).decision is Decision.REJECTED


async def test_two_processes_post_an_edited_draft_once(db: Database) -> None:
    house = await drafted(db)
    one, room = await noon(db), house.newsroom
    await db.run(editing.edit, room, one.id, 1, Markup("先看计划，别着急"), deed(ANNA))
    first, second = await prepared(house), await prepared(house)
    queued = await asyncio.gather(
        *(db.run(posting.publish, room, DUE, ready, at("11:45")) for ready in (first, second))
    )
    assert sorted(queued) == [0, 3]
    kept = await db.read(briefs.versions_of, one.id)
    assert [v.origin.value for v in kept] == ["draft", "edit", "refresh"]


async def test_every_number_that_goes_out_is_of_the_newest_quotes(db: Database) -> None:
    house = await drafted(db)
    one, room = await noon(db, Tier.ADVANCED), house.newsroom
    lines = [line for line in one.markup.splitlines() if line.startswith("模拟")]
    own = lines[0].replace("模拟综指", "上午的模拟综指")
    await db.run(editing.edit, room, one.id, 1, Markup(f"{own}\n{lines[1]}"), deed(ANNA))
    before = {row["written"] for row in one.snapshot["figures"]}
    await tick(house, "11:45")
    done = await noon(db, Tier.ADVANCED)
    text = plain(Markup(done.markup))
    assert "上午的模拟综指" in text
    assert unbound_numbers(text, done.snapshot) == []
    newest = {row["at"] for row in done.snapshot["figures"]}
    assert all(datetime.fromisoformat(moment) > at("11:05") for moment in newest)
    stale = before - {row["written"] for row in done.snapshot["figures"]}
    assert stale
    assert not [written for written in stale if f" {written}" in text]


async def test_without_quotes_at_its_time_it_waits_and_then_goes_out_as_approved(
    db: Database,
) -> None:
    house = await drafted(db, brief_policy="review")
    one, room = await noon(db), house.newsroom
    await db.run(deciding.decide, room, one.id, 1, Decision.APPROVED, deed(ANNA))
    quotes = house.quotes
    house.quotes = QuoteDesk([StubSource(Snapshot(), MARKET_INDEXES)])
    await tick(house, "11:45")
    assert await db.read(posts) == []
    assert (await noon(db)).state is EditionState.AWAITING
    house.quotes = quotes
    await tick(house, "11:52")
    sent = {post.chat_id: post.markup for post in await db.read(posts)}
    assert "仅数据" not in sent[-1001]
    assert "仅数据" in sent[-1002]


async def test_a_process_that_slept_through_the_hour_does_what_was_decided(db: Database) -> None:
    house = await drafted(db, brief_policy="review")
    one = await noon(db)
    await db.run(deciding.decide, house.newsroom, one.id, 1, Decision.APPROVED, deed(ANNA))
    await tick(make_house(db, settings={"brief_policy": "review"}), "12:30")
    assert (await noon(db)).state is EditionState.QUEUED
    assert (await noon(db, Tier.VIP)).state is EditionState.DATA_ONLY


async def test_an_own_line_whose_figure_has_turned_round_is_left_out_and_told(
    db: Database,
) -> None:
    house = await drafted(db)
    one, room = await noon(db), house.newsroom
    figure = next(r for r in one.snapshot["figures"] if r["symbols"] == ["simsh000001"])
    text = f"先看模拟综指 {figure['written']}\n先看计划"
    await db.run(editing.edit, room, one.id, 1, Markup(text), deed(ANNA))
    house.quotes = QuoteDesk([RehearsalQuotes(seed=6)])  # a market that went up meanwhile
    await tick(house, "11:45")
    done = await noon(db)
    now = next(r for r in done.snapshot["figures"] if r["symbols"] == ["simsh000001"])
    assert (figure["written"][0], now["written"][0]) == ("▼", "▲")
    assert "先看模拟综指" not in done.markup
    assert "先看计划" in done.markup
    assert any("去掉了 1 行" in told for told in await db.read(alerts))


@pytest.mark.parametrize("tier", list(Tier))
async def test_a_draft_keeps_its_origin_for_the_record(db: Database, tier: Tier) -> None:
    await drafted(db)
    one = await noon(db, tier)
    (version,) = await db.read(briefs.versions_of, one.id)
    assert version.markup == one.markup
    assert version.snapshot["figures"] == one.snapshot["figures"]
    assert version.verdict["findings"] == []
    assert one.language is Language.SIMPLIFIED
