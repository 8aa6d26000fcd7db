"""The glossary: what its files may hold, and how its terms come round."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.compliance.verdict import Lane
from bot.glossary import terms
from bot.glossary.terms import glossary, term_of_day, term_with, terms_in
from bot.i18n import Language
from bot.strict_toml import InvalidData
from tests.briefs.newsrooms import GATE

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("language", list(Language))
def test_each_term_has_its_day_and_all_of_them_come_round(language: Language) -> None:
    count = len(terms_in(language))
    words = {term_of_day(DAY + timedelta(days=n), language).word for n in range(count)}
    assert len(words) == count
    assert term_of_day(DAY + timedelta(days=count), language) == term_of_day(DAY, language)


def test_the_glossary_is_large_and_a_third_of_it_is_in_english() -> None:
    assert len(glossary()) >= 250
    assert 3 * len(terms_in(Language.ENGLISH)) >= len(glossary())


def test_no_word_and_no_alias_means_two_terms() -> None:
    names = Counter(
        name.casefold()
        for entry in glossary()
        for name in {*entry.aliases, *(term.word for term in entry.texts.values())}
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_term_passes_the_gate(language: Language) -> None:
    for term in terms_in(language):
        text = f"{term.word}（{term.gloss or term.id}），{term.meaning}。{term.more} {term.example}"
        assert GATE.judge(text, Lane.OUTGOING).clean, term
        assert term_with(term.id, language) == term


def test_a_reader_of_english_gets_simplified_chinese_where_no_english_is_written() -> None:
    written = {term.id for term in terms_in(Language.ENGLISH)}
    for entry in glossary():
        told = entry.told_in(Language.ENGLISH)
        assert (told != entry.texts[Language.SIMPLIFIED]) == (entry.id in written)
    assert term_with("no-such-term", Language.ENGLISH) is None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(terms, "TERMS_FOLDER", tmp_path)
    glossary.cache_clear()
    yield tmp_path
    glossary.cache_clear()


ENTRY = '{ word = "a", gloss = "b", meaning = "MEANING", more = "c", example = "d" }'


@pytest.mark.parametrize(
    ("file", "allowed"),
    [
        (f'[[term]]\nid = "x"\nzh-Hans = {ENTRY.replace("MEANING", "ten is 10")}', "digits"),
        (f'[[term]]\nid = "x"\nzh-Hans = {ENTRY.replace("MEANING", "m" * 121)}', "at most 120"),
        (f'[[term]]\nid = "x"\nzh-Hans = {ENTRY}\n' * 2, "an id that no other"),
        (f'[[term]]\nid = "x"\nzh-Hant = {ENTRY}', "a table"),
    ],
)
def test_a_mistake_in_a_file_is_named(folder: Path, file: str, allowed: str) -> None:
    (folder / "a.toml").write_text(file, encoding="utf-8")
    with pytest.raises(InvalidData, match=allowed):
        glossary()
