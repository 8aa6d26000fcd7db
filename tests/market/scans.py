"""Invented pages of Eastmoney's market lists in the recorded shape."""

import json
from datetime import datetime
from typing import Any

from bot.market.eastmoney_rows import secid_of_symbol

DAY = 20261120


def make_share(symbol: str, last: Any, close: Any, at: datetime, **changed: Any) -> dict[str, Any]:
    market, code = secid_of_symbol(symbol).split(".")
    known = {
        "f2": last,
        "f12": code,
        "f13": int(market),
        "f14": "示例股份",
        "f18": close,
        "f124": int(at.timestamp()),
        "f297": DAY,
    }
    return {**known, **changed}


def make_board(number: int, change: Any, at: datetime, **changed: Any) -> dict[str, Any]:
    known = {
        "f2": 1200.5,
        "f3": change,
        "f12": f"BK{number:04d}",
        "f13": 90,
        "f14": f"示例{'甲乙丙丁戊己庚辛壬癸'[number % 10]}业",
        "f124": int(at.timestamp()),
        "f128": "示例龙头",
    }
    return {**known, **changed}


def make_page(rows: list[Any], total: Any = None) -> bytes:
    document = {"rc": 0, "data": {"total": len(rows) if total is None else total, "diff": rows}}
    return json.dumps(document, ensure_ascii=False).encode()
