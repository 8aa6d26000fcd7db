"""Every query on the ledger, the balances and the minted totals.

Awarding is the hot path: Core statements on tables, each atomic by itself. The statement
that changes a balance also locks it, so whatever follows in the same transaction sees and
decides alone for that person.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, case, func, select, update
from sqlmodel import Session, SQLModel, col

from bot.points.movement import GIVING, Movement
from bot.points.reasons import EARNED, Reason
from bot.points.seasons import season_of, week_start
from db.models.points import Balance, LedgerEntry, Minted
from db.upsert import insert_into

LEDGER = SQLModel.metadata.tables["ledger_entry"]
BALANCE = SQLModel.metadata.tables["balance"]
MINTED = SQLModel.metadata.tables["minted"]

LIFETIME = case(
    (LEDGER.c.reason == Reason.CORRECTION, LEDGER.c.amount),
    ((LEDGER.c.amount > 0) & LEDGER.c.reason.in_(GIVING), LEDGER.c.amount),
    else_=0,
)
"""`bot.points.movement.lifetime_change` in SQL."""


def credit(session: Session, member_id: int, amount: int, lifetime: int, day: date) -> Row[Any]:
    """Add points (0 or more) to a balance, made now if there is none; return what it is now."""
    season, week = season_of(day).first_day, week_start(day)
    insert = insert_into(session, Balance).values(
        member_id=member_id,
        amount=amount,
        lifetime=lifetime,
        season_from=season,
        season_points=lifetime,
        week_from=week,
        week_points=lifetime,
    )
    statement = insert.on_conflict_do_update(
        index_elements=["member_id"], set_=_moved(amount, lifetime, season, week)
    )
    return session.execute(statement.returning(BALANCE.c.amount, BALANCE.c.lifetime)).one()


def debit(
    session: Session, member_id: int, amount: int, lifetime: int, day: date
) -> Row[Any] | None:
    """Change a balance by `amount` (negative) if it stays at 0 or above; return what it is now."""
    season, week = season_of(day).first_day, week_start(day)
    return session.execute(
        update(BALANCE)
        .where(BALANCE.c.member_id == member_id, BALANCE.c.amount + amount >= 0)
        .values(_moved(amount, lifetime, season, week))
        .returning(BALANCE.c.amount, BALANCE.c.lifetime)
    ).first()


def _moved(amount: int, lifetime: int, season: date, week: date) -> dict[str, Any]:
    return {
        "amount": BALANCE.c.amount + amount,
        "lifetime": BALANCE.c.lifetime + lifetime,
        **_period("season", season, lifetime),
        **_period("week", week, lifetime),
    }


def _period(name: str, start: date, points: int) -> dict[str, Any]:
    """Add to the period that stands, or start a newer one; one that is over stays untouched."""
    known, had = BALANCE.c[f"{name}_from"], BALANCE.c[f"{name}_points"]
    newer = known.is_(None) | (known < start)
    return {
        f"{name}_from": case((newer, start), else_=known),
        f"{name}_points": case((newer, points), (known == start, had + points), else_=had),
    }


def entries_of_day(session: Session, movement: Movement) -> Sequence[Row[Any]]:
    """Return a person's entries of the movement's day, and the entry of its key, if any."""
    ledger = LEDGER.c
    of_day = (ledger.member_id == movement.member_id) & (ledger.day == movement.day)
    query = select(
        ledger.id, ledger.member_id, ledger.key, ledger.reason, ledger.amount, ledger.day
    ).where(of_day | (ledger.key == movement.key))
    return session.execute(query).all()


def entry_with_key(session: Session, key: str) -> LedgerEntry | None:
    """Return the ledger entry of a key."""
    query = select(LedgerEntry).where(col(LedgerEntry.key) == key)
    return session.execute(query).scalars().first()


def add_entry(session: Session, movement: Movement, amount: int) -> None:
    """Write a movement down; `amount` is what is left of it after caps."""
    session.execute(
        LEDGER.insert().inline(),
        {
            "member_id": movement.member_id,
            "amount": amount,
            "reason": movement.reason,
            "rule": movement.rule,
            "rule_version": movement.rule_version,
            "actor_id": movement.actor_id,
            "key": movement.key,
            "note": movement.note,
            "at": movement.at,
            "day": movement.day,
        },
    )


def totals_at(session: Session, member_id: int, entry_id: int) -> tuple[int, int]:
    """Return a person's balance and lifetime points right after one of their entries.

    A person's ids follow the order of their entries: each is written while their balance is
    locked.
    """
    query = select(
        func.coalesce(func.sum(LEDGER.c.amount), 0), func.coalesce(func.sum(LIFETIME), 0)
    ).where(LEDGER.c.member_id == member_id, LEDGER.c.id <= entry_id)
    row = session.execute(query).one()
    return int(row[0]), int(row[1])


def mint(session: Session, season: str, shard: int, amount: int, share: int) -> bool:
    """Take `amount` out of a shard's share of the season's budget; tell whether it was there.

    An update and no upsert: where the share is used up it leaves no lock behind, so that
    whoever goes on to look through the other shards cannot end in a deadlock.
    """
    taken = session.execute(
        update(MINTED)
        .where(
            MINTED.c.season == season,
            MINTED.c.shard == shard,
            MINTED.c.amount + amount <= share,
        )
        .values(amount=MINTED.c.amount + amount)
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


def open_shards(session: Session, season: str, shares: Mapping[int, int]) -> None:
    """Make the shards of a season that are not there yet."""
    rows = [{"season": season, "shard": shard, "amount": 0} for shard in sorted(shares)]
    session.execute(insert_into(session, Minted).values(rows).on_conflict_do_nothing())


def mint_what_is_left(session: Session, season: str, shares: Mapping[int, int], wanted: int) -> int:
    """Take up to `wanted` out of whatever shards still hold budget; return how much that was."""
    has_room = MINTED.c.amount < case(dict(shares), value=MINTED.c.shard, else_=0)
    query = (
        select(MINTED.c.shard, MINTED.c.amount)
        .where(MINTED.c.season == season, has_room)
        .order_by(MINTED.c.shard)
        .with_for_update()
    )
    missing = wanted
    for shard, minted in session.execute(query).all():
        take = min(missing, shares[shard] - minted)
        if take > 0 and mint(session, season, shard, take, shares[shard]):
            missing -= take
    return wanted - missing


def minted_in(session: Session, season: str) -> int:
    """Return what all together earned in a season."""
    query = select(func.coalesce(func.sum(col(Minted.amount)), 0))
    return int(session.execute(query.where(col(Minted.season) == season)).scalar_one())


def balance_of(session: Session, member_id: int) -> Balance | None:
    """Return a person's balance; nothing while they have none."""
    query = select(Balance).where(col(Balance.member_id) == member_id)
    return session.execute(query.execution_options(populate_existing=True)).scalars().first()


def count_entries(session: Session, member_id: int) -> int:
    """Return how many movements a person has."""
    query = select(func.count()).select_from(LEDGER).where(LEDGER.c.member_id == member_id)
    return int(session.execute(query).scalar_one())


def entries(session: Session, member_id: int, offset: int, limit: int) -> Sequence[LedgerEntry]:
    """Return a page of a person's movements, newest first."""
    query = (
        select(LedgerEntry)
        .where(col(LedgerEntry.member_id) == member_id)
        .order_by(col(LedgerEntry.id).desc())
        .offset(offset)
        .limit(limit)
    )
    return list(session.execute(query).scalars())


def wrong_balances(session: Session) -> Sequence[Row[Any]]:
    """Return people whose balance is not what their ledger adds up to, with both."""
    ledger, balance = LEDGER.c, BALANCE.c
    query = (
        select(
            balance.member_id,
            balance.amount,
            balance.lifetime,
            balance.season_points,
            balance.week_points,
            _total(ledger.amount).label("ledger_amount"),
            _total(LIFETIME).label("ledger_lifetime"),
            _total(_since(balance.season_from)).label("ledger_season_points"),
            _total(_since(balance.week_from)).label("ledger_week_points"),
        )
        .select_from(BALANCE.outerjoin(LEDGER, ledger.member_id == balance.member_id))
        .group_by(balance.member_id)
        .order_by(balance.member_id)
        .having(
            (balance.amount != _total(ledger.amount))
            | (balance.lifetime != _total(LIFETIME))
            | (balance.season_points != _total(_since(balance.season_from)))
            | (balance.week_points != _total(_since(balance.week_from)))
        )
    )
    return session.execute(query).all()


def without_balance(session: Session) -> Sequence[Row[Any]]:
    """Return people who have ledger entries but no balance, with their sums."""
    ledger = LEDGER.c
    query = (
        select(ledger.member_id, func.sum(ledger.amount), func.sum(LIFETIME))
        .where(ledger.member_id.not_in(select(BALANCE.c.member_id)))
        .group_by(ledger.member_id)
        .order_by(ledger.member_id)
    )
    return session.execute(query).all()


def earned_by_day(session: Session) -> Sequence[Row[Any]]:
    """Return what all together earned on each community day."""
    query = (
        select(LEDGER.c.day, func.sum(LEDGER.c.amount))
        .where(LEDGER.c.reason.in_(EARNED))
        .group_by(LEDGER.c.day)
    )
    return session.execute(query).all()


def minted_by_season(session: Session) -> dict[str, int]:
    """Return the minted totals as the shards hold them."""
    query = select(col(Minted.season), func.sum(col(Minted.amount))).group_by(col(Minted.season))
    return {row[0]: int(row[1]) for row in session.execute(query)}


def _total(expression: Any) -> Any:
    return func.coalesce(func.sum(expression), 0)


def _since(start: Any) -> Any:
    return case((LEDGER.c.day >= start, LIFETIME), else_=0)
