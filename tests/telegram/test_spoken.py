import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.spoken import (
    LONGEST_WORD,
    Spoken,
    leading_word,
    plain_word,
    read_command,
    visible,
)

ANYTHING = st.text(st.characters(), max_size=300)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("/bind", Spoken("bind", "")),
        ("/BIND  vip ", Spoken("bind", "vip")),
        ("／bind vip", Spoken("bind", "vip")),
        ("/bind@Some_bot vip", Spoken("bind", "vip", "Some_bot")),
        ("/grant @x 5\n第二行", Spoken("grant", "@x 5\n第二行")),
        ("\u200b/bi\u200dnd\u202e vip", Spoken("bind", "vip")),
    ],
)
def test_a_command_is_read_with_its_arguments_and_the_bot_it_names(
    text: str, spoken: Spoken
) -> None:
    assert read_command(text) == spoken


@pytest.mark.parametrize("text", ["", "bind", "看 /bind", "/", "/绑定", "/bind-x", "/" + "a" * 33])
def test_what_does_not_start_with_a_command_is_none(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize("text", ["签到", " 签到！", "签\u200b到。", "签到~", "签到……"])
def test_a_plain_word_is_compared_without_punctuation_and_invisible_characters(text: str) -> None:
    assert plain_word(text) == "签到"


def test_full_width_letters_are_compared_as_plain_ones() -> None:
    assert plain_word("Ｃｈｅｃｋ　Ｉｎ") == "check in"


@given(ANYTHING)
def test_reading_never_fails_and_never_keeps_what_cannot_be_seen(text: str) -> None:
    spoken = read_command(text)
    if spoken is not None:
        assert spoken.command == spoken.command.lower()
        assert spoken.arguments == spoken.arguments.strip()
        assert visible(spoken.arguments) == spoken.arguments
    assert len(plain_word(text)) <= LONGEST_WORD


@given(st.from_regex(r"[a-z][a-z0-9_]{0,31}", fullmatch=True), ANYTHING)
def test_whatever_follows_a_command_it_stays_that_command(name: str, rest: str) -> None:
    spoken = read_command(f"/{name} {rest}")
    assert spoken is not None
    assert spoken.command == name


@given(ANYTHING)
def test_what_is_visible_is_visible_still(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    "text",
    [
        "提问 怎么开户",
        "提问：怎么开户",
        "提问\u3000怎么开户",
        "\u200b提问，怎么开户",
        "提问\n怎么开户 ",
    ],
)
def test_a_word_leads_what_is_said_after_it(text: str) -> None:
    assert leading_word(text, ("提問", "提问")) == ("提问", "怎么开户")


@pytest.mark.parametrize("text", ["提问", "提问：", "提问题的人", "我提问 怎么开户", ""])
def test_a_word_that_parts_from_nothing_leads_nothing(text: str) -> None:
    assert leading_word(text, ("提问",)) is None
