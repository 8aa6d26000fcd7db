import pytest

from bot.compliance.checksums import is_bank_card, is_resident_id


@pytest.mark.parametrize("number", ["4111111111111111", "4111 1111 1111 1111"])
def test_a_number_with_a_right_luhn_digit_is_a_card(number):
    assert is_bank_card(number)


@pytest.mark.parametrize("number", ["4111111111111112", "0000000000000000"])
def test_a_number_with_a_wrong_luhn_digit_or_one_digit_only_is_not(number):
    assert not is_bank_card(number)


# The specimen number of the standard itself, GB 11643-1999.
@pytest.mark.parametrize("number", ["11010519491231002X", "11010519491231002x"])
def test_the_specimen_of_the_standard_is_a_resident_id(number):
    assert is_resident_id(number)


@pytest.mark.parametrize("number", ["110105194912310021", "1101051949123100", "1101x519491231002x"])
def test_a_wrong_check_character_is_no_resident_id(number):
    assert not is_resident_id(number)
