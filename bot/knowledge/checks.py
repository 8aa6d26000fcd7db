"""What keeps a content from being served: holes, its date, and what the gate says of it."""

from collections.abc import Iterator
from datetime import date

from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane
from bot.i18n import Language, Say
from bot.knowledge import fields
from bot.knowledge.content import Content
from bot.knowledge.languages import EveryLanguage
from bot.members.names import LANGUAGE_NAMES
from bot.traditional import traditional

MOST_FINDINGS = 5


def problems(content: Content, gate: Gate, today: date) -> tuple[Say, ...]:
    """Return everything that has to change before it can be served."""
    return (*holes(content), *_dates(content, today), *_lengths(content), *screened(content, gate))


def holes(content: Content) -> tuple[Say, ...]:
    """Return what is missing: a question and its answer in one language at least."""
    halves = [
        Say("kb-problem-half", language=LANGUAGE_NAMES[one])
        for one in Language
        if bool(content.question.get(one)) != bool(content.answer.get(one))
    ]
    if not (halves or any(content.question.values())):
        return (Say("kb-problem-incomplete"),)
    return tuple(halves)


def _dates(content: Content, today: date) -> Iterator[Say]:
    if content.review_by is not None and content.review_by < today:
        yield Say("kb-problem-past", day=content.review_by.isoformat())


def _lengths(content: Content) -> Iterator[Say]:
    """Name texts over the limits: drafts from elsewhere are kept as they came."""
    for texts, most in (
        (content.question, fields.LONGEST_QUESTION),
        (content.answer, fields.LONGEST_ANSWER),
    ):
        for text in texts.values():
            if len(text) > most:
                yield Say("kb-problem-long", length=len(text), most=most)


def screened(content: Content, gate: Gate) -> Iterator[Say]:
    """Yield what the gate objects to in the words that readers see, converted ones as well.

    Phrasings are not shown to anybody: members may well ask in words that the house may not use.
    """
    spoken = [EveryLanguage(content.question), EveryLanguage(content.answer)]
    texts = [text for each in spoken for text in dict.fromkeys(each.values())]
    seen: set[tuple[str, str]] = set()
    for text in (*texts, content.source):
        for finding in gate.judge(text, Lane.OUTGOING).causes if text else ():
            what = (finding.rule_id, traditional(finding.excerpt))
            if what in seen or len(seen) >= MOST_FINDINGS:
                continue
            seen.add(what)
            yield Say(
                "kb-problem-screened",
                excerpt=finding.excerpt[:40],
                reason=finding.reason,
                rule=finding.rule_id,
                suggestion=finding.suggestion or "-",
            )
