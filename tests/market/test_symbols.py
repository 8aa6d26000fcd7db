import pytest

from bot.market.symbols import MARKET_INDEXES, UnknownCode, calendar_of, is_symbol, share_symbol


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("600036", "sh600036"),
        ("688001", "sh688001"),
        ("900901", "sh900901"),
        ("510300", "sh510300"),
        ("000001", "sz000001"),
        ("300750", "sz300750"),
        ("159915", "sz159915"),
        ("920002", "bj920002"),
        ("430001", "bj430001"),
        ("832000", "bj832000"),
        ("873001", "bj873001"),
    ],
)
def test_a_code_is_routed_to_its_exchange_beijing_first(code, symbol):
    assert share_symbol(code) == symbol
    assert is_symbol(symbol)


@pytest.mark.parametrize(
    "code", ["", "60003", "6000366", "sh600036", "７00036", "899050", "abcdef"]
)
def test_anything_else_is_refused(code):
    with pytest.raises(UnknownCode) as caught:
        share_symbol(code)
    assert caught.value.fields["received"] == code


def test_every_symbol_has_the_calendar_of_its_exchange():
    assert calendar_of("sh000001") == calendar_of("bj920002") == "XSHG"
    assert calendar_of("hkHSI") == calendar_of("simhk000001") == "XHKG"
    assert calendar_of("usINX") == "XNYS"
    with pytest.raises(UnknownCode):
        calendar_of("jp7203")


def test_the_indexes_of_the_briefs_are_symbols():
    assert all(is_symbol(symbol) for symbol in MARKET_INDEXES.every)
    assert len(set(MARKET_INDEXES.every)) == 7


@pytest.mark.parametrize("text", ["sh600000,sz1", "usA/../x", "sh60000", "simsh000001", "usaapl"])
def test_text_that_is_no_symbol_is_never_put_into_an_address(text):
    assert not is_symbol(text)
