"""The proof: an untouched contest agrees with its log, and everything touched is named.

One contest is played for the whole module and copied for each test. That the proof holds on
Postgres as well is shown by the clockwork's tests, which end with it.
"""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlmodel import Session, select

from bot.contest.errors import ContestUnknownError
from bot.contest.proof.differences import What
from bot.contest.services import verification
from bot.contest.services.verification import Verdict
from db.models.contest import Contest, ContestDay, ContestEntry, ContestRecord, ContestSnapshot
from db.models.contest_trade import ContestFill, ContestOrder
from db.opening import open_database
from db.session import Database
from tests.contest.services.market_days import make_market, play_contest, prepare
from tests.factories.contests import at

PLAYED: list[tuple[Path, int]] = []


@pytest.fixture
async def played(sqlite_folder: Path, sqlite_template: Path) -> tuple[Path, int]:
    if not PLAYED:
        path = sqlite_folder / "played.db"
        shutil.copy(sqlite_template, path)
        database = open_database(f"sqlite:///{path}")
        house, _ = make_market(database)
        PLAYED.append((path, await play_contest(house, await database.run(prepare))))
        database.close()
    return PLAYED[0]


@pytest.fixture
def database_url(played: tuple[Path, int], sqlite_folder: Path) -> Iterator[str]:
    with TemporaryDirectory(dir=sqlite_folder) as folder:
        path = Path(folder) / "bell.db"
        shutil.copy(played[0], path)
        yield f"sqlite:///{path}"


@pytest.fixture
def contest(played: tuple[Path, int]) -> int:
    return played[1]


async def verified(db: Database, contest: int) -> Verdict:
    return await db.read(verification.verify, contest)


async def named(db: Database, contest: int) -> set[What]:
    return {difference.what for difference in (await verified(db, contest)).differences}


async def test_an_untouched_contest_agrees_with_its_log_to_the_cent(
    db: Database, contest: int
) -> None:
    told: list[tuple[int, int]] = []

    def check(session: Session) -> Verdict:
        return verification.verify(session, contest, lambda done, total: told.append((done, total)))

    verdict = await db.read(check)
    assert verdict.differences == ()
    assert (verdict.days, verdict.accounts, verdict.waiting) == (3, 3, 0)
    assert verdict.records > 30
    assert told[-1][0] == told[-1][1] == verdict.records + verdict.accounts


async def test_the_head_is_that_of_the_last_day(db: Database, contest: int) -> None:
    def last(session: Session) -> str | None:
        rows = session.exec(select(ContestDay).where(ContestDay.contest_id == contest)).all()
        return max(rows, key=lambda row: row.day).head

    assert (await verified(db, contest)).head == await db.read(last)


async def test_replay_gives_the_same_accounts_and_board_without_any_table_but_the_log(
    db: Database, contest: int
) -> None:
    def play(session: Session) -> list[verification.Replayed]:
        return list(verification.replay(session, contest))

    replayed = await db.read(play)

    def kept(session: Session) -> dict[int, tuple[int | None, Decimal]]:
        rows = session.exec(select(ContestSnapshot).where(ContestSnapshot.contest_id == contest))
        latest = {row.member_id: row for row in sorted(rows, key=lambda row: row.day)}
        return {member: (row.rank, row.equity) for member, row in latest.items()}

    expected = await db.read(kept)
    rules = await db.read(verification.rules_at, contest)
    board = verification.replayed_board(rules, replayed)
    assert {line.account: (line.rank, line.equity) for line in board} == expected
    assert {one.account.id: one.equity for one in replayed} == {
        member: equity for member, (_, equity) in expected.items()
    }
    (alone,) = await db.read(lambda s: list(verification.replay(s, contest, 2)))
    assert alone.account == replayed[1].account


async def test_a_contest_that_is_not_there_is_refused(db: Database) -> None:
    with pytest.raises(ContestUnknownError):
        await db.read(verification.verify, 404)


def change(session: Session, row: object, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def record(session: Session, contest: int, kind: str) -> ContestRecord:
    query = select(ContestRecord).where(
        ContestRecord.contest_id == contest, ContestRecord.kind == kind
    )
    found = session.exec(query.order_by(ContestRecord.id)).first()  # type: ignore[arg-type]
    assert found is not None
    return found


def first(session: Session, table: type, contest: int) -> object:
    return session.exec(select(table).where(table.contest_id == contest)).first()  # type: ignore[attr-defined]


async def test_a_fills_price_that_was_changed_in_its_table_is_named(
    db: Database, contest: int
) -> None:
    await db.run(lambda s: change(s, first(s, ContestFill, contest), price=Decimal("1.0000")))
    verdict = await verified(db, contest)
    (difference,) = verdict.differences
    assert difference.what is What.FILL
    assert difference.subject.endswith("price")
    assert difference.kept == "1.0000"
    assert difference.expected == "36.50"


async def test_a_fills_price_that_was_changed_in_the_log_breaks_chain_and_outcome(
    db: Database, contest: int
) -> None:
    def tamper(session: Session) -> int:
        row = record(session, contest, "Filled")
        change(session, row, body={**row.body, "price": "1.00"})
        return row.id

    number = await db.run(tamper)
    differences = (await verified(db, contest)).differences
    assert {one.what for one in differences} == {What.CHAIN, What.OUTCOME}
    assert all(f"record {number}" in one.subject for one in differences)


async def test_an_orders_quantity_that_was_changed_is_named(db: Database, contest: int) -> None:
    await db.run(lambda s: change(s, first(s, ContestOrder, contest), quantity=99_900))
    assert await named(db, contest) == {What.ORDER}


async def test_an_orders_quantity_that_was_changed_in_the_log_changes_all_that_follows(
    db: Database, contest: int
) -> None:
    def tamper(session: Session) -> None:
        row = record(session, contest, "OrderPlaced")
        change(session, row, body={**row.body, "quantity": 2000})

    await db.run(tamper)
    assert await named(db, contest) >= {What.CHAIN, What.OUTCOME, What.ACCOUNT, What.ORDER}


async def test_a_record_that_was_deleted_is_missed(db: Database, contest: int) -> None:
    await db.run(lambda s: s.delete(record(s, contest, "Filled")))
    assert await named(db, contest) >= {What.CHAIN, What.OUTCOME, What.DAY}


async def test_a_market_event_that_was_deleted_is_missed(db: Database, contest: int) -> None:
    await db.run(lambda s: s.delete(record(s, contest, "AuctionHeld")))
    differences = (await verified(db, contest)).differences
    assert {one.what for one in differences} >= {What.CHAIN, What.MARKET, What.OUTCOME}
    assert any("number" in one.kept for one in differences if one.what is What.MARKET)


async def test_two_records_that_were_swapped_are_named(db: Database, contest: int) -> None:
    def swap(session: Session) -> set[int]:
        query = select(ContestRecord).where(
            ContestRecord.contest_id == contest, ContestRecord.kind == "Accepted"
        )
        one, other = session.exec(query.order_by(ContestRecord.id)).all()[:2]  # type: ignore[arg-type]
        bodies, members = (one.body, other.body), (one.member_id, other.member_id)
        change(session, one, body=bodies[1], member_id=members[1])
        change(session, other, body=bodies[0], member_id=members[0])
        return {one.id, other.id}

    numbers = await db.run(swap)
    chain = [d for d in (await verified(db, contest)).differences if d.what is What.CHAIN]
    assert {int(one.subject.split()[1]) for one in chain} == numbers


async def test_cash_that_was_changed_in_an_account_is_named(db: Database, contest: int) -> None:
    def tamper(session: Session) -> None:
        entry = session.get(ContestEntry, (contest, 2))
        assert entry is not None
        change(session, entry, account={**entry.account, "cash": "1000000.01"})

    await db.run(tamper)
    (difference,) = (await verified(db, contest)).differences
    assert (difference.what, difference.subject) == (What.ACCOUNT, "of member 2 cash")
    assert difference.kept == "1000000.01"


async def test_who_was_put_in_or_out_of_competition_afterwards_is_named(
    db: Database, contest: int
) -> None:
    await db.run(lambda s: change(s, first(s, ContestEntry, contest), staff=True))
    verdict = await verified(db, contest)
    named = [str(one) for one in verdict.differences]
    assert "account of member 1 staff: kept True, expected False" in named


async def test_a_rank_or_a_score_that_was_changed_is_named(db: Database, contest: int) -> None:
    def tamper(session: Session) -> None:
        row = first(session, ContestSnapshot, contest)
        change(session, row, rank=7)

    await db.run(tamper)
    assert await named(db, contest) == {What.BOARD}


async def test_an_equity_that_was_changed_in_a_snapshot_is_named(
    db: Database, contest: int
) -> None:
    await db.run(lambda s: change(s, first(s, ContestSnapshot, contest), equity=Decimal("2000000")))
    assert await named(db, contest) >= {What.SNAPSHOT}


async def test_a_snapshot_that_was_deleted_is_missed(db: Database, contest: int) -> None:
    await db.run(lambda s: s.delete(first(s, ContestSnapshot, contest)))
    assert What.SNAPSHOT in await named(db, contest)


async def test_rules_that_were_changed_after_the_start_are_named(
    db: Database, contest: int
) -> None:
    def tamper(session: Session) -> None:
        row = session.get(Contest, contest)
        assert row is not None
        change(session, row, rules={**row.rules, "single_name_cap": "0.31"})

    await db.run(tamper)
    assert What.RULES in await named(db, contest)


async def test_a_head_that_was_changed_is_named(db: Database, contest: int) -> None:
    await db.run(lambda s: change(s, first(s, ContestDay, contest), head="0" * 64))
    assert await named(db, contest) == {What.DAY}


async def test_a_record_slipped_in_and_left_unsealed_is_named(db: Database, contest: int) -> None:
    def slip(session: Session) -> None:
        session.add(
            ContestRecord(
                contest_id=contest,
                day=at(9, 0).date(),
                member_id=2,
                kind="CashCorrected",
                is_event=True,
                at=at(9, 0),
                body={
                    "is": "CashCorrected",
                    "at": at(9, 0).isoformat(),
                    "account": 2,
                    "amount": "5.00",
                },
            )
        )

    await db.run(slip)
    assert await named(db, contest) >= {What.OUTCOME, What.ACCOUNT}
