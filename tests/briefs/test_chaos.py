"""Feeds fail in every way we know, in seeded mixtures: no figure is unbound or stale."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.briefs.binding import unbound_in
from bot.briefs.compose import Draft, compose, written_in
from bot.briefs.facts import ContestNews, Occasion, Quiz
from bot.briefs.length import LONGEST_CAPTION, caption_length
from bot.briefs.material import Material
from bot.briefs.picture import picture_of
from bot.briefs.slots import Slot
from bot.i18n import Language
from bot.market.desk import QuoteDesk
from bot.market.overview import Overview
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote
from bot.market.rehearsal_overview import RehearsalOverview
from bot.market.source import Snapshot
from bot.market.symbols import IndexSet
from bot.members.tiers import Tier
from tests.briefs.binding import unbound_numbers
from tests.briefs.newsrooms import DAY, WORDS, StubSource, make_headline, make_material

Harm = Callable[[Quote, random.Random], Quote | None]
LONG_AGO = datetime(2026, 11, 2, 7, tzinfo=UTC)


def _older(quote: Quote, minutes: int) -> Quote:
    return replace(quote, at=quote.at - timedelta(minutes=minutes))


HARMS: dict[str, Harm] = {
    "gone": lambda q, r: None,
    "stale": lambda q, r: _older(q, r.choice([21, 45, 90, 180])),
    "wrong-day": lambda q, r: _older(q, 24 * 60 * r.randint(1, 9)),
    "future": lambda q, r: _older(q, -r.choice([2880, 4320])),
    "zero": lambda q, r: replace(q, last=Decimal(0)),
    "negative": lambda q, r: replace(q, last=-q.last),
    "nan": lambda q, r: replace(q, last=Decimal("NaN")),
    "infinite": lambda q, r: replace(q, high=Decimal("Infinity")),
    "nan-amount": lambda q, r: replace(q, amount=Decimal("NaN")),
    "no-previous-close": lambda q, r: replace(q, previous_close=Decimal(0)),
    "halved-previous-close": lambda q, r: replace(q, previous_close=q.previous_close / 2),
    "wrong-previous-close": lambda q, r: replace(q, previous_close=q.previous_close + 30),
    "slipped-comma": lambda q, r: replace(q, last=q.last * 100),
    "outside-limits": lambda q, r: replace(q, limit_up=q.last - 1),
    "crossed": lambda q, r: replace(q, high=q.low, low=q.high),
    "nameless": lambda q, r: replace(q, name=""),
    "fields-missing": lambda q, r: replace(q, open=None, high=None, low=None, volume=None),
    "delayed": lambda q, r: replace(q, delay_minutes=15),
    "numbered-name": lambda q, r: replace(q, name="看到 4000 点"),
}
OVERVIEW_HARMS: dict[str, Callable[[Overview, random.Random], Overview]] = {
    "nothing": lambda o, r: Overview(problems=(FeedProblem(ProblemKind.TIMED_OUT, "overview"),)),
    "sectors-without-breadth": lambda o, r: replace(o, breadth=None),
    "breadth-without-sectors": lambda o, r: replace(o, sectors=()),
    "half-the-sectors": lambda o, r: replace(o, sectors=o.sectors[: r.randint(1, 5)]),
    "stale": lambda o, r: _aged(o, timedelta(minutes=r.choice([30, 240, 1440]))),
    "long-ago": lambda o, r: _moved(o, LONG_AGO),
    "future": lambda o, r: _aged(o, timedelta(hours=-2)),
    "negative": lambda o, r: _counted(o, rose=-5),
    "all-zero": lambda o, r: _counted(o, rose=0, fell=0, limit_up=0, limit_down=0),
    "more-limits-than-rises": lambda o, r: _counted(o, limit_up=9_999),
    "nan": lambda o, r: _each(o, change_percent=Decimal("NaN")),
    "absurd": lambda o, r: _each(o, change_percent=Decimal(240)),
    "nameless": lambda o, r: _each(o, name=" "),
    "numbered": lambda o, r: _each(o, code="x", name="目标 5000"),
    "real-beside-invented": lambda o, r: replace(_counted(o, simulated=False), sectors=()),
    "other-market": lambda o, r: _counted(o, market="XHKG"),
}


def _counted(overview: Overview, **changed: Any) -> Overview:
    assert overview.breadth is not None
    return replace(overview, breadth=replace(overview.breadth, **changed))


def _each(overview: Overview, **changed: Any) -> Overview:
    return replace(overview, sectors=tuple(replace(s, **changed) for s in overview.sectors))


def _moved(overview: Overview, at: datetime) -> Overview:
    return _each(_counted(overview, at=at), at=at)


def _aged(overview: Overview, by: timedelta) -> Overview:
    assert overview.breadth is not None
    return _moved(overview, overview.breadth.at - by)


async def whole_material(slot: Slot, seed: int) -> Material:
    material = await make_material(slot, seed=seed)
    due = material.due.due_at
    every = dict.fromkeys(Language, "碰到跌停时，最该先想什么？")
    return replace(
        material,
        overview=await RehearsalOverview(seed).overview(due),
        news=replace(
            material.news,
            headlines=tuple(make_headline(n, due - timedelta(minutes=n)) for n in range(1, 6)),
        ),
        occasions=(
            Occasion(DAY, "公布工业数据", time(10)),
            Occasion(DAY, "逆回购到期 5000 亿元"),
            Occasion(date(2026, 11, 23), "公布 LPR", time(9, 15)),
        ),
        contests=(ContestNews(3, "冬季模拟赛", 128, DAY, DAY, True, "https://t.me/b?start=rank"),),
        quiz=Quiz("q", every, every),
        closes={s: q.previous_close for s, q in material.snapshot.quotes.items()},
    )


async def harmed(material: Material, chance: random.Random, names: list[str]) -> Material:
    """Let a feed answer with harmed rows, through the desk that vets it."""
    quotes = {}
    for symbol, quote in material.snapshot.quotes.items():
        harm = HARMS[chance.choice(names)] if chance.random() < 0.6 else None
        changed = harm(quote, chance) if harm else quote
        if changed is not None:
            quotes[symbol] = changed
    kind = chance.choice(list(ProblemKind))
    answer = Snapshot(quotes, (FeedProblem(kind, "tencent", None, "chaos"),))
    if chance.random() < 0.5:
        return replace(material, snapshot=answer)  # as if nobody had vetted it
    source = StubSource(answer, IndexSet((), (), ()))
    try:
        vetted = await QuoteDesk([source]).quotes(material.indexes.every, material.now)
    except ArithmeticError:  # a NaN that no adapter lets through
        return replace(material, snapshot=answer)
    return replace(material, snapshot=vetted)


def assert_sound(draft: Draft, material: Material) -> None:
    """Check a draft in ways of its own: what is bound, how old, of which day."""
    snapshot = draft.snapshot()
    assert unbound_in(draft.markup, written_in(snapshot), draft.headlines) == []
    assert caption_length(draft.markup) <= LONGEST_CAPTION
    assert not any(word in draft.markup for word in ("nan", "NaN", "Infinity", "None"))
    shown = picture_of(material, draft, WORDS).figures if draft.markup else ()
    for figure in (*draft.figures, *shown):
        at = datetime.fromisoformat(figure["at"])
        assert at <= material.now + timedelta(minutes=3)
        assert Decimal(figure["value"]).is_finite()
        if not figure["symbols"][0].startswith("contest:"):
            assert figure["simulated"]
            assert_recent(figure, at, material)


def assert_recent(figure: dict[str, Any], at: datetime, material: Material) -> None:
    symbol = figure["symbols"][0]
    if material.due.slot is not Slot.MORNING:
        assert at.astimezone(material.zone).date() == DAY
        ended = material.calendars["XSHG"].session(DAY)
        if not symbol.startswith("simhk"):
            last = ended.breaks[0][0] if material.due.slot is Slot.NOON else ended.closes
            assert at >= last - timedelta(minutes=2)
        else:
            assert at >= material.now - timedelta(minutes=40)
    else:
        assert at >= material.now - timedelta(hours=18)


CASES = [(slot, seed) for slot in Slot for seed in range(12)]


@pytest.mark.parametrize(("slot", "seed"), CASES)
async def test_no_mixture_of_failures_gets_a_wrong_figure_into_a_brief(
    slot: Slot, seed: int
) -> None:
    chance = random.Random(f"{slot}-{seed}")
    material = await harmed(await whole_material(slot, seed), chance, list(HARMS))
    if chance.random() < 0.8:
        harm = OVERVIEW_HARMS[chance.choice(list(OVERVIEW_HARMS))]
        material = replace(material, overview=harm(material.overview, chance))
    for tier in Tier:
        for language in Language:
            for data_only in (False, True):
                draft = compose(material, tier, language, WORDS, data_only=data_only)
                assert_sound(draft, material)


@pytest.mark.parametrize("name", list(HARMS))
@pytest.mark.parametrize("slot", list(Slot))
async def test_each_failure_alone_is_survived_and_told(slot: Slot, name: str) -> None:
    material = await whole_material(slot, 3)
    chance = random.Random(name)
    quotes = dict(material.snapshot.quotes)
    harm = HARMS[name](quotes["simsh000001"], chance)
    quotes.pop("simsh000001")
    if harm is not None:
        quotes["simsh000001"] = harm
    draft = compose(
        replace(material, snapshot=Snapshot(quotes)), Tier.ADVANCED, Language.SIMPLIFIED, WORDS
    )
    assert_sound(draft, replace(material, snapshot=Snapshot(quotes)))
    is_harmless = name in {"fields-missing", "delayed", "nameless", "numbered-name", "nan-amount"}
    told = any(item.what == "simsh000001" for item in draft.dropped)
    assert told or is_harmless
    assert told != ("模拟综指" in draft.markup)


@pytest.mark.parametrize("name", list(OVERVIEW_HARMS))
async def test_a_failing_overview_takes_its_lines_with_it(name: str) -> None:
    material = await whole_material(Slot.EVENING, 3)
    full = compose(material, Tier.VIP, Language.SIMPLIFIED, WORDS)
    assert "涨跌家数" in full.markup
    assert "行业：" in full.markup
    broken = OVERVIEW_HARMS[name](material.overview, random.Random(name))
    draft = compose(replace(material, overview=broken), Tier.VIP, Language.SIMPLIFIED, WORDS)
    assert_sound(draft, replace(material, overview=broken))
    assert "模拟综指" in draft.markup
    assert ("涨跌家数" in draft.markup) + ("行业：" in draft.markup) < 2


async def test_an_unbound_number_in_an_entered_event_takes_the_event_with_it() -> None:
    draft = compose(await whole_material(Slot.MORNING, 3), Tier.VIP, Language.ENGLISH, WORDS)
    assert "公布工业数据" in draft.markup
    assert "5000" not in draft.markup
    assert "逆回购到期 5000 亿元" in [item.what for item in draft.dropped]


async def test_the_older_checker_of_the_tests_agrees() -> None:
    material = await whole_material(Slot.EVENING, 3)
    draft = compose(material, Tier.ADVANCED, Language.SIMPLIFIED, WORDS)
    assert unbound_numbers(str(draft.markup.striptags()), draft.snapshot()) == []
