"""Traditional Chinese made of Simplified."""

import pytest

from bot.traditional import traditional


@pytest.mark.parametrize(
    ("simplified", "expected"),
    [
        ("账户里的信息", "帳戶裡的資訊"),
        ("发短信回复只有两只股票", "發簡訊回覆只有兩隻股票"),
        ("成交后按四舍五入折合人民币", "成交後按四捨五入折合人民幣"),
        ("融资融券余额说明", "融資融券餘額說明"),
        ("手机号码换了，手机号填错", "手機號碼換了，手機號碼填錯"),
        ("ETF 10% + T+1", "ETF 10% + T+1"),
        ("", ""),
    ],
)
def test_characters_are_converted_and_terms_are_those_that_readers_use(
    simplified: str, expected: str
) -> None:
    assert traditional(simplified) == expected


def test_what_is_traditional_already_stays_as_it_is() -> None:
    assert traditional("帳戶裡的資訊") == "帳戶裡的資訊"
