"""The starter answers: shape, length, difference, dates, screening, and truth about the product."""

import re
import unicodedata
from collections import Counter
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from bot.checkin.streak import MOST_FREEZES, REPAIR_WINDOW, TRADING_DAYS_PER_FREEZE
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.config import Settings
from bot.contest.instrument import Board, Standing
from bot.contest.rulebook import fees, lots, price_limits
from bot.contest.rulebook.dated import in_force
from bot.contest.services import journal, watching
from bot.contest.suitability import default_questionnaire
from bot.delivery import attention
from bot.members.tiers import Tier
from bot.points.economy import CHECK_IN, QUESTION_RIGHT, QUESTION_WRONG, default_economy
from bot.privacy.forgetting import WAITING_TIME
from bot.questions.desk import peers
from bot.quiz.ladder import default_ladder
from bot.review import appeals

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "bot/knowledge/starter").glob("*.yaml"))
CATALOGUES = sorted((ROOT / "bot/locales/zh-Hans").glob("*.ftl"))
FIELDS = {
    "key",
    "tags",
    "tier",
    "source",
    "as_of",
    "review_by",
    "question",
    "phrasings",
    "answer",
}
TAGS = frozenset(
    {"account", "trading", "fees", "settlement", "margin", "funds", "listing", "tax", "risk"}
    | {"contest", "points", "security", "suitability", "hongkong", "bot"}
)
TIERS = {"all", "newbie", "advanced", "vip"}
CHINESE, ENGLISH = "zh-Hans", "en"
LONGEST = {
    ("question", CHINESE): 40,
    ("question", ENGLISH): 90,
    ("phrasings", CHINESE): 30,
    ("phrasings", ENGLISH): 60,
    ("answer", CHINESE): 240,
    ("answer", ENGLISH): 420,
}
LEAST_ENTRIES = 150
FEWEST_BY_TOPIC = {
    "account": 18,
    "trading": 26,
    "fees": 10,
    "settlement": 10,
    "margin": 12,
    "funds": 12,
    "listing": 12,
    "tax": 6,
    "risk": 14,
    "dividends": 6,
    "hongkong": 10,
    "contest": 12,
    "points": 6,
    "bot": 8,
    "security": 12,
}
# Beyond this share of common pairs of characters, two sayings are one with a word changed.
MOST_ALIKE = 0.65
UNSOURCED = "一般说明"
DAY = date(2026, 11, 22)
# Commands that other parts of the same release bring along.
COMING = {"ama", "ask", "term"}
# What one types to the bot, and words that only look like figures.
TYPED = re.compile(r"签到|早|午|晚|\d+手|\d+元|融资融券")
NAMES_WITH_DIGITS = re.compile(r"T ?[+＋] ?\d|[CR]\d|Lv\.\d")
COMMAND = re.compile(r"(?<![\w/])/([a-z]+)")


@cache
def entries():
    return [
        (path.stem, entry)
        for path in FILES
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def breaking(rule):
    """Return the keys of the entries of which `rule` is not true."""
    return [entry["key"] for _, entry in entries() if not rule(entry)]


def answer(key):
    return next(entry["answer"][CHINESE] for _, entry in entries() if entry["key"] == key)


def languages(entry):
    return list(entry["question"])


def sayings(entry, language):
    return [entry["question"][language], *entry["phrasings"][language]]


def texts(entry, language):
    return [*sayings(entry, language), entry["answer"][language]]


def listed(value):
    return value if isinstance(value, list) else [value]


def figures(entry):
    return re.findall(r"\d", NAMES_WITH_DIGITS.sub("", entry["answer"][CHINESE]))


def bare(text):
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def pairs(text):
    text = bare(text)
    return {text[n : n + 2] for n in range(len(text) - 1)} or {text}


def alike(one, other):
    return len(one & other) / len(one | other)


def test_there_are_enough_entries_on_every_topic():
    by_topic = Counter(topic for topic, _ in entries())
    assert sum(by_topic.values()) >= LEAST_ENTRIES
    assert set(by_topic) == set(FEWEST_BY_TOPIC)
    assert {t: n for t, n in by_topic.items() if n < FEWEST_BY_TOPIC[t]} == {}


@pytest.mark.parametrize("topic", FEWEST_BY_TOPIC)
def test_the_first_third_of_every_topic_is_in_english_too(topic):
    english = [ENGLISH in languages(entry) for name, entry in entries() if name == topic]
    assert sum(english) * 3 >= len(english)
    assert english == sorted(english, reverse=True)


def test_an_entry_has_exactly_the_fields_of_the_format():
    assert breaking(lambda entry: set(entry) == FIELDS) == []
    assert breaking(lambda entry: re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["key"])) == []
    assert breaking(lambda entry: 1 <= len(entry["tags"]) <= 2) == []
    assert breaking(lambda entry: set(entry["tags"]) <= TAGS) == []
    assert breaking(lambda entry: entry["tier"] in TIERS) == []
    assert breaking(lambda entry: entry["source"].strip()) == []


def test_an_entry_speaks_chinese_and_where_english_then_wholly():
    allowed = ([CHINESE], [CHINESE, ENGLISH])
    assert breaking(lambda entry: languages(entry) in allowed) == []
    for field in ("phrasings", "answer"):
        assert breaking(lambda entry, field=field: list(entry[field]) == languages(entry)) == []


def test_every_text_is_trimmed():
    for _, entry in entries():
        for language in languages(entry):
            for text in texts(entry, language):
                assert isinstance(text, str), entry["key"]
                assert text == " ".join(text.split())


def test_every_text_is_short_enough():
    too_long = [
        (entry["key"], text)
        for _, entry in entries()
        for language in languages(entry)
        for field in ("question", "phrasings", "answer")
        for text in listed(entry[field][language])
        if not 0 < len(text) <= LONGEST[field, language]
    ]
    assert too_long == []


def test_a_question_is_a_question_with_four_to_seven_ways_of_asking():
    assert breaking(lambda entry: entry["question"][CHINESE].endswith("？")) == []
    assert breaking(lambda entry: 4 <= len(entry["phrasings"][CHINESE]) <= 7) == []
    english = [entry for _, entry in entries() if ENGLISH in languages(entry)]
    assert all(entry["question"][ENGLISH].endswith("?") for entry in english)
    assert all(2 <= len(entry["phrasings"][ENGLISH]) <= 7 for entry in english)


def test_an_answer_has_two_to_five_sentences():
    assert breaking(lambda e: 2 <= len(re.findall(r"[。？]", e["answer"][CHINESE])) <= 5) == []
    assert breaking(lambda entry: entry["answer"][CHINESE].endswith("。")) == []


def test_an_english_text_has_no_chinese_but_what_is_typed():
    foreign = [
        text
        for _, entry in entries()
        if ENGLISH in languages(entry)
        for text in texts(entry, ENGLISH)
        if re.search(r"[\u3000-\u9fff\uff00-\uffef]", TYPED.sub("", text))
    ]
    assert foreign == []


def test_keys_are_unique():
    assert [k for k, n in Counter(entry["key"] for _, entry in entries()).items() if n > 1] == []


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_nothing_is_asked_twice_in_the_same_or_nearly_the_same_words(language):
    asked = [
        (entry["key"], saying, pairs(saying))
        for _, entry in entries()
        if language in languages(entry)
        for saying in sayings(entry, language)
    ]
    near = [
        (one[:2], other[:2])
        for one, other in combinations(asked, 2)
        if one[2] & other[2] and alike(one[2], other[2]) > MOST_ALIKE
    ]
    assert near == []


def test_every_entry_is_dated_and_read_again_within_a_year():
    year = timedelta(days=366)
    late = [e["key"] for _, e in entries() if not e["as_of"] < e["review_by"] <= e["as_of"] + year]
    assert late == []
    assert breaking(lambda entry: type(entry["as_of"]) is date) == []


def test_a_figure_names_where_it_is_from():
    assert breaking(lambda entry: not figures(entry) or entry["source"] != UNSOURCED) == []


def test_every_text_passes_the_gate_without_any_finding():
    gate = Gate(default_pack())
    held = [
        (entry["key"], text)
        for _, entry in entries()
        for language in languages(entry)
        for text in (
            *texts(entry, language),
            entry["source"],
            f"{entry['question'][language]}\n{entry['answer'][language]}",
        )
        if not gate.judge(text, Lane.OUTGOING).clean
    ]
    assert held == []


def test_every_command_that_is_named_exists():
    catalogues = "".join(path.read_text(encoding="utf-8") for path in CATALOGUES)
    known = set(re.findall(r"^help-([a-z]+) =", catalogues, re.MULTILINE)) | COMING
    said = {
        (entry["key"], command)
        for _, entry in entries()
        for language in languages(entry)
        for command in COMMAND.findall(entry["answer"][language])
    }
    assert {(key, command) for key, command in said if command not in known} == set()


def test_whatever_is_said_of_contests_says_that_they_are_simulated():
    said = {entry["key"]: entry["answer"] for topic, entry in entries() if topic == "contest"}
    assert [key for key, answer in said.items() if "模拟" not in answer[CHINESE]] == []
    english = {key: answer[ENGLISH] for key, answer in said.items() if ENGLISH in answer}
    assert [key for key, text in english.items() if "simulat" not in text.casefold()] == []


def test_points_are_those_of_the_economy():
    economy = default_economy()
    said = answer("points-earn")
    assert f"签到 +{economy.rule(CHECK_IN).amount}" in said
    assert f"答对 +{economy.rule(QUESTION_RIGHT).amount}" in said
    assert f"也有 +{economy.rule(QUESTION_WRONG).amount}" in said
    assert "、".join(str(m.trading_days) for m in economy.milestones) in said
    bonuses = re.findall(r"满 (\d+) 个(?:交易日)? \+(\d+)", answer("streak-bonus"))
    assert [(str(m.trading_days), str(m.amount)) for m in economy.milestones] == bonuses
    assert f"一天最多 {economy.daily_cap} 分" in answer("points-cap")


def test_the_caps_of_a_day_are_those_of_the_ladder_and_the_economy():
    economy, said = default_economy(), answer("points-cap")
    assert f"答题最多 {default_ladder().points_per_day}" in said
    assert f"回答别人最多 {economy.rule('peer-answer').most_a_day}" in said


def test_the_quiz_ladder_is_described_as_it_is():
    ladder, said = default_ladder(), answer("quiz-ladder")
    assert {rung.items for rung in ladder.rungs} == {10}
    assert [rung.pass_mark for rung in ladder.rungs] == [7, 7, 8, 8, 8]
    assert f"共 {len(ladder.rungs)} 关，每关 10 题，第 1、2 关答对 7 题过" in said
    assert "第 3 到 5 关要 8 题" in said
    seconds = int(ladder.time_limit.total_seconds())
    assert f"每题 {seconds} 秒" in said
    assert f"过了 {seconds} 秒" in answer("quiz-attempts")
    assert f"先做 {ladder.placement.items} 道小题" in said
    assert f"过了第 {ladder.second_repair} 关，补签题" in said
    assert f"进阶群看第 {ladder.tiers[Tier.ADVANCED]} 关" in said
    assert f"每天 {ladder.daily_rounds} 轮" in answer("quiz-attempts")


def test_points_of_the_quiz_are_those_of_the_economy():
    economy, ladder, said = default_economy(), default_ladder(), answer("quiz-points")
    amounts = {one: economy.rule(one).amount for one in ("quiz-right", "quiz-level")}
    assert f"第一次答对 +{amounts['quiz-right']}" in said
    assert f"第一次通过 +{amounts['quiz-level']}" in said
    assert f"群里答题答对 +{economy.rule('group-quiz-right').amount}" in said
    assert f"答题的分一天最多 {ladder.points_per_day}" in said
    assert f"每天 {economy.daily_cap} 分的总上限" in said


def test_the_group_quiz_and_its_goal_are_described_as_they_are():
    group, said = default_ladder().group, answer("group-quiz")
    at = Settings.model_fields["group_quiz_time"].default
    assert f"默认 {at.hour}:{at:%M}" in said
    assert f"{group.items} 道题，开放 {group.minutes} 分钟" in said
    assert group.places == 3
    goals = {tier: rule.goal for tier, rule in group.tiers.items()}
    assert goals[Tier.NEWBIE] == goals[Tier.VIP]
    goal = answer("group-quiz-goal")
    assert f"新手群和 VIP 群目标 {goals[Tier.NEWBIE]} 题，进阶群 {goals[Tier.ADVANCED]} 题" in goal
    assert f"每人 +{default_economy().rule('group-quiz-goal').amount}" in goal


def test_rewards_for_answering_others_are_those_of_the_desk():
    rule, said = default_economy().rule("peer-answer"), answer("answer-others")
    assert peers.WEIGHTS[Tier.NEWBIE] == 100
    assert peers.WEIGHTS[Tier.ADVANCED] == peers.WEIGHTS[Tier.VIP]
    further = rule.amount * peers.WEIGHTS[Tier.VIP] // 100
    assert f"新手的问题 +{rule.amount}，进阶和 VIP 的 +{further}" in said
    assert f"一天最多 {rule.most_a_day}" in said
    assert f"{peers.PAIR_REMEMBERED.days} 天内，第二次减半" in said
    assert peers.PAIR_PERCENT == (100, 50)


def test_promises_of_experts_and_amends_are_those_of_the_settings():
    fields, said = Settings.model_fields, answer("expert-how-long")
    minutes = dict(one.split("=") for one in fields["desk_promises"].default)
    for tier, name in ((Tier.VIP, "VIP"), (Tier.ADVANCED, "进阶"), (Tier.NEWBIE, "新手")):
        assert f"{name} {minutes[tier.value]} 分钟" in said
    hours = "、".join(span.lstrip("0") for span in fields["desk_hours"].default)
    assert f"交易日 {hours}" in said
    rule, late = default_economy().rule("late-answer"), answer("expert-late")
    assert f"补 {rule.amount} 分积分" in late
    assert f"一天最多 {rule.most_a_day}" in late


def test_levels_are_those_of_the_economy():
    levels = default_economy().levels
    said = answer("levels-rule")
    assert f"共 {len(levels)} 级" in said
    assert f"{levels[1].starts_at} 分到 Lv.2，{levels[2].starts_at} 分到 Lv.3" in said
    assert f"最高 {levels[-1].starts_at:,} 分" in said


def test_freezes_and_repairs_are_those_of_the_streak():
    assert f"每满 {TRADING_DAYS_PER_FREEZE} 个交易日" in answer("freeze-card")
    assert f"最多拿 {MOST_FREEZES} 张" in answer("freeze-card")
    hours = REPAIR_WINDOW // timedelta(hours=1)
    assert f"{hours} 小时以内" in answer("repair-missed-day")


def test_times_of_day_are_the_defaults_of_the_settings():
    fields = Settings.model_fields
    starts = fields["community_day_start"].default
    assert f"{starts.hour}:{starts:%M} 换日" in answer("checkin-how")
    briefs = [fields[f"brief_{slot}"].default for slot in ("morning", "noon", "evening")]
    assert "、".join(f"{at.hour}:{at:%M}" for at in briefs) in answer("brief-where")


def test_limits_of_notes_watches_and_messages_are_those_of_the_product():
    assert f"{journal.LEAST_NOTE} 到 {journal.MOST_NOTE} 个字" in answer("contest-journal")
    assert f"一天最多 {journal.MOST_A_DAY} 条" in answer("contest-journal")
    assert f"最多 {watching.MOST_WATCHED} 只" in answer("watch-list")
    assert f"一天最多 {attention.MOST_A_DAY} 条" in answer("why-received")
    assert (time(22), time(8)) == (attention.QUIET_FROM, attention.QUIET_UNTIL)
    assert "22:00 到次日 8:00" in answer("why-received")
    assert f"等 {WAITING_TIME.days} 天" in answer("delete-my-data")
    assert f"最近 {appeals.WITHIN.days} 天" in answer("appeal-how")


def test_the_suitability_questions_are_described_as_they_are():
    asked = default_questionnaire()
    said = answer("contest-suitability-quiz")
    assert len(asked.questions) == 6
    assert "六道小题" in said
    assert f"{asked.most} 分满分" in said
    assert f"{asked.balanced} 分起为平衡，{asked.daring} 分起为进取" in said


def test_fees_are_those_of_the_rule_book():
    stamp = in_force(fees.MAINLAND_STAMP_DUTY, DAY) * 100
    transfer = in_force(fees.MAINLAND_TRANSFER_FEE, DAY) * 100
    assert f"过户费 {transfer.normalize():f}%" in answer("fee-overview")
    assert f"印花税 {stamp.normalize():f}%" in answer("fee-overview")
    assert f"{stamp.normalize():f}%" in answer("stamp-duty")
    assert f"{transfer.normalize():f}%" in answer("transfer-fee")
    for table in (
        fees.HONG_KONG_STAMP_DUTY,
        fees.HONG_KONG_SFC_LEVY,
        fees.HONG_KONG_AFRC_LEVY,
        fees.HONG_KONG_TRADING_FEE,
    ):
        assert f" {(in_force(table, DAY) * 100).normalize():f}%" in answer("hk-fees")


@pytest.mark.parametrize(
    ("key", "board", "standing"),
    [
        ("limit-main-board", Board.SSE_MAIN, Standing.NORMAL),
        ("limit-star-chinext", Board.STAR, Standing.NORMAL),
        ("limit-star-chinext", Board.CHINEXT, Standing.SPECIAL_TREATMENT),
        ("st-limit-ten", Board.SZSE_MAIN, Standing.SPECIAL_TREATMENT),
        ("limit-bse", Board.BSE, Standing.NORMAL),
    ],
)
def test_price_limits_are_those_of_the_rule_book(key, board, standing):
    ratio = price_limits.limit_ratio(board, standing, DAY)
    assert f"{ratio * 100:.0f}%" in answer(key)


@pytest.mark.parametrize(("key", "board"), [("limit-main-board", "SSE_MAIN"), ("limit-bse", "BSE")])
def test_the_examples_of_limits_are_reckoned_right(key, board):
    close, upper = re.search(r"前收盘 ([\d.]+) 元，涨停价是 ([\d.]+) 元", answer(key)).groups()
    found = price_limits.limits(Board[board], Standing.NORMAL, Decimal(close), DAY)
    assert found[1] == Decimal(upper)


def test_the_example_of_fees_adds_up():
    assert (Decimal("5") + Decimal("0.1")) * 2 + 5 == Decimal("15.20")
    assert "约 15.20 元" in answer("fee-example")


def test_lots_are_those_of_the_rule_book():
    smallest = {board: in_force(lots.LOTS[board], DAY) for board in (Board.STAR, Board.BSE)}
    said = answer("lot-main-board")
    assert f"科创板一笔至少 {smallest[Board.STAR].minimum} 股" in said
    assert f"北交所至少 {smallest[Board.BSE].minimum} 股" in said
    assert in_force(lots.LOTS[Board.CHINEXT], DAY) == in_force(lots.LOTS[Board.SSE_MAIN], DAY)
