from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.broadcast import reaching, sending, service
from bot.broadcast.errors import (
    BroadcastOwnError,
    BroadcastProblemsError,
    BroadcastStaleError,
    BroadcastStateError,
)
from bot.broadcast.form import FormField
from bot.broadcast.plan import Plan
from bot.broadcast.states import BroadcastState
from bot.delivery.lanes import DeliveryState, Lane
from bot.members.tiers import GroupState, Tier
from db.models import Broadcast, Delivery
from db.repositories import attention, deliveries, groups, operator_actions
from db.repositories import broadcast as broadcasts
from db.session import Database
from tests.factories.broadcasts import (
    AUTHOR,
    NOW,
    PLAN,
    SECOND,
    make_broadcast,
    make_community,
    make_deed,
    make_desk,
    make_reader,
    with_segment,
)

DESK = make_desk()
EVENING = NOW + timedelta(hours=13)  # ten at night in Shanghai


def _submit(session: Session, plan: Plan = PLAN, people: int = 3) -> Broadcast:
    make_community(session, people)
    made = make_broadcast(session, plan)
    reach = reaching.reach(session, DESK, plan, made.id, NOW)
    return service.submit(session, made.id, reach, DESK, make_deed())


def _approve(session: Session, plan: Plan = PLAN, people: int = 3) -> int:
    found = _submit(session, plan, people)
    reach = reaching.reach(session, DESK, plan, found.id, NOW)
    card = (-1009, 77)
    return service.approve(session, found.id, 1, reach, card, DESK, make_deed(SECOND)).id


def _start(session: Session, number: int = 1, now=NOW) -> bool:
    found = broadcasts.by_id(session, number)
    assert found is not None
    reach = reaching.reach(session, DESK, service.plan_of(found), number, now)
    return sending.start(session, number, reach, DESK, make_deed(0, f"start:{now}", now))


def _fill_all(session: Session, number: int = 1, now=NOW) -> None:
    while sending.fill(session, number, DESK, now):
        pass


def _queued(session: Session) -> list[Delivery]:
    every = deliveries.in_state(session, DeliveryState.QUEUED, 500)
    return [one for one in every if one.lane is Lane.CAMPAIGN]


def test_group_and_people_get_it_once_however_often_it_is_filled(db: Database) -> None:
    number = db.run_sync(_approve)
    assert db.run_sync(_start, number)
    for _ in range(3):
        db.run_sync(_fill_all, number)
    keys = sorted(one.send_key for one in db.run_sync(_queued))
    assert keys == ["broadcast:1:101", "broadcast:1:102", "broadcast:1:103", "broadcast:1:g1"]
    assert not db.run_sync(_start, number)


def test_a_part_that_dies_in_the_middle_is_made_again_from_the_same_place(db: Database) -> None:
    number = db.run_sync(_approve, PLAN, 150)
    db.run_sync(_start, number)

    def dies(session: Session) -> None:
        sending.fill(session, number, DESK, NOW)
        raise RuntimeError("the process died")

    with pytest.raises(RuntimeError):
        db.run_sync(dies)
    assert len(db.run_sync(_queued)) == 1
    db.run_sync(_fill_all, number)
    recipients = db.run_sync(broadcasts.recipients, number)
    assert len(recipients) == len({one.chat_id for one in recipients}) == 151


def test_it_stops_and_asks_again_when_it_grew_by_more_than_a_tenth(db: Database) -> None:
    number = db.run_sync(_approve, PLAN, 30)

    def grow(session: Session) -> None:
        for new in range(500, 504):
            make_reader(session, new)

    db.run_sync(grow)
    assert not db.run_sync(_start, number)
    found = db.run_sync(broadcasts.by_id, number)
    assert found is not None
    assert (found.state, found.round) == (BroadcastState.SUBMITTED, 2)
    assert db.run_sync(_queued) == []
    cards = db.run_sync(deliveries.in_state, DeliveryState.QUEUED)
    assert "从 30 人变成 34 人" in cards[-1].markup


def test_what_went_out_of_date_since_the_approval_does_not_begin(db: Database) -> None:
    number = db.run_sync(_approve)
    late = NOW + timedelta(hours=7)
    assert not db.run_sync(_start, number, late)
    found = db.run_sync(broadcasts.by_id, number)
    assert found is not None and found.state is BroadcastState.DRAFT


def test_an_approval_lapses_after_a_day_and_a_submission_too(db: Database) -> None:
    db.run_sync(_submit)
    db.run_sync(sending.expire, DESK, NOW + timedelta(hours=23))
    found = db.run_sync(broadcasts.by_id, 1)
    assert found is not None and found.state is BroadcastState.SUBMITTED
    db.run_sync(sending.expire, DESK, NOW + timedelta(hours=24))
    found = db.run_sync(broadcasts.by_id, 1)
    assert found is not None and found.state is BroadcastState.EXPIRED


def test_at_night_people_wait_for_the_morning(db: Database) -> None:
    night = with_segment(Plan(text=PLAN.text, useless_hours=20), tiers=(Tier.NEWBIE,))
    number = db.run_sync(_approve, night)

    def at_night(session: Session) -> None:
        _start(session, number, EVENING)
        _fill_all(session, number, EVENING)

    db.run_sync(at_night)
    waiting = db.run_sync(_queued)
    assert len(waiting) == 3
    assert {one.not_before for one in waiting} == {NOW + timedelta(hours=23)}


def test_who_refused_or_has_had_enough_is_recorded_with_the_reason(db: Database) -> None:
    number = db.run_sync(_approve)

    def others(session: Session) -> None:
        attention.choose(session, 101, Lane.CAMPAIGN, False, NOW)
        _start(session, number)
        _fill_all(session, number)

    db.run_sync(others)
    spared = db.run_sync(deliveries.in_state, DeliveryState.SUPPRESSED)
    assert [(one.chat_id, one.why) for one in spared] == [(101, "opted-out")]
    assert db.run_sync(sending.progress_of, number).suppressed == 1


def test_cancelling_drops_what_has_not_left_and_says_how_much(db: Database) -> None:
    number = db.run_sync(_approve)

    def some_left(session: Session) -> tuple[Broadcast, int]:
        _start(session, number)
        _fill_all(session, number)
        first = _queued(session)[0]
        deliveries.move(session, first.id, DeliveryState.QUEUED, DeliveryState.SENT)
        return sending.cancel(session, number, make_deed(AUTHOR, "cancel"))

    done, dropped = db.run_sync(some_left)
    assert (done.state, dropped) == (BroadcastState.CANCELLED, 3)
    progress = db.run_sync(sending.progress_of, number)
    assert (progress.sent, progress.suppressed, progress.waiting) == (1, 3, 0)


def test_a_pause_holds_everything_back_until_it_goes_on(db: Database) -> None:
    number = db.run_sync(_approve)

    def paused(session: Session) -> None:
        _start(session, number)
        _fill_all(session, number)
        sending.pause(session, number, make_deed(AUTHOR, "pause"))

    db.run_sync(paused)
    assert db.run_sync(_queued) == []
    assert db.run_sync(sending.progress_of, number).waiting == 4
    db.run_sync(sending.resume, number, make_deed(AUTHOR, "resume"))
    assert len(db.run_sync(_queued)) == 4


def test_the_author_may_not_approve_and_the_second_approval_is_refused(db: Database) -> None:
    def own(session: Session) -> None:
        found = _submit(session)
        reach = reaching.reach(session, DESK, PLAN, found.id, NOW)
        service.approve(session, found.id, 1, reach, None, DESK, make_deed(AUTHOR, "own"))

    with pytest.raises(BroadcastOwnError):
        db.run_sync(own)
    number = db.run_sync(_approve)

    def again(session: Session) -> None:
        reach = reaching.reach(session, DESK, PLAN, number, NOW)
        service.approve(session, number, 1, reach, None, DESK, make_deed(99, "again"))

    with pytest.raises(BroadcastStateError):
        db.run_sync(again)


def test_a_button_of_an_earlier_submission_decides_nothing(db: Database) -> None:
    def stale(session: Session) -> None:
        found = _submit(session)
        service.choose(session, found.id, FormField.HOURS, "2", make_deed(AUTHOR, "edit"))
        reach = reaching.reach(session, DESK, PLAN, found.id, NOW)
        service.submit(session, found.id, reach, DESK, make_deed(AUTHOR, "resubmit"))
        service.approve(session, found.id, 1, reach, None, DESK, make_deed(SECOND))

    with pytest.raises(BroadcastStaleError):
        db.run_sync(stale)


def test_submitting_twice_asks_once(db: Database) -> None:
    def twice(session: Session) -> None:
        found = _submit(session)
        reach = reaching.reach(session, DESK, PLAN, found.id, NOW)
        service.submit(session, found.id, reach, DESK, make_deed(AUTHOR, "double"))

    with pytest.raises(BroadcastStateError):
        db.run_sync(twice)


def test_what_breaks_a_rule_cannot_be_submitted(db: Database) -> None:
    with pytest.raises(BroadcastProblemsError):
        db.run_sync(_submit, Plan(text="跟我买，稳赚不赔，必涨", groups=(Tier.NEWBIE,)))


def test_a_group_that_the_bot_was_removed_from_gets_nothing(db: Database) -> None:
    number = db.run_sync(_approve)
    db.run_sync(groups.set_state, -1001, GroupState.REMOVED)
    db.run_sync(_start, number)
    assert db.run_sync(_queued) == []


def test_every_step_is_in_the_action_log(db: Database) -> None:
    number = db.run_sync(_approve)
    db.run_sync(_start, number)
    db.run_sync(sending.cancel, number, make_deed(AUTHOR, "cancel"))
    told = [one.action for one in reversed(db.run_sync(operator_actions.latest))]
    assert told == [
        *("broadcast-new", "broadcast-submit", "broadcast-approve"),
        *("broadcast-start", "broadcast-cancel"),
    ]


def test_the_card_follows_the_sending_and_ends_with_the_result(db: Database) -> None:
    number = db.run_sync(_approve)

    def sent(session: Session) -> None:
        _start(session, number)
        _fill_all(session, number)
        sending.report(session, number, sending.progress_of(session, number), DESK, NOW)
        for one in deliveries.in_state(session, DeliveryState.QUEUED, 500):
            deliveries.move(session, one.id, DeliveryState.QUEUED, DeliveryState.SENT)

    db.run_sync(sent)
    progress = db.run_sync(sending.progress_of, number)
    db.run_sync(sending.report, number, progress, DESK, NOW + timedelta(seconds=20))
    found = db.run_sync(broadcasts.by_id, number)
    assert found is not None and found.state is BroadcastState.DONE
    last = db.run_sync(deliveries.in_state, DeliveryState.QUEUED)
    assert any("已发完" in one.markup and "已发 4" in one.markup for one in last)
