import pytest

from bot.contest.operator_errors import (
    DisputeDecidedError,
    DisputeTooLateError,
    DisputeUnknownError,
    FillUnknownError,
    OwnDisputeError,
    ReasonNeededError,
)
from bot.contest.services import decisions, disputes, lifecycle
from bot.contest.services.disputes import Case
from bot.contest.states import DisputeState, OrderState
from db.models.contest import Contest
from db.repositories import contest_cases
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


@pytest.fixture
def contest(db: Database) -> Contest:
    return db.run_sync(make_played)


def _open(db: Database, text: str = "开盘价不是这个", member: int = 7) -> Case:
    order = db.run_sync(_order_id)
    deed = make_deed(member, now=SOON)
    return db.run_sync(disputes.open_case, member, f"{order}.1", text, deed, DESK)


def _order_id(session) -> int:
    return order_of(session, 1).id


def test_a_case_shows_the_operators_the_quote_the_order_and_the_rule(
    db: Database, contest: Contest
) -> None:
    case = _open(db)
    assert case.new
    card = db.run_sync(posts)[-1]
    for part in (
        "号异议",
        "开盘价不是这个",
        "36.40",
        "腾讯行情",
        "09:25",
        "09:16",
        "下一次集合竞价",
    ):
        assert part in card.markup
    assert [row[0]["label"] for row in card.buttons] == ["维持原成交", "作废这笔委托（需两人）"]


def test_there_is_one_case_for_each_fill(db: Database, contest: Contest) -> None:
    first, second = _open(db), _open(db, "再说一次不对")
    assert (second.new, second.dispute.id) == (False, first.dispute.id)
    assert second.dispute.text == "开盘价不是这个"
    assert sum("号异议" in post.markup for post in db.run_sync(posts)) == 1


def test_a_fill_can_be_named_by_its_row_as_well(db: Database, contest: Contest) -> None:
    order = db.run_sync(order_of, contest.id)
    (fill,) = db.run_sync(contest_cases.fills_of_order, order.id)
    assert db.run_sync(disputes.disputable, 7, str(fill.id)).fill == fill.fill
    assert db.run_sync(disputes.disputable, 7, f"#{fill.fill}").id == fill.id


@pytest.mark.parametrize("reference", ["", "x", "1.2", "99.1", "1.1.1", "-1", "9" * 40])
def test_what_is_no_fill_of_ones_own_is_refused(
    db: Database, contest: Contest, reference: str
) -> None:
    with pytest.raises(FillUnknownError):
        db.run_sync(disputes.disputable, 7, reference)


def test_nobody_objects_to_anothers_fill(db: Database, contest: Contest) -> None:
    with pytest.raises(FillUnknownError):
        _open(db, member=51)


def test_a_reason_is_needed(db: Database, contest: Contest) -> None:
    with pytest.raises(ReasonNeededError):
        _open(db, "错")


def test_letting_the_fill_stand_tells_the_member_why(db: Database, contest: Contest) -> None:
    case = _open(db)
    deed = make_deed(50, now=SOON)
    db.run_sync(disputes.keep, case.dispute.id, "按竞价结果成交，没有问题", deed, DESK)
    (mine,) = db.run_sync(disputes.cases_of, 7)
    assert mine.dispute.state is DisputeState.REJECTED
    receipt = db.run_sync(posts)[-1]
    assert receipt.chat_id == 7
    assert "维持原成交" in receipt.markup
    assert "按竞价结果成交" in receipt.markup
    with pytest.raises(DisputeDecidedError):
        db.run_sync(disputes.keep, case.dispute.id, "再答一次", make_deed(51), DESK)


def test_undoing_takes_two_and_then_closes_the_case(db: Database, contest: Contest) -> None:
    case = _open(db)
    deed = make_deed(50, now=SOON)
    waits = db.run_sync(disputes.ask_undo, case.dispute.id, "行情源确实有误", deed, DESK)
    assert db.run_sync(disputes.case_of, case.dispute.id).dispute.state is DisputeState.OPEN
    db.run_sync(decisions.decide, waits.id, True, make_deed(51, now=SOON), DESK)
    assert db.run_sync(disputes.case_of, case.dispute.id).dispute.state is DisputeState.UPHELD
    assert db.run_sync(order_of, contest.id).state is OrderState.VOIDED
    told = [post.markup for post in db.run_sync(posts) if post.chat_id == 7]
    assert any("异议成立" in text and "行情源确实有误" in text for text in told)


def test_a_rejected_undoing_leaves_the_case_open(db: Database, contest: Contest) -> None:
    case = _open(db)
    deed = make_deed(50, now=SOON)
    waits = db.run_sync(disputes.ask_undo, case.dispute.id, "行情源确实有误", deed, DESK)
    db.run_sync(decisions.decide, waits.id, False, make_deed(51, now=SOON), DESK)
    assert db.run_sync(disputes.case_of, case.dispute.id).dispute.state is DisputeState.OPEN


def test_nobody_decides_about_their_own_case(db: Database, contest: Contest) -> None:
    case = _open(db)
    with pytest.raises(OwnDisputeError):
        db.run_sync(disputes.keep, case.dispute.id, "我说了算", make_deed(7), DESK)
    with pytest.raises(DisputeUnknownError):
        db.run_sync(disputes.keep, 4711, "没有这件", make_deed(50), DESK)


def test_after_the_end_no_case_is_opened(db: Database, contest: Contest) -> None:
    db.run_sync(lifecycle.cancel_anyway, contest.id, "测试", make_deed(50), DESK)
    with pytest.raises(DisputeTooLateError):
        _open(db)
