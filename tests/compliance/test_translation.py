import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compliance.normalise import fold
from bot.compliance.translation import Translation


def test_characters_of_the_table_are_put_and_others_stay():
    assert Translation({ord("甲"): "a", ord("乙"): "b"})("甲乙丙🚀") == "ab丙🚀"


def test_one_character_can_stand_for_all_that_are_not_listed():
    assert Translation({ord("甲"): "a"}, otherwise="?")("甲乙") == "a?"


def test_a_lone_half_of_a_pair_stays():
    assert Translation({})("a\ud83d") == "a\ud83d"


def test_a_character_of_two_units_is_refused():
    with pytest.raises(ValueError, match="128640"):
        Translation({})[ord("🚀")] = "a"


@given(st.text(alphabet="涨跌，。！ .-a1Bｂ賺\n·/ ", min_size=20, max_size=40))
def test_a_text_folds_alike_the_quick_way_and_the_long_one(text):
    # A rocket is two units, which the quick way leaves alone.
    assert fold(text + "\n🚀") == fold(text) + "\n🚀"
