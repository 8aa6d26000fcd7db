from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.briefs import regime
from bot.briefs.compose import compose
from bot.briefs.education import Mood, lesson_of_day, lessons
from bot.briefs.picture import picture_of
from bot.briefs.regime import RegimeRule, thresholds
from bot.briefs.slots import Slot
from bot.compliance.verdict import Lane
from bot.i18n import Language
from bot.market.overview import Overview
from bot.market.rehearsal_overview import RehearsalOverview
from bot.markup import plain
from bot.members.tiers import Tier
from bot.strict_toml import InvalidData
from tests.briefs.newsrooms import DAY, GATE, WORDS, make_material, with_quotes
from tests.briefs.test_whole_market import make_breadth


async def draft_of(index_move: str, overview: Overview | None = None, tier: Tier = Tier.VIP):  # type: ignore[no-untyped-def]
    material = await make_material(Slot.EVENING)
    quote = material.snapshot.quotes["simsh000001"]
    last = quote.previous_close * (1 + Decimal(index_move) / 100)
    moved = replace(quote, last=last, open=last, high=last, low=last)
    invented = await RehearsalOverview(3).overview(material.now)
    material = replace(with_quotes(material, moved), overview=overview or invented)
    return material, compose(material, tier, Language.SIMPLIFIED, WORDS)


async def test_on_a_calm_day_there_are_opportunities_and_no_lesson() -> None:
    _, draft = await draft_of("0.50")
    assert draft.regime.record() == {"kind": "calm", "reasons": []}
    assert "行业：" in draft.markup
    assert "🛟" not in draft.markup


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("move", ["-2.00", "2.00", "-4.10"])
async def test_on_a_volatile_day_risk_education_takes_their_place(move: str, tier: Tier) -> None:
    material, draft = await draft_of(move, tier=tier)
    text = plain(draft.markup)
    assert "🛟" in text
    assert "行业" not in text.replace("行业里的", "").split("🛟")[0]
    assert "看点" not in text
    assert picture_of(material, draft, WORDS).card.sectors is None
    reason = draft.snapshot()["regime"]["reasons"][0]
    assert reason["rule"] == "index_move"
    assert reason["what"] == "模拟综指"
    assert reason["threshold"] == "2.00"
    assert reason["figure"]["symbols"] == ["simsh000001"]


async def test_just_below_the_threshold_is_calm() -> None:
    _, draft = await draft_of("-1.99")
    assert not draft.regime.volatile


@pytest.mark.parametrize(
    ("counts", "rule"),
    [
        ({"rose": 900, "fell": 4_000, "level": 100, "limit_down": 4}, RegimeRule.FELL_SHARE),
        ({"limit_down": 80}, RegimeRule.LIMIT_DOWN),
    ],
)
async def test_breadth_and_limit_downs_make_a_day_volatile_too(
    counts: dict[str, int], rule: RegimeRule
) -> None:
    breadth = make_breadth(simulated=True, **counts)
    _, draft = await draft_of("0.10", Overview(breadth))
    assert [reason.rule for reason in draft.regime.reasons] == [rule]


def test_every_rule_has_its_threshold_and_a_mistake_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(thresholds()) == set(RegimeRule)
    file = tmp_path / "regime.toml"
    file.write_text(regime.REGIME_FILE.read_text("utf-8").replace('"2.00"', '"-1"'), "utf-8")
    monkeypatch.setattr(regime, "REGIME_FILE", file)
    with pytest.raises(InvalidData, match="above zero"):
        thresholds.__wrapped__()


def test_lessons_rotate_fit_the_mood_and_pass_the_gate() -> None:
    days = [DAY + timedelta(days=n) for n in range(30)]
    for mood in Mood:
        shown = {lesson_of_day(day, mood).id for day in days}
        assert len(shown) >= 5
        assert all(lesson_of_day(day, mood).mood in {Mood.ANY, mood} for day in days)
    for lesson in lessons():
        for text in lesson.texts.values():
            assert GATE.judge(text, Lane.OUTGOING).clean, text
    assert lesson_of_day(date(2026, 1, 5), Mood.FALL) == lesson_of_day(date(2026, 1, 5), Mood.FALL)
