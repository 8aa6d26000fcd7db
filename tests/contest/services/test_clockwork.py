"""The clock of contests over whole days, on both engines, with a scripted feed."""

from db.session import Database
from tests.contest.services.market_days import (
    USUAL,
    accounts,
    board_posts,
    buy,
    days,
    kinds,
    make_market,
    play,
    prepare,
    state_of,
    tick,
)
from tests.factories.contests import BANK, DAY, NEXT_DAY, at, terms


async def test_a_day_opens_holds_its_auctions_closes_ranks_seals_and_posts(db: Database) -> None:
    contest = await db.run(prepare)
    house, feed = make_market(db)
    await play(house, DAY, (9, 16))
    assert await db.read(kinds, contest) == ["DayOpened"]
    await db.run(buy, contest, 1, 1000, at(9, 17), terms=terms(reference="36.00"))
    await play(house, DAY, *USUAL[1:])
    assert await db.read(kinds, contest) == [
        "DayOpened",
        "Listed",
        "AuctionHeld",
        "AuctionHeld",
        "DayClosed",
    ]
    (day,) = await db.read(days, contest)
    assert day.head and day.sealed_at and day.records > 5
    held = (await db.read(accounts, contest))[1]
    assert held.positions[BANK].quantity == 1000
    posts = await db.read(board_posts)
    assert len(posts) == 3
    print(posts[0].markup)
