"""The one query behind every board: who is where, seen by one person."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.points.span import Span
from db.models.member import Member
from db.models.points import Balance
from db.models.role import RoleGrant

_POINTS = {
    Span.WEEK: col(Balance.week_points),
    Span.SEASON: col(Balance.season_points),
    Span.ALL: col(Balance.lifetime),
}
_STARTS = {Span.WEEK: col(Balance.week_from), Span.SEASON: col(Balance.season_from)}


def places(
    session: Session,
    viewer: int,
    span: Span,
    start: date,
    owners: Collection[int],
    top: int,
    around: int,
) -> Sequence[Any]:
    """Return the first `top` places and `around` places on both sides of the viewer's own.

    Each row: member_id, first_name, points, lifetime, rank (ties share one), place, of_how_many.
    Staff and hidden people are left out, but for the viewer's own hidden place.
    """
    points = _POINTS[span]
    eligible = (
        select(
            col(Balance.member_id),
            col(Member.first_name),
            points.label("points"),
            col(Balance.lifetime),
            func.rank().over(order_by=points.desc()).label("rank"),
            func.row_number().over(order_by=(points.desc(), col(Balance.member_id))).label("place"),
            func.count().over().label("of_how_many"),
        )
        .join(Member, col(Member.id) == col(Balance.member_id))
        .where(
            points > 0,
            col(Member.hidden).is_(False) | (col(Member.id) == viewer),
            col(Member.id).not_in(owners),
            col(Member.id).not_in(select(col(RoleGrant.member_id))),
        )
    )
    if span in _STARTS:
        eligible = eligible.where(_STARTS[span] == start)
    board = eligible.cte("board")
    mine = select(board.c.place).where(board.c.member_id == viewer).scalar_subquery()
    near = board.c.place.between(mine - around, mine + around)
    query = select(board).where((board.c.place <= top) | near).order_by(board.c.place)
    return session.execute(query).all()
