import json
from pathlib import Path

import pytest

from bot.compliance.model.rows import (
    CLEAN_KINDS,
    VIOLATION_KINDS,
    exported_line,
    read_labelled,
)
from bot.strict_toml import InvalidData

ROW = {
    "id": "x-1",
    "text": "稳赚不赔",
    "label": "violation",
    "kind": "promised-return",
    "style": "plain",
}


def _write(folder: Path, *rows: dict[str, object]) -> Path:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_every_labelled_row_is_well_formed_and_its_id_unique() -> None:
    rows = read_labelled()
    assert len(rows) > 5_000
    assert len({row.id for row in rows}) == len(rows) == len({row.text for row in rows})


def test_every_kind_has_rows_to_learn_from() -> None:
    kinds = [row.kind for row in read_labelled()]
    assert set(kinds) == VIOLATION_KINDS | CLEAN_KINDS
    assert min(kinds.count(kind) for kind in set(kinds)) >= 20


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", ""),
        ("text", "  "),
        ("text", 7),
        ("label", "spam"),
        ("kind", "chat"),
        ("style", "loud"),
        ("note", "an unknown field"),
    ],
)
def test_a_row_that_is_not_allowed_is_named_with_file_and_field(
    tmp_path: Path, field: str, value: object
) -> None:
    with pytest.raises(InvalidData) as refused:
        read_labelled(_write(tmp_path, ROW | {field: value}))
    assert refused.value.fields["file"] == "x.jsonl"


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="id"):
        read_labelled(_write(tmp_path, ROW, ROW | {"text": "保本保息"}))


def test_one_text_with_two_labels_is_refused_and_with_one_label_kept_once(tmp_path: Path) -> None:
    twin = ROW | {"id": "x-2"}
    assert len(read_labelled(_write(tmp_path, ROW, twin))) == 1
    with pytest.raises(InvalidData, match="x-1"):
        read_labelled(_write(tmp_path, ROW, twin | {"label": "clean", "kind": "quotation"}))


def test_decided_cases_are_exported_as_rows_that_training_reads(tmp_path: Path) -> None:
    lines = [
        exported_line(1, "稳赚", "promised-return", violation=True),
        exported_line(2, "下注", "gambling", violation=True),
        exported_line(3, "说“稳赚”的都是骗子\n小心", "promised-return", violation=False),
    ]
    (tmp_path / "cases.jsonl").write_text("".join(lines), encoding="utf-8")
    rows = read_labelled(tmp_path)
    assert [(row.id, row.label, row.kind) for row in rows] == [
        ("case-1", "violation", "promised-return"),
        ("case-2", "violation", "illicit"),
        ("case-3", "clean", "chat"),
    ]
