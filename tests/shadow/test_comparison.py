from datetime import UTC, datetime
from pathlib import Path

from bot.compliance.verdict import Finding, Lane, Severity, Verdict
from bot.shadow.comparison import (
    EXCERPT_LENGTH,
    MOST_SAMPLES,
    MOST_SAMPLES_A_RULE,
    Comparison,
    Report,
    Said,
    read_report,
    write_report,
)

CLEAN = Verdict((), "pack")
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def _held(*rules: str) -> Verdict:
    found = [Finding(rule, 1, Severity.BLOCK, 0, 2, "稳赚", "原因", "改法") for rule in rules]
    return Verdict(tuple(found), "pack")


def _said(number: int, upheld: bool | None = None) -> Said:
    return Said(number, Lane.MEMBER, "稳赚" * 200, upheld)


def test_a_text_counts_on_the_side_that_stands_alone_with_what_operators_decided() -> None:
    comparison = Comparison()
    comparison.add(_said(1), CLEAN, CLEAN)
    comparison.add(_said(2), _held("R-012"), _held("R-013"))
    comparison.add(_said(3, upheld=True), CLEAN, _held("R-013", "R-014"))
    comparison.add(_said(4, upheld=False), _held("R-012"), CLEAN)
    assert (comparison.judged, comparison.held_by_both) == (4, 1)
    newly, no_longer = comparison.newly_held, comparison.no_longer_held
    assert (newly.texts, newly.upheld, newly.released) == (1, 1, 0)
    assert newly.rules == {"R-013": 1, "R-014": 1}
    assert (no_longer.texts, no_longer.upheld, no_longer.released) == (1, 0, 1)


def test_samples_are_few_short_and_not_all_of_one_rule() -> None:
    comparison = Comparison()
    for number in range(40):
        comparison.add(_said(number), CLEAN, _held("R-012"))
    assert len(comparison.newly_held.samples) == MOST_SAMPLES_A_RULE
    for number in range(40, 400):
        comparison.add(_said(number), CLEAN, _held(f"R-{number}"))
    samples = comparison.newly_held.samples
    assert len(samples) == MOST_SAMPLES
    assert all(len(sample["excerpt"]) <= EXCERPT_LENGTH for sample in samples)


def test_a_report_is_read_as_it_was_written_and_there_is_none_on_another_version(
    tmp_path: Path,
) -> None:
    comparison = Comparison()
    comparison.add(_said(3), CLEAN, _held("R-013"))
    write_report(tmp_path, Report("tried", "live", NOW, NOW, comparison))
    found = read_report(tmp_path, "tried")
    assert found is not None
    assert (found["live"], found["judged"]) == ("live", 1)
    assert found["newly_held"]["rules"] == {"R-013": 1}
    assert read_report(tmp_path, "other") is None
