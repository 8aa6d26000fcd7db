import pytest

from bot.questions.private_matter import Matter, private_matter

NUMBERS = """
我的手机号13812345678换了怎么改
我的身份证110101199003077758录错了
资金账号3012345678登不上
银行卡 6222 0212 3456 7890 123 绑定失败
邮箱 zhang@example.com 收不到验证码
验证码是483920 怎么用不了
my account number is 30998877 and I cannot log in
"""
HOLDINGS = """
我持有500股招行亏了该割肉吗
我手里有2000股平安怎么办
我亏了20万怎么办
我满仓套在中石油，亏了百分之三十，现在亏30%
我重仓宁德时代3万股
我的成本价35.2现在割吗
我老公在这只票上亏了五万块
我账户里有80万
I hold 300 shares of Tencent, what now
"""
OWN = """
我账户里还有多少钱
我的佣金是多少
帮我查一下我的余额
我的持仓怎么不见了
我账户里的钱少了
能看看我的委托吗
我的分红怎么没到账
what is my balance
"""
NEITHER = """
科创板怎么开通
我有50万可以开通科创板吗
持有1000股能分多少红
如果我持有1000股，红利税怎么算
我想问持有500股打新有多少额度
600036是什么股票
我的持仓怎么查
在哪看我的佣金
怎么修改手机号
忘记交易密码怎么办
身份证过期了要更新吗
余额宝和货币基金有什么区别
买100股要多少钱
我想买100股怎么下单
我买了基金什么时候确认份额
账户被冻结了怎么办
手续费万分之二点五怎么算
签到给多少积分
我的积分是多少
上证指数3000点是什么意思
1手等于多少股
2026年11月20日休市吗
how do I see my holdings
佣金多少
别人能看到我的模拟持仓吗
怎么知道我的佣金是多少
办案人员要看我的资产
"""


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("text", _lines(NUMBERS))
def test_numbers_that_name_a_person_or_an_account_are_painted_over(text: str) -> None:
    found = private_matter(text)
    assert Matter.NUMBERS in found.matters
    assert found.exposed
    assert found.text != text
    assert len(found.text) == len(text)


@pytest.mark.parametrize("text", _lines(HOLDINGS))
def test_what_somebody_holds_gained_or_lost_is_private(text: str) -> None:
    found = private_matter(text)
    assert Matter.HOLDINGS in found.matters
    assert found.exposed
    assert "▇" in found.text


@pytest.mark.parametrize("text", _lines(OWN))
def test_looking_into_ones_own_account_needs_a_person_but_shows_no_data(text: str) -> None:
    found = private_matter(text)
    assert found.matters == {Matter.OWN_ACCOUNT}
    assert not found.exposed
    assert found.text == text


@pytest.mark.parametrize("text", _lines(NEITHER))
def test_rules_thresholds_and_how_tos_are_not_private(text: str) -> None:
    found = private_matter(text)
    assert not found.found, found.matters
    assert found.text == text


def test_the_shares_name_stays_readable_when_the_figure_is_hidden() -> None:
    found = private_matter("我持有500股招行亏了该割肉吗")
    assert found.text == "我持有▇▇▇股招行亏了该割肉吗"


def test_traditional_and_disguised_texts_are_read_alike() -> None:
    assert private_matter("我持有５００股招行").exposed
    assert private_matter("我的餘額是多少").matters == {Matter.OWN_ACCOUNT}
    assert (
        private_matter("我的手机号1 3 8 1 2 3 4 5 6 7 8").text != "我的手机号1 3 8 1 2 3 4 5 6 7 8"
    )
