from datetime import timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.contest.events import CorporateAction, Side
from bot.contest.operator_errors import (
    AlreadyVoidedError,
    ContestStateError,
    CorrectionAmountError,
    CorrectionOverdrawnError,
    DecisionUnknownError,
    NotInContestError,
    OrderGoneError,
    ReasonNeededError,
    VoidAfterExDayError,
    VoidImpossibleError,
)
from bot.contest.services import catching_up, decisions, lifecycle
from bot.contest.states import ContestState, OrderState
from bot.points.errors import PendingDecidedError, PendingExpiredError, SecondOperatorError
from db.models.contest import Contest
from db.repositories import contest_cases, contest_trades, contests, operator_actions
from db.session import Database
from tests.factories import contests as market
from tests.factories.contest_cases import (
    make_deed,
    make_played,
    make_staff_desk,
    order_of,
    posts,
)

DESK = make_staff_desk()
SOON = market.at(9, 40)
CAPITAL = Decimal(1_000_000)


@pytest.fixture
def contest(db: Database) -> Contest:
    return db.run_sync(make_played)


def _ask_void(db: Database, contest: Contest, actor: int = 50) -> int:
    order = db.run_sync(order_of, contest.id)
    deed = make_deed(actor, now=SOON)
    return db.run_sync(decisions.ask_void, order.id, "行情源报价有误", deed, DESK).id


def _cash(session: Session, contest_id: int, member_id: int = 7) -> Decimal:
    contest = contests.lock(session, contest_id)
    assert contest is not None
    return catching_up.up_to_date(session, contest, member_id).cash


def _decide(db: Database, decision: int, actor: int, confirm: bool = True) -> None:
    db.run_sync(decisions.decide, decision, confirm, make_deed(actor, now=SOON), DESK)


def test_two_operators_undo_an_order_and_the_member_gets_the_money_back(
    db: Database, contest: Contest
) -> None:
    assert db.run_sync(_cash, contest.id) < CAPITAL
    decision = _ask_void(db, contest)
    assert db.run_sync(_cash, contest.id) < CAPITAL
    _decide(db, decision, 51)
    assert db.run_sync(_cash, contest.id) == CAPITAL
    order = db.run_sync(order_of, contest.id)
    (fill,) = db.run_sync(contest_cases.fills_of_order, order.id)
    assert order.state is OrderState.VOIDED
    assert fill.voided_at is not None
    receipt = db.run_sync(posts)[-1]
    assert receipt.chat_id == 7
    assert "已由两位运营作废，模拟资金退回 3,645" in receipt.markup
    assert "行情源报价有误" in receipt.markup


def test_the_card_shows_the_order_and_the_quote_behind_each_fill(
    db: Database, contest: Contest
) -> None:
    _ask_void(db, contest)
    card = db.run_sync(posts)[-1]
    for part in ("小林", "招商银行", "100 股", "36.40", "腾讯行情", "运营甲", "行情源报价有误"):
        assert part in card.markup
    assert [row[0]["label"] for row in card.buttons] == ["确认作废这笔委托", "驳回"]


@pytest.mark.parametrize("actor", [50, 7])
def test_neither_who_asked_nor_whose_account_it_is_confirms(
    db: Database, contest: Contest, actor: int
) -> None:
    decision = _ask_void(db, contest)
    with pytest.raises(SecondOperatorError):
        _decide(db, decision, actor)
    assert db.run_sync(_cash, contest.id) < CAPITAL


def test_a_decision_is_taken_once(db: Database, contest: Contest) -> None:
    decision = _ask_void(db, contest)
    _decide(db, decision, 51)
    with pytest.raises(PendingDecidedError):
        _decide(db, decision, 52)
    assert db.run_sync(_cash, contest.id) == CAPITAL


def test_a_decision_lapses_after_a_day(db: Database, contest: Contest) -> None:
    decision = _ask_void(db, contest)
    late = make_deed(51, now=SOON + timedelta(hours=24))
    with pytest.raises(PendingExpiredError):
        db.run_sync(decisions.decide, decision, True, late, DESK)


def test_who_asked_may_take_it_back(db: Database, contest: Contest) -> None:
    decision = _ask_void(db, contest)
    _decide(db, decision, 50, confirm=False)
    assert db.run_sync(_cash, contest.id) < CAPITAL
    with pytest.raises(PendingDecidedError):
        _decide(db, decision, 51)


def test_an_order_is_undone_once(db: Database, contest: Contest) -> None:
    first, second = _ask_void(db, contest), _ask_void(db, contest, 51)
    _decide(db, first, 51)
    with pytest.raises(VoidImpossibleError):
        _decide(db, second, 50)
    with pytest.raises(AlreadyVoidedError):
        _ask_void(db, contest)


def test_shares_on_sale_cannot_be_taken_back_and_the_card_still_waits(
    db: Database, contest: Contest
) -> None:
    def sell(session: Session) -> None:
        market.close_day(session, contest.id, {market.BANK: "36.45"})
        day = market.NEXT_DAY
        market.open_day(session, contest.id, market.terms(reference="36.45"), day=day)
        early = market.at(9, 16, day=day)
        placed = market.make_order(session, contest.id, member_id=7, side=Side.SELL, now=early)
        assert placed.order is not None

    def ask(session: Session) -> int:
        (_, order) = _orders(session, contest.id)
        deed = make_deed(50, now=market.at(9, 17, day=market.NEXT_DAY))
        return decisions.ask_void(session, order, "行情有误", deed, DESK).id

    db.run_sync(sell)
    decision = db.run_sync(ask)
    deed = make_deed(51, now=market.at(9, 18, day=market.NEXT_DAY))
    with pytest.raises(VoidImpossibleError):
        db.run_sync(decisions.decide, decision, True, deed, DESK)
    waiting = db.run_sync(contest_cases.decision, decision)
    assert waiting is not None
    assert waiting.decided_by is None


def _orders(session: Session, contest_id: int) -> list[int]:
    return [order.id for order in contest_trades.orders(session, contest_id, 7, 0, 10)]


@pytest.mark.parametrize("asked_before", [True, False])
def test_after_an_ex_day_of_the_share_an_order_is_not_undone(
    db: Database, contest: Contest, asked_before: bool
) -> None:
    decision = _ask_void(db, contest) if asked_before else 0
    action = CorporateAction(market.BANK, market.NEXT_DAY, Decimal("0.5"), market.NEXT_DAY)

    def goes_ex(session: Session) -> None:
        market.close_day(session, contest.id, {market.BANK: "36.45"})
        held = market.terms(reference="35.95")
        market.open_day(session, contest.id, held, day=market.NEXT_DAY, actions=(action,))

    db.run_sync(goes_ex)
    with pytest.raises(VoidAfterExDayError) as caught:
        if asked_before:
            _decide(db, decision, 51)
        else:
            _ask_void(db, contest)
    assert caught.value.fields["day"] == market.NEXT_DAY


def test_an_ex_day_of_another_share_is_no_obstacle(db: Database, contest: Contest) -> None:
    action = CorporateAction(market.LIQUOR, market.NEXT_DAY, Decimal(20), market.NEXT_DAY)

    def goes_ex(session: Session) -> None:
        market.close_day(session, contest.id, {market.BANK: "36.45"})
        held = market.terms(reference="36.45")
        market.open_day(session, contest.id, held, day=market.NEXT_DAY, actions=(action,))

    db.run_sync(goes_ex)
    _decide(db, _ask_void(db, contest), 51)


@pytest.mark.parametrize(("amount", "told"), [("100.00", "补上"), ("-250.50", "扣掉")])
def test_a_correction_books_the_amount_and_tells_the_member(
    db: Database, contest: Contest, amount: str, told: str
) -> None:
    before = db.run_sync(_cash, contest.id)
    deed = make_deed(50, now=SOON)
    asked = (contest.id, 7, Decimal(amount), "分红漏记", deed, DESK)
    decision = db.run_sync(decisions.ask_correct, *asked).id
    _decide(db, decision, 51)
    assert db.run_sync(_cash, contest.id) == before + Decimal(amount)
    assert told in db.run_sync(posts)[-1].markup


def test_a_correction_cannot_overdraw_or_be_of_nothing(db: Database, contest: Contest) -> None:
    deed = make_deed(50, now=SOON)
    much = (contest.id, 7, Decimal("-999999.00"), "多记了", deed, DESK)
    decision = db.run_sync(decisions.ask_correct, *much).id
    with pytest.raises(CorrectionOverdrawnError):
        _decide(db, decision, 51)
    for amount in (Decimal(0), Decimal("0.001"), Decimal("100000000.01")):
        with pytest.raises(CorrectionAmountError):
            asked = (contest.id, 7, amount, "多记了", make_deed(50), DESK)
            db.run_sync(decisions.ask_correct, *asked)
    with pytest.raises(NotInContestError):
        asked = (contest.id, 51, Decimal(5), "多记了", make_deed(50), DESK)
        db.run_sync(decisions.ask_correct, *asked)


def test_a_running_contest_is_ended_early_by_two_only(db: Database, contest: Contest) -> None:
    deed = make_deed(50, now=SOON)
    decision = db.run_sync(decisions.ask_cancel, contest.id, "行情源中断", deed, DESK).id
    assert db.run_sync(lifecycle.held, contest.id).state is ContestState.RUNNING
    _decide(db, decision, 51)
    assert db.run_sync(lifecycle.held, contest.id).state is ContestState.CANCELLED
    with pytest.raises(ContestStateError):
        _ask_void(db, contest)


def test_a_reason_is_needed(db: Database, contest: Contest) -> None:
    order = db.run_sync(order_of, contest.id)
    for reason in ("", " x ", "长" * 201):
        with pytest.raises(ReasonNeededError):
            db.run_sync(decisions.ask_void, order.id, reason, make_deed(), DESK)


def test_what_is_not_there_is_said_to_be_gone(db: Database, contest: Contest) -> None:
    with pytest.raises(DecisionUnknownError):
        _decide(db, 4711, 51)
    with pytest.raises(OrderGoneError):
        db.run_sync(decisions.ask_void, 4711, "没有这笔", make_deed(), DESK)


def test_asking_and_deciding_are_both_in_the_action_log(db: Database, contest: Contest) -> None:
    decision = _ask_void(db, contest)
    _decide(db, decision, 51)
    actions = db.run_sync(operator_actions.latest)
    logged = [(action.actor_id, action.action, action.reason) for action in actions[:2]]
    assert logged == [
        (51, "void-order-confirm", "行情源报价有误"),
        (50, "void-order-request", "行情源报价有误"),
    ]
