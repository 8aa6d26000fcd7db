"""The labelled sets that the weights are learned from: FAQs with questions people asked of them.

Each domain has a folder with `faq.jsonl` and `queries.jsonl`; the starter pack gives one more,
its phrasings being the questions. The same domain also comes without answers and with its
phrasings as questions, so that the weights know poor FAQs too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from bot.questions.retrieval.files import BadRow, read_faq, read_queries
from bot.questions.retrieval.rows import FaqRow

ROOT = Path(__file__).parents[3]
LABELLED = ROOT / "tests" / "questions" / "data"
STARTER = ROOT / "bot" / "knowledge" / "starter"
ELSEWHERE_FILE = Path(__file__).parent / "training" / "elsewhere.txt"
_FEWEST_PHRASINGS = 20
_PART_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """One FAQ and questions to it; `right` is None where it does not answer.

    Sets of one `domain` share words and are left out of training together. `whole` is whether
    this is the domain's own set, which counts in figures.
    """

    name: str
    domain: str
    rows: tuple[FaqRow, ...]
    queries: tuple[tuple[str, str | None], ...]
    weight: float
    whole: bool


def labelled_sets(labelled: Path = LABELLED, starter: Path = STARTER) -> list[LabelledSet]:
    """Return all labelled sets, in the order of their names."""
    folders = sorted(path.parent for path in labelled.glob("*/queries.jsonl"))
    sets = [each for folder in folders for each in _of_folder(folder)]
    return sets + list(_of_starter(starter))


def elsewhere() -> list[str]:
    """Return questions that no customer-service FAQ answers."""
    return [line for line in ELSEWHERE_FILE.read_text(encoding="utf-8").splitlines() if line]


def _of_folder(folder: Path) -> Iterator[LabelledSet]:
    rows, bad = read_faq(folder / "faq.jsonl")
    asked, worse = read_queries(folder / "queries.jsonl", rows)
    _refuse([*bad, *worse])
    queries = tuple((query.text, query.right) for query in asked)
    name = folder.name
    yield LabelledSet(name, name, tuple(rows), queries, 1.0, True)
    yield LabelledSet(f"{name}/bare", name, _bare(rows), queries, _PART_WEIGHT, False)
    phrased = _phrasings(rows)
    if len(phrased) >= _FEWEST_PHRASINGS:
        unphrased = tuple(replace(row, alt_questions=()) for row in _bare(rows))
        yield LabelledSet(f"{name}/phrasings", name, unphrased, phrased, _PART_WEIGHT, False)


def _of_starter(folder: Path) -> Iterator[LabelledSet]:
    rows = _starter_rows(folder)
    if not rows:
        return
    alone = tuple(replace(row, alt_questions=()) for row in rows)
    half = tuple(replace(row, alt_questions=row.alt_questions[::2]) for row in rows)
    rest = [replace(row, alt_questions=row.alt_questions[1::2]) for row in rows]
    phrased = _phrasings(rows)
    yield LabelledSet("starter", "starter", alone, phrased, _PART_WEIGHT, True)
    yield LabelledSet("starter/bare", "starter", _bare(alone), phrased, _PART_WEIGHT, False)
    yield LabelledSet("starter/half", "starter", half, _phrasings(rest), _PART_WEIGHT, False)


def _starter_rows(folder: Path) -> list[FaqRow]:
    yaml = import_module("yaml")
    entries = [
        entry
        for file in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or ()
    ]
    return [
        FaqRow(
            entry["key"],
            entry["question"]["zh-Hans"],
            tuple(entry["phrasings"]["zh-Hans"]),
            entry["answer"]["zh-Hans"],
        )
        for entry in entries
    ]


def _bare(rows: Sequence[FaqRow]) -> tuple[FaqRow, ...]:
    return tuple(replace(row, answer="") for row in rows)


def _phrasings(rows: Sequence[FaqRow]) -> tuple[tuple[str, str | None], ...]:
    return tuple((text, row.id) for row in rows for text in row.alt_questions)


def _refuse(bad: Sequence[BadRow]) -> None:
    if bad:
        raise ValueError(bad[0])
