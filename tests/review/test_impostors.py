import pytest

from bot.review.impostors import Named, impostor_of

STAFF = [Named(2001, "苏乔", "su_qiao"), Named(3001, "Alice Fang", "alice_fang")]


@pytest.mark.parametrize(
    "person",
    [
        Named(9, "苏乔"),
        Named(9, "苏 乔"),
        Named(9, "蘇喬"),
        Named(9, "苏乔客服"),
        Named(9, "官方·苏乔"),
        Named(9, "A1ice Fang"),
        Named(9, "Ａｌｉｃｅ　Ｆａｎｇ"),
        Named(9, "路人", "su_qlao"),
        Named(9, "路人", "suqiao"),
        Named(9, "路人", "su_qiao1"),
        Named(9, "路人", "a1ice_fang"),
    ],
)
def test_a_name_that_could_be_taken_for_staff_is_found(person: Named) -> None:
    assert impostor_of(person, STAFF) is not None


@pytest.mark.parametrize(
    "person",
    [
        Named(2001, "苏乔", "su_qiao"),
        Named(9, "苏小乔"),
        Named(9, "林小满", "lin_xiaoman"),
        Named(9, "客服"),
        Named(9, ""),
        Named(9, "路人", "bob"),
    ],
)
def test_others_and_the_staff_themselves_are_not(person: Named) -> None:
    assert impostor_of(person, STAFF) is None
