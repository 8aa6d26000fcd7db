import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "contest-engine.md"


def example():
    (block,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return block


def test_the_example_runs_and_says_what_the_page_says():
    said = StringIO()
    with redirect_stdout(said):
        exec(compile(example(), str(PAGE), "exec"), {})
    lines = said.getvalue().splitlines()
    assert lines[0].startswith("(Filled(") and "Decimal('-3657.04')" in lines[0]
    assert lines[-1] == re.search(r"# (\S+)$", example().strip()).group(1)


def test_the_example_plays_in_about_ten_lines():
    statements = example().split("\n\n")[1].strip().splitlines()
    assert len(statements) <= 11


def test_the_page_names_every_event():
    from typing import get_args

    from bot.contest.events import Event

    page = PAGE.read_text(encoding="utf-8")
    assert [kind.__name__ for kind in get_args(Event) if f"`{kind.__name__}`" not in page] == []
