"""Long texts that speak about offences, and offences that dress up as such texts."""

import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane

GATE = Gate(default_pack())


@pytest.mark.parametrize(
    "text",
    [
        "警方提示：近期有人以“稳赚不赔”为诱饵拉人进内部群，先让你尝甜头，再要求转账到个人账户。"
        "谨防上当，遇到请拨打 96110。",
        "典型案例：受害人王女士轻信“保本高息、每日返利”，先后转入 46 万元，后平台无法登录。",
        "我去年被拉进一个群，老师带单，说亏了算他的。前三次都赚了，第四次投了八万，结果亏光，"
        "人也联系不上了。",
        "法院判决书写明，被告人以原始股认购为名骗了四百多人，已被判刑。",
        "判断题：只要客户签字，证券公司就可以承诺保底收益。（ ）",
        "证券法 第一百三十五条规定，证券公司不得对客户证券买卖的收益作出承诺。",
        "场内融资融券由持牌券商提供，股票配资则没有合法牌照，不受法律保护。",
        "群里提醒一下：有人冒充管理员私聊大家要验证码，不是我们的人，别给。",
        "又一个说“三个月翻倍”的，我直接拉黑了。",
        "昨天有人写“扫码进群领牛股”，机器人马上删了。",
        "反诈宣傳：所謂刷單返利都是騙局，墊付的錢要不回來。",
    ],
)
def test_notices_cases_stories_and_lessons_pass(text):
    assert not GATE.judge(text, Lane.MEMBER).causes


@pytest.mark.parametrize(
    "text",
    [
        "被骗的朋友别急，加我追回",
        "不保证收益但从没亏过，私我",
        "警方提醒大家谨防骗子，我们是正规团队，稳赚不赔，加我了解",
        "谨防上当！别的老师都是骗子，跟着我做，明天必涨",
        "我也被骗过，后来遇到现在的老师才回本，想学的加我",
        "我们从不收费，只要扫码进群就送牛股，名额有限",
        "這不是騙局，保本高收益，有合約有公章",
        "绝不荐股，只是每天公布代码给大家，想要的扣1",
    ],
)
def test_a_lure_in_the_clothes_of_a_warning_is_held(text):
    assert GATE.judge(text, Lane.MEMBER).blocked


@pytest.mark.parametrize(
    "text",
    [
        "我昨天在 12.5 附近卖了一半，后面再看。",
        "银行股今天真强，我觉得还能涨一阵。",
        "我打算等跌到 3000 点再加一点指数基金。",
        "希望明天涨停，做梦而已。",
        "代码以 30 开头的股票在创业板。",
        "模拟赛里我满仓了，排名上去了。",
        "听说明天要下雨，大家带伞。",
        "My fund is down 3% this month, still holding.",
    ],
)
def test_opinions_and_own_trades_are_nobodys_business(text):
    assert not GATE.judge(text, Lane.MEMBER).causes


@pytest.mark.parametrize(
    "text", ["大家都去買黃金，別留現金", "听我的，把基金全赎了进股市", "要涨了快买"]
)
def test_calls_to_others_are_held(text):
    assert GATE.judge(text, Lane.MEMBER).blocked
