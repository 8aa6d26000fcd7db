"""Gates on size: a function fits a screen, a file fits a head."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

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


def _longer_than(most: int, paths: list[Path]) -> list[tuple[str, int]]:
    sizes = [(path, len(path.read_text(encoding="utf-8").splitlines())) for path in paths]
    return [(str(path.relative_to(ROOT)), lines) for path, lines in sizes if lines > most]


def test_every_source_file_keeps_to_the_limit() -> None:
    assert len(SOURCES) > 500
    assert _longer_than(FILE_LINES, SOURCES) == []


def test_every_test_file_keeps_to_the_limit() -> None:
    assert len(TESTS) > 300
    assert _longer_than(TEST_FILE_LINES, TESTS) == []


def test_every_function_keeps_to_the_limit_and_the_median_is_short() -> None:
    functions = [found for path in SOURCES for found in _functions(path)]
    assert [(name, lines) for name, lines in functions if lines > FUNCTION_LINES] == []
    assert statistics.median(lines for _, lines in functions) <= MEDIAN_LINES
