from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup
from sqlmodel import Session, select

from bot.briefs.errors import WatchBriefForVip
from bot.briefs.watch_list import MOST_SHOWN, Watched, compose_watch_list
from bot.briefs.watch_service import turn_off, turn_on
from bot.calendar.exchange import EXCHANGES, load_calendar
from bot.delivery.lanes import Lane
from bot.i18n import Language
from bot.market.desk import QuoteDesk
from bot.market.rehearsal import RehearsalQuotes
from bot.members.tiers import Binding, Presence
from bot.telegram.house import House
from db.models.delivery import Delivery
from db.repositories import groups, members, watches
from db.session import Database
from jobs.watch_briefs import watch_brief_tick
from tests.briefs.houses import GROUPS, bind_all, make_house
from tests.briefs.newsrooms import DAY, WORDS, ZONE, at
from tests.briefs.test_figures import make_quote
from tests.factories.members import make_member

VIP, NEWBIE = 501, 502
SHARES = ("sh600036", "sz300750")


def join(session: Session, member_id: int, binding: Binding) -> None:
    make_member(session, member_id)
    group = groups.by_chat(session, GROUPS[binding])
    assert group is not None
    members.set_presence(session, group.id, member_id, Presence.PRESENT, at("06:30"))
    for symbol in SHARES:
        watches.add(session, member_id, symbol, at("06:40"))


@pytest.fixture
def db(db: Database) -> Database:
    db.run_sync(bind_all)
    db.run_sync(join, VIP, Binding.VIP)
    db.run_sync(join, NEWBIE, Binding.NEWBIE)
    return db


def lists(session: Session) -> list[Delivery]:
    query = select(Delivery).where(Delivery.send_key.startswith("watch-brief:"))  # type: ignore[attr-defined]
    return list(session.exec(query))


def make_rehearsal(db: Database) -> House:
    return make_house(db, quotes=QuoteDesk([RehearsalQuotes(seed=3, with_shares=True)]))


async def test_a_vip_who_asked_gets_the_list_once_in_private(db: Database) -> None:
    house = make_rehearsal(db)
    await watch_brief_tick(house, at("08:30"))
    assert await db.read(lists) == []
    await db.run(turn_on, VIP, at("08:00"))
    for clock in ("08:29", "08:30", "08:31"):
        await watch_brief_tick(house, at(clock))
    (post,) = await db.read(lists)
    assert (post.chat_id, post.lane) == (VIP, Lane.NUDGE)
    assert "您的自选〔模拟行情〕" in post.markup
    assert "不构成投资建议" in post.markup
    assert post.buttons[0][0]["data"] == "watchbrief:off"
    assert post.useless_after is not None


@pytest.mark.parametrize("clock", ["08:29", "09:25", "12:00"])
async def test_outside_of_the_morning_slot_nothing_is_sent(db: Database, clock: str) -> None:
    await db.run(turn_on, VIP, at("08:00"))
    await watch_brief_tick(make_rehearsal(db), at(clock))
    assert await db.read(lists) == []


async def test_on_a_day_without_trading_nothing_is_sent(db: Database) -> None:
    await db.run(turn_on, VIP, at("08:00"))
    await watch_brief_tick(make_rehearsal(db), at("08:30", date(2026, 11, 21)))
    assert await db.read(lists) == []


async def test_who_turned_it_off_or_left_the_vip_group_gets_none(db: Database) -> None:
    await db.run(turn_on, VIP, at("08:00"))
    await db.run(turn_off, VIP)
    await watch_brief_tick(make_rehearsal(db), at("08:30"))
    assert await db.read(lists) == []
    await db.run(turn_on, VIP, at("08:00"))
    group = await db.read(groups.by_chat, GROUPS[Binding.VIP])
    assert group is not None
    await db.run(members.set_presence, group.id, VIP, Presence.LEFT, at("08:10"))
    await watch_brief_tick(make_rehearsal(db), at("08:30"))
    assert await db.read(lists) == []


async def test_others_than_vips_are_told_that_it_is_not_theirs(db: Database) -> None:
    with pytest.raises(WatchBriefForVip):
        await db.run(turn_on, NEWBIE, at("08:00"))


def make_watched(**quotes: object) -> Watched:
    calendars = {code: load_calendar(code) for code in EXCHANGES}
    names = dict.fromkeys(quotes, "甲")
    return Watched(DAY, at("15:30"), ZONE, quotes, names, calendars)  # type: ignore[arg-type]


def written(watched: Watched) -> Markup:
    return compose_watch_list(watched, list(watched.names), Language.SIMPLIFIED, WORDS)


def test_a_stale_or_broken_quote_is_named_without_a_figure() -> None:
    good = make_quote(symbol="sh600036", at=at("15:00"))
    stale = make_quote(symbol="sz300750", at=at("14:00"), last=Decimal("77.77"))
    watched = make_watched(sh600036=good, sz300750=stale)
    text = written(replace(watched, names={"sh600036": "甲", "sz300750": "乙"}))
    assert "甲 3,412.55" in text
    assert "暂时没有可用行情：乙" in text
    assert "77.77" not in text
    assert not written(make_watched(sz300750=stale))
    assert not written(make_watched(sh600036=replace(good, last=Decimal("NaN"))))


def test_a_name_may_hold_digits_and_a_long_list_is_cut() -> None:
    symbols = [f"sh6000{n:02}" for n in range(MOST_SHOWN + 3)]
    quotes = {s: make_quote(symbol=s, at=at("15:00")) for s in symbols}
    watched = replace(make_watched(**quotes), names=dict.fromkeys(symbols, "创 50 号"))
    text = written(watched)
    assert text.count("创 50 号") == MOST_SHOWN
    assert "发 /watch 查看全部" in text
