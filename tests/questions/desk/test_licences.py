from datetime import date
from pathlib import Path

import pytest

from bot.questions.desk.errors import ScopeUnknownError
from bot.questions.desk.licences import Licence, default_needs, fitting, load_needs
from bot.strict_toml import InvalidData

TODAY = date(2026, 11, 20)
NEEDS = default_needs()


def make_licence(scope: str = "advisory", until: date = date(2027, 3, 31)) -> Licence:
    return Licence(scope, "S1234567890", date(2025, 4, 1), until)


def test_advice_asks_for_the_advisory_licence_unless_the_topic_says_otherwise() -> None:
    assert fitting([make_licence()], "trading", TODAY, NEEDS)
    assert fitting([make_licence()], None, TODAY, NEEDS)
    assert not fitting([make_licence("funds")], "trading", TODAY, NEEDS)


def test_a_licence_counts_on_its_last_day_and_not_the_day_after() -> None:
    licence = make_licence(until=TODAY)
    assert fitting([licence], None, TODAY, NEEDS)
    assert not fitting([licence], None, date(2026, 11, 21), NEEDS)


def test_a_licence_does_not_count_before_its_first_day() -> None:
    assert not fitting([make_licence()], None, date(2025, 3, 31), NEEDS)


def test_margin_asks_for_two_and_funds_for_either_of_two() -> None:
    advisory, margin, funds = make_licence(), make_licence("margin"), make_licence("funds")
    assert not fitting([margin], "margin", TODAY, NEEDS)
    assert fitting([advisory, margin], "margin", TODAY, NEEDS) == (advisory, margin)
    assert fitting([funds], "funds", TODAY, NEEDS) == (funds,)
    assert fitting([advisory], "funds", TODAY, NEEDS) == (advisory,)


def test_of_two_for_one_scope_the_longer_one_counts() -> None:
    old, new = make_licence(until=date(2026, 12, 1)), make_licence(until=date(2028, 12, 1))
    assert fitting([new, old], None, TODAY, NEEDS) == (new,)


def test_a_licence_is_near_its_end_thirty_days_before_and_not_once_it_is_over() -> None:
    assert make_licence(until=date(2026, 12, 20)).ends_soon(TODAY)
    assert not make_licence(until=date(2026, 12, 21)).ends_soon(TODAY)
    assert not make_licence(until=date(2026, 11, 19)).ends_soon(TODAY)


def test_scopes_are_read_in_the_words_of_the_trade() -> None:
    assert NEEDS.read_scope("证券投资咨询") == "advisory"
    assert NEEDS.read_scope(" Margin ") == "margin"
    with pytest.raises(ScopeUnknownError):
        NEEDS.read_scope("占星")


def test_needs_that_name_no_scope_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "licences.toml"
    file.write_text('[scopes]\na = ["甲"]\n[[need]]\ntags = []\nall = ["b"]\n', encoding="utf-8")
    with pytest.raises(InvalidData):
        load_needs(file)
    file.write_text('[scopes]\na = ["甲"]\n[[need]]\ntags = ["x"]\nall = ["a"]\n', encoding="utf-8")
    with pytest.raises(InvalidData):
        load_needs(file)
