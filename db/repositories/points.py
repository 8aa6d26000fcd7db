"""Every query on the ledger, the balances and the minted totals.

Awarding is the hot path: Core statements on tables, each atomic by itself. The statement
that changes a balance also locks it, so whatever follows in the same transaction sees and
decides alone for that person.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Integer, bindparam, case, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
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


def credit(session: Session, member_id: int, amount: int, lifetime: int, day: date) -> Any:
    """Add points (0 or more) to a balance, made now if there is none; return what it is now."""
    statement = _credit(session.get_bind().dialect.name)
    return session.connection().execute(statement, _change(member_id, amount, lifetime, day)).one()


def debit(session: Session, member_id: int, amount: int, lifetime: int, day: date) -> Any:
    """Change a balance by `amount` (negative) if it stays at 0 or above; return what it is now."""
    return session.connection().execute(DEBIT, _change(member_id, amount, lifetime, day)).first()


def _change(member_id: int, amount: int, lifetime: int, day: date) -> dict[str, Any]:
    return {
        "person": member_id,
        "by": amount,
        "gained": lifetime,
        "season": season_of(day).first_day,
        "week": week_start(day),
    }


def _period(name: str) -> dict[str, Any]:
    """Add to the period that stands, or start a newer one; one that is over stays untouched."""
    known, had = BALANCE.c[f"{name}_from"], BALANCE.c[f"{name}_points"]
    start, gained = bindparam(name, type_=Date), bindparam("gained", type_=Integer)
    newer = known.is_(None) | (known < start)
    return {
        f"{name}_from": case((newer, start), else_=known),
        f"{name}_points": case((newer, gained), (known == start, had + gained), else_=had),
    }


MOVED: dict[str, Any] = {
    "amount": BALANCE.c.amount + bindparam("by"),
    "lifetime": BALANCE.c.lifetime + bindparam("gained"),
    **_period("season"),
    **_period("week"),
}
DEBIT = (
    update(BALANCE)
    .where(BALANCE.c.member_id == bindparam("person"), BALANCE.c.amount + bindparam("by") >= 0)
    .values(MOVED)
    .returning(BALANCE.c.amount, BALANCE.c.lifetime)
)


@cache
def _credit(dialect: str) -> Any:
    """Return the upsert in an engine's spelling; building it costs more than running it."""
    insert = sqlite.insert(BALANCE) if dialect == "sqlite" else postgresql.insert(BALANCE)
    values: dict[str, Any] = {
        "member_id": bindparam("person"),
        "amount": bindparam("by"),
        "lifetime": bindparam("gained"),
        "season_from": bindparam("season"),
        "season_points": bindparam("gained"),
        "week_from": bindparam("week"),
        "week_points": bindparam("gained"),
    }
    upsert = insert.values(values).on_conflict_do_update(index_elements=["member_id"], set_=MOVED)
    return upsert.returning(BALANCE.c.amount, BALANCE.c.lifetime)


ENTRIES_OF_DAY = select(
    LEDGER.c.id, LEDGER.c.member_id, LEDGER.c.key, LEDGER.c.reason, LEDGER.c.amount
).where(
    ((LEDGER.c.member_id == bindparam("person")) & (LEDGER.c.day == bindparam("today")))
    | (LEDGER.c.key == bindparam("fact"))
)


def entries_of_day(session: Session, movement: Movement) -> Sequence[Any]:
    """Return a person's entries of the movement's day, and the entry of its key, if any."""
    asked = {"person": movement.member_id, "today": movement.day, "fact": movement.key}
    return session.connection().execute(ENTRIES_OF_DAY, asked).all()


def entry_with_key(session: Session, key: str) -> LedgerEntry | None:
    """Return the ledger entry of a key."""
    query = select(LedgerEntry).where(col(LedgerEntry.key) == key)
    return session.execute(query).scalars().first()


ADD_ENTRY = LEDGER.insert().inline()


def add_entry(session: Session, movement: Movement, amount: int) -> None:
    """Write a movement down; `amount` is what is left of it after caps."""
    session.connection().execute(
        ADD_ENTRY,
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


MINT = (
    update(MINTED)
    .where(
        MINTED.c.season == bindparam("in_season"),
        MINTED.c.shard == bindparam("in_shard"),
        MINTED.c.amount + bindparam("by") <= bindparam("share"),
    )
    .values(amount=MINTED.c.amount + bindparam("by"))
)


def mint(session: Session, season: str, shard: int, amount: int, share: int) -> bool:
    """Take `amount` out of a shard's share of the season's budget; tell whether it was there.

    An update and no upsert: where the share is used up it leaves no lock behind, so that
    whoever goes on to look through the other shards cannot end in a deadlock.
    """
    asked = {"in_season": season, "in_shard": shard, "by": amount, "share": share}
    return bool(session.connection().execute(MINT, asked).rowcount)


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


def wrong_balances(session: Session) -> Sequence[Any]:
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


def without_balance(session: Session) -> Sequence[Any]:
    """Return people who have ledger entries but no balance, with their sums."""
    ledger = LEDGER.c
    query = (
        select(ledger.member_id, func.sum(ledger.amount), func.sum(LIFETIME))
        .where(ledger.member_id.not_in(select(BALANCE.c.member_id)))
        .group_by(ledger.member_id)
        .order_by(ledger.member_id)
    )
    return session.execute(query).all()


def earned_by_day(session: Session) -> Sequence[Any]:
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
