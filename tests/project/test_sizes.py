"""Gates on size: a function fits a screen, a file fits a head."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("bot", "handlers", "jobs", "db")
    for path in (ROOT / folder).rglob("*.py")
    if "versions" not in path.parts
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FUNCTION_LINES, MEDIAN_LINES, FILE_LINES, TEST_FILE_LINES = 50, 12, 400, 600


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            yield f"{path.relative_to(ROOT)}:{node.name}", lines


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_and_its_functions_keep_to_the_limits(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES
    assert [name for name, lines in _functions(path) if lines > FUNCTION_LINES] == []


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_test_file_keeps_to_the_limit(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= TEST_FILE_LINES


def test_the_median_function_is_short() -> None:
    lengths = [lines for path in SOURCES for _, lines in _functions(path)]
    assert statistics.median(lengths) <= MEDIAN_LINES
