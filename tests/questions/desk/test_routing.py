from datetime import UTC, date, datetime, timedelta

from bot.members.tiers import Tier
from bot.questions.desk.licences import default_needs
from bot.questions.desk.routing import Expert, Matter, may_answer, suitable
from tests.questions.desk.test_licences import make_licence

NOW, TODAY = datetime(2026, 11, 20, 2, tzinfo=UTC), date(2026, 11, 20)
NEEDS = default_needs()


def make_matter(**changes: object) -> Matter:
    values = {"asker_id": 7, "tag": "fees", "tier": Tier.NEWBIE, "is_advice": False}
    return Matter(**{**values, **changes})


def names(*experts: Expert, **matter: object) -> list[str]:
    found = suitable(experts, make_matter(**matter), NOW, TODAY, NEEDS)
    return [expert.name for expert in found]


def test_the_one_with_the_fewest_cases_comes_first_and_three_are_enough() -> None:
    experts = [Expert(n, f"e{n}", open_cases=cases) for n, cases in enumerate((3, 0, 2, 1))]
    assert names(*experts) == ["e1", "e3", "e2"]


def test_who_named_the_topic_goes_before_who_takes_all() -> None:
    assert names(Expert(1, "all"), Expert(2, "fees", tags=frozenset({"fees"}))) == ["fees", "all"]


def test_who_takes_other_topics_or_tiers_is_asked_only_if_nobody_else_is_there() -> None:
    other = Expert(1, "other", tags=frozenset({"tax"}))
    vip = Expert(2, "vip", tiers=frozenset({Tier.VIP}))
    assert names(other, vip, Expert(3, "fits", open_cases=9)) == ["fits"]
    assert names(other, vip) == ["other", "vip"]


def test_advice_goes_only_to_somebody_licensed_today() -> None:
    licensed = Expert(1, "licensed", open_cases=9, licences=(make_licence(),))
    over = Expert(2, "over", licences=(make_licence(until=date(2026, 11, 19)),))
    assert names(licensed, over, Expert(3, "none"), is_advice=True) == ["licensed"]
    assert not may_answer(over, make_matter(is_advice=True), TODAY, NEEDS)
    assert may_answer(over, make_matter(), TODAY, NEEDS)


def test_nobody_is_asked_their_own_question_nor_while_they_are_away() -> None:
    away = Expert(8, "away", away_until=NOW + timedelta(hours=1))
    assert names(Expert(7, "asker"), away, Expert(9, "here")) == ["here"]
