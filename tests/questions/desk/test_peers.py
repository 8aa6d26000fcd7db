import pytest

from bot.members.tiers import Tier
from bot.questions.desk.peers import Accepted, Pay, Unpaid, pay


def make_accepted(**changes: object) -> Accepted:
    values = {
        "oneself": False,
        "staff": False,
        "is_advice": False,
        "tier": Tier.NEWBIE,
        "of_pair": 0,
        "earned_today": 0,
    }
    return Accepted(**{**values, **changes})


def test_an_accepted_answer_earns_the_rules_amount_and_more_in_higher_tiers() -> None:
    assert pay(make_accepted(), 10, 30) == Pay(10)
    assert pay(make_accepted(tier=Tier.VIP), 10, 30) == Pay(12)
    assert pay(make_accepted(tier=None), 10, 30) == Pay(10)


def test_the_second_of_a_pair_earns_half_and_the_third_nothing() -> None:
    assert pay(make_accepted(of_pair=1), 10, 30) == Pay(5)
    assert pay(make_accepted(of_pair=2), 10, 30) == Pay(0, Unpaid.SAME_PAIR)


def test_a_day_has_its_cap() -> None:
    assert pay(make_accepted(earned_today=24), 10, 30) == Pay(6)
    assert pay(make_accepted(earned_today=30), 10, 30) == Pay(0, Unpaid.DAILY_CAP)


@pytest.mark.parametrize(
    ("what", "why"),
    [("oneself", Unpaid.ONESELF), ("staff", Unpaid.STAFF), ("is_advice", Unpaid.ADVICE)],
)
def test_oneself_staff_and_advice_earn_nothing(what: str, why: Unpaid) -> None:
    assert pay(make_accepted(**{what: True}), 10, 30) == Pay(0, why)
