"""The labelled question sets are well formed, so that a score on them means something."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"
DOMAINS = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())


def rows_of(domain: str, name: str) -> list[dict[str, Any]]:
    """Read one JSONL file of a domain."""
    text = (DATA / domain / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def without_spaces(text: str) -> str:
    """Drop all white space, so that spacing alone makes no difference."""
    return re.sub(r"\s", "", text)


def repeated(values: list[str]) -> list[str]:
    """List the values that occur more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def phrasings(entry: dict[str, Any]) -> list[str]:
    """List the question of an entry and its alternative phrasings."""
    return [entry["question"], *entry["alt_questions"]]


def test_there_are_domains_to_check() -> None:
    assert "broker" in DOMAINS


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_row_has_exactly_the_named_fields(domain: str) -> None:
    faq_fields = {"id", "question", "alt_questions", "answer"}
    assert all(set(row) == faq_fields for row in rows_of(domain, "faq"))
    query_fields = {"id", "query", "faq_id"}
    assert all(set(row) == query_fields for row in rows_of(domain, "queries"))


@pytest.mark.parametrize("domain", DOMAINS)
def test_ids_are_unique(domain: str) -> None:
    for name in ("faq", "queries"):
        assert repeated([row["id"] for row in rows_of(domain, name)]) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_label_names_an_entry_that_exists(domain: str) -> None:
    known = {row["id"] for row in rows_of(domain, "faq")} | {None}
    assert {row["faq_id"] for row in rows_of(domain, "queries")} <= known


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_phrasing_belongs_to_two_entries(domain: str) -> None:
    written = [without_spaces(text) for row in rows_of(domain, "faq") for text in phrasings(row)]
    assert repeated(written) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_query_merely_repeats_an_entry_or_another_query(domain: str) -> None:
    written = {without_spaces(text) for row in rows_of(domain, "faq") for text in phrasings(row)}
    asked = [without_spaces(row["query"]) for row in rows_of(domain, "queries")]
    assert written.isdisjoint(asked)
    assert repeated(asked) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_is_asked_for_and_every_set_has_strangers(domain: str) -> None:
    asked = Counter(row["faq_id"] for row in rows_of(domain, "queries"))
    assert min(asked[row["id"]] for row in rows_of(domain, "faq")) >= 3
    assert asked[None] >= 60


@pytest.mark.parametrize("domain", DOMAINS)
def test_answers_are_neither_stubs_nor_essays(domain: str) -> None:
    assert all(30 <= len(row["answer"]) <= 120 for row in rows_of(domain, "faq"))
