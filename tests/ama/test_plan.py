from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ama.errors import AmaFieldError, AmaLengthError
from bot.ama.plan import read_minutes, read_plan
from bot.errors import BellError
from bot.members.tiers import Tier
from bot.moments import MomentFarError, MomentPastError

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
FORM = """标题：怎样读懂财报
主讲：@chen
时间：明天 20:00
时长：45
范围：新手、进阶
每周：是"""


def _with(name: str, value: str) -> str:
    lines = [line for line in FORM.splitlines() if not line.startswith(name)]
    return "\n".join([*lines, f"{name}：{value}"])


def test_a_filled_in_form_is_read() -> None:
    plan = read_plan(FORM, NOW, ZONE)
    assert (plan.title, plan.expert, plan.minutes, plan.weekly) == (
        "怎样读懂财报",
        "@chen",
        45,
        True,
    )
    assert plan.starts_at == datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    assert plan.tiers == (Tier.NEWBIE, Tier.ADVANCED)


def test_what_may_be_left_out_has_a_usual_value() -> None:
    plan = read_plan("title: Reports\nexpert: @chen\ntime: 20:00", NOW, ZONE)
    assert (plan.minutes, plan.tiers, plan.weekly) == (60, tuple(Tier), False)


def test_traditional_names_and_full_width_signs_are_read() -> None:
    text = "標題：怎樣讀懂財報\n主講：@chen\n時間：１１月２４日　２０：００"
    text += "\n時長：９０分鐘\n範圍：全部\n每週：否"
    plan = read_plan(text, NOW, ZONE)
    assert plan.starts_at == datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert plan.minutes == 90


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("", 60), ("四十五", 45), ("４５分钟", 45), ("1小时", 60), ("两个小时", 120), ("90 min", 90)],
)
def test_a_length_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["5", "9", "241", "一千", "5小时"])
def test_a_length_that_makes_no_sense_is_refused_with_its_bounds(typed: str) -> None:
    with pytest.raises(AmaLengthError) as raised:
        read_minutes(typed)
    assert (raised.value.fields["least"], raised.value.fields["most"]) == (10, 240)


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("标题", "", "title"),
        ("标题", "财", "title"),
        ("标题", "长" * 41, "title"),
        ("主讲", "", "expert"),
        ("主讲", "陈 老师", "expert"),
        ("时间", "", "time"),
        ("时间", "25:99", "time"),
        ("时间", "现在", "time"),
        ("时间", "2月30日 10:00", "time"),
        ("时长", "-30", "minutes"),
        ("时长", "1.5小时", "minutes"),
        ("时长", "很久", "minutes"),
        ("范围", "火星", "tiers"),
        ("范围", "运营", "tiers"),
        ("范围", "新手、提问", "tiers"),
        ("每周", "也许", "weekly"),
    ],
)
def test_the_line_at_fault_is_named(name: str, value: str, field: str) -> None:
    with pytest.raises(AmaFieldError) as raised:
        read_plan(_with(name, value), NOW, ZONE)
    assert raised.value.fields["field"].id == f"ama-field-{field}"
    assert raised.value.fields["received"] == (value[:40] or "—")


def test_a_time_that_is_past_or_too_far_says_so() -> None:
    with pytest.raises(MomentPastError):
        read_plan(_with("时间", "今天 8:00"), NOW, ZONE)
    with pytest.raises(MomentFarError):
        read_plan(_with("时间", "2027年11月1日 20:00"), NOW, ZONE)


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_read_or_refused_by_name(text: str) -> None:
    for form in (text, _with("时间", text), _with("时长", text), _with("范围", text)):
        try:
            read_plan(form, NOW, ZONE)
        except BellError as error:
            assert error.code
