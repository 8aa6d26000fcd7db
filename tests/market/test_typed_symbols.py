import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.symbols import is_symbol
from bot.market.typed_symbols import (
    bare_ticker,
    fold_typed,
    is_index_symbol,
    retired_beijing,
    symbols_typed,
)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("600519", ("sh600519",)),
        ("６００５１９", ("sh600519",)),
        (" 600 519\u200b", ("sh600519",)),
        ("SH600519", ("sh600519",)),
        ("sh.600519", ("sh600519",)),
        ("600519.SH", ("sh600519",)),
        ("600519.SS", ("sh600519",)),
        ("600519．ＸＳＨＧ", ("sh600519",)),
        ("000001.sz", ("sz000001",)),
        ("000001", ("sz000001", "sh000001")),
        ("300750", ("sz300750",)),
        ("920002", ("bj920002",)),
        ("899050", ("bj899050",)),
        ("0700.HK", ("hk00700",)),
        ("700.hk", ("hk00700",)),
        ("00700", ("hk00700",)),
        ("0700", ("hk00700",)),
        ("HK00700", ("hk00700",)),
        ("hk.700", ("hk00700",)),
        ("hkHSI", ("hkHSI",)),
        ("usAAPL", ("usAAPL",)),
        ("aapl.us", ("usAAPL",)),
        ("US.BRK.B", ("usBRK.B",)),
        ("AAPL", ()),
        ("茅台", ()),
        ("60051", ("hk60051",)),
        ("6005199", ()),
        ("-600519", ()),
        ("600519,sz1", ()),
        ("sh6005191", ()),
        ("../x", ()),
        ("", ()),
    ],
)
def test_every_usual_form_of_a_code_leads_to_its_exchange(text, symbols):
    assert symbols_typed(fold_typed(text)) == symbols


def test_names_are_folded_to_simplified_characters_and_lower_case():
    assert fold_typed(" 貴州 茅臺 ") == "贵州茅台"
    assert fold_typed("$ＡＡＰＬ") == "aapl"
    assert fold_typed("TCL科技") == "tcl科技"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("aapl", "usAAPL"),
        ("brk.b", "usBRK.B"),
        ("brk-b", "usBRK.B"),
        ("toolong", None),
        ("3m", None),
    ],
)
def test_bare_letters_may_name_an_american_share(text, symbol):
    assert bare_ticker(text) == symbol


@pytest.mark.parametrize("text", ["835185", "bj835185", "835185.bj", "430047", "872808"])
def test_a_retired_beijing_code_is_recognised_in_every_form(text):
    assert retired_beijing(text) == text.strip("bj.")
    assert retired_beijing("920185") is None


def test_indexes_are_told_from_shares_with_the_same_digits():
    assert is_index_symbol("sh000001")
    assert is_index_symbol("sz399001")
    assert is_index_symbol("bj899050")
    assert is_index_symbol("hkHSI")
    assert not any(map(is_index_symbol, ("sz000001", "sh600519", "hk00700", "usAAPL")))


@given(st.text(max_size=60))
def test_whatever_is_typed_only_symbols_come_out(text):
    folded = fold_typed(text)
    assert all(map(is_symbol, symbols_typed(folded)))
    ticker = bare_ticker(folded)
    assert ticker is None or is_symbol(ticker)
