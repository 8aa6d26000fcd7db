"""What waits for the operators: entries whose review day has passed, and drafts from elsewhere."""

from datetime import datetime

from sqlmodel import Session

from bot.knowledge import cards
from bot.knowledge.desk import KnowledgeDesk
from db.repositories import knowledge

MOST_A_DAY = 12
"""Cards of expired entries a day: a whole pack may be over on one, and the list has them all."""
MOST_AT_ONCE = 10


def tell_expired(session: Session, desk: KnowledgeDesk, now: datetime) -> int:
    """Put expired entries before the operators, each once; return how many."""
    found = knowledge.expired_untold(session, now, MOST_A_DAY)
    for entry, version in found:
        cards.tell_expired(session, entry, version, desk, now)
    return len(found)


def ask_waiting(session: Session, desk: KnowledgeDesk, now: datetime) -> int:
    """Put drafts from elsewhere before the operators, each once; return how many."""
    found = knowledge.unasked(session, MOST_AT_ONCE)
    for entry, version in found:
        cards.ask(session, entry, version, desk, now)
    return len(found)
