from bot.charts.ama_card import AmaCard, AmaRow, ama_canvas, draw_ama_card
from tests.charts.pictures import (
    assert_margins_are_clean,
    assert_within_bounds,
    opened,
    texts_overlap,
)

LONG = "新股上市首日没有涨跌幅限制，临时停牌的规则是怎样的，散户应该注意什么，" * 3


def make_card(*votes: int, question: str = "现金流量表要先看哪几行？") -> AmaCard:
    rows = tuple(
        AmaRow(question, count, f"{count} 票", "✓ 已回答" if n % 2 else "没轮到", bool(n % 2))
        for n, count in enumerate(votes)
    )
    return AmaCard(
        title=f"大家最想听：{question}",
        kicker="专家问答 · 怎样读懂财报",
        rows=rows,
        foot=("31 人投票 · 11月20日（周五）20:00", "信息仅供学习，不构成投资建议"),
    )


def test_the_card_is_as_wide_as_all_others() -> None:
    assert opened(draw_ama_card(make_card(14, 9, 3))).width == 1080


def test_long_questions_stay_within_the_card_and_apart() -> None:
    canvas = ama_canvas(make_card(123456, 9, 3, 1, 0, 0, 0, question=LONG))
    assert_within_bounds(canvas)
    assert_margins_are_clean(canvas.png())
    assert not texts_overlap(canvas)


def test_bars_are_as_long_as_the_votes() -> None:
    canvas = ama_canvas(make_card(10, 5))
    bars = [e for e in canvas.extents if not e.text and e.bottom - e.top == 16]
    full, first, other_full, second = (bar.right - bar.left for bar in bars)
    assert full == first == other_full and abs(second - full / 2) < 1
