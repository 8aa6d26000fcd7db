import json
from decimal import Decimal

from bot.briefs.corrections.card_record import card_from, card_record, corrected
from bot.briefs.corrections.swaps import Record, Swap
from bot.charts.index_card import IndexCard, IndexRow
from bot.charts.market_parts import BreadthBar, SectorBar, SectorBars

CARD = IndexCard(
    title="普涨",
    rows=(
        IndexRow(
            "上证指数", Decimal("3412.55"), Decimal("0.31"), (Decimal("3400"),), Decimal(3401)
        ),
        IndexRow("深证成指", Decimal("3412.55"), Decimal("0.31")),
    ),
    foot=("数据", "风险"),
    breadth=BreadthBar("涨跌", 3021, 100, 1900, "上涨 3,021 家", "平 100", "下跌 1,900 家"),
    sectors=SectorBars("领涨", "领跌", (SectorBar("银行", Decimal("1.2")),)),
)


def figure(kind: str, value: str, written: str) -> Record:
    return {"symbols": ["sh000001"], "field": kind, "value": value, "written": written}


def test_a_card_survives_being_written_down() -> None:
    assert card_from(json.loads(json.dumps(card_record(CARD)))) == CARD


def test_one_row_is_corrected_and_its_line_ends_where_the_price_is() -> None:
    swap = Swap(figure("last", "3412.55", "3,412.55"), figure("last", "3400.10", "3,400.10"))
    first, second = corrected(CARD, [swap], {"sh000001": "上证指数"}).rows
    assert (first.last, first.series) == (Decimal("3400.10"), (Decimal("3400.10"),))
    assert second == CARD.rows[1]


def test_breadth_changes_bar_and_label_together() -> None:
    swap = Swap(figure("rose", "3021", "3,021"), figure("rose", "2999", "2,999"))
    bar = corrected(CARD, [swap], {}).breadth
    assert bar is not None
    assert (bar.rose, bar.rose_label) == (2999, "上涨 2,999 家")
