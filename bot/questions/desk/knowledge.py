"""The knowledge base as the desk uses it: titles that may help, answers that become drafts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlmodel import Session

from bot.i18n import Language
from bot.questions.shelf import words_in
from db.models.question import QuestionCase
from db.repositories import questions

MOST = 3


class Titled(Protocol):
    """An entry that is served."""

    @property
    def question(self) -> Mapping[Language, str]:
        """Return its title by language."""


class KnowledgeShelf:
    """Reads and writes through the functions of `bot.knowledge.service`.

    `new_entry` makes its NewEntry from question, answer, language, tags, origin_ref and
    owner_id; the origin is the composition's to give.
    """

    def __init__(
        self,
        entry: Callable[[Session, str, datetime], Titled | None],
        draft: Callable[[Session, Any, datetime], int],
        new_entry: Callable[..., Any],
    ) -> None:
        self._entry, self._draft, self._new_entry = entry, draft, new_entry

    def suggestions(self, session: Session, case: QuestionCase, now: datetime) -> Sequence[str]:
        """Return the titles of what the bot had found, the best first."""
        offered = sorted(questions.offers(session, case.id), key=lambda o: (-o.round, o.rank))
        keys = list(dict.fromkeys(one.entry_key for one in offered))[:MOST]
        found = [self._entry(session, key, now) for key in keys]
        return [words_in(one.question, case.language) for one in found if one is not None]

    def draft(
        self, session: Session, case: QuestionCase, answer: str, owner_id: int, now: datetime
    ) -> int | None:
        """Make a draft entry of a case and its answer, once; return its number."""
        new = self._new_entry(
            question=case.text,
            answer=answer,
            language=case.language,
            tags=(case.topic_tag,) if case.topic_tag else (),
            origin_ref=f"question:{case.id}",
            owner_id=owner_id,
        )
        return self._draft(session, new, now)
