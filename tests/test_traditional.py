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
        ("指数里占 10%，里程碑不变", "指數裡佔 10%，里程碑不變"),
        ("最多只能买同一只股票，别只凭颜色", "最多只能買同一隻股票，別只憑顏色"),
        ("同一只能买一次，300 只股票，只影响一家", "同一只能買一次，300 隻股票，只影響一家"),
        ("合同里约定 90 天后付款", "合同裡約定 90 天後付款"),
        ("想尽快联系客服，卖出时补扣", "想儘快聯絡客服，賣出時補扣"),
        ("公告发布当天，平均分布", "公告發佈當天，平均分佈"),
        ("私聊机器人回复，平台的程序自动下单", "私訊機器人回覆，平台的程式自動下單"),
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
