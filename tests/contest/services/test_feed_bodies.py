"""What a feed's host may answer instead of a price, asked over HTTP and read by the real parser."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.contest.rules import FillModel
from bot.contest.services import verification
from bot.market.desk import Bases, choose_sources
from bot.market.http import GuardedHttp
from bot.telegram.house import House
from db.opening import open_database
from db.session import Database
from tests.briefs.houses import alerts, make_house
from tests.contest.services.market_days import accounts, buy, kinds, play, prepare
from tests.factories.contests import BANK, DAY, at, make_rules, terms
from tests.market.rows import make_body, make_row
from tests.market.servers import serving

GOOD = {"f3": "36.50", "f4": "36.00", "f5": "36.50", "f47": "39.60", "f48": "32.40"}
OPENED = GOOD | {"f30": "20261120092503"}
NOON = GOOD | {"f30": "20261120103003"}
WHOLE = make_body(make_row(BANK, **NOON))
BAD = {
    "nothing": b"",
    "a page": b"<html><body>blocked</body></html>",
    "a cut row": WHOLE[: len(WHOLE) // 2],
    "a short row": make_body("~".join(make_row(BANK, **NOON).split("~")[:30]) + '";\n'),
    "a swallowed separator": WHOLE.replace(
        "示例股份~".encode("gb18030"), b"\xca\xbe\xc0\xfd\x81", 1
    ),
    "yesterday": make_body(make_row(BANK, **(NOON | {"f30": "20261119150003"}))),
    "tomorrow": make_body(make_row(BANK, **(NOON | {"f30": "20261123103003"}))),
    "zeros": make_body(make_row(BANK, **(NOON | {"f3": "0.00", "f5": "0.00"}))),
    "a price above the limit": make_body(make_row(BANK, **(NOON | {"f3": "40.00", "f5": "40.00"}))),
    "a price below the limit": make_body(make_row(BANK, **(NOON | {"f3": "30.00", "f5": "30.00"}))),
    "no time": make_body(make_row(BANK, **(NOON | {"f30": ""}))),
    "words for a price": make_body(make_row(BANK, **(NOON | {"f3": "NaN", "f5": "Infinity"}))),
    "a minus": make_body(make_row(BANK, **(NOON | {"f3": "-36.50", "f5": "-36.50"}))),
    "another share": make_body(make_row("sh600000", **NOON)),
    "another share's code": make_body(make_row(BANK, **(NOON | {"f2": "600000"}))),
}


class Host:
    """A feed's host that answers with whatever it was told last."""

    def __init__(self) -> None:
        self.body = make_body(make_row(BANK, **OPENED))

    async def answer(self, _: web.Request) -> web.StreamResponse:
        return web.Response(body=self.body)


@pytest.fixture
async def lite(sqlite_url: str) -> AsyncIterator[Database]:
    found = open_database(sqlite_url)
    yield found
    found.close()


async def morning(
    db: Database, host: Host, base: str, http: GuardedHttp
) -> tuple[House, list[int]]:
    """Let a contest of each fill model open, and an order rest in each."""
    contests = [await db.run(prepare, make_rules(fill_model=model)) for model in FillModel]
    house = make_house(db)
    house.quotes = choose_sources("tencent", http, bases=Bases(tencent=base))
    await play(house, DAY, (9, 16), (9, 24, 40), (9, 26))
    for contest in contests:
        order = (buy, contest, 1, 1000, at(9, 40))
        placed = await db.run(*order, limit="39.00", terms=terms(BANK, "36.00"))
        assert placed.order is not None
    return house, contests


@pytest.mark.parametrize("what", BAD)
async def test_nothing_fills_on_a_bad_answer(lite: Database, what: str) -> None:
    host = Host()
    async with serving(host.answer) as base, GuardedHttp([base]) as http:
        house, contests = await morning(lite, host, base, http)
        host.body = BAD[what]
        await play(house, DAY, (10, 30, 4), (10, 30, 9), (15, 1), (15, 2), (16, 5), (16, 6))
    for contest in contests:
        mine = (await lite.read(accounts, contest))[1]
        assert not mine.positions
        assert mine.cash == 1_000_000
        assert "DayClosed" in await lite.read(kinds, contest)
        assert (await lite.read(verification.verify, contest)).differences == ()
    # One auction had no price, and both days closed without theirs: each fact is told once.
    # Zeros for hours are how feeds show a halt, and a halt is nothing wrong.
    assert len(await lite.read(alerts)) == (0 if what == "zeros" else 3)


async def test_the_same_orders_fill_on_good_rows(lite: Database) -> None:
    host = Host()
    async with serving(host.answer) as base, GuardedHttp([base]) as http:
        house, contests = await morning(lite, host, base, http)
        host.body = WHOLE
        await play(house, DAY, (10, 30, 4))
        host.body = make_body(make_row(BANK, **(GOOD | {"f30": "20261120150003"})))
        await play(house, DAY, (15, 1))
    for contest in contests:
        assert (await lite.read(accounts, contest))[1].positions[BANK].quantity == 1000
