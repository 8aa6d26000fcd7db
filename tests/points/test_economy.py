from pathlib import Path

import pytest

from bot.points.behaviour import refusal
from bot.points.economy import (
    CHECK_IN,
    ECONOMY,
    QUESTION_RIGHT,
    QUESTION_WRONG,
    InvalidEconomyError,
    load_economy,
)

SHIPPED = ECONOMY.read_text(encoding="utf-8")


def _load(tmp_path: Path, old: str, new: str) -> str:
    """Return the sentence that the shipped economy with one change is refused with."""
    assert old in SHIPPED
    path = tmp_path / "economy.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidEconomyError) as refused:
        load_economy(path)
    return str(refused.value)


def test_the_shipped_economy_pays_for_attendance_and_more_for_learning() -> None:
    economy = load_economy()
    assert economy.rule(CHECK_IN).amount == 3
    assert economy.rule(QUESTION_RIGHT).amount == 5
    assert economy.rule(QUESTION_WRONG).amount == 1
    assert [m.trading_days for m in economy.milestones] == [5, 20, 60, 120]
    assert len(economy.levels) == 10


def test_a_milestone_is_found_on_its_day_only() -> None:
    economy = load_economy()
    assert economy.milestone(20) is not None
    assert economy.milestone(21) is None
    assert economy.next_milestone(20).trading_days == 60
    assert economy.next_milestone(120) is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("amount = 3", 'amount = "3"', "rule check-in: amount is not allowed: received '3'"),
        ("amount = 3", "amount = -3", "received -3; allowed: a whole number from 0 to 10000"),
        ("amount = 3", "amount = 3\nbonus = 1", "rule check-in: bonus"),
        ("daily = 150", "daily = 87", "caps.daily is not allowed: received 87"),
        ("budget = 2_000_000", "budget = 0", "season.budget"),
        ('operator = "GRANT_CAP"', 'operator = "500"', "caps.operator"),
        ("from = 30", "from = 0", "level #2: from is not allowed: received 0"),
        ("trading_days = 20", "trading_days = 5", "milestone #2: trading_days"),
        ('id = "check-in"', 'id = "checkin"', "a rule with the id check-in"),
        ('id = "check-in"', 'id = "daily-question-wrong"', "an id that no other rule has"),
        ('reason = "check-in"', 'reason = "grant"', "reason is not allowed: received 'grant'"),
        ('since = "now"', 'since = "soon"', "level #1: since"),
        ("[caps]", "[cups]", "caps"),
        ("[caps]", "[caps", "TOML in UTF-8"),
    ],
)
def test_a_mistake_is_named_with_key_received_and_allowed(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    sentence = _load(tmp_path, old, new)
    assert sentence.startswith("economy.toml: ")
    assert told in sentence


@pytest.mark.parametrize(
    ("rewards", "why"),
    [
        ("real-trade", "churning"),
        ("deposit", "inducement"),
        ("account-opening", "inducement"),
        ("message-volume", "noise"),
        ("contest-rank", "luck"),
    ],
)
def test_a_rule_that_rewards_what_it_must_not_is_refused_with_the_reason(
    tmp_path: Path, rewards: str, why: str
) -> None:
    sentence = _load(tmp_path, 'rewards = "attendance"', f'rewards = "{rewards}"')
    assert "rule check-in: rewards" in sentence
    assert why in sentence


def test_a_telling_name_is_refused_even_under_a_harmless_label(tmp_path: Path) -> None:
    added = SHIPPED + (
        '\n[[rule]]\nid = "first-deposit"\nversion = 1\nreason = "check-in"\n'
        'rewards = "attendance"\namount = 50\n'
    )
    path = tmp_path / "economy.toml"
    path.write_text(added, encoding="utf-8")
    with pytest.raises(InvalidEconomyError, match="does not reward deposit"):
        load_economy(path)


@pytest.mark.parametrize(
    ("text", "behaviour"),
    [
        ("first-trade", "real-trade"),
        ("每笔成交奖励", "real-trade"),
        ("下單回饋", "real-trade"),
        ("monthly_turnover", "real-trade"),
        ("deposit-bonus", "deposit"),
        ("首次入金", "deposit"),
        ("open-an-account", "account-opening"),
        ("新户开户礼", "account-opening"),
        ("100-messages", "message-volume"),
        ("发言数达标", "message-volume"),
        ("contest-rank-1", "contest-rank"),
        ("top-10", "contest-rank"),
        ("模拟赛冠军", "contest-rank"),
    ],
)
def test_the_lint_hears_what_a_name_means(text: str, behaviour: str) -> None:
    found = refusal(text)
    assert found is not None
    assert found[0] == behaviour


@pytest.mark.parametrize(
    "text",
    [
        "check-in",
        "daily-question-right",
        "streak-milestone",
        "连续 20 个交易日签到",
        "trading-days",
        "contest-review",
        "模拟交易复盘",
        "course-finished",
        "helpful-answer",
    ],
)
def test_the_lint_leaves_honest_names_alone(text: str) -> None:
    assert refusal(text) is None
