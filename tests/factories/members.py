"""Members, as the database holds them."""

from datetime import UTC, datetime

from sqlmodel import Session

from db.models import Member

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def make_member(session: Session, member_id: int = 1, **details: object) -> Member:
    """Store a member."""
    given = {"first_name": f"成员{member_id}", "first_seen_at": NOW} | details
    member = Member(id=member_id, **given)
    session.add(member)
    session.flush()
    return member
