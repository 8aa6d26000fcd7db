"""A question as it came in, and what became of it: what handlers and services tell each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.questions.advice import is_advice
from bot.questions.cases import Asked
from bot.questions.limits import Deed
from bot.questions.private_matter import PrivateMatter, private_matter
from bot.questions.promise import Promise
from db.models.question import NO_TOPIC, QuestionCase, QuestionOffer


class Way(StrEnum):
    """How a question came: asked of the bot by name, or in passing."""

    COMMAND = "command"
    MENTION = "mention"
    REPLY = "reply"
    TOPIC = "topic"
    PLAIN = "plain"

    @property
    def by_name(self) -> bool:
        """Tell whether it was meant as a question of its own, and not as more on the last one."""
        return self in {Way.COMMAND, Way.MENTION}


@dataclass(frozen=True)
class Question:
    """What somebody asked, where, how, and what the rules say of it."""

    chat_id: int
    thread_id: int
    asker_id: int
    message_id: int
    text: str
    language: Language
    tier: Tier | None = None
    way: Way = Way.COMMAND

    @property
    def in_public(self) -> bool:
        """Tell whether others read it."""
        return self.chat_id != self.asker_id

    @cached_property
    def matter(self) -> PrivateMatter:
        """Return what is private in it."""
        return private_matter(self.text)

    @cached_property
    def is_advice(self) -> bool:
        """Tell whether it asks for an opinion that only licensed people may give."""
        return is_advice(self.text)

    @property
    def lone(self) -> bool:
        """Tell whether a machine may not answer it."""
        return self.is_advice or self.matter.found

    @property
    def kept_text(self) -> str:
        """Return the text as it is kept: masked where it was public."""
        return self.matter.text if self.in_public else self.text

    def asked(self) -> Asked:
        """Return what a case is opened with."""
        return Asked(
            chat_id=self.chat_id,
            asker_id=self.asker_id,
            message_id=self.message_id,
            text=self.kept_text,
            language=self.language,
            thread_id=self.thread_id or NO_TOPIC,
            tier=self.tier,
            is_private=not self.in_public,
            is_advice=self.is_advice,
            is_sensitive=self.matter.found,
        )


class Kind(StrEnum):
    """What there is to say."""

    ANSWER = "answer"
    CHOICE = "choice"
    UNSURE = "unsure"
    GO_PRIVATE = "go-private"
    PROMISED = "promised"
    WITH_HUMAN = "with-human"
    OPEN = "open"
    ADDED = "added"
    SOLVED = "solved"
    CLOSED = "closed"
    OVER_LIMIT = "over-limit"
    TOO_LATE = "too-late"
    QUIET = "quiet"


class Why(StrEnum):
    """Why a person answers."""

    ASKED_FOR = "asked-for"
    ADVICE = "advice"
    PRIVATE = "private"
    REOPENED = "reopened"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a question or a press.

    `offers`: the entries to show. `held`: the line that keeps a further question until the
    asker says what it is. `removed`: the public copy is being deleted. `deed` and `free_at`:
    what is over its limit, and until when.
    """

    kind: Kind
    case: QuestionCase | None = None
    offers: Sequence[QuestionOffer] = ()
    promise: Promise | None = None
    why: Why = Why.ASKED_FOR
    held: int | None = None
    removed: bool = False
    deed: Deed | None = None
    free_at: datetime | None = None


QUIET = Told(Kind.QUIET)
