import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = README.partition("## Where is …?")[2].partition("\n## ")[0]
PATHS = sorted(set(re.findall(r"`([^`]+)`", TABLE)))


def test_the_table_of_places_is_there() -> None:
    assert len(PATHS) > 15


def test_every_place_that_the_readme_names_exists() -> None:
    assert [path for path in PATHS if not (ROOT / path).exists()] == []


def test_every_picture_that_the_readme_shows_exists() -> None:
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file()


def test_every_verb_that_the_readme_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for verb in re.findall(r"`?make (\w+)`?", README):
        assert re.search(rf"^{verb}:", makefile, re.MULTILINE)
