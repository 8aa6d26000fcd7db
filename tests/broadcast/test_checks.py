from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.broadcast import checks
from bot.broadcast.plan import Plan
from bot.broadcast.states import Variant
from bot.broadcast.text import composed, unlisted_links
from bot.calendar.exchange import load_calendar
from bot.markup import plain
from tests.factories.broadcasts import NOW, PLAN, make_desk

DESK = make_desk()
CALENDAR = load_calendar("XSHG")


def _problems(plan: Plan, *, pictured: bool = False, now: datetime = NOW) -> list[str]:
    return [say.id for say in checks.problems(plan, pictured, DESK, CALENDAR, now)]


def test_a_plain_plan_has_no_problems() -> None:
    assert _problems(PLAN) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": ""}, "broadcast-problem-empty"),
        ({"text": "🎉🎉🎉"}, "broadcast-problem-signs"),
        ({"text": "好" * 4097}, "broadcast-problem-long"),
        ({"text": "@everyone 来听课"}, "broadcast-problem-everybody"),
        ({"other": PLAN.text}, "broadcast-problem-same"),
        ({"text": "这只股票必涨，稳赚不赔"}, "broadcast-problem-blocked"),
        ({"text": "前三季度增长 5.2%"}, "broadcast-problem-figures"),
        ({"starts_at": NOW - timedelta(minutes=1)}, "broadcast-problem-past"),
        ({"starts_at": NOW + timedelta(hours=14)}, "broadcast-problem-quiet"),
    ],
)
def test_what_has_to_change_is_named(changes: dict[str, object], problem: str) -> None:
    assert problem in _problems(replace(PLAN, **changes))


def test_nobody_to_send_it_to_is_a_problem() -> None:
    assert _problems(Plan(text=PLAN.text)) == ["broadcast-problem-nobody"]


def test_a_caption_may_be_shorter_only() -> None:
    long = replace(PLAN, text="好" * 1025)
    assert _problems(long) == []
    assert _problems(long, pictured=True) == ["broadcast-problem-long"]


def test_trading_days_only_refuses_closed_and_unknown_days() -> None:
    saturday = replace(PLAN, trading_days_only=True, starts_at=NOW + timedelta(days=1))
    assert _problems(saturday) == ["broadcast-problem-closed"]
    unknown = replace(saturday, starts_at=datetime(2027, 1, 5, 2, 0, tzinfo=UTC))
    assert _problems(unknown) == ["broadcast-problem-uncovered"]
    assert _problems(replace(saturday, trading_days_only=False)) == []


def test_what_would_be_useless_by_the_morning_is_told() -> None:
    night = replace(PLAN, groups=(), starts_at=NOW + timedelta(hours=14), useless_hours=2)
    assert _problems(night) == ["broadcast-problem-useless"]


def test_the_disclosure_is_appended_once_and_typed_tags_are_escaped() -> None:
    plan = replace(PLAN, text="<b>基金</b>定投的风险有哪些")
    once = composed(plan, Variant.A, DESK.words)
    assert once.startswith("&lt;b&gt;基金&lt;/b&gt;")
    disclosure = plain(once).splitlines()[-1]
    again = replace(plan, text=f"基金定投的风险有哪些\n{disclosure}")
    assert plain(composed(again, Variant.A, DESK.words)).count(disclosure) == 1


def test_links_to_hosts_that_are_not_listed_are_named_once() -> None:
    text = "看 https://a.example/x 和 www.b.example，再看 https://a.example/y"
    assert unlisted_links(text, {"b.example"}) == ("a.example",)
    assert len(checks.warnings(replace(PLAN, text=text), DESK)) == 1
