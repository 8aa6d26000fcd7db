"""What a question gets from a FAQ."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.matching import Action, FaqRow, Matcher

ROWS = (
    FaqRow(
        "open", "如何开立证券账户", ("网上开户流程",), "准备身份证和银行卡，在官方 App 里办理。"
    ),
    FaqRow("password", "忘记交易密码怎么办", (), "在登录页点忘记密码，验证身份后重置。"),
    FaqRow("withdraw", "资金怎么转出到银行卡", (), "交易日 9:00 至 16:00 证券转银行，实时到账。"),
    FaqRow("fees", "交易手续费怎么收", (), "佣金按成交金额收取，最低 5 元。"),
    FaqRow("cancel", "如何注销账户", (), "持仓和资金清空后在柜台或 App 申请。"),
    FaqRow("phone", "怎么更换绑定的手机号", ()),
    FaqRow("dividend", "分红什么时候到账", (), "除权除息日后由中国结算派发。"),
    FaqRow("english", "How do I reset my trading password abroad?", (), "Call the hotline."),
)
MATCHER = Matcher(ROWS)


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("想取点钱出来，咋弄", "withdraw"),
        ("钱怎麼轉回銀行卡裡", "withdraw"),
        ("交易密马忘了", "password"),
        ("不想玩了，怎么销户", "cancel"),
        ("我换号码了，旧手机号怎么改", "phone"),
        ("佣金收多少", "fees"),
        ("reset password from abroad", "english"),
    ],
)
def test_other_words_other_characters_and_slips_find_the_entry(query: str, right: str) -> None:
    assert MATCHER.match(query).ranked[0].id == right


@pytest.mark.parametrize("text", ["收到", "好的！", "1", "600519", "晚安", "OK", "Good morning"])
def test_small_talk_and_bare_numbers_are_no_question(text: str) -> None:
    rows = (*ROWS, FaqRow("sms", "没有收到短信怎么办"), FaqRow("night", "晚上可以挂单吗"))
    assert Matcher(rows).match(text).action is Action.HUMAN


def test_of_two_entries_that_fit_nearly_alike_neither_is_the_answer() -> None:
    rows = (*ROWS, FaqRow("a", "A 股印花税的税率是多少"), FaqRow("b", "港股印花税的税率是多少"))
    match = Matcher(rows).match("印花税税率现在多少")
    assert {one.id for one in match.ranked[:2]} == {"a", "b"}
    assert match.action is Action.CHOOSE


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_very_question_is_answered(row: FaqRow) -> None:
    for text in (row.question, *row.alt_questions, f"请问，{row.question}？"):
        match = MATCHER.match(text)
        assert (match.ranked[0].id, match.action) == (row.id, Action.ANSWER)


def test_a_close_second_leaves_the_choice_to_the_asker() -> None:
    twins = Matcher(
        (
            FaqRow("star", "开通科创板要什么条件", (), "日均资产 50 万元，24 个月经验。"),
            FaqRow("bse", "开通北交所要什么条件", (), "日均资产 50 万元，24 个月经验。"),
            FaqRow("withdraw", "资金怎么转出到银行卡"),
        )
    )
    match = twins.match("开通权限有什么条件")
    assert match.action is Action.CHOOSE
    assert twins.match("开通北交所要什么条件").action is Action.ANSWER


@pytest.mark.parametrize("query", ["", "  ", "？？！", "。", "👍👍👍", "\u200b", "😀 …"])
def test_a_query_without_a_word_goes_to_a_human(query: str) -> None:
    match = MATCHER.match(query)
    assert (match.ranked, match.confidence, match.action) == ((), 0.0, Action.HUMAN)


@pytest.mark.parametrize(
    "query", ["今天天气怎么样", "讲个笑话", "哈哈哈哈", "红烧肉怎么做", "qwrtpsdf"]
)
def test_what_the_faq_does_not_answer_is_never_answered(query: str) -> None:
    assert MATCHER.match(query).action is not Action.ANSWER


@pytest.mark.parametrize("query", ["为什么", "你好", "可以吗", "怎么办呢", "what"])
def test_small_words_alone_go_to_a_human_unless_they_are_the_question(query: str) -> None:
    assert MATCHER.match(query).action is Action.HUMAN
    greeting = Matcher((*ROWS, FaqRow("greeting", query)))
    assert greeting.match(query).ranked[0].id == "greeting"
    assert greeting.match(query).action is Action.ANSWER


def test_confidence_is_higher_in_scope_than_out_of_it() -> None:
    inside = min(
        MATCHER.match(text).confidence for text in ("怎么销户", "忘了交易密码", "取钱到卡里")
    )
    outside = max(
        MATCHER.match(text).confidence for text in ("今天天气怎么样", "红烧肉怎么做", "唉")
    )
    assert inside > outside


def test_an_enormous_query_is_cut_and_still_answered_in_time() -> None:
    assert MATCHER.match("忘记交易密码怎么办" + "请帮我看看啊" * 50_000).ranked


def test_an_empty_faq_finds_nothing() -> None:
    assert Matcher(()).match("怎么开户").action is Action.HUMAN


def test_a_faq_of_one_row_answers_its_question_and_not_others() -> None:
    alone = Matcher(ROWS[:1])
    assert alone.match("如何开立证券账户").action is Action.ANSWER
    assert alone.match("今天天气怎么样").action is not Action.ANSWER


def test_a_row_without_any_word_is_never_found() -> None:
    matcher = Matcher((*ROWS, FaqRow("blank", "？", (), "")))
    assert "blank" not in {each.id for each in matcher.match("怎么开户").ranked}


def test_rows_of_one_id_are_one_entry() -> None:
    matcher = Matcher((*ROWS, ROWS[0], FaqRow("open", "办个股票户头")))
    ids = [each.id for each in matcher.match("办个股票户头").ranked]
    assert ids[0] == "open"
    assert len(ids) == len(set(ids))


def test_two_entries_of_the_same_words_are_offered_as_a_choice() -> None:
    matcher = Matcher((*ROWS, FaqRow("other", "如何注销账户")))
    match = matcher.match("如何注销账户")
    assert match.action is Action.CHOOSE
    assert {each.id for each in match.ranked[:2]} == {"cancel", "other"}


def test_words_of_a_glossary_find_each_other() -> None:
    rows = (*ROWS, FaqRow("pe", "市梦率高说明什么"), FaqRow("pb", "市净率高说明什么"))
    taught = Matcher(rows, synonyms=(("市梦率", "梦想倍数"),))
    assert taught.match("梦想倍数是啥").ranked[0].id == "pe"


def test_at_most_ten_entries_are_ranked_the_best_first() -> None:
    many = Matcher([FaqRow(f"{n}", f"第{n}种账户怎么开户") for n in range(40)])
    scores = [each.score for each in many.match("怎么开户").ranked]
    assert len(scores) == 10
    assert scores == sorted(scores, reverse=True)


def test_a_matcher_survives_pickling() -> None:
    copy = pickle.loads(pickle.dumps(MATCHER))
    assert copy.match("怎么销户") == MATCHER.match("怎么销户")


@settings(max_examples=10, deadline=None)
@given(st.permutations(ROWS), st.sampled_from(["取钱", "忘了密码怎么搞", "开户要多久", "手续费"]))
def test_the_order_of_the_rows_changes_nothing(rows: list[FaqRow], query: str) -> None:
    assert Matcher(rows).match(query) == MATCHER.match(query)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_a_sound_match(query: str) -> None:
    match = MATCHER.match(query)
    assert 0.0 <= match.confidence <= 1.0
    assert len({each.id for each in match.ranked}) == len(match.ranked)
    assert match.ranked or match.action is Action.HUMAN


def test_an_unrelated_row_leaves_the_best_entries_in_place() -> None:
    more = Matcher((*ROWS, FaqRow("cake", "蛋糕要烤几分钟", (), "一般三十分钟。")))
    for query in ("怎么销户", "交易密马忘了", "想取点钱出来", "佣金收多少"):
        assert more.match(query).ranked[0].id == MATCHER.match(query).ranked[0].id
