"""From what was written for an entry to its content: every field checked, each mistake named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.i18n import Language, Say
from bot.knowledge import fields
from bot.knowledge.content import Content
from bot.knowledge.errors import KnowledgeFieldError

SPOKEN: Mapping[str, Callable[[object], Any]] = {
    "question": lambda value: fields.read_line(value, fields.LONGEST_QUESTION),
    "phrasings": fields.read_phrasings,
    "answer": fields.read_answer,
}
"""Fields that hold a text for each language."""
PLAIN: Mapping[str, Callable[[object], Any]] = {
    "tags": fields.read_tags,
    "tier": fields.read_tier,
    "source": lambda value: fields.read_line(value, fields.LONGEST_SOURCE),
    "as_of": fields.read_day,
    "review_by": fields.read_day,
}
FIELDS = ("key", *PLAIN, *SPOKEN)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field with what is wrong about it; `field` is as people write it: `answer.en`."""

    field: str
    say: Say


def merged(base: Content, written: Mapping[object, object]) -> tuple[Content, tuple[Mistake, ...]]:
    """Return `base` with what was written in place of its fields, and every mistake in that.

    A field that was not written stays as it is, a language likewise; an empty text takes a
    language away.
    """
    values: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name, value in written.items():
        try:
            if name in SPOKEN:
                values[str(name)] = _spoken(base, str(name), value, mistakes)
            elif name in PLAIN:
                values[str(name)] = PLAIN[str(name)](value)
            elif name != "key":
                known = " ".join(FIELDS)
                say = Say("kb-problem-field", received=fields.echo(str(name)), known=known)
                mistakes.append(Mistake("-", say))
        except KnowledgeFieldError as error:
            mistakes.append(Mistake(str(name), _problem(error)))
    return replace(base, **values), tuple(mistakes)


def _spoken(
    base: Content, name: str, value: object, mistakes: list[Mistake]
) -> dict[Language, Any]:
    if not isinstance(value, dict):
        raise KnowledgeFieldError(problem=Say("kb-problem-by-language"))
    texts: dict[Language, Any] = dict(getattr(base, name))
    for spoken, text in value.items():
        try:
            language = fields.read_language(spoken)
            read = SPOKEN[name](text)
        except KnowledgeFieldError as error:
            mistakes.append(Mistake(f"{name}.{fields.echo(str(spoken))}", _problem(error)))
            continue
        texts.pop(language, None)
        if read:
            texts[language] = read
    return {one: texts[one] for one in Language if one in texts}


def _problem(error: KnowledgeFieldError) -> Say:
    problem = error.fields["problem"]
    assert isinstance(problem, Say)  # noqa: S101 - every reader gives one
    return problem
