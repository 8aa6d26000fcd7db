"""Pictures to test with."""

from datetime import UTC, date, datetime
from decimal import Decimal

from bot.contest.board.ranking import Ranked, Terms
from bot.contest.instrument import Market
from bot.contest.showing.board_picture import BoardPicture, NamedLine
from bot.contest.showing.picture_words import PictureOrigin
from bot.contest.showing.portfolio_picture import PortfolioPicture
from bot.i18n import Say
from tests.contest.boards import make_rules

NAMES = (
    "招商银行",
    "贵州茅台",
    "宁德时代",
    "中芯国际",
    "比亚迪",
    "长江电力",
    "中国平安",
    "美的集团",
)
CAPITAL = Decimal(1_000_000)
HEAD = "3f9a12bc77de" + "0" * 52


def make_origin(**changed):
    known = {
        "contest": "新手秋季模拟赛",
        "day": date(2026, 12, 9),
        "at": datetime(2026, 12, 9, 7, 0, tzinfo=UTC),
        "sources": (Say("source-tencent"),),
    }
    return PictureOrigin(**{**known, **changed})


def make_line(rank, name, change="0.05", drawdown="0.08", concentration="0.12", score="88.4"):
    terms = Terms(Decimal(score), Decimal(0), Decimal(0))
    change = Decimal(change)
    ranked = Ranked(
        account=1000 + (rank or 0),
        rank=rank,
        terms=terms,
        equity=CAPITAL * (1 + change),
        total_return=change,
        max_drawdown=Decimal(drawdown),
        concentration=Decimal(concentration),
    )
    return NamedLine(ranked, name)


def make_board(*lines, **changed):
    known = {
        "origin": make_origin(),
        "rules": make_rules(),
        "day_number": 12,
        "competitors": 1204,
        "median_return": Decimal("0.0042"),
        "lines": lines
        or tuple(make_line(n, f"群友{n}", f"{0.2 - n / 60:.4f}") for n in range(1, 11)),
        "chain_head": HEAD,
    }
    return BoardPicture(**{**known, **changed})


def make_portfolio(**changed):
    curve = [CAPITAL]
    for move in (12, -5, 30, 8, -22, 14, 9, -3, 17, 6, -8, 25):
        curve.append(curve[-1] * (1000 + move) / 1000)
    curve = tuple(value.quantize(Decimal("0.01")) for value in curve)
    medians = tuple(Decimal(n).scaleb(-3) for n in (0, 3, 1, 6, 9, 2, 4, 5, 3, 8, 7, 6, 10))
    equity = changed.get("curve", curve)[-1]
    known = {
        "origin": make_origin(),
        "market": Market.MAINLAND,
        "curve": curve,
        "since": date(2026, 11, 23),
        "cash": (equity * Decimal("0.22")).quantize(Decimal("0.01")),
        "receivables": Decimal(0),
        "holdings": tuple(
            (name, equity * Decimal(share) / 100)
            for name, share in zip(NAMES[:5], (28, 20, 14, 10, 6), strict=True)
        ),
        "rank": 37,
        "competitors": 1204,
        "medians": medians,
    }
    return PortfolioPicture(**{**known, **changed})
