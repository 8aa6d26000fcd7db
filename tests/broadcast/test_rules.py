"""The pure rules: who gets it, which text, how long it takes, when it asks again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.broadcast.duration import ends_at, seconds_to_send
from bot.broadcast.growth import has_outgrown
from bot.broadcast.plan import Activity, Plan, Segment, plan_from_json, plan_to_json
from bot.broadcast.rewording import reworded
from bot.broadcast.segment import Person, exclusion
from bot.broadcast.states import Exclusion, Variant
from bot.broadcast.variants import variant_for
from bot.compliance.verdict import Finding, Severity
from bot.i18n import Language
from bot.members.tiers import Tier

TODAY = date(2026, 11, 20)
SHANGHAI = ZoneInfo("Asia/Shanghai")
SEGMENT = Segment(tiers=(Tier.NEWBIE,))
READER = Person(id=7, language=Language.SIMPLIFIED, tiers=frozenset({Tier.NEWBIE}), level=3)


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (READER, None),
        (replace(READER, staff=True), Exclusion.STAFF),
        (replace(READER, tiers=frozenset(), left=True), Exclusion.LEFT),
        (replace(READER, tiers=frozenset({Tier.VIP})), Exclusion.NOT_IN_SEGMENT),
        (replace(READER, hidden=True), Exclusion.HIDDEN),
        (replace(READER, private=False), Exclusion.NO_PRIVATE_CHAT),
        (replace(READER, reachable=False), Exclusion.UNREACHABLE),
        (replace(READER, wanted=False), Exclusion.OPTED_OUT),
        (replace(READER, taken=2), Exclusion.DAILY_BUDGET),
    ],
)
def test_the_first_reason_counts(person: Person, why: Exclusion | None) -> None:
    assert exclusion(person, SEGMENT, TODAY, 2) is why


@pytest.mark.parametrize(
    ("segment", "fits"),
    [
        (replace(SEGMENT, level_from=3, level_to=3), True),
        (replace(SEGMENT, level_from=4), False),
        (replace(SEGMENT, level_to=2), False),
        (replace(SEGMENT, languages=(Language.ENGLISH,)), False),
        (replace(SEGMENT, asked=True), False),
        (replace(SEGMENT, activity=Activity.NEVER), True),
        (replace(SEGMENT, activity=Activity.WITHIN, days=7), False),
        (replace(SEGMENT, excluded=(7,)), False),
        (Segment(), False),
    ],
)
def test_a_segment_takes_those_whom_it_names(segment: Segment, fits: bool) -> None:
    assert (exclusion(READER, segment, TODAY, 2) is None) is fits


@given(ago=some.integers(0, 60), days=some.integers(1, 60))
@settings(max_examples=60)
def test_whoever_checked_in_is_either_active_or_silent(ago: int, days: int) -> None:
    person = replace(READER, checked_in=TODAY - timedelta(days=ago))
    fits = [
        exclusion(person, replace(SEGMENT, activity=kind, days=days), TODAY, 2) is None
        for kind in (Activity.WITHIN, Activity.SILENT, Activity.NEVER)
    ]
    assert fits == [ago < days, ago >= days, False]


def test_a_reader_always_gets_the_same_text_and_about_half_get_each() -> None:
    plan = Plan(text="甲", other="乙")
    given_ = [variant_for(plan, 12, reader) for reader in range(1000)]
    assert given_ == [variant_for(plan, 12, reader) for reader in range(1000)]
    assert 400 < given_.count(Variant.B) < 600
    assert given_ != [variant_for(plan, 13, reader) for reader in range(1000)]
    assert variant_for(Plan(text="甲"), 12, 7) is Variant.A


@pytest.mark.parametrize(
    ("approved", "now", "outgrown"),
    [(100, 110, False), (100, 111, True), (1000, 1020, False), (1000, 1021, True), (50, 40, False)],
)
def test_it_asks_again_past_a_tenth_or_twenty_people(
    approved: int, now: int, outgrown: bool
) -> None:
    assert has_outgrown(approved, now) is outgrown


def test_the_pace_leaves_replies_their_room() -> None:
    assert seconds_to_send(2100, 30) == 100
    assert seconds_to_send(2100, 0) == 0


def test_what_does_not_fit_before_the_night_ends_in_the_morning() -> None:
    start = datetime(2026, 11, 20, 13, 59, tzinfo=UTC)  # a minute to ten in the evening
    end = ends_at(start, 0, 21 * 120, 30, SHANGHAI)
    assert end.astimezone(SHANGHAI).hour == 8
    assert ends_at(start, 3, 0, 30, SHANGHAI) == start + timedelta(seconds=1)


def test_a_plan_comes_back_from_the_database_as_it_went_in() -> None:
    plan = Plan(
        text="甲",
        other="乙",
        source="公告",
        language=Language.ENGLISH,
        groups=(Tier.VIP,),
        segment=Segment((Tier.NEWBIE,), 2, 5, (Language.ENGLISH,), Activity.SILENT, 9, True, (7,)),
        starts_at=datetime(2026, 12, 1, 2, 0, tzinfo=UTC),
        trading_days_only=True,
        useless_hours=3,
    )
    assert plan_from_json(plan_to_json(plan)) == plan


def test_a_suggestion_takes_the_place_of_its_whole_sentence_once() -> None:
    text = "周三直播。必涨，必涨！\n欢迎来听。"
    finding = Finding("R-1", 1, Severity.BLOCK, 5, 7, "必涨", "", "股价有涨有跌。")
    twice = (finding, finding._replace(start=8, end=10))
    assert reworded(text, twice) == "周三直播。股价有涨有跌。\n欢迎来听。"
