import pytest

from bot.moderation.heard import Speaker
from bot.moderation.ladder_file import default_ladder
from bot.moderation.lookalike import Likeness, looks_like_staff

LADDER = default_ladder()
STAFF = (Speaker(1, "苏乔", None, "su_qiao"), Speaker(2, "Fang", "Lan", "fang_lan88"))


def likeness(first: str, last: str | None = None, username: str | None = None):
    person = Speaker(9, first, last, username)
    found = looks_like_staff(person, STAFF, LADDER.role_words, LADDER.house_words)
    return found.likeness if found else None


@pytest.mark.parametrize("name", ["苏乔", "蘇喬", "苏 乔", "苏·乔", "苏\u200b乔"])
def test_a_colleagues_display_name_is_recognised_through_disguises(name: str) -> None:
    assert likeness(name) is Likeness.NAME


@pytest.mark.parametrize("username", ["su_qia0", "suqiao", "su_qiiao", "fang_1an88", "fanglan88"])
def test_a_username_near_a_colleagues_is_recognised(username: str) -> None:
    assert likeness("小王", None, username) is Likeness.USERNAME


@pytest.mark.parametrize(
    "name", ["官方客服", "证券投顾小李", "Official Support broker", "本群管理员"]
)
def test_a_name_that_claims_an_office_of_the_house_is_recognised(name: str) -> None:
    assert likeness(name) is Likeness.OFFICE


@pytest.mark.parametrize("name", ["林小满", "王老师", "Daniel", "官", "经理人", "", "📈", "苏"])
def test_ordinary_names_are_left_alone(name: str) -> None:
    assert likeness(name) is None
    assert likeness(name, None, "daniel_wu") is None


def test_two_people_without_usernames_are_not_alike_for_that() -> None:
    staff = (Speaker(1, "甲某"),)
    person = Speaker(2, "乙某")
    assert looks_like_staff(person, staff, LADDER.role_words, LADDER.house_words) is None
