"""Every query on words that members asked for."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlmodel import Session, col

from db.models.term_wish import TermWish
from db.upsert import insert_into


def add(session: Session, word: str, member_id: int, now: datetime) -> None:
    """Remember that a member asked for a word; once is enough."""
    insert = insert_into(session, TermWish).values(word=word, member_id=member_id, asked_at=now)
    session.execute(insert.on_conflict_do_nothing(index_elements=["word", "member_id"]))


def count_since(session: Session, member_id: int, since: datetime) -> int:
    """Return how many words a member asked for since an instant."""
    query = select(func.count()).where(
        col(TermWish.member_id) == member_id, col(TermWish.asked_at) >= since
    )
    return int(session.execute(query).scalar_one())


def most_wished(session: Session, limit: int) -> list[tuple[str, int]]:
    """Return the words that most members asked for, with how many did."""
    people = func.count().label("people")
    query = (
        select(col(TermWish.word), people)
        .group_by(col(TermWish.word))
        .order_by(people.desc(), func.min(col(TermWish.asked_at)))
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def drop(session: Session, word: str) -> int:
    """Take a word off the list; return how many wishes went."""
    done = session.execute(delete(TermWish).where(col(TermWish.word) == word))
    return int(getattr(done, "rowcount", 0))
