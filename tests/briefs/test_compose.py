from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from markupsafe import Markup
from telegram.constants import MessageLimit

from bot.briefs.compose import Draft, compose
from bot.briefs.dropped import DropReason
from bot.briefs.length import CAPTION_LIMIT, LONGEST_CAPTION, ROOM_FOR_MARKS, caption_length
from bot.briefs.material import Material
from bot.briefs.slots import Slot
from bot.i18n import Language, Say
from bot.market.news import News
from bot.market.problems import FeedProblem, ProblemKind
from bot.market.quote import Quote
from bot.market.source import Snapshot
from bot.markup import plain
from bot.members.tiers import Tier
from bot.telegram.render import CAPTION_LIMIT as RENDERED_LIMIT
from bot.telegram.render import to_html
from tests.briefs.binding import unbound_numbers
from tests.briefs.newsrooms import (
    DAY,
    GATE,
    WORDS,
    at,
    make_due,
    make_headline,
    make_material,
    with_quotes,
)

LONG = "很长的标题" * 24
EVERYTHING = [(slot, tier, language) for slot in Slot for tier in Tier for language in Language]


def write(material: Material, tier: Tier = Tier.ADVANCED, **more: object) -> Draft:
    language = more.pop("language", Language.SIMPLIFIED)
    assert isinstance(language, Language)
    return compose(material, tier, language, WORDS, **more)  # type: ignore[arg-type]


async def news_material(slot: Slot, title: str | None = None, count: int = 6) -> Material:
    due = make_due(slot).due_at
    headlines = [
        make_headline(
            n,
            published=due - timedelta(minutes=n),
            **({"title": f"{n}{title}", "source": "很长的来源" * 8} if title else {}),
        )
        for n in range(1, count + 1)
    ]
    return await make_material(slot, headlines=headlines)


@pytest.mark.parametrize(("slot", "tier", "language"), EVERYTHING)
async def test_every_edition_is_bound_short_screened_and_marked(
    slot: Slot, tier: Tier, language: Language
) -> None:
    draft = write(await news_material(slot), tier, language=language)
    text = plain(draft.markup)
    assert [item for item in draft.dropped if not item.harmless] == []
    assert draft.figures
    assert unbound_numbers(text, draft.snapshot()) == []
    assert GATE.admit(draft.markup)
    assert caption_length(draft.markup) <= LONGEST_CAPTION
    assert to_html(draft.markup, RENDERED_LIMIT) == to_html(draft.markup)
    assert plain(WORDS.say(language, Say("brief-simulated"))).lower() in text.lower()
    last_line = text.rsplit("\n", 1)[-1]
    assert plain(WORDS.say(language, Say("risk-disclosure"))) in last_line
    assert plain(WORDS.say(language, Say("source-rehearsal"))) in last_line
    assert "▲" in text or "▼" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("slot", list(Slot))
async def test_newbies_read_six_lines_at_most(slot: Slot, language: Language) -> None:
    draft = write(await news_material(slot), Tier.NEWBIE, language=language)
    assert plain(draft.markup).count("\n") < 6


@pytest.mark.parametrize("slot", list(Slot))
async def test_each_tier_reads_more_than_the_one_below(slot: Slot) -> None:
    material = await news_material(slot)
    drafts = [write(material, tier) for tier in Tier]
    figures = [len(draft.figures) for draft in drafts]
    assert figures == sorted(set(figures))
    assert [len(draft.headlines) for draft in drafts] == [2, 3, 4]
    assert "您" in plain(drafts[-1].markup)
    assert "您" not in plain(drafts[0].markup) + plain(drafts[1].markup)


def test_the_checker_itself_finds_a_number_out_of_nowhere() -> None:
    snapshot = {"figures": [{"written": "3,412.55"}, {"written": "▲0.42%"}], "headlines": []}
    text = "11月20日 15:00 上证 3,412.55 ▲0.42%，目标 3,500"
    assert unbound_numbers(text, snapshot) == ["3,500"]


@pytest.mark.parametrize(("slot", "tier", "language"), EVERYTHING)
async def test_long_headlines_are_dropped_whole_until_the_caption_fits(
    slot: Slot, tier: Tier, language: Language
) -> None:
    draft = write(await news_material(slot, LONG + "😀" * 10), tier, language=language)
    assert caption_length(draft.markup) <= LONGEST_CAPTION
    shown = plain(draft.markup)
    assert all(headline.title in shown for headline in draft.headlines)
    lost = [item for item in draft.dropped if item.reason is DropReason.TOO_LONG]
    assert len(draft.headlines) + len(lost) == {"newbie": 2, "advanced": 3, "vip": 4}[tier]
    assert not any(item.what in shown for item in lost)


def test_the_limit_is_telegrams_own() -> None:
    assert int(MessageLimit.CAPTION_LENGTH) == CAPTION_LIMIT
    for language in Language:
        day = date(2026, 11, 20)
        earlier = Say(
            "brief-shown-earlier", day=day, brief=Say("brief-slot-evening"), text=Markup("")
        )
        marks = (Say("brief-preview", text=Markup("")), earlier)
        for mark in marks:
            assert caption_length(WORDS.say(language, mark)) <= ROOM_FOR_MARKS


async def test_a_headline_is_a_link_with_its_source_and_cannot_bring_markup() -> None:
    headline = make_headline(title="<b>甲</b> & 乙", link='https://news.example/?a="b"&c=d')
    draft = write(await make_material(headlines=[headline]))
    assert "&lt;b&gt;甲&lt;/b&gt; &amp; 乙</a>（示例财经）" in draft.markup
    assert '"b"' not in draft.markup.split("href=")[1].split(">")[0][1:-1]


async def test_old_and_undated_news_is_not_shown() -> None:
    old = make_headline(1, published=at("14:00", date(2026, 11, 19)))
    undated = replace(make_headline(2), published=None)
    draft = write(await make_material(headlines=[old, undated], expects_news=True))
    assert draft.headlines == ()
    assert [item.reason for item in draft.dropped] == [DropReason.NO_HEADLINES]


async def test_missing_news_is_no_fault_where_no_feed_is_configured() -> None:
    assert write(await make_material()).dropped == ()


async def test_a_dead_feed_is_named_and_the_figures_still_go_out() -> None:
    problem = FeedProblem(ProblemKind.MALFORMED, "news.example", None, "html")
    draft = write(await make_material(news=News((), (problem,)), expects_news=True))
    assert [(item.what, item.reason) for item in draft.dropped] == [
        ("news.example", ProblemKind.MALFORMED)
    ]
    assert draft.figures


async def without(material: Material, *symbols: str, kind: ProblemKind) -> Material:
    quotes = {s: q for s, q in material.snapshot.quotes.items() if s not in symbols}
    problems = tuple(FeedProblem(kind, "tencent", symbol) for symbol in symbols)
    return replace(material, snapshot=Snapshot(quotes, problems))


@pytest.mark.parametrize(
    "kind", [ProblemKind.MISSING, ProblemKind.STALE, ProblemKind.ZERO, ProblemKind.HALTED]
)
async def test_a_lost_quote_takes_its_line_with_it_and_is_named(kind: ProblemKind) -> None:
    material = await without(await make_material(), "simsz000002", kind=kind)
    draft = write(material)
    assert "模拟成长指数" not in draft.markup
    assert "模拟综指" in draft.markup
    assert [(item.what, item.reason) for item in draft.dropped] == [("simsz000002", kind)]


async def test_a_market_without_any_quote_loses_its_section() -> None:
    full = await make_material()
    material = await without(full, *full.indexes.overseas, kind=ProblemKind.TIMED_OUT)
    draft = write(material)
    assert "美股" not in draft.markup
    assert len(draft.dropped) == 3


async def test_with_no_quote_at_all_nothing_is_written() -> None:
    problem = FeedProblem(ProblemKind.UNREACHABLE, "tencent")
    material = await make_material(snapshot=Snapshot({}, (problem,)))
    draft = write(material)
    assert draft.empty
    assert {item.reason for item in draft.dropped} == {ProblemKind.UNREACHABLE}
    assert {item.source for item in draft.dropped} == {"tencent"}


def aged(material: Material, symbol: str, minutes: int) -> Quote:
    quote = material.snapshot.quotes[symbol]
    return replace(quote, at=quote.at - timedelta(minutes=minutes))


async def test_a_row_from_before_the_bell_is_not_printed_as_the_close() -> None:
    material = await make_material(Slot.EVENING)
    draft = write(with_quotes(material, aged(material, "simsh000001", 10)))
    assert "模拟综指" not in draft.markup
    assert [item.reason for item in draft.dropped] == [DropReason.UNSETTLED]


async def test_the_price_of_this_morning_s_auction_is_not_printed_as_yesterday_s_close() -> None:
    material = await make_material(Slot.MORNING, now=at("09:26"))
    row = replace(material.snapshot.quotes["simsh000001"], at=at("09:25"))
    assert "模拟综指" in write(material).markup
    draft = write(with_quotes(material, row))
    assert "模拟综指" not in draft.markup
    assert [item.reason for item in draft.dropped] == [DropReason.UNSETTLED]


async def test_a_market_that_rests_today_is_said_to_rest_and_is_no_fault() -> None:
    material = await make_material(Slot.EVENING)
    hong_kong = material.calendars["XHKG"].with_overrides(closed=[DAY])
    calendars = {**material.calendars, "XHKG": hong_kong}
    draft = write(replace(material, calendars=calendars))
    assert "港股今天休市" in draft.markup
    assert "模拟港区指数" not in draft.markup
    assert all(item.harmless for item in draft.dropped)


async def test_without_a_night_session_the_morning_says_so() -> None:
    material = await make_material()
    night = date(2026, 11, 19)
    calendars = {
        **material.calendars,
        "XNYS": material.calendars["XNYS"].with_overrides(closed=[night]),
    }
    draft = write(replace(material, calendars=calendars))
    assert "隔夜美股休市" in draft.markup
    assert all(item.harmless for item in draft.dropped)


async def test_delayed_quotes_are_said_to_be_delayed() -> None:
    material = await make_material(Slot.EVENING)
    quotes = [replace(q, delay_minutes=15) for q in material.snapshot.quotes.values()]
    draft = write(with_quotes(material, *quotes))
    assert "延迟约 15 分钟" in draft.markup
    assert unbound_numbers(plain(draft.markup), draft.snapshot()) == []


async def test_real_figures_carry_no_mark_of_simulation_and_show_turnover() -> None:
    material = await make_material(Slot.EVENING)
    quotes = [
        replace(q, simulated=False, source="tencent", name="甲", amount=Decimal("512300000000"))
        for q in material.snapshot.quotes.values()
    ]
    draft = write(with_quotes(material, *quotes))
    assert "〔模拟行情〕" not in draft.markup
    assert "腾讯行情" in draft.markup
    assert "成交 5,123 亿元" in draft.markup
    assert unbound_numbers(plain(draft.markup), draft.snapshot()) == []


async def test_the_data_only_edition_has_no_news_and_no_prose() -> None:
    draft = write(await news_material(Slot.NOON), Tier.VIP, data_only=True)
    assert draft.headlines == ()
    assert "仅数据" in draft.markup
    assert "您" not in draft.markup
    assert unbound_numbers(plain(draft.markup), draft.snapshot()) == []


async def test_data_of_another_day_is_dated() -> None:
    draft = write(await make_material(), data_only=True)
    quotes = {s: q for s, q in (await make_material()).snapshot.quotes.items() if "us" not in s}
    older = write(await make_material(snapshot=Snapshot(quotes)), data_only=True)
    assert "数据截至 05:00" in draft.markup
    assert "数据截至 11月19日（周四）16:00" in older.markup
