"""A new wording of an item as an operator types it: labelled lines, only what changes.

题目：… A：… B：… C：… D：… 正确：B 讲解：…   or   Question: … A: … Answer: B Explanation: …
Chinese labels change the Simplified wording, English ones the English wording; `A` to `D` go
with whichever labels stand beside them, and with Chinese where there are none.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.i18n import Language
from bot.quiz.bank_file import problem_of
from bot.quiz.errors import QuizFixInvalid
from bot.quiz.item import Item, Wording

LETTERS = "ABCD"
LABELS: Mapping[str, tuple[Language | None, str]] = {
    "题目": (Language.SIMPLIFIED, "prompt"),
    "題目": (Language.SIMPLIFIED, "prompt"),
    "讲解": (Language.SIMPLIFIED, "explanation"),
    "講解": (Language.SIMPLIFIED, "explanation"),
    "正确": (None, "correct"),
    "正確": (None, "correct"),
    "QUESTION": (Language.ENGLISH, "prompt"),
    "EXPLANATION": (Language.ENGLISH, "explanation"),
    "ANSWER": (None, "correct"),
    **{letter: (None, letter) for letter in LETTERS},
}
_LINE = re.compile(r"^\s*([^:：\s]{1,12})\s*[:：]\s*(.*?)\s*$")
_SHOWN = 60


def read_fix(text: str, item: Item) -> Item:
    """Return the item as it would be after a typed fix; raise QuizFixInvalid for the first mistake.

    A changed Simplified wording drops the English one, which would say something else: readers
    of English get Simplified until somebody writes it anew.
    """
    found, language = _labelled(text)
    correct = _correct(found.pop("correct", None), item.correct)
    wordings = dict(item.wordings)
    if found:
        before = wordings.get(language)
        wordings[language] = _reworded(found, before, language)
        if language is Language.SIMPLIFIED and wordings[language] != before:
            wordings = {Language.SIMPLIFIED: wordings[language]}
    fixed = replace(item, correct=correct, wordings=wordings)
    if fixed == item:
        raise QuizFixInvalid(field="-", received=text[:_SHOWN], allowed="题目 / A-D / 正确 / 讲解")
    return fixed


def _labelled(text: str) -> tuple[dict[str, str], Language]:
    found: dict[str, str] = {}
    languages: set[Language] = set()
    for line in filter(str.strip, text.splitlines()):
        read = _LINE.match(line)
        label = LABELS.get(read[1].upper()) if read else None
        if read is None or label is None:
            raise QuizFixInvalid(
                field="?",
                received=line[:_SHOWN],
                allowed="题目：… A：… B：… C：… D：… 正确：B 讲解：…",
            )
        language, field = label
        if field in found:
            raise QuizFixInvalid(field=field, received=read[2][:_SHOWN], allowed="1 ×")
        found[field] = read[2]
        languages |= {language} if language else set()
    if len(languages) > 1:
        raise QuizFixInvalid(field="?", received="题目 + Question", allowed="1 × 题目 / Question")
    return found, next(iter(languages), Language.SIMPLIFIED)


def _correct(letter: str | None, before: int) -> int:
    if letter is None:
        return before
    place = LETTERS.find(letter.upper()) if len(letter) == 1 else -1
    if place < 0:
        raise QuizFixInvalid(field="correct", received=letter[:_SHOWN], allowed="A / B / C / D")
    return place


def _reworded(found: Mapping[str, str], before: Wording | None, language: Language) -> Wording:
    blank = Wording("", ("", "", "", ""), "")
    old = before or blank
    wording = Wording(
        prompt=found.get("prompt", old.prompt),
        options=tuple(found.get(letter, old.options[n]) for n, letter in enumerate(LETTERS)),
        explanation=found.get("explanation", old.explanation),
    )
    problem = problem_of(wording, language)
    if problem is not None:
        field, received, allowed = problem
        raise QuizFixInvalid(field=field, received=received[:_SHOWN], allowed=allowed)
    return wording
