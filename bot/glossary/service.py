"""The wish list: words that members asked for, for whoever writes the glossary."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.normalise import fold
from bot.compliance.verdict import Lane
from bot.glossary.lookup import find
from db.models.term_wish import LONGEST_WISH
from db.repositories import term_wishes

WISHES_A_DAY = 10
MOST_SHOWN = 20
READ = 3 * MOST_SHOWN


@dataclass(frozen=True, slots=True)
class Wished:
    """A word that is not in the glossary, and how many members asked for it."""

    word: str
    people: int


def wish(session: Session, gate: Gate, word: str, member_id: int, now: datetime) -> bool:
    """Put a word on the list and tell whether it is there; operators read it, so it is screened.

    Not taken: what is too long for a term, breaks a rule, or comes from somebody who asked for
    ten words within a day.
    """
    folded = fold(" ".join(word.split()))
    if not 2 <= len(folded) <= LONGEST_WISH or gate.judge_rules(folded, Lane.MEMBER).findings:
        return False
    if term_wishes.count_since(session, member_id, now - timedelta(days=1)) >= WISHES_A_DAY:
        return False
    term_wishes.add(session, folded, member_id, now)
    return True


def wished(session: Session) -> tuple[Wished, ...]:
    """Return what most members asked for and the glossary still lacks."""
    rows = term_wishes.most_wished(session, READ)
    return tuple(Wished(*row) for row in rows if find(row[0]) is None)[:MOST_SHOWN]


def drop_wish(session: Session, word: str) -> bool:
    """Take a word off the list; tell whether it stood there."""
    return term_wishes.drop(session, fold(" ".join(word.split()))) > 0
