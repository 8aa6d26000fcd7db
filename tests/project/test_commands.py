"""The command table as a whole."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from telegram.constants import BotCommandLimit

from bot.i18n import Language, Say, words_for
from bot.markup import plain
from bot.telegram.spoken import plain_word, read_command
from handlers import TABLE

WORDS = words_for(ZoneInfo("Asia/Shanghai"))


def _twice(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def test_command_names_are_unique() -> None:
    assert _twice([command.name for command in TABLE.commands]) == []


def test_plain_words_are_unique_and_no_command_names_of_others() -> None:
    assert _twice([word for command in TABLE.commands for word in command.words]) == []


def test_plain_words_are_written_the_way_they_are_compared() -> None:
    for command in TABLE.commands:
        for word in command.words:
            assert plain_word(word) == word, command.name


def test_button_nouns_are_unique() -> None:
    assert _twice([press.noun for press in TABLE.presses]) == []


def test_every_command_can_be_typed() -> None:
    for command in TABLE.commands:
        spoken = read_command(f"/{command.name}")
        assert spoken is not None, command.name
        assert spoken.command == command.name


@pytest.mark.parametrize("language", list(Language))
def test_every_command_is_explained_in_each_language(language: Language) -> None:
    for command in TABLE.commands:
        about = plain(WORDS.say(language, Say(f"help-{command.name}")))
        assert 1 <= len(about) <= BotCommandLimit.MAX_DESCRIPTION, command.name
        assert "\n" not in about, command.name
