import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from bot.briefs.desk import posting
from bot.briefs.desk.final import Final, finals
from bot.briefs.gather import gather
from bot.briefs.slots import BareReason, EditionState, SkipReason, Slot
from bot.i18n import Language
from bot.market.desk import QuoteDesk
from bot.market.headlines import Headline
from bot.market.news import News
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.rehearsal import RehearsalQuotes
from bot.market.source import Snapshot
from bot.market.symbols import MARKET_INDEXES
from bot.members.tiers import Binding, Purpose, Tier
from bot.telegram.house import House
from db.models.delivery import Delivery
from db.models.market import QuotePoint
from db.opening import open_database
from db.repositories import groups
from db.session import Database
from jobs.briefs import brief_tick, record_quotes
from tests.briefs.houses import (
    GROUPS,
    OPS,
    alerts,
    bind,
    bind_all,
    desk_cards,
    editions,
    make_house,
    posts,
)
from tests.briefs.newsrooms import DAY, StubNews, StubSource, at, make_due, make_headline
from tests.briefs.test_figures import make_quote

VIOLATION = "内部消息：该股明天必涨，保本稳赚"
DEAD = Snapshot({}, (FeedProblem(ProblemKind.UNREACHABLE, "tencent"),))


async def tick(house: House, clock: str, day: date = DAY) -> None:
    now = at(clock, day)
    house.clock.move_to(now)  # type: ignore[attr-defined]
    await brief_tick(house, now)


def news(*titles: str) -> StubNews:
    headlines = [
        make_headline(n, published=at("08:00"), title=title) for n, title in enumerate(titles)
    ]
    return StubNews(News(tuple(headlines)), ["https://news.example/rss"])


async def keys(db: Database) -> list[str]:
    return [post.send_key for post in await db.read(posts)]


async def test_each_group_gets_its_tiers_brief_once_however_often_the_clock_ticks(
    db: Database,
) -> None:
    await db.run(bind_all)
    house = make_house(db)
    for clock in ("07:49", "07:50", "08:29"):
        await tick(house, clock)
    assert await keys(db) == []
    for clock in ("08:30", "08:30", "08:31", "09:24"):
        await tick(house, clock)
    assert len(await db.read(desk_cards)) == 1
    sent = await db.read(posts)
    assert [post.chat_id for post in sent] == list(GROUPS.values())
    assert len({post.markup for post in sent}) == 3
    assert all(post.picture for post in sent)
    assert all(post.useless_after == at("09:25") for post in sent)
    assert [post.buttons[0][0]["label"] for post in sent] == ["数据来源"] * 3
    assert await db.read(alerts) == []


async def test_every_edition_keeps_the_quotes_of_its_text_and_picture(db: Database) -> None:
    await db.run(bind_all)
    await tick(make_house(db), "15:45")
    for edition in [e for e in await db.read(editions) if e.slot is Slot.EVENING]:
        assert edition.state is EditionState.QUEUED
        assert edition.picture
        for kind in ("figures", "picture"):
            assert all(row["at"] and row["source"] for row in edition.snapshot[kind])


async def test_it_goes_into_the_briefs_topic_in_the_groups_language(db: Database) -> None:
    def prepare(session: Session) -> None:
        group = bind(session, -1001, Binding.NEWBIE, Language.ENGLISH)
        groups.bind_topic(session, group, Purpose.BRIEFS, 77)

    await db.run(prepare)
    await tick(make_house(db), "08:30")
    (post,) = await db.read(posts)
    assert post.thread_id == 77
    assert "Morning brief" in post.markup


async def test_two_publishers_at_once_post_each_brief_once(database_url: str) -> None:
    first, second = open_database(database_url), open_database(database_url)
    try:
        await first.run(bind_all)
        houses = [make_house(db, news=news(f"甲{n}")) for n, db in enumerate((first, second))]
        for clock in ("07:50", "08:30", "11:05", "11:45", "15:45"):
            await asyncio.gather(*(tick(house, clock) for house in houses))
        sent = await first.read(posts)
        made = await first.read(editions)
    finally:
        first.close()
        second.close()
    assert len(sent) == len({post.send_key for post in sent}) == 9
    assert len(made) == 9
    by_key = {(e.tier.value, e.slot.value): e.markup for e in made}
    tiers = {chat: binding.value for binding, chat in GROUPS.items()}
    for post in sent:
        assert post.markup == by_key[tiers[post.chat_id], post.send_key.split(":")[2]]


async def test_a_publisher_that_lost_the_race_changes_nothing(db: Database) -> None:
    await db.run(bind_all)
    house = make_house(db)
    room, due, now = house.newsroom, make_due(Slot.MORNING), at("08:30")
    material = await gather(db, room, due, now)
    pairs = [((tier, Language.SIMPLIFIED), None) for tier in Tier]

    def ready(*headlines: Headline) -> list[Final]:
        return finals(room, replace(material, news=News(headlines)), [], pairs, {})

    other, bare = ready(make_headline()), ready(make_headline(title=VIOLATION))
    assert await db.run(posting.publish, room, due, ready(), now) == 3
    assert await db.run(posting.publish, room, due, other, now) == 0
    assert await db.run(posting.publish, room, due, bare, now) == 0
    assert {e.state for e in await db.read(editions)} == {EditionState.QUEUED}
    assert await db.read(alerts) == []
    assert "示例财经" not in "".join(e.markup for e in await db.read(editions))


async def test_a_restart_within_the_minute_or_later_makes_up_for_what_was_missed(
    db: Database,
) -> None:
    await db.run(bind_all)
    await tick(make_house(db), "09:10")
    assert len(await keys(db)) == 3
    await tick(make_house(db), "09:10")
    await tick(make_house(db), "09:11")
    assert len(await keys(db)) == 3


@pytest.mark.parametrize(
    ("slot", "clock"),
    [(Slot.MORNING, "09:25"), (Slot.NOON, "12:55"), (Slot.EVENING, "20:00")],
)
async def test_a_late_brief_is_recorded_with_its_reason_and_not_sent(
    db: Database, slot: Slot, clock: str
) -> None:
    await db.run(bind_all)
    house = make_house(db)
    house.quotes = QuoteDesk([StubSource(DEAD, MARKET_INDEXES)])
    await tick(house, clock)
    await tick(house, clock)
    late = [e for e in await db.read(editions) if e.slot is slot and e.day == DAY]
    assert {e.state for e in late} == {EditionState.SKIPPED}
    assert {e.why for e in late} == {SkipReason.LATE.value}
    assert len(late) == 3
    assert not any(slot.value in key for key in await keys(db))
    told = [text for text in await db.read(alerts) if f"已过 {clock}" in text]
    assert len(told) >= 1
    assert "新手、进阶、高净值" in told[-1]


async def test_what_was_missed_on_friday_is_recorded_on_monday(db: Database) -> None:
    await db.run(bind_all)
    await tick(make_house(db), "07:00", date(2026, 11, 23))
    missed = await db.read(editions)
    assert {(e.day, e.state) for e in missed} == {(DAY, EditionState.SKIPPED)}
    assert len(missed) == 9


async def test_a_group_that_came_after_the_slot_has_missed_nothing(db: Database) -> None:
    await db.run(bind, -1001, Binding.NEWBIE, None, at("21:00"))
    await tick(make_house(db), "21:01")
    assert await db.read(editions) == []
    assert await db.read(alerts) == []


async def test_a_group_bound_later_gets_the_same_edition_on_the_next_tick(db: Database) -> None:
    await db.run(bind, -1001, Binding.NEWBIE)
    house = make_house(db)
    await tick(house, "08:30")
    await db.run(bind, -2001, Binding.NEWBIE, None, at("08:40"))
    await tick(house, "08:41")
    first, second = await db.read(posts)
    assert (first.chat_id, second.chat_id) == (-1001, -2001)
    assert first.markup == second.markup
    assert first.picture == second.picture
    assert len(await db.read(editions)) == 1


async def test_without_a_single_usable_quote_nothing_is_posted_until_the_feed_recovers(
    db: Database,
) -> None:
    await db.run(bind_all)
    house = make_house(db)
    source = StubSource(DEAD, MARKET_INDEXES)
    house.quotes = QuoteDesk([source])
    await tick(house, "08:30")
    await tick(house, "08:31")
    assert await keys(db) == []
    assert {(e.state, e.why) for e in await db.read(editions)} == {
        (EditionState.SKIPPED, "no-data")
    }
    (told,) = await db.read(alerts)
    assert "一条可用的行情都没有" in told
    assert source.asked == 2
    house.quotes = QuoteDesk([RehearsalQuotes(seed=3)])
    await tick(house, "08:32")
    assert len(await keys(db)) == 3
    assert {e.state for e in await db.read(editions)} == {EditionState.QUEUED}
    assert {e.why for e in await db.read(editions)} == {None}


async def test_what_was_left_out_is_told_once_for_all_tiers(db: Database) -> None:
    await db.run(bind_all)
    problem = FeedProblem(ProblemKind.BLOCKED, "news.example", None, "html")
    house = make_house(db, news=StubNews(News((), (problem,)), ["https://news.example/rss"]))
    await tick(house, "08:30")
    await tick(house, "08:31")
    (told,) = await db.read(alerts)
    assert "news.example：返回的是拦截页面" in told
    assert len(await keys(db)) == 3


async def test_a_feed_that_hangs_costs_its_own_lines_only(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hanging(StubNews):
        async def news(self, now: object) -> News:
            await asyncio.Event().wait()
            return News()

    monkeypatch.setattr("bot.briefs.gather.LONGEST_WAIT_SECONDS", 0.01)
    await db.run(bind_all)
    await tick(make_house(db, news=Hanging(urls=["https://news.example/rss"])), "08:30")
    assert len(await keys(db)) == 3
    (told,) = await db.read(alerts)
    assert "超时" in told


async def test_blocked_text_is_replaced_by_bare_figures_and_shown_to_the_operators(
    db: Database,
) -> None:
    await db.run(bind_all)
    await tick(make_house(db, news=news(VIOLATION)), "08:30")
    sent = await db.read(posts)
    assert len(sent) == 3
    assert all("必涨" not in post.markup for post in sent)
    assert all("仅数据" in post.markup for post in sent)
    made = await db.read(editions)
    assert {e.state for e in made} == {EditionState.DATA_ONLY}
    assert all(e.why is not None and e.why.startswith("blocked: R-") for e in made)
    assert all(VIOLATION in e.snapshot["blocked"]["text"] for e in made)
    told = await db.read(alerts)
    assert len(told) == 3
    for text in told:
        assert VIOLATION in text
        assert "R-" in text
        assert "已改发仅数据版" in text


async def test_a_name_that_breaks_a_rule_stops_even_the_bare_figures(db: Database) -> None:
    await db.run(bind_all)
    house = make_house(db)
    quotes = {
        "sh600036": make_quote(
            symbol="sh600036", name="保本稳赚必涨", at=at("15:00", date(2026, 11, 19))
        )
    }
    indexes = replace(MARKET_INDEXES, mainland=("sh600036",), hong_kong=(), overseas=())
    house.quotes = QuoteDesk([StubSource(Snapshot(quotes), indexes)])
    await tick(house, "08:30")
    await tick(house, "08:31")
    assert await keys(db) == []
    assert {(e.state, e.why) for e in await db.read(editions)} == {
        (EditionState.SKIPPED, "blocked")
    }
    assert any("仅数据版同样未通过" in text for text in await db.read(alerts))


async def test_under_review_bare_figures_go_out_when_nobody_approved(db: Database) -> None:
    await db.run(bind_all)
    house = make_house(db, settings={"brief_policy": "review"})
    for clock in ("07:50", "08:10", "08:29"):
        await tick(house, clock)
    assert await keys(db) == []
    assert {e.state for e in await db.read(editions)} == {EditionState.AWAITING}
    for clock in ("08:30", "08:31"):
        await tick(house, clock)
    assert len(await keys(db)) == 3
    assert {e.state for e in await db.read(editions)} == {EditionState.DATA_ONLY}
    assert {e.why for e in await db.read(editions)} == {BareReason.NOT_APPROVED.value}
    assert sum("到 08:30 没有人批准" in text for text in await db.read(alerts)) == 1


async def test_under_review_a_start_after_the_hour_sends_bare_figures_at_once(
    db: Database,
) -> None:
    await db.run(bind_all)
    await tick(make_house(db, settings={"brief_policy_morning": "review"}), "08:41")
    assert {e.why for e in await db.read(editions)} == {BareReason.TOO_LATE_TO_REVIEW.value}
    assert all("仅数据" in post.markup for post in await db.read(posts))
    assert any("来不及审核" in text for text in await db.read(alerts))


async def test_a_draft_that_nobody_approved_before_it_was_useless_is_recorded_so(
    db: Database,
) -> None:
    await db.run(bind_all)
    house = make_house(db, settings={"brief_policy": "review"})
    await tick(house, "07:50")
    await tick(house, "09:25")
    assert {e.why for e in await db.read(editions)} == {SkipReason.NOT_APPROVED.value}
    assert any("没有人确认" in text for text in await db.read(alerts))


async def test_an_uncovered_calendar_posts_nothing_and_is_told_once_a_day(db: Database) -> None:
    await db.run(bind_all)
    house = make_house(db)
    for clock in ("08:30", "08:31", "15:45"):
        await tick(house, clock, date(2027, 1, 4))
    assert await keys(db) == []
    (told,) = await db.read(alerts)
    assert "XSHG" in told


async def test_a_day_off_has_no_brief(db: Database) -> None:
    await db.run(bind, -1001, Binding.NEWBIE, None, at("21:00"))
    await tick(make_house(db), "15:45", date(2026, 11, 21))
    assert await keys(db) == []


async def test_the_operators_group_gets_no_brief(db: Database) -> None:
    await db.run(bind, OPS, Binding.OPERATORS)
    await tick(make_house(db), "08:30")
    assert await keys(db) == []
    assert await db.read(editions) == []


async def points(db: Database) -> list[QuotePoint]:
    return await db.read(lambda session: list(session.exec(select(QuotePoint))))


async def test_index_values_are_recorded_in_session_and_drawn_later(db: Database) -> None:
    house = make_house(db)
    symbol = MARKET_INDEXES.mainland[0]
    for minute in range(0, 30, 5):
        now = at("10:00") + timedelta(minutes=minute)
        quote = make_quote(symbol=symbol, at=now)
        house.quotes = QuoteDesk([StubSource(Snapshot({symbol: quote}), MARKET_INDEXES)])
        await record_quotes(house, now)
        await record_quotes(house, now)
    assert len(await points(db)) == 6
    material = await gather(db, house.newsroom, make_due(Slot.NOON), at("10:27"))
    assert len(material.series[symbol]) == 6


@pytest.mark.parametrize("clock", ["08:00", "12:10", "15:10", "23:00"])
async def test_nothing_is_asked_or_recorded_while_no_exchange_trades(
    db: Database, clock: str
) -> None:
    home_only = replace(MARKET_INDEXES, hong_kong=(), overseas=())
    source = StubSource(Snapshot({"sh000001": make_quote(at=at(clock))}), home_only)
    house = make_house(db, quotes=QuoteDesk([source]))
    await record_quotes(house, at(clock))
    assert source.asked == 0
    assert await points(db) == []


async def test_invented_prices_are_not_recorded(db: Database) -> None:
    await record_quotes(make_house(db), at("10:00"))
    assert await points(db) == []


async def test_the_question_follows_each_noon_brief_once(db: Database) -> None:
    await db.run(bind_all)
    house = make_house(db)
    await tick(house, "08:30")
    assert not [key for key in await every_key(db) if key.startswith("brief-poll:")]
    await tick(house, "11:45")
    await tick(house, "11:46")
    polls = [key for key in await every_key(db) if key.startswith("brief-poll:")]
    assert len(polls) == len(GROUPS)
    newest = max(await db.read(editions), key=lambda edition: edition.id)
    assert newest.snapshot["poll"]["question"]
    assert newest.snapshot["regime"]["kind"] in {"calm", "volatile"}


async def every_key(db: Database) -> list[str]:
    def read(session: Session) -> list[str]:
        return list(session.exec(select(Delivery.send_key).order_by(Delivery.id)))  # type: ignore[arg-type]

    return await db.read(read)
