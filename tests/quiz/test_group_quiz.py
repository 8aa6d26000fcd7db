"""The quiz in groups: put once, answered once, closed, told, and the goal of the week."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from bot.delivery.acts import Act
from bot.delivery.lanes import DeliveryState
from bot.delivery.polls import Poll
from bot.i18n import Language
from bot.members.roles import Role
from bot.members.tiers import Binding
from bot.quiz import group_posting, group_results, group_votes
from bot.quiz.item_figures import figures_of
from bot.quiz.means import QuizMeans
from bot.quiz.states import PollState
from db.models import Delivery, Group, QuizPoll, QuizVote
from db.repositories import members, points, quiz_groups, quiz_items
from db.session import Database
from tests.factories.quiz import make_item, make_items, make_player, make_quiz_means

AT = time(19, 30)
BAD = "保证收益，稳赚不赔，加我微信 abc12345 带你赚钱"
OPENS = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)
MEANS = make_quiz_means()


def make_group(
    session: Session, chat_id: int = -1001, binding: Binding = Binding.NEWBIE, **more: object
) -> Group:
    group = Group(chat_id=chat_id, title="群", binding=binding, first_seen_at=OPENS, **more)
    session.add(group)
    session.flush()
    return group


def put(session: Session, now: datetime = OPENS, means: QuizMeans = MEANS) -> int:
    return group_posting.put_due(session, means, AT, now)


def polls(session: Session) -> list[QuizPoll]:
    query = select(QuizPoll).order_by(QuizPoll.id)  # type: ignore[arg-type]
    return list(session.exec(query.execution_options(populate_existing=True)))


def arrive(session: Session, at: datetime = OPENS) -> None:
    """Settle every waiting delivery, as the sender does."""
    waiting = session.exec(select(Delivery).where(Delivery.state == DeliveryState.QUEUED)).all()
    for delivery in waiting:
        delivery.state, delivery.settled_at = DeliveryState.SENT, at
        delivery.message_id = 500 + delivery.id
        delivery.poll_id = f"poll-{delivery.id}" if delivery.poll else None
    session.flush()


def vote(session: Session, poll: QuizPoll, member_id: int, *, right: bool = True) -> None:
    place = poll.shuffle.index(str(poll.correct))
    delivery = session.exec(select(Delivery).where(Delivery.send_key == poll.send_key)).one()
    shown = place if right else (place + 1) % 4
    group_votes.vote(session, f"poll-{delivery.id}", member_id, shown, OPENS)


def tick(session: Session, now: datetime, means: QuizMeans = MEANS) -> None:
    put(session, now, means)
    group_votes.judge(session, means, now)
    group_votes.close_due(session, means, now)
    group_results.tell_due(session, means, now)
    group_results.reward_goals(session, means, now)


def balance(session: Session, member_id: int) -> int:
    found = points.balance_of(session, member_id)
    return found.amount if found else 0


def results(session: Session) -> list[str]:
    query = select(Delivery).where(Delivery.send_key.startswith("group-quiz-result"))  # type: ignore[attr-defined]
    return [row.markup for row in session.exec(query)]


def test_each_tier_group_gets_its_items_once_at_the_time_on_a_trading_day(db: Database) -> None:
    def scenario(session: Session) -> None:
        for chat, binding in enumerate(Binding, start=1):
            make_group(session, -chat, binding)
        assert put(session, OPENS - timedelta(minutes=1)) == 0
        assert put(session) == 3
        assert put(session, OPENS + timedelta(minutes=1)) == 0
        assert len(polls(session)) == 9
        levels = {(poll.group_id, poll.level) for poll in polls(session)}
        newbie = polls(session)[0].group_id
        assert {level for group, level in levels if group == newbie} == {1, 2}

    db.run_sync(scenario)


@pytest.mark.parametrize("days", [1, 2])
def test_no_quiz_is_put_on_a_day_without_trading(db: Database, days: int) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        assert put(session, OPENS + timedelta(days=days)) == 0

    db.run_sync(scenario)


def test_a_quiz_that_was_missed_is_not_put_late(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        assert put(session, OPENS + timedelta(minutes=20)) == 0

    db.run_sync(scenario)


def test_a_missed_quiz_is_told_to_the_operators_once_for_each_day(db: Database) -> None:
    monday, late = OPENS + timedelta(days=3), timedelta(minutes=20)

    def missed(session: Session, now: datetime) -> int:
        return group_posting.tell_missed(session, MEANS, AT, now)

    def scenario(session: Session) -> None:
        make_group(session)
        assert missed(session, OPENS + late) == 0  # a group that never had one misses nothing
        put(session)
        assert missed(session, OPENS + late) == 0
        assert missed(session, OPENS + timedelta(days=2, hours=1)) == 0  # no trading day
        assert missed(session, monday + late - timedelta(seconds=1)) == 0
        for hours in (0, 1, 12):  # the next morning still, where the whole evening was lost
            assert missed(session, monday + late + timedelta(hours=hours)) == 1
        alerts = [row for row in session.exec(select(Delivery)) if "alert:" in row.send_key]
        (alert,) = alerts
        assert "11月23日" in alert.markup

    db.run_sync(scenario)


def test_what_is_sent_is_a_quiz_with_its_right_option_and_explanation(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        put(session)
        delivery = session.exec(select(Delivery)).first()
        assert delivery is not None
        poll = Poll.of(delivery.poll or {})
        kept = polls(session)[0]
        item = next(one for one in make_items() if one.id == kept.item_id)
        wording = item.in_language(Language.SIMPLIFIED)
        assert poll.correct is not None
        assert poll.options[poll.correct] == wording.options[item.correct]
        assert poll.explanation == wording.explanation
        assert poll.open_seconds == 600
        assert wording.prompt in poll.question

    db.run_sync(scenario)


def test_a_wording_that_may_not_be_said_gives_way_to_another_item(db: Database) -> None:
    bad = make_item("l1-00")
    wording = replace(bad.in_language(Language.SIMPLIFIED), prompt=BAD)
    items = (replace(bad, wordings={Language.SIMPLIFIED: wording}), *make_items())
    means = make_quiz_means([replace(item, level=1) for item in items[:2]])

    def scenario(session: Session) -> None:
        make_group(session)
        put(session, OPENS, means)
        assert {poll.item_id for poll in polls(session)} == {"l1-01"}

    db.run_sync(scenario)


def test_an_answer_counts_once_and_pays_once_however_often_it_is_told(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        put(session)
        arrive(session)
        first = polls(session)[0]
        for _ in range(3):
            vote(session, first, 7)
        vote(session, first, 7, right=False)
        for _ in range(2):
            group_votes.judge(session, MEANS, OPENS)
        (kept,) = session.exec(select(QuizVote)).all()
        assert kept.correct is True
        assert balance(session, 7) == 2

    db.run_sync(scenario)


def test_an_answer_told_before_its_poll_is_known_is_judged_later(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        put(session)
        first = polls(session)[0]
        vote(session, first, 7)
        assert group_votes.judge(session, MEANS, OPENS) == 0
        arrive(session)
        assert group_votes.judge(session, MEANS, OPENS) == 1

    db.run_sync(scenario)


def test_after_its_minutes_a_quiz_is_closed_and_then_its_result_is_told_once(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        tick(session, OPENS)
        arrive(session)
        for poll in polls(session):
            vote(session, poll, 7)
            vote(session, poll, 8, right=poll.place == 0)
        tick(session, OPENS + timedelta(minutes=9))
        assert {poll.state for poll in polls(session)} == {PollState.OPEN}
        tick(session, OPENS + timedelta(minutes=10))
        stops = session.exec(select(Delivery).where(Delivery.act == Act.STOP_POLL)).all()
        assert len(stops) == 3
        assert results(session) == []
        for minute in (11, 12, 13):
            tick(session, OPENS + timedelta(minutes=minute))
        (told,) = results(session)
        lines = told.splitlines()
        assert len(lines) <= 6
        assert "3 题，2 人作答，答对率 67%" in lines[0]
        assert lines[1].startswith("1. 小林 答对 3/3 题")
        assert lines[2].startswith("2. 小何 答对 1/3 题")
        assert "已答对 4" in lines[-1]
        assert {poll.state for poll in polls(session)} == {PollState.TOLD}

    db.run_sync(scenario)


def test_staff_and_hidden_people_have_no_place_in_the_result(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        members.grant_role(session, 7, Role.EXPERT, 1, OPENS)
        make_player(session, 9, "小周")
        members.set_hidden(session, 9, hidden=True)
        tick(session, OPENS)
        arrive(session)
        for member_id in (7, 8, 9):
            vote(session, polls(session)[0], member_id)
        for minute in (10, 11):
            tick(session, OPENS + timedelta(minutes=minute))
        (told,) = results(session)
        assert "小何" in told
        assert "小林" not in told
        assert "小周" not in told

    db.run_sync(scenario)


def test_a_quiz_that_nobody_answered_is_told_to_nobody(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        tick(session, OPENS)
        arrive(session)
        for minute in (10, 11):
            tick(session, OPENS + timedelta(minutes=minute))
        assert results(session) == []

    db.run_sync(scenario)


def test_a_quiz_that_never_came_is_void_and_holds_no_result_up(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_group(session)
        tick(session, OPENS)
        lost = session.exec(select(Delivery)).first()
        assert lost is not None
        lost.state = DeliveryState.EXPIRED
        session.flush()
        arrive(session)
        vote(session, polls(session)[1], 7)
        for minute in (10, 11):
            tick(session, OPENS + timedelta(minutes=minute))
        assert [poll.state for poll in polls(session)] == [
            PollState.VOID,
            PollState.TOLD,
            PollState.TOLD,
        ]
        assert "2 题，1 人作答" in results(session)[0]

    db.run_sync(scenario)


def test_a_goal_reached_together_pays_everybody_who_took_part_once(db: Database) -> None:
    group = MEANS.ladder.group
    tiers = {tier: replace(rule, goal=2) for tier, rule in group.tiers.items()}
    means = replace(MEANS, ladder=replace(MEANS.ladder, group=replace(group, tiers=tiers)))

    def scenario(session: Session) -> None:
        make_group(session)
        make_player(session, 9, "小周")
        tick(session, OPENS, means)
        arrive(session)
        first, second, _ = polls(session)
        vote(session, first, 7)
        vote(session, first, 8, right=False)
        tick(session, OPENS + timedelta(minutes=1), means)
        assert (balance(session, 7), balance(session, 8)) == (2, 0)
        vote(session, second, 7)
        for minute in (2, 3):
            tick(session, OPENS + timedelta(minutes=minute), means)
        assert (balance(session, 7), balance(session, 8)) == (2 + 2 + 5, 5)
        # Whoever comes later in the week has a part in it as well.
        vote(session, second, 9, right=False)
        tick(session, OPENS + timedelta(minutes=4), means)
        assert balance(session, 9) == 5
        for minute in (10, 11):
            tick(session, OPENS + timedelta(minutes=minute), means)
        assert "本周目标达成" in results(session)[0].splitlines()[-1]

    db.run_sync(scenario)


def test_items_come_to_a_group_without_repetition_until_exhausted(db: Database) -> None:
    days = [OPENS + timedelta(days=day) for day in (0, 3, 4, 5, 6, 7, 10, 11)]

    def scenario(session: Session) -> None:
        make_group(session)
        for day in days:
            put(session, day)
        asked = [poll.item_id for poll in polls(session)]
        assert len(asked) == 24
        assert len(set(asked)) == 24

    db.run_sync(scenario)


def test_only_the_first_of_two_groups_answers_of_one_person_tells_of_an_item(db: Database) -> None:
    one = make_quiz_means([make_item("l1-01"), make_item("l1-02")])

    def scenario(session: Session) -> None:
        make_group(session, -1)
        make_group(session, -2)
        put(session, OPENS, one)
        arrive(session)
        first, again = (poll for poll in polls(session) if poll.item_id == "l1-01")
        vote(session, first, 7, right=False)
        vote(session, again, 7)
        vote(session, again, 8)
        group_votes.judge(session, one, OPENS)
        figures = figures_of(session, "l1-01", 1)
        assert (figures.answers, figures.right) == (2, 1)
        assert quiz_items.member_totals(session) == {7: (1, 0), 8: (1, 1)}

    db.run_sync(scenario)


def test_the_figures_of_an_item_are_those_reckoned_by_hand(db: Database) -> None:
    """Four people and five items; 7 and 8 know much, 9 and 10 little; the fifth item tells it.

    Shares right of the other four: 1, 3/4, 1/4, 0; right on the fifth: 1, 1, 0, 0. The means
    are 1/2 and 1/2, the products of the differences 1/4 + 1/8 + 1/8 + 1/4 = 3/4, their squares
    1 and 5/8: 0.75 / sqrt(0.625) = 0.9487.
    """
    right = {7: "1111", 8: "1110", 9: "1000", 10: "0000"}

    def scenario(session: Session) -> None:
        for member_id in (9, 10):
            make_player(session, member_id, "小周")
        group = make_group(session)
        for place in range(5):
            values = {"item_id": f"item-{place}", "item_version": 1, "level": 1, "shuffle": "0123"}
            quiz_groups.add_poll(
                session,
                values
                | {"group_id": group.id, "day": OPENS.date(), "place": place, "correct": 2}
                | {"send_key": f"by-hand-{place}", "opens_at": OPENS, "state": PollState.TOLD},
            )
        for poll in polls(session):
            for member_id, known in right.items():
                knows = member_id < 9 if poll.place == 4 else known[poll.place] == "1"
                kept = QuizVote(poll_id=f"hand-{poll.id}", member_id=member_id, shown=0, at=OPENS)
                kept.quiz_poll_id, kept.correct = poll.id, knows
                kept.picked = 2 if knows else 0
                session.add(kept)
        session.flush()
        totals = quiz_items.member_totals(session)
        assert totals == {7: (5, 5), 8: (5, 4), 9: (5, 1), 10: (5, 0)}
        figures = figures_of(session, "item-4", 1, totals)
        assert (figures.share_right, figures.picks, figures.silent) == (50, (2, 0, 2, 0), 0)
        assert figures.discrimination == 95

    db.run_sync(scenario)
