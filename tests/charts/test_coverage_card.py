from decimal import Decimal
from io import BytesIO

from PIL import Image

from bot.charts.coverage_card import MOST_ROWS, CoverageCard, CoverageRow, draw_coverage_card


def _picture(*rows: CoverageRow) -> Image.Image:
    card = CoverageCard("存档覆盖率：最低 65.0%", rows, ("看不到的",), "近 30 天")
    picture = Image.open(BytesIO(draw_coverage_card(card)))
    picture.load()
    return picture


def test_the_card_is_as_high_as_its_groups_need_and_no_higher_than_a_phone_shows() -> None:
    row = CoverageRow("一个名字很长很长很长很长很长很长的群", Decimal("65.0"), "缺 1 分")
    one, many, more = (_picture(*[row] * n) for n in (1, MOST_ROWS, MOST_ROWS + 5))
    assert one.width == many.width == 1080
    assert one.height < many.height == more.height


def test_a_gap_looks_different_from_none() -> None:
    whole = _picture(CoverageRow("群", Decimal("100.0")))
    lacking = _picture(CoverageRow("群", Decimal("99.9")))
    assert whole.size == lacking.size
    assert whole.tobytes() != lacking.tobytes()


def test_a_group_that_was_never_read_is_drawn_too() -> None:
    assert _picture(CoverageRow("群", Decimal("0.0"))).width == 1080
