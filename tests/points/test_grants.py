import asyncio
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.alerts import Alerts
from bot.i18n import Language, words_for
from bot.members.deed import Deed
from bot.points.audit import audit_points
from bot.points.errors import (
    AmountRangeError,
    NotEnoughPointsError,
    OwnPointsError,
    PendingDecidedError,
    PendingExpiredError,
    PendingUnknownError,
    ReasonLengthError,
    SecondOperatorError,
)
from bot.points.grants import Desk, Direction, Moved, Waits, Wish, decide, move
from db.models import Delivery, LedgerEntry, OperatorAction
from db.repositories import members, points
from db.session import Database
from tests.factories.points import NOW, TODAY, make_economy, make_person, make_points

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
GATE = Gate(default_pack())
OPERATOR, SECOND, MEMBER, OWNER = 11, 12, 1, 99
KEYS = count(1)


@pytest.fixture
def people(db: Database) -> Database:
    for member_id in (OPERATOR, SECOND, MEMBER, OWNER):
        db.run_sync(make_person, member_id)
    return db


def _desk(cap: int = 500) -> Desk:
    alerts = Alerts(WORDS, GATE, Language.SIMPLIFIED, (OWNER,))
    return Desk(make_economy(), cap, WORDS, GATE, alerts, Language.SIMPLIFIED)


def _deed(actor: int = OPERATOR, now: datetime = NOW, day: date = TODAY, key: str = "") -> Deed:
    return Deed(actor, key or f"update:{next(KEYS)}", now, day)


def _wish(
    amount: int = 100, direction: Direction = Direction.GRANT, note: str = "读书笔记"
) -> Wish:
    return Wish(direction, MEMBER, amount, note)


def _move(db: Database, wish: Wish, deed: Deed | None = None, cap: int = 500) -> Moved | Waits:
    return db.run_sync(move, wish, deed or _deed(), _desk(cap))


def _deliveries(session: Session) -> list[Delivery]:
    return list(session.execute(select(Delivery).order_by(col(Delivery.id))).scalars())


def _actions(session: Session) -> list[OperatorAction]:
    return list(session.execute(select(OperatorAction).order_by(col(OperatorAction.id))).scalars())


def _ask(db: Database, amount: int = 800) -> int:
    waits = _move(db, _wish(amount))
    assert isinstance(waits, Waits)
    return waits.pending_id


def test_a_grant_within_the_cap_moves_logs_and_tells_the_recipient(people: Database) -> None:
    done = _move(people, _wish(20))
    assert isinstance(done, Moved)
    assert (done.award.amount, done.award.balance) == (20, 20)
    (receipt,) = people.run_sync(_deliveries)
    assert receipt.chat_id == MEMBER
    assert "读书笔记" in receipt.markup
    (action,) = people.run_sync(_actions)
    assert (action.actor_id, action.action, action.reason) == (
        OPERATOR,
        "points-grant",
        "读书笔记",
    )
    assert action.before == {"balance": 0, "lifetime": 0}
    assert action.after == {"balance": 20, "lifetime": 20, "amount": 20}
    assert people.run_sync(audit_points) == ()


def test_a_deduction_leaves_the_lifetime_points_alone(people: Database) -> None:
    people.run_sync(make_points, MEMBER, 50)
    done = _move(people, _wish(30, Direction.DEDUCT))
    assert isinstance(done, Moved)
    assert (done.award.balance, done.award.lifetime) == (20, 50)
    (action,) = people.run_sync(_actions)
    assert action.before == {"balance": 50, "lifetime": 50}


def test_more_than_the_balance_cannot_be_taken(people: Database) -> None:
    people.run_sync(make_points, MEMBER, 50)
    with pytest.raises(NotEnoughPointsError):
        _move(people, _wish(51, Direction.DEDUCT))
    assert people.run_sync(_actions) == []


def test_the_cap_counts_both_directions_of_one_operator_and_day(people: Database) -> None:
    people.run_sync(make_points, MEMBER, 1000)
    assert isinstance(_move(people, _wish(300)), Moved)
    assert isinstance(_move(people, _wish(150, Direction.DEDUCT)), Moved)
    assert isinstance(_move(people, _wish(51)), Waits)
    assert isinstance(_move(people, _wish(50)), Moved)
    assert isinstance(_move(people, _wish(500), _deed(SECOND)), Moved)
    tomorrow = _deed(day=TODAY + timedelta(days=1))
    assert isinstance(_move(people, _wish(500), tomorrow), Moved)


async def test_simultaneous_grants_of_one_operator_never_pass_the_cap(people: Database) -> None:
    outcomes = await asyncio.gather(
        *(people.run(move, _wish(100), _deed(), _desk(cap=350)) for _ in range(10))
    )
    assert sum(isinstance(outcome, Moved) for outcome in outcomes) == 3
    balance = await people.read(points.balance_of, MEMBER)
    assert balance is not None
    assert balance.amount == 300


def test_a_replayed_grant_moves_once_even_if_it_used_up_the_cap(people: Database) -> None:
    deed = _deed(key="update:7000")
    _move(people, _wish(400), deed)
    again = _move(people, _wish(400), deed)
    assert isinstance(again, Moved)
    assert again.award.repeated
    assert len(people.run_sync(_actions)) == 1
    assert len(people.run_sync(_deliveries)) == 1


def test_a_replayed_request_waits_once(people: Database) -> None:
    deed = _deed(key="update:7001")
    first, again = _move(people, _wish(800), deed), _move(people, _wish(800), deed)
    assert first == again
    assert len(people.run_sync(_deliveries)) == 1


def test_beyond_the_cap_the_operators_get_a_card_and_nothing_moves(people: Database) -> None:
    pending = _ask(people)
    assert people.run_sync(points.balance_of, MEMBER) is None
    (card,) = people.run_sync(_deliveries)
    assert card.chat_id == OWNER
    assert [row[0]["data"] for row in card.buttons] == [
        f"grants:yes-{pending}",
        f"grants:no-{pending}",
    ]
    assert card.buttons[0][0]["label"] == "确认发放 800 分给 成员1"
    (action,) = people.run_sync(_actions)
    assert action.action == "points-request"


def test_a_second_operator_confirms_once_however_often_they_tap(people: Database) -> None:
    pending = _ask(people)
    done = people.run_sync(decide, pending, True, _deed(SECOND), _desk())
    assert (done.award.balance, done.wish.amount) == (800, 800)
    with pytest.raises(PendingDecidedError) as decided:
        people.run_sync(decide, pending, True, _deed(SECOND), _desk())
    assert decided.value.fields == {"who": "成员12", "outcome": "confirmed"}
    balance = people.run_sync(points.balance_of, MEMBER)
    assert balance is not None
    assert balance.amount == 800
    action = people.run_sync(_actions)[-1]
    assert (action.actor_id, action.action) == (SECOND, "points-confirm")
    assert action.after["requested_by"] == OPERATOR


async def test_simultaneous_confirmations_move_once(people: Database) -> None:
    pending = await asyncio.to_thread(_ask, people)
    outcomes = await asyncio.gather(
        *(people.run(decide, pending, True, _deed(who), _desk()) for who in (SECOND, OWNER) * 5),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Moved) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, PendingDecidedError) for outcome in outcomes) == 9
    assert await people.read(audit_points) == ()


def test_a_confirmed_movement_uses_up_nobodys_cap(people: Database) -> None:
    people.run_sync(decide, _ask(people), True, _deed(SECOND), _desk())
    assert isinstance(_move(people, _wish(500)), Moved)
    assert isinstance(_move(people, _wish(500), _deed(SECOND)), Moved)


@pytest.mark.parametrize("who", [OPERATOR, MEMBER])
def test_neither_who_asked_nor_who_receives_can_confirm(people: Database, who: int) -> None:
    pending = _ask(people)
    with pytest.raises(SecondOperatorError):
        people.run_sync(decide, pending, True, _deed(who), _desk())
    assert people.run_sync(points.balance_of, MEMBER) is None


def test_who_asked_can_take_it_back(people: Database) -> None:
    pending = _ask(people)
    people.run_sync(decide, pending, False, _deed(OPERATOR), _desk())
    with pytest.raises(PendingDecidedError, match="rejected"):
        people.run_sync(decide, pending, True, _deed(SECOND), _desk())
    assert people.run_sync(points.balance_of, MEMBER) is None


def test_what_nobody_decided_in_a_day_has_lapsed(people: Database) -> None:
    pending = _ask(people)
    late = _deed(SECOND, now=NOW + timedelta(hours=24))
    with pytest.raises(PendingExpiredError):
        people.run_sync(decide, pending, True, late, _desk())
    just_in_time = _deed(SECOND, now=NOW + timedelta(hours=23, minutes=59))
    assert people.run_sync(decide, pending, True, just_in_time, _desk()).award.amount == 800


def test_a_deduction_that_the_balance_cannot_bear_any_more_stays_open(people: Database) -> None:
    people.run_sync(make_points, MEMBER, 700)
    waits = _move(people, _wish(600, Direction.DEDUCT))
    assert isinstance(waits, Waits)
    _move(people, _wish(200, Direction.DEDUCT))
    with pytest.raises(NotEnoughPointsError):
        people.run_sync(decide, waits.pending_id, True, _deed(SECOND), _desk())
    people.run_sync(make_points, MEMBER, 200)
    done = people.run_sync(decide, waits.pending_id, True, _deed(SECOND), _desk())
    assert done.award.balance == 100


def test_an_unknown_movement_cannot_be_decided(people: Database) -> None:
    with pytest.raises(PendingUnknownError):
        people.run_sync(decide, 4711, True, _deed(SECOND), _desk())


def test_nobody_moves_their_own_points(people: Database) -> None:
    with pytest.raises(OwnPointsError):
        _move(people, _wish(), _deed(MEMBER))


@pytest.mark.parametrize("amount", [0, 100_001])
def test_an_absurd_amount_is_refused(people: Database, amount: int) -> None:
    with pytest.raises(AmountRangeError):
        _move(people, _wish(amount))


@pytest.mark.parametrize("note", ["", "好", "长" * 201])
def test_a_reason_is_asked_for(people: Database, note: str) -> None:
    with pytest.raises(ReasonLengthError):
        _move(people, _wish(note=note))


def test_whom_the_bot_cannot_write_to_gets_points_but_no_receipt(people: Database) -> None:
    people.run_sync(members.set_unreachable, MEMBER, NOW)
    assert isinstance(_move(people, _wish(20)), Moved)
    assert people.run_sync(_deliveries) == []


def test_a_reason_that_may_not_go_out_is_kept_and_left_out_of_the_receipt(
    people: Database,
) -> None:
    reason = "这只股票必涨，稳赚不赔"
    assert isinstance(_move(people, _wish(20, note=reason)), Moved)
    (receipt,) = people.run_sync(_deliveries)
    assert "必涨" not in receipt.markup
    (entry,) = people.run_sync(lambda s: list(s.execute(select(LedgerEntry)).scalars()))
    assert entry.note == reason


def test_a_grant_that_reaches_a_level_says_so_in_the_receipt(people: Database) -> None:
    _move(people, _wish(300))
    (receipt,) = people.run_sync(_deliveries)
    assert "Lv.4" in receipt.markup
