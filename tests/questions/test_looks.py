import pytest

from bot.questions.looks import is_question, names_something, only_links, says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "科创板怎么开通",
        "请问转户需要带什么材料",
        "新股中签后几点之前要有钱？",
        "ETF 和普通基金有什么区别",
        "打新要多少市值",
        "港股通几点收盘",
        "能不能用信用卡入金",
        "怎麼開通創業板",
        "How do I open a margin account",
        "what is T+1?",
        "买了基金多久能确认",
        "分红到账了为什么股价跌",
        "我该不该卖",
        "手续费怎么这么高？",
        "老股东有优先认购权吗",
        "怎么这样也能成交",
        "有人自称客服让我转账是骗子吗",
        "你们几点下班",
    ],
)
def test_what_asks_something_is_a_question(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？？？",
        "在吗",
        "有人吗？",
        "吃了吗",
        "大家好",
        "真的吗？",
        "是吗",
        "为什么",
        "怎么了？",
        "谢谢老师",
        "今天大盘真稳",
        "哈哈哈怎么可能",
        "谁知道呢",
        "对吧？",
        "有人一起打球吗",
        "谁知道哪里有好吃的火锅",
        "老王你在哪里",
        "这行情怎么这样啊",
        "你们周末去哪玩",
        "有没有人中签了",
        "我觉得这样也行吧，你说呢？",
        "https://example.com/怎么开户",
        "收到，明天去营业部",
        "早上好各位",
        "what?",
        "好的好的",
        '<a href="tg://user?id=1">y</a> 早上好',
        "问" * 2000 + "怎么办",
    ],
)
def test_chatter_links_and_symbols_are_none(text: str) -> None:
    assert not is_question(text)


def test_links_alone_are_told_from_links_with_words() -> None:
    assert only_links("https://example.com/a?b=1 t.me/x")
    assert not only_links("看看这个 https://example.com 怎么开户")
    assert not only_links("怎么开户")


def test_blanks_symbols_and_emoji_say_nothing() -> None:
    assert says_nothing(" ？！😀 ")
    assert not says_nothing("开户")


@pytest.mark.parametrize("text", ["两融开通条件", "st股票涨跌幅", "佣金", "T+1", "銀證轉賬時間"])
def test_a_thing_may_be_named_without_a_word_that_asks(text: str) -> None:
    assert names_something(text)


@pytest.mark.parametrize(
    "text", ["不用了", "我试试", "已经转了", "开好了", "收到谢谢", "今天亏惨", "1", "好的知道了"]
)
def test_what_is_told_names_nothing(text: str) -> None:
    assert not names_something(text)
