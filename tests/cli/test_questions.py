"""`bell questions eval`, as somebody types it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

RUNNER = CliRunner()
FAQ = (
    {"id": 1, "question": "如何注销账户", "alt_questions": ["怎么销户"], "answer": "到柜台办。"},
    {"id": 2, "question": "忘记密码怎么办", "alt_questions": None},
    {"id": "b", "question": "手续费怎么收"},
)
QUERIES = (
    {"id": "q1", "query": "怎么销户", "faq_id": 1},
    {"id": 2, "query": "想不起密码了", "faq_id": 2},
    {"id": 3, "query": "今天天气怎么样", "faq_id": None},
    {"id": 4, "query": "？", "faq_id": None},
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    faq, queries = tmp_path / "faq.jsonl", tmp_path / "queries.jsonl"
    for path, rows in ((faq, FAQ), (queries, QUERIES)):
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return faq, queries


def test_eval_prints_both_matchers_and_writes_one_line_a_query(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    faq, queries = files
    told = tmp_path / "out.jsonl"
    arguments = ["questions", "eval", str(queries), "--faq", str(faq), "--rows", str(told)]
    done = RUNNER.invoke(app, arguments)
    assert done.exit_code == 0, done.output
    for word in ("hit@1", "hit@3", "MRR", "out-of-scope AUC", "plain BM25", "p99"):
        assert word in done.output
    assert "3 entries; 4 queries, 2 in scope." in done.output
    rows = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["q1", 2, 3, 4]
    assert (rows[0]["ranked"][0], rows[0]["action"]) == (1, "answer")
    assert rows[1]["ranked"][0] == 2
    assert (rows[3]["ranked"], rows[3]["confidence"], rows[3]["action"]) == ([], 0.0, "human")
    assert not list(tmp_path.glob("*.part"))


def test_broken_lines_stop_it_before_anything_is_matched(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    faq, queries = files
    queries.write_text('{"id": 1, "query": "甲", "faq_id": "gone"}\nnonsense\n', encoding="utf-8")
    told = tmp_path / "out.jsonl"
    done = RUNNER.invoke(
        app, ["questions", "eval", str(queries), "--faq", str(faq), "--rows", str(told)]
    )
    assert done.exit_code == 2
    assert "queries.jsonl line 1: received faq_id 'gone'" in done.output
    assert "line 2" in done.output
    assert not told.exists()


def test_rows_never_overwrite_what_is_read(files: tuple[Path, Path]) -> None:
    faq, queries = files
    before = faq.read_bytes()
    done = RUNNER.invoke(
        app, ["questions", "eval", str(queries), "--faq", str(faq), "--rows", str(faq)]
    )
    assert (done.exit_code, faq.read_bytes()) == (2, before)


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    done = RUNNER.invoke(app, ["questions", "eval", str(tmp_path / "q"), "--faq", str(tmp_path)])
    assert done.exit_code == 2
    assert "There is no file" in done.output
