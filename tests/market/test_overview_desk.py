import pytest

from bot.contest.days.feed_limits import limits_by_name
from bot.market.desk import Bases, choose_sources
from bot.market.eastmoney_overview import EastmoneyOverview
from bot.market.http import GuardedHttp
from bot.market.overview import NoOverview
from bot.market.overview_desk import choose_overview
from bot.market.rehearsal_overview import RehearsalOverview


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        (("tencent", "sina", "eastmoney", "yahoo"), EastmoneyOverview),
        (("eastmoney", "rehearsal"), EastmoneyOverview),
        (("tencent", "sina"), NoOverview),
        (("rehearsal",), RehearsalOverview),
        (("rehearsal", "eastmoney"), RehearsalOverview),
    ],
)
def test_the_whole_market_comes_from_where_the_quotes_come_from(order, kind):
    http = GuardedHttp(Bases().every)
    quotes = choose_sources(order, http)
    assert type(choose_overview(order, quotes, http, limits_by_name, bases=Bases())) is kind
