"""Files of entries and queries: every broken line is named, nothing is guessed."""

import json
from pathlib import Path

import pytest

from bot.questions.retrieval.files import id_of, key_of, read_faq, read_queries


def lines(path: Path, *rows: object) -> Path:
    texts = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_ids_keep_their_type_and_missing_fields_are_empty(tmp_path: Path) -> None:
    faq = lines(
        tmp_path / "faq.jsonl",
        {"id": 1, "question": "甲", "alt_questions": None, "answer": None},
        "",
        {"id": "1", "question": "乙", "alt_questions": ["丙", ""]},
    )
    rows, bad = read_faq(faq)
    assert bad == []
    assert [id_of(row.id) for row in rows] == [1, "1"]
    assert rows[1].alt_questions == ("丙",)
    queries = lines(tmp_path / "q.jsonl", {"id": 7, "query": "甲？", "faq_id": 1})
    assert read_queries(queries, rows)[0][0].right == key_of(1)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("nonsense", "one JSON object a line"),
        ([1], "one JSON object a line"),
        ({"question": "甲"}, "an id"),
        ({"id": True, "question": "甲"}, "an id"),
        ({"id": 1, "question": " "}, "a question"),
        ({"id": 1, "question": "甲", "alt_questions": [2]}, "alt_questions"),
        ({"id": 1, "question": "甲", "answer": 3}, "an answer"),
    ],
)
def test_a_broken_row_of_the_faq_is_named_by_its_line(
    tmp_path: Path, row: object, told: str
) -> None:
    faq = lines(tmp_path / "faq.jsonl", {"id": 0, "question": "甲"}, row)
    rows, bad = read_faq(faq)
    assert len(rows) == 1
    assert [(each.line, told in each.allowed) for each in bad] == [(2, True)]


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1, "query": "甲"},
        {"id": 1, "query": 5, "faq_id": None},
        {"id": 1, "query": "甲", "faq_id": "gone"},
        {"query": "甲", "faq_id": None},
    ],
)
def test_a_broken_query_or_an_unknown_entry_is_told(tmp_path: Path, row: object) -> None:
    rows, _ = read_faq(lines(tmp_path / "faq.jsonl", {"id": 0, "question": "甲"}))
    good, bad = read_queries(lines(tmp_path / "q.jsonl", row), rows)
    assert (good, [each.line for each in bad]) == ([], [1])


def test_an_entry_may_be_named_by_the_text_of_its_id(tmp_path: Path) -> None:
    rows, _ = read_faq(lines(tmp_path / "faq.jsonl", {"id": 12, "question": "甲"}))
    queries = lines(tmp_path / "q.jsonl", {"id": 1, "query": "甲", "faq_id": "12"})
    assert read_queries(queries, rows)[0][0].right == key_of(12)
