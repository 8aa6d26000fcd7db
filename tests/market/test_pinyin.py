import pytest

from bot.market.pinyin import MOST_SPELLINGS, initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("贵州茅台", "gzmt"),
        ("平安银行", "payh"),
        ("平安银行", "payx"),
        ("长江电力", "cjdl"),
        ("重庆啤酒", "cqpj"),
        ("tcl科技", "tclkj"),
        ("万科a", "wka"),
        ("厦门银行", "xmyh"),
        ("沪深300", "hs300"),
    ],
)
def test_a_name_is_found_by_the_first_letters_of_each_reading(name, initials):
    assert initials in initials_of(name)


def test_nothing_to_read_gives_no_initials():
    assert initials_of("") == frozenset()
    assert initials_of("★-・") == frozenset()


def test_a_name_of_many_readings_does_not_explode():
    assert 1 <= len(initials_of("行长重厦台乐" * 6)) <= MOST_SPELLINGS


def test_every_character_of_the_common_set_has_a_letter():
    """GB 2312 in rows 16 to 87 of its table: 6763 characters."""
    common = []
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                common.append(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    assert len(common) == 6763
    assert [character for character in common if not initials_of(character)] == []
