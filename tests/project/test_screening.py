"""The product's own sentences pass the product's own gate, in every language."""

import re

import pytest

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.i18n import LOCALES, Language

GATE = Gate(default_pack())
ENTRY = re.compile(r"^(-?[a-z][\w-]*) =(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
PLACEABLE = re.compile(r"\{[^{}]*\}")


def _sentences() -> list[tuple[str, str, str]]:
    found = []
    for language in Language:
        for file in sorted((LOCALES / language).glob("*.ftl")):
            for name, body in ENTRY.findall(file.read_text(encoding="utf-8")):
                text = re.sub(r"<[^>]+>", "", PLACEABLE.sub("…", body))
                found.append((language.value, name, text.strip()))
    return found


SENTENCES = _sentences()


def test_there_is_something_to_screen() -> None:
    assert len(SENTENCES) > 900


@pytest.mark.parametrize("language", [language.value for language in Language])
def test_no_sentence_of_the_product_breaks_a_rule(language: str) -> None:
    broken = {
        name: [finding.rule_id for finding in GATE.judge(text, Lane.OUTGOING).findings]
        for spoken, name, text in SENTENCES
        if spoken == language and GATE.judge(text, Lane.OUTGOING).blocked
    }
    assert broken == {}
