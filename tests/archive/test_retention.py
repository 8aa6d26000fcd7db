from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.archive.retention import (
    DEFAULT_YEARS,
    RecordClass,
    Retention,
    default_retention,
    read_retention,
    years_after,
    years_before,
)
from bot.strict_toml import InvalidData

NOW = datetime(2028, 2, 29, 12, 0, tzinfo=UTC)


def test_the_shipped_table_names_every_class_and_goes_below_no_law() -> None:
    terms = default_retention().terms
    assert set(terms) == set(RecordClass) - {RecordClass.PROOF}
    for name in (RecordClass.PUBLICATION, RecordClass.OPERATIONS, RecordClass.SUITABILITY):
        assert terms[name].years >= 20
    assert terms[RecordClass.TALK].years >= 5


def test_where_the_table_is_silent_seven_years_count() -> None:
    assert Retention({}).term(RecordClass.TALK).years == DEFAULT_YEARS == 7


def test_a_leap_day_falls_on_the_day_before_where_there_is_none() -> None:
    assert years_before(NOW, 7) == datetime(2021, 2, 28, 12, 0, tzinfo=UTC)
    assert years_before(NOW, 8) == datetime(2020, 2, 29, 12, 0, tzinfo=UTC)
    assert years_after(NOW, 20) == datetime(2048, 2, 29, 12, 0, tzinfo=UTC)


def test_the_proofs_of_erasures_have_no_end() -> None:
    assert default_retention().cutoff(RecordClass.PROOF, NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        '[[class]]\nid = "talk"\nyears = 0\nlaw = "house"\nwhy = "x"',
        '[[class]]\nid = "proof"\nyears = 5\nlaw = "house"\nwhy = "x"',
        '[[class]]\nid = "talk"\nyears = 7\nlaw = "house"',
        '[[class]]\nid = "talk"\nyears = 7\nlaw = "house"\nwhy = "x"\nmore = 1',
    ],
)
def test_a_table_that_is_wrong_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "retention.toml"
    path.write_text(text)
    with pytest.raises(InvalidData):
        read_retention(path)
