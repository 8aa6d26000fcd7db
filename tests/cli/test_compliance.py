"""`bell compliance …`, as somebody types it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

RUNNER = CliRunner()
ROWS = (
    {
        "id": "1",
        "text": "加我微信，带你稳赚不赔，名额只剩三个",
        "label": "violation",
        "kind": "lure",
    },
    {"id": "2", "text": "中午吃面，下午接着开会", "label": "clean", "kind": "chat"},
    {"id": "3", "text": "晚上一起打球吗"},
)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return path


def test_eval_prints_the_figures_and_writes_one_line_a_row_in_order(
    rows: Path, tmp_path: Path
) -> None:
    told = tmp_path / "out.jsonl"
    done = RUNNER.invoke(app, ["compliance", "eval", str(rows), "--rows", str(told)])
    assert done.exit_code == 0, done.output
    assert "1.0000" in done.output
    assert "3 rows judged, 1 of them without a label." in done.output
    lines = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["1", "2", "3"]
    assert [line["verdict"] for line in lines] == ["violation", "clean", "clean"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "rows.jsonl"]


def test_rules_only_asks_no_model(rows: Path, tmp_path: Path) -> None:
    told = tmp_path / "out.jsonl"
    RUNNER.invoke(app, ["compliance", "eval", str(rows), "--rows", str(told), "--rules-only"])
    lines = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    assert [line["score"] for line in lines] == [None, None, None]


def test_bad_lines_are_named_after_the_figures_and_the_code_is_2(rows: Path) -> None:
    rows.write_text(rows.read_text() + '\n{"text": 5}\nnonsense\n', encoding="utf-8")
    done = RUNNER.invoke(app, ["compliance", "eval", str(rows)])
    assert done.exit_code == 2
    assert "recall" in done.output
    assert "line 4: received text 5; allowed: text" in done.output
    assert "2 lines were left out" in done.output


def test_no_file_an_empty_one_and_the_same_file_twice_are_refused(
    rows: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    for arguments in ([str(tmp_path / "none")], [str(empty)], [str(rows), "--rows", str(rows)]):
        done = RUNNER.invoke(app, ["compliance", "eval", *arguments])
        assert done.exit_code == 2, done.output
    assert rows.read_text(encoding="utf-8").count("\n") == 2


def test_rows_that_cannot_be_written_are_refused_before_anything_is_judged(rows: Path) -> None:
    done = RUNNER.invoke(app, ["compliance", "eval", str(rows), "--rows", "/nowhere/out.jsonl"])
    assert done.exit_code == 2
    assert "cannot be written" in done.output
