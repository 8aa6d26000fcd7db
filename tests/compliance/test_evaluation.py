import io
import json

import pytest

from bot.compliance.evaluation import (
    MOST_BYTES,
    BadLine,
    Case,
    Tally,
    output_row,
    read_cases,
)
from bot.compliance.verdict import Finding, Severity, Verdict


def _verdict(*rules: str, score: float | None = None) -> Verdict:
    findings = [
        Finding(rule, 1, Severity.REVIEW, place, place + 2, "稳赚", "原因", "改法")
        for place, rule in enumerate(rules)
    ]
    return Verdict(tuple(findings), "pack", score)


def _read(content: bytes) -> list[Case | BadLine]:
    return list(read_cases(io.BytesIO(content)))


def _case(label: str | None, kind: str = "tip", style: str = "") -> Case:
    return Case(1, "a", "稳赚", label, kind, style)


def test_a_byte_order_mark_windows_line_ends_and_blank_lines_do_no_harm() -> None:
    content = '\ufeff{"id": 7, "text": "早"}\r\n\r\n{"text": "晚", "label": "clean"}'.encode()
    first, second = _read(content)
    assert first == Case(1, 7, "早", None, "", "")
    assert second == Case(3, "line 3", "晚", "clean", "", "")


@pytest.mark.parametrize("line", [b'{"text": "  "}', b'{"id": null, "text": ""}'])
def test_a_blank_text_is_judged_like_any_other_so_that_no_row_goes_missing(line: bytes) -> None:
    [case] = _read(line)
    assert isinstance(case, Case)
    assert case.id == "line 1"


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"null",
        b'{"id": "1"}',
        b'{"text": 5}',
        b'{"text": NaN}',
        b'{"text": "x", "id": NaN}',
        b'{"text": "x", "label": "spam"}',
        b'{"text": "x", "label": ["clean"]}',
        b'{"text": "x", "id": true}',
        b'{"text": "x", "kind": 3}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_cannot_be_judged_is_named_and_the_next_one_read(line: bytes) -> None:
    bad, good = _read(line + b'\n{"text": "x"}\n')
    assert isinstance(bad, BadLine)
    assert bad.line == 1
    assert bad.received
    assert bad.allowed
    assert isinstance(good, Case)
    assert good.line == 2


def test_a_line_of_megabytes_is_refused_without_being_kept() -> None:
    bad, good = _read(b'{"text": "' + b"x" * 3 * MOST_BYTES + b'"}\n{"text": "x"}')
    assert isinstance(bad, BadLine)
    assert f"{MOST_BYTES:,}" in bad.received
    assert isinstance(good, Case)


def test_precision_and_recall_count_what_was_held_and_leave_unlabelled_rows_out() -> None:
    tally = Tally()
    for _ in range(3):
        tally.add(_case("violation"), _verdict("R-012"))
    tally.add(_case("violation"), _verdict())
    tally.add(_case("clean", "chat"), _verdict("R-012", "R-033"))
    tally.add(_case(None), _verdict("R-012"))
    assert (tally.precision, tally.recall) == (0.75, 0.75)
    assert tally.f1 == 0.75
    assert (tally.rows, tally.unlabelled) == (6, 1)
    assert tally.false_hits == {("R-012", "chat"): 1, ("R-033", "chat"): 1}
    assert tally.right_hits == {"R-012": 3}


def test_without_violations_or_held_rows_a_figure_is_unknown_and_not_zero() -> None:
    tally = Tally()
    tally.add(_case("clean"), _verdict())
    assert (tally.precision, tally.recall, tally.f1) == (None, None, None)


def test_an_output_row_tells_verdict_rules_and_spans() -> None:
    row = json.loads(output_row(_case("clean"), _verdict("R-012", score=0.91239)))
    assert row == {
        "id": "a",
        "verdict": "violation",
        "severity": "review",
        "score": 0.9124,
        "rules": ["R-012"],
        "spans": [[0, 2]],
    }
    clean = json.loads(output_row(_case("clean"), _verdict()))
    assert (clean["verdict"], clean["severity"], clean["score"]) == ("clean", None, None)
