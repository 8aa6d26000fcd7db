from datetime import UTC, datetime

from sqlmodel import Session, select

from bot.briefs.feed_states import StoredFeedMemory
from bot.market.feed_memory import FeedState
from bot.market.headlines import Headline
from bot.market.http import Validators
from db.models.feed_state import FeedStateRow
from db.session import Database

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
URL = "https://news.example/rss?key=secret"
HEADLINES = (
    Headline("示例央行公布数据", "https://news.example/1", NOW, "示例财经"),
    Headline("没有时间 🎉", "https://news.example/2", None, "示例财经"),
)


async def test_what_is_kept_is_recalled_and_the_address_is_not_in_it(db: Database) -> None:
    memory = StoredFeedMemory(db)
    assert await memory.recall([URL]) == {}
    state = FeedState(URL).renewed(HEADLINES, Validators('"v1"', "yesterday"), NOW)
    await memory.keep([state])
    assert await memory.recall([URL, "https://other.example"]) == {URL: state}
    again = state.confirmed(NOW).failed("timed-out")
    await memory.keep([again])
    assert await memory.recall([URL]) == {URL: again}

    def stored(session: Session) -> str:
        return str(session.exec(select(FeedStateRow)).one().model_dump())

    assert "secret" not in await db.read(stored)


async def test_what_an_older_version_kept_otherwise_is_left_out(db: Database) -> None:
    memory = StoredFeedMemory(db)
    await memory.keep([FeedState(URL).renewed(HEADLINES, Validators(), NOW)])

    def spoil(session: Session) -> None:
        row = session.exec(select(FeedStateRow)).one()
        good = row.headlines[0]
        row.headlines = [None, {}, 5, {**good, "link": "javascript:x"}, {**good, "published": "?"}]
        session.add(row)

    await db.run(spoil)
    assert (await memory.recall([URL]))[URL].headlines == ()
