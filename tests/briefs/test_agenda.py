from dataclasses import replace
from datetime import date, time

from bot.briefs.agenda import AgendaKind, agenda_of, lost_occasions
from bot.briefs.compose import compose
from bot.briefs.facts import ContestNews, Occasion
from bot.briefs.slots import Slot
from bot.i18n import Language
from bot.members.tiers import Tier
from tests.briefs.newsrooms import DAY, WORDS, make_material

MONDAY = date(2026, 11, 23)


async def kinds(day: date, **changed: object) -> list[tuple[AgendaKind, str]]:
    material = replace(await make_material(), **changed)  # type: ignore[arg-type]
    return [(item.kind, item.what) for item in agenda_of(material, day)]


async def test_an_ordinary_day_has_an_empty_calendar() -> None:
    assert await kinds(DAY) == []


async def test_thanksgiving_and_the_half_day_after_it_are_told() -> None:
    assert await kinds(date(2026, 11, 26)) == [(AgendaKind.CLOSED_ABROAD, "XNYS")]
    assert await kinds(date(2026, 11, 27)) == [(AgendaKind.HALF_DAY_ABROAD, "XNYS")]


async def test_the_last_day_before_a_long_break_and_the_first_after_it_are_told() -> None:
    last, first = date(2026, 9, 30), date(2026, 10, 8)
    assert (AgendaKind.LAST_BEFORE_BREAK, "XSHG") in await kinds(last)
    assert (AgendaKind.BACK_FROM_BREAK, "XSHG") in await kinds(first)


async def test_an_ordinary_weekend_is_no_break() -> None:
    assert await kinds(MONDAY) == []


async def test_a_hong_kong_holiday_closes_the_link() -> None:
    material = await make_material()
    closed = material.calendars["XHKG"].with_overrides(closed=[DAY])
    material = replace(material, calendars={**material.calendars, "XHKG": closed})
    text = compose(material, Tier.ADVANCED, Language.SIMPLIFIED, WORDS).markup
    assert "📅 今天：港股休市，互联互通暂停" in text
    assert "少了一部分参与者" in text


async def test_contests_and_entered_events_stand_on_their_day_in_order_of_time() -> None:
    contests = (
        ContestNews(1, "秋季赛", 5, DAY, MONDAY, True),
        ContestNews(2, "旧赛", 5, date(2026, 11, 2), DAY, True),
    )
    occasions = (
        Occasion(DAY, "公布物价", time(9, 30)),
        Occasion(DAY, "全天关注会议"),
        Occasion(MONDAY, "公布 LPR", time(9, 15)),
    )
    assert await kinds(DAY, contests=contests, occasions=occasions) == [
        (AgendaKind.CONTEST_STARTS, "秋季赛"),
        (AgendaKind.CONTEST_ENDS, "旧赛"),
        (AgendaKind.OCCASION, "全天关注会议"),
        (AgendaKind.OCCASION, "公布物价"),
    ]


async def test_an_event_with_a_loose_number_is_left_out_and_named() -> None:
    material = replace(await make_material(), occasions=(Occasion(DAY, "逆回购 5000 亿"),))
    assert agenda_of(material, DAY) == ()
    assert [item.what for item in lost_occasions(material)] == ["逆回购 5000 亿"]


async def test_an_evening_tells_of_the_next_session() -> None:
    material = replace(
        await make_material(Slot.EVENING), occasions=(Occasion(MONDAY, "公布 LPR", time(9, 15)),)
    )
    text = compose(material, Tier.NEWBIE, Language.ENGLISH, WORDS).markup
    assert "Next trading day: 23 Nov (Mon); 09:15 公布 LPR" in text
