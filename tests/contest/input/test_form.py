from datetime import date
from decimal import Decimal

import pytest

from bot.calendar.exchange import load_calendar
from bot.contest.board.prizes import lint_prizes
from bot.contest.input.form import (
    TYPED,
    FormField,
    choices_of,
    default_rules,
    duplicated,
    with_choice,
    with_typed,
)
from bot.contest.instrument import Board, Market
from bot.contest.rules import FillModel
from bot.contest.rules_check import check_rules
from bot.members.tiers import Tier
from tests.factories.contest_cases import TODAY, make_rules


@pytest.mark.parametrize("market", list(Market))
@pytest.mark.parametrize("today", [TODAY, date(2026, 9, 25), date(2026, 12, 20)])
def test_the_defaults_of_every_market_can_be_played_at_once(market: Market, today: date) -> None:
    calendar = load_calendar(market.calendar)
    rules = default_rules(market, calendar, today)
    assert check_rules(rules, calendar, today) == ()
    assert lint_prizes(rules.prizes) == ()


def test_the_first_day_is_a_trading_day_even_where_monday_is_a_holiday() -> None:
    rules = default_rules(Market.MAINLAND, load_calendar("XSHG"), date(2026, 9, 30))
    assert rules.first_day == date(2026, 10, 8)


def test_another_market_brings_its_own_boards_and_forgets_the_shares() -> None:
    rules = make_rules(universe=("sh600519",))
    moved = with_choice(rules, FormField.MARKET, "hong-kong", TODAY)
    assert (moved.boards, moved.universe) == ((Board.HONG_KONG,), ())


def test_boards_and_tiers_are_turned_on_and_off_one_by_one() -> None:
    rules = with_choice(make_rules(), FormField.BOARDS, "star", TODAY)
    assert rules.boards == (Board.SSE_MAIN, Board.SZSE_MAIN, Board.STAR)
    rules = with_choice(rules, FormField.BOARDS, "sse-main", TODAY)
    assert rules.boards == (Board.SZSE_MAIN, Board.STAR)
    rules = with_choice(rules, FormField.TIERS, "newbie", TODAY)
    assert rules.tiers == (Tier.ADVANCED, Tier.VIP)


def test_leaving_live_fills_drops_the_share_of_the_volume() -> None:
    live = with_choice(make_rules(), FormField.FILL, "live", TODAY)
    live = with_choice(live, FormField.VOLUME, "10", TODAY)
    assert live.volume_share == Decimal("0.1")
    back = with_choice(live, FormField.FILL, "next-auction", TODAY)
    assert (back.fill_model, back.volume_share) == (FillModel.NEXT_AUCTION, None)


@pytest.mark.parametrize(
    ("field", "text", "name", "value"),
    [
        (FormField.LAST, "12月11日", "last_day", date(2026, 12, 11)),
        (FormField.LATE, "2026-11-25", "late_entry_until", date(2026, 11, 25)),
        (FormField.CAPITAL, "五十万", "capital", Decimal(500_000)),
        (FormField.CAP, "２０％", "single_name_cap", Decimal("0.2")),
        (FormField.FLOOR, "1.5", "price_floor", Decimal("1.5")),
        (FormField.FLOOR, "不限", "price_floor", Decimal(0)),
        (FormField.VOLUME, "none", "volume_share", None),
        (FormField.UNIVERSE, "600519", "universe", ("sh600519",)),
    ],
)
def test_what_is_typed_goes_into_its_field(
    field: FormField, text: str, name: str, value: object
) -> None:
    assert getattr(with_typed(make_rules(), field, text, TODAY), name) == value


def test_a_later_first_day_takes_the_late_entry_along() -> None:
    rules = with_typed(make_rules(), FormField.FIRST, "12月1日", TODAY)
    assert (rules.first_day, rules.late_entry_until) == (date(2026, 12, 1), date(2026, 12, 5))


def test_prizes_are_typed_one_by_one() -> None:
    rules = make_rules()
    for field, text in (
        (FormField.FINISHING, "30"),
        (FormField.NOTES, "三"),
        (FormField.BANDS, "1 20"),
    ):
        rules = with_typed(rules, field, text, TODAY)
    assert (rules.prizes.finishing, rules.prizes.journal_notes) == (30, 3)
    assert rules.prizes.bands[0].points == 20


def test_a_forged_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="sh600519"):
        with_choice(make_rules(), FormField.BOARDS, "sh600519", TODAY)
    with pytest.raises(ValueError, match="hong-kong"):
        with_choice(make_rules(), FormField.BOARDS, "hong-kong", TODAY)


def test_every_field_can_be_changed_by_typing_or_by_a_button() -> None:
    rules = make_rules()
    assert [f for f in FormField if f not in TYPED and not choices_of(f, rules)] == []


def test_a_copy_lasts_as_long_and_begins_on_the_next_monday() -> None:
    rules = duplicated(make_rules(), load_calendar("XSHG"), date(2026, 11, 24))
    assert rules.first_day == date(2026, 11, 30)
    assert rules.last_day == date(2026, 12, 25)
    assert rules.late_entry_until == date(2026, 12, 4)
