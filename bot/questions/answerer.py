"""The optional language model: it may put retrieved entries into words, and nothing else.

What it wrote is shown only if every rule here holds; else the entry itself is shown. It never
sees a question that is advice-like or private, nor who asks.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.briefs.writer.client import Writer
from bot.briefs.writer.outcome import WriterFailed
from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane
from bot.i18n import Language
from bot.questions.advice import is_advice
from bot.questions.shelf import Entry, words_in
from bot.review.masking import masked

PROMPTS = Path(__file__).parent / "prompts"
LONGEST, MOST_LINES = 400, 6
LONGEST_WAIT_SECONDS = 8.0
"""Somebody waits for it: an entry as it stands is better than a fine answer too late."""
_THINKING = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_CITED = re.compile(r"\[(\d{1,2})\]")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_COUNTED = re.compile(
    r"[零〇一二三四五六七八九十百千万亿两半]{2,}|[一二三四五六七八九两十百千万]+(?=[个天日年月元倍成股手点%])"
)
_LEADS_OUT = re.compile(r"https?:|www\.|t\.me\b|(?<!\w)@\w|(?<!\w)/[a-z]|[<>]|```|\*\*|\]\(", re.I)


@dataclass(frozen=True, slots=True)
class Phrased:
    """An answer in the model's words, and the entries that it cites, by their numbers in it."""

    text: str
    cited: tuple[Entry, ...]


async def phrase(
    writer: Writer,
    gate: Gate,
    query: str,
    entries: Sequence[Entry],
    language: Language,
    now: datetime,
) -> Phrased | None:
    """Return an answer worded from `entries`, or nothing: then the first entry is shown itself."""
    if not entries:
        return None
    answer = await writer.answer(messages(query, entries, language), now)
    if isinstance(answer, WriterFailed):
        return None
    text = tidy(answer)
    if fault_in(text, entries, language) or gate.judge(text, Lane.OUTGOING).findings:
        return None
    return Phrased(text, tuple(entries))


def messages(query: str, entries: Sequence[Entry], language: Language) -> list[dict[str, str]]:
    """Return the conversation: rules, numbered entries, and the question as inert data."""
    system = _template(language).render(lines=MOST_LINES, longest=LONGEST)
    rows = [
        {
            "number": number,
            "question": words_in(one.question, language),
            "answer": words_in(one.answer, language),
        }
        for number, one in enumerate(entries, start=1)
    ]
    asked = {"entries": rows, "question": masked(query)}
    user = json.dumps(asked, ensure_ascii=False, indent=1)
    return [{"role": "system", "content": system}, {"role": "user", "content": user}]


def tidy(answer: str) -> str:
    """Return the lines of an answer without blanks around them or thoughts before it."""
    lines = (line.strip() for line in _THINKING.sub("", answer).strip().splitlines())
    return "\n".join(line for line in lines if line)


def fault_in(text: str, entries: Sequence[Entry], language: Language) -> str | None:
    """Return the first rule that a tidied answer breaks, or nothing."""
    said = _CITED.sub(" ", text)
    held = "\n".join(
        f"{words_in(one.question, language)}\n{words_in(one.answer, language)}" for one in entries
    )
    checks = (
        ("none", not said.strip() or said.strip(" .。").upper() == "NONE"),
        ("too-long", len(text) > LONGEST or text.count("\n") >= MOST_LINES),
        ("leads-out", bool(_LEADS_OUT.search(unicodedata.normalize("NFKC", said)))),
        ("not-cited", not _cites(text, len(entries))),
        ("own-number", bool(own_numbers(said, held))),
        ("advice", is_advice(said)),
    )
    return next((name for name, broken in checks if broken), None)


def own_numbers(said: str, held: str) -> set[str]:
    """Return the numbers in `said` that `held` lacks: digits, and numbers in characters."""
    said, held = (unicodedata.normalize("NFKC", text) for text in (said, held))
    known = set(_NUMBER.findall(held))
    digits = {one for one in _NUMBER.findall(said) if one not in known}
    # A lone digit outside of what the pattern knows (①, ², ५) has no business here either.
    odd = {
        c for c in said if c.isnumeric() and not c.isascii() and not _is_han(c) and c not in held
    }
    return digits | odd | {one for one in _COUNTED.findall(said) if one not in held}


def _cites(text: str, count: int) -> bool:
    numbers = [int(number) for number in _CITED.findall(text)]
    return bool(numbers) and all(1 <= number <= count for number in numbers)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character == "〇"


def _template(language: Language) -> Template:
    return _environment().get_template(f"{language.value}.system.j2")


@cache
def _environment() -> Environment:
    # Plain text for a model, not markup: nothing is escaped here, everything on the way back.
    return Environment(
        loader=FileSystemLoader(PROMPTS),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
    )
