from datetime import timedelta
from pathlib import Path

import pytest

from bot.briefs import glossary
from bot.compliance.verdict import Lane
from bot.i18n import Language
from bot.strict_toml import InvalidData
from tests.briefs.newsrooms import DAY, GATE


def test_each_term_has_its_day_and_all_of_them_come_round() -> None:
    count = len(glossary.glossary())
    assert count >= 20
    words = {
        glossary.term_of_day(DAY + timedelta(days=n), Language.SIMPLIFIED).word
        for n in range(count)
    }
    assert len(words) == count
    again = glossary.term_of_day(DAY + timedelta(days=count), Language.SIMPLIFIED)
    assert again == glossary.term_of_day(DAY, Language.SIMPLIFIED)


@pytest.mark.parametrize("language", list(Language))
def test_every_term_passes_the_gate(language: Language) -> None:
    for entry in glossary.glossary():
        term = entry[language]
        assert GATE.judge(f"{term.word}，{term.meaning}", Lane.OUTGOING).clean, term


def test_a_digit_in_a_meaning_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "glossary.toml"
    entry = '= { word = "a", gloss = "b", meaning = "ten is 10", more = "c", example = "d" }\n'
    file.write_text(f'[[term]]\nid = "x"\nzh-Hans {entry}zh-Hant {entry}en {entry}')
    monkeypatch.setattr(glossary, "GLOSSARY_FILE", file)
    glossary.glossary.cache_clear()
    try:
        with pytest.raises(InvalidData, match="without digits"):
            glossary.glossary()
    finally:
        glossary.glossary.cache_clear()
