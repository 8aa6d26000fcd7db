from decimal import Decimal

import pytest

from bot.charts.colours import GREEN, RED, TRACK
from bot.charts.index_card import IndexCard, index_canvas
from bot.charts.market_parts import BreadthBar, SectorBar, SectorBars, parts_height
from tests.charts.pictures import assert_margins_are_clean, assert_within_bounds, texts_overlap
from tests.charts.test_index_card import has_colour, make_card, make_row


def make_breadth(rose: int = 2_654, level: int = 178, fell: int = 2_168) -> BreadthBar:
    labels = (f"▲ 上涨 {rose:,}", f"平 {level:,}", f"▼ 下跌 {fell:,}")
    return BreadthBar("涨跌家数", rose, level, fell, *labels, aside="涨停 79 · 跌停 14")


def make_sectors(rising: int = 3, falling: int = 3, name: str = "行业") -> SectorBars:
    up = tuple(SectorBar(f"{name}{n}", Decimal(f"{3 - n}.25")) for n in range(rising))
    down = tuple(SectorBar(f"{name}{n + 5}", Decimal(f"-{3 - n}.10")) for n in range(falling))
    return SectorBars("涨幅居前的行业", "跌幅居前的行业", up, down)


def card(breadth: BreadthBar | None, sectors: SectorBars | None) -> IndexCard:
    made: IndexCard = make_card(make_row(), breadth=breadth, sectors=sectors)
    return made


@pytest.mark.parametrize(
    ("breadth", "sectors"),
    [
        (make_breadth(), make_sectors()),
        (make_breadth(0, 0, 5_000), make_sectors(0, 3)),
        (make_breadth(5_000, 0, 0), make_sectors(3, 0)),
        (make_breadth(1, 1, 99_999), make_sectors(1, 3, "名字非常非常长的行业板块")),
        (None, make_sectors()),
        (make_breadth(), None),
    ],
)
def test_the_parts_stay_within_the_card_and_nothing_overlaps(
    breadth: BreadthBar | None, sectors: SectorBars | None
) -> None:
    canvas = index_canvas(card(breadth, sectors))
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_the_card_grows_by_exactly_its_parts() -> None:
    bare = index_canvas(card(None, None)).height
    breadth, sectors = make_breadth(), make_sectors()
    assert index_canvas(card(breadth, sectors)).height == bare + parts_height(breadth, sectors)
    assert parts_height(None, make_sectors(0, 0)) == parts_height(None, None) == 0


def test_the_bar_shares_the_width_as_the_counts_do() -> None:
    canvas = index_canvas(card(make_breadth(3_000, 0, 1_000), None))
    bars = [e for e in canvas.extents if not e.text and 33 <= e.bottom - e.top <= 35]
    assert len(bars) == 2
    up, down = (bar.right - bar.left for bar in bars)
    assert 2.9 < up / down < 3.1
    png = canvas.png()
    assert has_colour(png, RED)
    assert has_colour(png, GREEN)
    assert not has_colour(png, TRACK)


def test_every_word_of_the_parts_is_known_to_the_screening() -> None:
    shown = {e.text for e in index_canvas(card(make_breadth(), make_sectors())).extents}
    assert set(make_breadth().texts) <= shown
    assert set(make_sectors().texts) <= shown
