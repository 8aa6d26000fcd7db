"""The form of an entry: which field was asked for, what came back, what a button stands for."""

from datetime import timedelta

from sqlmodel import Session

from bot.i18n import Language
from bot.knowledge import editing, typed
from bot.knowledge.content import TAGS, from_json
from bot.knowledge.fields import LONGEST_QUESTION, read_line
from bot.knowledge.finding import held, newest
from bot.knowledge.telling import FORM
from bot.members import prompts
from bot.members.deed import Deed
from bot.members.tiers import Tier
from db.models.knowledge import KnowledgeEntry

NOUN = "kb-field"
NAMES = frozenset(name for row in FORM for name in row)
HOME = Language.SIMPLIFIED.value
CHOICES = {
    "tags": TAGS,
    "tier": ("all", *Tier),
    "review_by": ("91", "183", "365"),
}
"""Fields with buttons: tags are turned on and off, a review day is so many days off."""


def await_field(session: Session, entry_id: int, name: str, deed: Deed) -> KnowledgeEntry:
    """Take the next plain private message for a field of an entry."""
    entry = held(session, entry_id)
    about = {"entry": entry_id, "field": name}
    prompts.await_answer(session, deed.actor_id, NOUN, about, deed.now)
    return entry


def await_question(session: Session, deed: Deed) -> None:
    """Take the next plain private message for the question of a new entry."""
    about = {"entry": 0, "field": f"question.{HOME}"}
    prompts.await_answer(session, deed.actor_id, NOUN, about, deed.now)


def await_new_answer(session: Session, question: str, deed: Deed) -> str:
    """Keep a new entry's question, and take the next message for its answer."""
    asked = read_line(question, LONGEST_QUESTION)
    about = {"entry": 0, "field": f"answer.{HOME}", "question": asked}
    prompts.await_answer(session, deed.actor_id, NOUN, about, deed.now)
    return asked


def add(session: Session, question: str, answer: str, deed: Deed) -> KnowledgeEntry:
    """Make the entry whose question and answer were typed."""
    written = typed.put({}, f"question.{HOME}", question)
    entry = editing.add(session, typed.put(written, f"answer.{HOME}", answer), deed)
    prompts.settle(session, deed.actor_id)
    return entry


def type_in(session: Session, entry_id: int, name: str, text: str, deed: Deed) -> KnowledgeEntry:
    """Put what was typed into a field; what cannot be read leaves the question standing."""
    entry = editing.change(session, entry_id, typed.put({}, name, text), deed)
    prompts.settle(session, deed.actor_id)
    return entry


def choose(session: Session, entry_id: int, name: str, value: str, deed: Deed) -> KnowledgeEntry:
    """Put what a button stands for into a field; raise ValueError for a forged one."""
    if value not in CHOICES.get(name, ()):
        raise ValueError(value)
    entry = held(session, entry_id)
    written: object = value
    if name == "tags":
        chosen = from_json(newest(session, entry).content).tags
        written = [tag for tag in TAGS if (tag in chosen) != (tag == value)]
    elif name == "review_by":
        written = deed.day + timedelta(days=int(value))
    entry = editing.change(session, entry_id, {name: written}, deed)
    prompts.settle(session, deed.actor_id)
    return entry
