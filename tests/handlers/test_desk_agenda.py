from datetime import date, time

import pytest

from bot.briefs.desk import agenda
from bot.briefs.desk.errors import (
    DeskBroken,
    DeskEventWrong,
    DeskNoSlot,
    DeskNoteGone,
    DeskNoteNumbers,
    DeskNoteWrong,
)
from bot.briefs.slots import Slot
from bot.members.tiers import Tier
from bot.telegram.router import NotAllowedError
from db.session import Database
from tests.briefs.houses import desk_cards, heard, make_house, posts, read_row, texts
from tests.briefs.newsrooms import DAY, at
from tests.handlers.desk_stage import (
    ANNA,
    BORIS,
    LIN,
    actions,
    appoint,
    button,
    command,
    drafted,
    edition,
    press,
    tick,
)

LINE = "编辑部提示：周三 10:00 有行业讲座"


async def test_a_note_stands_in_the_next_briefs_of_all_tiers(db: Database) -> None:
    await db.run(appoint)
    house = make_house(db, "10:30")
    await command(house, "note 周三 10:00 有行业讲座")
    assert texts(house)[-1].splitlines()[:2] == [
        "11月20日（周五）的午报（全部）会带上这一行：",
        LINE,
    ]
    await tick(house, "11:05")
    await tick(house, "11:45")
    sent = await db.read(posts)
    assert len(sent) == 3
    assert all(LINE in post.markup for post in sent)
    await tick(house, "15:45")
    assert LINE not in (await edition(db, Tier.VIP, Slot.EVENING)).markup


async def test_a_note_can_be_for_one_tier_and_be_aimed_at_another(db: Database) -> None:
    await db.run(appoint)
    house = make_house(db, "10:30")
    await command(house, "提示 新手 周三 10:00 有行业讲座")
    chosen = heard(house).of("sendMessage")[-1]
    await press(house, button(chosen, "高净值"), BORIS)
    assert [len(await db.read(agenda.notes_for, DAY, Slot.NOON, tier)) for tier in Tier] == [
        0,
        0,
        1,
    ]
    assert [a.action for a in await actions(db)] == ["brief-note", "brief-note-tier"]


async def test_a_note_after_the_draft_makes_a_new_version_by_its_author(db: Database) -> None:
    house = await drafted(db, settings={"brief_policy": "review"})
    await command(house, "note 周三 10:00 有行业讲座")
    await tick(house, "11:06")
    one = await edition(db, Tier.NEWBIE)
    assert (one.version, one.author_id) == (2, ANNA)
    assert LINE in one.markup
    assert "王岚 11:06 改" in read_row((await db.read(desk_cards))[-1])
    await tick(house, "11:07")
    assert (await edition(db, Tier.NEWBIE)).version == 2


async def test_a_note_taken_back_goes_out_with_nobody(db: Database) -> None:
    house = await drafted(db)
    await command(house, "note 周三 10:00 有行业讲座")
    data = button(heard(house).of("sendMessage")[-1], "撤回")
    await tick(house, "11:06")
    await press(house, data)
    await tick(house, "11:07")
    assert LINE not in (await edition(db, Tier.NEWBIE)).markup
    await tick(house, "11:45")
    assert not any(LINE in post.markup for post in await db.read(posts))
    with pytest.raises(DeskNoteGone):
        await press(house, data)


async def test_a_note_withdrawn_after_an_approval_is_gone_all_the_same(db: Database) -> None:
    house = await drafted(db)
    await command(house, "note 周三 10:00 有行业讲座")
    data = button(heard(house).of("sendMessage")[-1], "撤回")
    await tick(house, "11:06")
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"desk:ok-{one.id}-{one.version}", BORIS)
    await press(house, data)
    await tick(house, "11:45")
    assert not any(LINE in post.markup for post in await db.read(posts))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("成交放大了 77%", DeskNoteNumbers),
        ("内部消息：明天必涨", DeskBroken),
        ("", DeskNoteWrong),
        ("长" * 121, DeskNoteWrong),
    ],
)
async def test_a_note_that_may_not_go_out_is_refused(
    db: Database, text: str, refusal: type[Exception]
) -> None:
    await db.run(appoint)
    house = make_house(db, "10:30")
    with pytest.raises(refusal):
        await command(house, f"note {text}".strip())
    assert await actions(db) == []


async def test_a_note_needs_a_brief_that_is_still_to_come(db: Database) -> None:
    await db.run(appoint)
    with pytest.raises(DeskNoSlot):
        await command(make_house(db, "15:45"), "note 慢慢来")
    house = make_house(db)
    house.clock.move_to(at("08:00", date(2026, 11, 21)))  # type: ignore[attr-defined]
    with pytest.raises(DeskNoSlot):
        await command(house, "note 慢慢来")


async def test_events_are_entered_listed_and_removed(db: Database) -> None:
    await db.run(appoint)
    house = make_house(db, "10:30")
    await command(house, "event 2026-11-25 10:00 统计局公布工业数据")
    await command(house, "日程 2026-11-25 投资者教育日")
    found = await db.read(agenda.events_on, date(2026, 11, 25))
    assert [(e.at, e.text) for e in found] == [
        (None, "投资者教育日"),
        (time(10), "统计局公布工业数据"),
    ]
    await command(house, "event")
    assert "1. 11月25日（周三） 10:00 统计局公布工业数据" in texts(house)[-1]
    await command(house, "event 删除 1")
    await press(house, f"agenda:unevent-{found[0].id}", BORIS)
    assert await db.read(agenda.events_on, date(2026, 11, 25)) == ()
    await command(house, "event")
    assert "还没有记入日程" in texts(house)[-1]
    assert len(await actions(db)) == 4


@pytest.mark.parametrize(
    "arguments",
    ["2026-13-01 开会", "2026-11-19 昨天的事", "明天 开会", "2026-11-25", "2026-11-25 25:00"],
)
async def test_an_event_that_cannot_be_read_is_answered_with_how_to_write_it(
    db: Database, arguments: str
) -> None:
    await db.run(appoint)
    with pytest.raises((DeskEventWrong, DeskNoteNumbers)):
        await command(make_house(db, "10:30"), f"event {arguments}")


async def test_members_add_nothing(db: Database) -> None:
    await db.run(appoint)
    house = make_house(db, "10:30")
    for words in ("note 慢慢来", "event 2026-11-25 开会"):
        with pytest.raises(NotAllowedError):
            await command(house, words, LIN)
    with pytest.raises(NotAllowedError):
        await press(house, "agenda:unnote-1", LIN)


@pytest.mark.parametrize("data", ["", "tier-1-x", "unnote-x", "unnote-" + "9" * 30, "nonsense"])
async def test_a_forged_button_does_no_harm(db: Database, data: str) -> None:
    await db.run(appoint)
    await press(make_house(db, "10:30"), f"agenda:{data}")
    assert await actions(db) == []
