"""Invented Tencent rows in the shape of the feed."""

from collections.abc import Mapping


def make_row(symbol: str = "sh600000", **changed: str) -> str:
    """Return a row of 88 fields; `changed` is by position, as `f3="10.12"`."""
    fields = ["0"] * 88
    market = {"sh": "1", "sz": "51", "bj": "62", "hk": "100", "us": "200"}[symbol[:2]]
    known: Mapping[int, str] = {
        0: market,
        1: "示例股份",
        2: symbol[2:],
        3: "10.12",
        4: "10.05",
        5: "10.06",
        6: "512344",
        30: {"hk": "2026/11/20 16:08:21", "us": "2026-11-20 16:00:01"}.get(
            symbol[:2], "20261120150003"
        ),
        33: "10.20",
        34: "10.01",
        37: "51762",
        47: "11.06",
        48: "9.05",
    }
    for position, value in known.items():
        fields[position] = value
    for name, value in changed.items():
        fields[int(name.removeprefix("f"))] = value
    return f'v_{symbol}="{"~".join(fields)}";\n'


def make_body(*rows: str) -> bytes:
    """Return rows as the feed encodes them."""
    return "".join(rows).encode("gb18030")
