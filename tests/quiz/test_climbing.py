"""Climbing the ladder: rounds, answers, time, days, and what a replay may not do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.i18n import Language
from bot.members.deed import Deed
from bot.quiz import climbing, editing
from bot.quiz.errors import (
    QuizAlreadyPlaced,
    QuizGone,
    QuizLevelClosed,
    QuizLevelEmpty,
    QuizNoRounds,
    QuizNotYours,
)
from bot.quiz.item import Item
from bot.quiz.means import QuizMeans
from bot.quiz.outcome import Answered, Asked, Ending
from bot.quiz.standing import standing_of
from bot.quiz.states import EditKind, RoundState
from bot.quiz.telling import tell_step
from db.repositories import points, quiz_items
from db.session import Database
from tests.factories.members import NOW
from tests.factories.quiz import make_item, make_items, make_quiz_means

ME, HE = 7, 8
MEANS = make_quiz_means()


def shown_right(asked: Asked) -> int:
    return asked.shuffle.index(str(asked.item.correct))


def play(
    session: Session,
    step: Any,
    now: datetime,
    right: Callable[[Asked], bool] = lambda _asked: True,
    means: QuizMeans = MEANS,
    me: int = ME,
) -> Answered:
    """Answer until the round ends; return the last answer."""
    while True:
        assert isinstance(step, Asked)
        place = shown_right(step)
        shown = place if right(step) else (place + 1) % 4
        ref = step.round
        answered = climbing.answer(session, me, ref.id, step.place, shown, means, now)
        assert isinstance(answered, Answered)
        if answered.ending is not None:
            return answered
        step = climbing.proceed(session, me, ref.id, answered.place, means, now)


def climb(session: Session, level: int = 1, now: datetime = NOW, **more: Any) -> Answered:
    means = more.get("means", MEANS)
    return play(session, climbing.begin(session, ME, level, means, now), now, **more)


def balance(session: Session, member_id: int = ME) -> int:
    found = points.balance_of(session, member_id)
    return found.amount if found else 0


def test_ten_right_answers_pass_the_level_and_earn_its_bonus_once(db: Database) -> None:
    def scenario(session: Session) -> None:
        last = climb(session)
        assert last.ending is not None
        assert last.ending.state is RoundState.PASSED
        assert (last.ending.right, last.ending.bonus, last.ending.first_pass) == (10, 10, True)
        assert balance(session) == 10 + 10
        again = climb(session, now=NOW + timedelta(days=1))
        assert again.ending is not None
        assert (again.ending.first_pass, again.ending.bonus) == (False, 0)
        # Two of twelve items were new; the others paid the day before.
        assert balance(session) == 20 + 2

    db.run_sync(scenario)


def test_one_right_answer_less_than_the_mark_fails_and_opens_nothing(db: Database) -> None:
    def scenario(session: Session) -> None:
        last = climb(session, right=lambda asked: asked.place < 6)
        assert last.ending is not None
        assert last.ending.state is RoundState.FAILED
        assert standing_of(session, ME).highest == 0
        with pytest.raises(QuizLevelClosed):
            climbing.begin(session, ME, 2, MEANS, NOW)

    db.run_sync(scenario)


def test_no_item_comes_again_before_every_other_one_of_the_level_was_met(db: Database) -> None:
    def scenario(session: Session) -> None:
        seen: list[str] = []
        for day in range(3):
            climb(
                session,
                now=NOW + timedelta(days=day),
                right=lambda asked: seen.append(asked.item.id) or True,  # type: ignore[func-returns-value]
            )
        assert len(set(seen[:12])) == 12
        assert len(set(seen[12:24])) == 12

    db.run_sync(scenario)


def test_the_same_press_told_again_is_told_the_same_and_another_choice_changes_nothing(
    db: Database,
) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        right, ref = shown_right(step), step.round.id
        first = climbing.answer(session, ME, ref, 0, right, MEANS, NOW)
        again = climbing.answer(session, ME, ref, 0, right, MEANS, NOW)
        assert first == again
        later = NOW + timedelta(seconds=2)
        other = climbing.answer(session, ME, ref, 0, (right + 1) % 4, MEANS, later)
        assert isinstance(other, Answered)
        assert (other.first, other.correct, other.choice) == (False, True, step.item.correct)
        assert balance(session) == 1

    db.run_sync(scenario)


def test_an_answer_after_its_time_counts_as_wrong_and_earns_nothing(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        late = NOW + MEANS.ladder.time_limit + timedelta(seconds=4)
        told = climbing.answer(session, ME, step.round.id, 0, shown_right(step), MEANS, late)
        assert isinstance(told, Answered)
        assert (told.late, told.correct, told.points) == (True, False, 0)

    db.run_sync(scenario)


def test_the_last_moment_is_in_time_and_the_next_is_not(db: Database) -> None:
    """However one comes to it: by an option, by the button to go on, or by /quiz."""
    last = NOW + MEANS.ladder.time_limit + climbing.ON_THE_WAY

    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        assert isinstance(climbing.resume(session, ME, MEANS, last), Asked)
        told = climbing.answer(session, ME, step.round.id, 0, shown_right(step), MEANS, last)
        assert isinstance(told, Answered)
        assert (told.late, told.correct) == (False, True)
        following = climbing.proceed(session, ME, step.round.id, 0, MEANS, NOW)
        assert isinstance(following, Asked)
        after = climbing.resume(session, ME, MEANS, last + timedelta(microseconds=1))
        assert isinstance(after, Answered)
        assert after.late

    db.run_sync(scenario)


def test_a_clock_that_was_set_back_takes_no_answer_away_and_gives_no_more_time(
    db: Database,
) -> None:
    earlier = NOW - timedelta(hours=2)

    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        again = climbing.resume(session, ME, MEANS, earlier)
        assert isinstance(again, Asked)
        (_, _, seconds) = tell_step(again, Language.SIMPLIFIED, MEANS.ladder).lines
        assert seconds.arguments["seconds"] == 75
        told = climbing.answer(session, ME, step.round.id, 0, shown_right(step), MEANS, earlier)
        assert isinstance(told, Answered)
        assert told.correct

    db.run_sync(scenario)


def test_coming_back_in_time_shows_the_same_item_and_too_late_counts_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        soon = climbing.begin(session, ME, 1, MEANS, NOW + timedelta(seconds=30))
        assert isinstance(step, Asked)
        assert isinstance(soon, Asked)
        assert (soon.item, soon.shuffle, soon.resumed) == (step.item, step.shuffle, True)
        late = climbing.resume(session, ME, MEANS, NOW + timedelta(hours=20))
        assert isinstance(late, Answered)
        assert (late.choice, late.late, late.correct) == (None, True, False)
        following = climbing.proceed(session, ME, step.round.id, 0, MEANS, NOW + timedelta(days=1))
        assert isinstance(following, Asked)
        assert following.place == 1

    db.run_sync(scenario)


def test_reading_the_explanation_takes_no_time_from_the_next_item(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        climbing.answer(session, ME, step.round.id, 0, 0, MEANS, NOW)
        later = NOW + timedelta(minutes=30)
        following = climbing.proceed(session, ME, step.round.id, 0, MEANS, later)
        assert isinstance(following, Asked)
        assert following.left == MEANS.ladder.time_limit

    db.run_sync(scenario)


def test_a_day_has_three_rounds_and_the_next_day_begins_anew(db: Database) -> None:
    def scenario(session: Session) -> None:
        for _ in range(3):
            climb(session)
        with pytest.raises(QuizNoRounds):
            climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(climbing.begin(session, ME, 1, MEANS, NOW + timedelta(days=1)), Asked)

    db.run_sync(scenario)


def test_a_stopped_round_is_over_and_was_one_of_the_day(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        ending = climbing.stop(session, ME, step.round.id, MEANS, NOW)
        assert isinstance(ending, Ending)
        assert (ending.state, ending.rounds_left) == (RoundState.STOPPED, 2)
        assert climbing.stop(session, ME, step.round.id, MEANS, NOW) == ending
        with pytest.raises(QuizGone):
            climbing.answer(session, ME, step.round.id, 0, 0, MEANS, NOW)

    db.run_sync(scenario)


def test_nobody_answers_goes_on_with_or_stops_another_persons_round(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        ref = step.round.id
        with pytest.raises(QuizNotYours):
            climbing.answer(session, HE, ref, 0, 0, MEANS, NOW)
        with pytest.raises(QuizNotYours):
            climbing.proceed(session, HE, ref, 0, MEANS, NOW)
        with pytest.raises(QuizNotYours):
            climbing.stop(session, HE, ref, MEANS, NOW)

    db.run_sync(scenario)


@pytest.mark.parametrize(("place", "shown"), [(1, 0), (0, 4), (99, 0)])
def test_a_forged_place_is_refused(db: Database, place: int, shown: int) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        with pytest.raises(QuizGone):
            climbing.answer(session, ME, step.round.id, place, shown, MEANS, NOW)

    db.run_sync(scenario)


def test_the_placement_test_decides_where_to_begin_once_and_pays_nothing(db: Database) -> None:
    def scenario(session: Session) -> None:
        last = play(session, climbing.begin_placement(session, ME, MEANS, NOW), NOW)
        assert last.ending is not None
        assert (last.ending.state, last.ending.start) == (RoundState.PLACED, 4)
        assert standing_of(session, ME).open == (1, 2, 3, 4)
        assert balance(session) == 0
        assert last.ending.rounds_left == 3
        with pytest.raises(QuizAlreadyPlaced):
            climbing.begin_placement(session, ME, MEANS, NOW)

    db.run_sync(scenario)


def test_the_placement_test_is_not_begun_over_and_over_by_stopping_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        for _ in range(MEANS.ladder.daily_rounds):
            step = climbing.begin_placement(session, ME, MEANS, NOW)
            assert isinstance(step, Asked)
            climbing.stop(session, ME, step.round.id, MEANS, NOW)
        with pytest.raises(QuizNoRounds):
            climbing.begin_placement(session, ME, MEANS, NOW)
        assert isinstance(climbing.begin(session, ME, 1, MEANS, NOW), Asked)

    db.run_sync(scenario)


def test_rounds_of_a_day_end_at_four_in_the_morning(db: Database) -> None:
    four = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
    before = four - timedelta(seconds=1)

    def scenario(session: Session) -> None:
        for _ in range(2):
            climb(session, now=NOW + timedelta(hours=10))
        step = climbing.begin(session, ME, 1, MEANS, before)
        assert isinstance(step, Asked)
        home = climbing.home(session, ME, MEANS, before)
        assert (home.rounds_left, home.unfinished is not None) == (0, True)
        # Played on after the day's change it stays a round of the day before.
        last = play(session, climbing.resume(session, ME, MEANS, four), four)
        assert last.ending is not None
        assert last.ending.rounds_left == 3

    db.run_sync(scenario)


def test_retiring_and_fixing_an_item_in_a_round_changes_nothing_of_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        deed = Deed(1, "update:1", NOW, NOW.date())
        fixed = replace(step.item, correct=(step.item.correct + 1) % 4, version=2)
        quiz_items.add_edit(session, edit_of(fixed, 1, EditKind.FIX))
        editing.set_retired(session, step.item.id, MEANS, deed, retired=True)
        again = climbing.resume(session, ME, MEANS, NOW)
        assert isinstance(again, Asked)
        assert (again.item, again.shuffle) == (step.item, step.shuffle)
        told = climbing.answer(session, ME, step.round.id, 0, shown_right(step), MEANS, NOW)
        assert isinstance(told, Answered)
        assert (told.correct, told.item.version) == (True, 1)

    db.run_sync(scenario)


def edit_of(item: Item, seq: int, kind: EditKind) -> dict[str, Any]:
    about = {"item_id": item.id, "version": item.version, "content": item.record()}
    return {**about, "seq": seq, "kind": kind, "author_id": 1, "at": NOW}


def test_an_item_whose_wording_is_gone_gives_way_to_another(db: Database) -> None:
    def scenario(session: Session) -> None:
        step = climbing.begin(session, ME, 1, MEANS, NOW)
        assert isinstance(step, Asked)
        newer = replace(
            MEANS,
            items=[
                replace(item, version=2) if item.id == step.item.id else item
                for item in make_items()
            ],
        )
        anew = climbing.answer(session, ME, step.round.id, 0, 0, newer, NOW)
        assert isinstance(anew, Asked)
        assert (anew.place, anew.item.id != step.item.id) == (0, True)

    db.run_sync(scenario)


def test_a_level_with_fewer_items_than_a_round_is_not_begun(db: Database) -> None:
    few = make_quiz_means([make_item(f"l1-{number}") for number in range(9)])

    def scenario(session: Session) -> None:
        with pytest.raises(QuizLevelEmpty):
            climbing.begin(session, ME, 1, few, NOW)

    db.run_sync(scenario)


def test_answers_of_one_day_earn_up_to_the_quizs_own_cap(db: Database) -> None:
    low = replace(MEANS, ladder=replace(MEANS.ladder, points_per_day=4))

    def scenario(session: Session) -> None:
        last = climb(session, means=low)
        assert last.ending is not None
        assert balance(session) == 4 + last.ending.bonus

    db.run_sync(scenario)


def test_what_a_cap_took_from_a_levels_bonus_is_not_paid_by_an_old_button_later(
    db: Database,
) -> None:
    poor = replace(MEANS, economy=replace(MEANS.economy, daily_cap=10))

    def scenario(session: Session) -> None:
        last = climb(session, means=poor)
        assert last.ending is not None
        assert (last.ending.first_pass, last.ending.bonus, balance(session)) == (True, 0, 10)
        later = NOW + timedelta(days=1)
        for _ in range(2):
            told = climbing.answer(session, ME, last.round.id, last.place, 0, MEANS, later)
            assert isinstance(told, Answered)
            climbing.stop(session, ME, last.round.id, MEANS, later)
        assert balance(session) == 10

    db.run_sync(scenario)
