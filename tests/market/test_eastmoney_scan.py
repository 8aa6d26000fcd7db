import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.market.eastmoney_scan import address, parse_sectors, parse_shares
from bot.market.feed_rows import Unreadable
from bot.market.problems import ProblemKind
from tests.market.scans import make_board, make_page, make_share

SAMPLES = Path(__file__).parent / "samples"
AT = datetime(2026, 11, 20, 7, 0, 3, tzinfo=UTC)


def test_the_recorded_page_of_shares_is_read_with_its_own_times():
    page = parse_shares((SAMPLES / "eastmoney_clist_shares.json").read_bytes())
    assert page.total == page.length == 12
    assert page.unreadable == ()
    by_symbol = {row.symbol: row for row in page.rows}
    assert by_symbol["sz000001"].last == Decimal("10.98")
    assert by_symbol["bj920001"].previous_close == Decimal("84.63")
    assert by_symbol["sz000999"].last is None
    assert {row.day for row in page.rows} == {date(2026, 11, 20)}
    assert {row.at for row in page.rows} == {AT}


def test_the_recorded_boards_are_read_with_their_leaders():
    total, sectors, unread = parse_sectors((SAMPLES / "eastmoney_clist_boards.json").read_bytes())
    assert (total, unread) == (7, ())
    assert sectors[0].code == "BK0475"
    assert sectors[0].change_percent == Decimal("1.26")
    assert sectors[0].leader == "示例银行"
    assert sectors[3].leader is None
    assert all(sector.at == AT and not sector.simulated for sector in sectors)


def test_numbered_rows_are_rows_as_well():
    rows = [make_share("sh600000", 10.12, 10.05, AT)]
    document = json.loads(make_page(rows))
    document["data"]["diff"] = {"0": rows[0]}
    assert len(parse_shares(json.dumps(document).encode()).rows) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"f2": None},
        {"f2": "10.12"},
        {"f2": "nan"},
        {"f2": True},
        {"f2": 0},
        {"f2": -1.5},
        {"f2": 10**30},
        {"f18": None},
        {"f18": "-"},
        {"f18": 0},
        {"f12": "60000"},
        {"f12": None},
        {"f13": 116},
        {"f13": "1"},
        {"f14": ""},
        {"f14": "\ufffd"},
        {"f124": None},
        {"f124": "-"},
        {"f124": -5},
        {"f124": 10**14},
        {"f297": None},
        {"f297": "2026-11-20"},
        {"f297": 20261341},
    ],
)
def test_a_wrong_cell_makes_the_row_unreadable_and_never_a_count(changed):
    page = parse_shares(make_page([make_share("sh600000", 10.12, 10.05, AT, **changed)]))
    assert page.rows == ()
    assert len(page.unreadable) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"f3": None},
        {"f3": "-"},
        {"f3": "1.2"},
        {"f3": 126},  # asked without scaling, yet scaled
        {"f3": float("1e20")},
        {"f12": "600000"},
        {"f12": 475},
        {"f13": 1},
        {"f14": " "},
        {"f14": None},
        {"f14": 5},
        {"f124": "-"},
    ],
)
def test_a_board_with_a_wrong_cell_is_left_out_with_its_reason(changed):
    total, sectors, unread = parse_sectors(make_page([make_board(1, 1.2, AT, **changed)]))
    assert (total, sectors, len(unread)) == (1, (), 1)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"<html>blocked</html>", ProblemKind.BLOCKED),
        (b'{"rc": 100, "data": null}', ProblemKind.EMPTY),
        (b'{"rc": 0}', ProblemKind.MALFORMED),
        (b"[]", ProblemKind.MALFORMED),
        (b'{"data": {"total": 0, "diff": []}}', ProblemKind.EMPTY),
        (b'{"data": {"total": null, "diff": []}}', ProblemKind.EMPTY),
        (b'{"data": {"total": "12", "diff": []}}', ProblemKind.EMPTY),
        (b'{"data": {"total": 99999999, "diff": []}}', ProblemKind.MALFORMED),
        (b'{"data": {"total": 1, "diff": [5]}}', ProblemKind.MALFORMED),
        (b'{"data": {"total": 1, "diff": null}}', ProblemKind.MALFORMED),
        (b'{"data": {"total": 1, "diff": [{"f2": NaN}]}}', ProblemKind.MALFORMED),
        (b'{"data": {"total": 2, "diff": [{"f2": 1', ProblemKind.MALFORMED),
        (b"[" * 100_000, ProblemKind.MALFORMED),
    ],
)
def test_a_body_that_is_no_page_is_refused_with_its_kind(body, kind):
    for parse in (parse_shares, parse_sectors):
        with pytest.raises(Unreadable) as caught:
            parse(body)
        assert caught.value.kind is kind


CELLS = st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.just("-")


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(("f2", "f3", "f12", "f13", "f14", "f18", "f124", "f128", "f297")), CELLS
    )
)
def test_any_cells_are_a_sound_row_or_a_reason(changed):
    page = parse_shares(make_page([make_share("sh600000", 10.12, 10.05, AT, **changed)]))
    assert page.length == 1
    assert all(row.last is None or row.last > 0 < row.previous_close for row in page.rows)
    _, sectors, unread = parse_sectors(make_page([make_board(1, 1.2, AT, **changed)]))
    assert len(sectors) + len(unread) == 1
    assert all(sector.plausible for sector in sectors)


def test_pages_are_asked_in_the_order_of_codes_and_unscaled():
    asked = address("https://a.example", "m:90+t:2", "f2,f3", 3, 200)
    assert asked.startswith("https://a.example/api/qt/clist/get?pn=3&pz=200&")
    assert "fid=f12" in asked
    assert "fltt=2" in asked
