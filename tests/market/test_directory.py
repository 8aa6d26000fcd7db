import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.market.directory import (
    MOST_CHOICES,
    Directory,
    Hint,
    Nothing,
    One,
    Several,
    load_directory,
)
from bot.market.listing import Listing
from bot.market.symbols import is_symbol

DIRECTORY = load_directory()


def symbols_of(found):
    match found:
        case One(listing):
            return [listing.symbol]
        case Several(listings):
            return [listing.symbol for listing in listings]
        case _:
            return []


@pytest.mark.parametrize(
    "text",
    [
        *("600519", "６００５１９", "sh600519", "SH600519", "600519.SH", "600519.SS"),
        *("贵州茅台", "貴州茅臺", "贵州 茅台", "茅台", "gzmt", "GZMT", "ｇｚｍｔ"),
    ],
)
def test_one_share_is_found_by_everything_people_call_it(text):
    assert DIRECTORY.find(text) == One(Listing("sh600519", "贵州茅台"))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("sz000001", "sz000001"),
        ("0700.HK", "hk00700"),
        ("700.hk", "hk00700"),
        ("00700", "hk00700"),
        ("5", "hk00005"),
        ("腾讯", "hk00700"),
        ("騰訊", "hk00700"),
        ("AAPL", "usAAPL"),
        ("usAAPL", "usAAPL"),
        ("aapl.us", "usAAPL"),
        ("苹果", "usAAPL"),
        ("apple", "usAAPL"),
        ("BRK.B", "usBRK.B"),
        ("工行", "sh601398"),
        ("payx", "sz000001"),
        ("TCL科技", "sz000100"),
        ("贵州茅台(600519)", "sh600519"),
        ("600519 贵州茅台", "sh600519"),
        ("平安银行 000001", "sz000001"),
    ],
)
def test_names_codes_and_readings_of_all_markets_are_understood(text, symbol):
    assert symbols_of(DIRECTORY.find(text)) == [symbol]


def test_digits_of_a_share_and_an_index_ask_and_the_index_cannot_be_traded():
    found = DIRECTORY.find("000001")
    assert symbols_of(found) == ["sz000001", "sh000001"]
    assert [listing.tradable for listing in found.listings] == [True, False]


def test_digits_of_an_index_alone_are_not_offered_where_no_index_has_them():
    assert symbols_of(DIRECTORY.find("000002")) == ["sz000002"]


def test_a_name_of_two_markets_asks_unless_the_market_is_given():
    assert symbols_of(DIRECTORY.find("中国平安")) == ["sh601318", "hk02318"]
    assert symbols_of(DIRECTORY.find("中国平安", "XHKG")) == ["hk02318"]
    assert symbols_of(DIRECTORY.find("AAPL", "XSHG")) == ["usAAPL"]


def test_a_share_class_is_no_part_of_what_people_say():
    assert symbols_of(DIRECTORY.find("网易")) == ["hk09999", "usNTES"]
    assert symbols_of(DIRECTORY.find("阿里巴巴", "XHKG")) == ["hk09988"]


def test_a_name_in_part_counts_where_the_whole_belongs_to_another_market():
    directory = Directory([Listing("usEXMP", "示例"), Listing("sh600000", "示例股份")])
    assert symbols_of(directory.find("示例")) == ["usEXMP"]
    assert symbols_of(directory.find("示例", "XSHG")) == ["sh600000"]


def test_a_code_beside_another_share_s_name_is_not_guessed():
    assert isinstance(DIRECTORY.find("五粮液600519"), Nothing)


def test_a_part_of_many_names_gives_the_likeliest_and_never_too_many():
    found = symbols_of(DIRECTORY.find("中国"))
    assert len(found) == MOST_CHOICES
    assert all(DIRECTORY.listing(symbol).name.startswith("中国") for symbol in found)


def test_letters_that_begin_initials_and_may_be_a_ticker_ask():
    assert symbols_of(DIRECTORY.find("gzm")) == ["sh600519", "usGZM"]
    assert symbols_of(DIRECTORY.find("gzm", "XSHG")) == ["sh600519"]


@pytest.mark.parametrize(
    ("text", "symbol", "tradable"),
    [
        ("601999", "sh601999", True),
        ("PLTR", "usPLTR", True),
        ("09868.hk", "hk09868", True),
        ("sh000999", "sh000999", False),
    ],
)
def test_a_well_formed_code_that_is_not_listed_is_left_to_the_feed(text, symbol, tradable):
    listing = Listing(symbol, symbol[2:], known=False, tradable=tradable)
    assert DIRECTORY.find(text) == One(listing)


def test_a_retired_beijing_code_leads_to_its_successor_or_to_a_hint():
    assert DIRECTORY.find("835185") == One(Listing("bj920185", "贝特瑞"), retired="835185")
    found = DIRECTORY.find("831000.BJ")
    assert found.hint is Hint.RETIRED_BEIJING
    assert [listing.symbol for listing in found.suggestions] == ["bj920000"]


def test_a_slip_of_the_hand_gets_a_suggestion():
    found = DIRECTORY.find("贵洲茅台")
    assert isinstance(found, Nothing)
    assert found.suggestions[0].symbol == "sh600519"


@pytest.mark.parametrize(
    "text", ["", "   ", "🀄", "\u200b", "-600519", "600519.5", "１００股", "'; drop table", "*"]
)
def test_what_means_nothing_finds_nothing(text):
    assert isinstance(DIRECTORY.find(text), Nothing)


def test_a_text_too_long_to_be_a_name_is_not_searched():
    assert DIRECTORY.find("贵州茅台" * 11) == Nothing(hint=Hint.TOO_LONG)


def test_what_a_feed_learned_wins_and_former_names_still_lead_there():
    learned = [
        Listing("sh600519", "ST示例"),
        Listing("hk00700", "腾讯控股", lot=1),
        Listing("sh603999", "示例新股", listed_on=date(2026, 11, 20)),
    ]
    directory = DIRECTORY.with_listings(learned)
    assert directory.listing("sh600519").name == "ST示例"
    assert symbols_of(directory.find("茅台")) == ["sh600519"]
    assert directory.listing("hk00700").lot == 100
    assert directory.find("slxg") == One(learned[2])
    assert len(directory) == len(DIRECTORY) + 1
    assert symbols_of(directory.with_listings([]).find("茅台")) == ["sh600519"]
    assert "sh603999" not in DIRECTORY


def test_an_index_stays_untradable_whatever_is_learned():
    directory = DIRECTORY.with_listings(
        [Listing("sh000001", "上证指数"), Listing("sz399999", "甲")]
    )
    assert not directory.listing("sh000001").tradable
    assert not directory.listing("sz399999").tradable


def test_an_ex_date_mark_does_not_hide_a_name():
    directory = Directory([Listing("sh600000", "XD示例股份"), Listing("sh600001", "*ST样本")])
    assert symbols_of(directory.find("示例股份")) == ["sh600000"]
    assert symbols_of(directory.find("slgf")) == ["sh600000"]
    assert symbols_of(directory.find("*st样本")) == symbols_of(directory.find("st样本"))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=50), st.from_regex(r"[a-z0-9.中国银行]{1,8}", fullmatch=True)))
def test_whatever_is_typed_the_answer_is_one_of_the_three(text):
    match DIRECTORY.find(text):
        case One(listing):
            assert is_symbol(listing.symbol)
        case Several(listings):
            assert 2 <= len(listings) <= MOST_CHOICES
            assert len({listing.symbol for listing in listings}) == len(listings)
        case Nothing(suggestions):
            assert all(is_symbol(listing.symbol) for listing in suggestions)


def test_six_thousand_listings_are_searched_quickly():
    characters = "中国银行科技电力股份新材能源海天长重光华安平药医"
    count = len(characters)
    names = (
        "".join(characters[(n * step + n // count) % count] for step in (1, 3, 7, 11))
        for n in range(5_600)
    )
    directory = DIRECTORY.with_listings(
        Listing(f"sz3{n:05d}", name) for n, name in enumerate(names)
    )
    texts = ("600519", "茅台", "gzmt", "zg", "中国", "贵洲茅台", "000001", "AAPL", "股份有限公司")
    started = time.process_time()
    for text in texts * 5:
        directory.find(text)
    mean = (time.process_time() - started) / (5 * len(texts))
    assert mean < 0.002
