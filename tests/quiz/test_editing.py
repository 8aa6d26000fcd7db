"""What operators do to items: fixes read and screened, versions kept, races lost cleanly."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.i18n import Language
from bot.members import prompts
from bot.members.deed import Deed
from bot.quiz import editing, review
from bot.quiz.bank_file import LONGEST_ID
from bot.quiz.errors import (
    QuizDraftGone,
    QuizFixBlocked,
    QuizFixInvalid,
    QuizItemChanged,
    QuizItemState,
    QuizItemUnknown,
    QuizNothingToUndo,
)
from bot.quiz.fix_words import read_fix
from bot.quiz.item import Wording
from bot.quiz.item_telling import draft_buttons
from bot.quiz.shelf import bank_of
from bot.quiz.states import RoundKind, RoundState
from bot.quiz.statistics import Fault
from db.models import Delivery, OperatorAction, QuizAnswer, QuizRound
from db.session import Database
from tests.factories.members import NOW
from tests.factories.quiz import make_item, make_items, make_player, make_quiz_means

MEANS = make_quiz_means()
ITEM = make_item(
    correct=1,
    wordings={
        **make_item().wordings,
        Language.ENGLISH: Wording("Which?", ("One", "Two", "Three", "Four"), "Because."),
    },
)


def deed(actor_id: int = 7, minutes: int = 0) -> Deed:
    return Deed(
        actor_id,
        f"update:{actor_id}-{minutes}",
        NOW + timedelta(minutes=minutes),
        date(2026, 11, 20),
    )


def typed(session: Session, text: str, actor_id: int = 7, item_id: str = "l1-01") -> editing.Draft:
    editing.await_fix(session, item_id, MEANS, deed(actor_id))
    return retyped(session, text, actor_id)


def retyped(session: Session, text: str, actor_id: int = 7) -> editing.Draft:
    asked = prompts.awaited(session, actor_id, NOW)
    assert asked is not None
    return editing.draft_fix(session, asked.about, text, MEANS, deed(actor_id))


def save(session: Session, draft: editing.Draft, actor_id: int = 7) -> editing.Shown:
    return editing.save_fix(session, draft.after.id, draft.mark, MEANS, deed(actor_id))


def test_a_fix_names_only_the_lines_that_change() -> None:
    fixed = read_fix("B：新的选项\n正确：d", ITEM)
    wording = fixed.in_language(Language.SIMPLIFIED)
    assert wording.options[1] == "新的选项"
    assert wording.options[0] == ITEM.in_language(Language.SIMPLIFIED).options[0]
    assert fixed.correct == 3


def test_a_changed_chinese_wording_drops_the_english_one_and_a_changed_answer_does_not() -> None:
    assert Language.ENGLISH not in read_fix("题目：改过了", ITEM).wordings
    assert read_fix("正确：A", ITEM).wordings == ITEM.wordings


def test_english_labels_change_the_english_wording_alone() -> None:
    fixed = read_fix("Question: Which one?\nA: First", ITEM)
    assert fixed.wordings[Language.ENGLISH].prompt == "Which one?"
    assert fixed.wordings[Language.ENGLISH].options[0] == "First"
    assert fixed.wordings[Language.SIMPLIFIED] == ITEM.wordings[Language.SIMPLIFIED]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "随便说说",
        "题目：",
        "题目：" + "问" * 81,
        "A：甲\nA：乙",
        "正确：E",
        "正确：AB",
        "标题：改",
        "题目：改\nQuestion: change",
        "B：l1-01 选项甲",
        "正确：B",
    ],
)
def test_a_fix_that_cannot_be_read_or_changes_nothing_is_refused(text: str) -> None:
    with pytest.raises(QuizFixInvalid):
        read_fix(text, ITEM)


def test_a_saved_fix_is_a_new_version_and_can_be_undone_once(db: Database) -> None:
    def scenario(session: Session) -> None:
        draft = typed(session, "题目：改过的题目")
        shown = save(session, draft)
        assert (shown.item.version, shown.figures.answers) == (2, 0)
        assert shown.item.in_language(Language.SIMPLIFIED).prompt == "改过的题目"
        # The very same press after a crash tells the same.
        assert save(session, draft) == shown
        assert shown.last_edit is not None
        back = editing.undo(session, shown.last_edit, MEANS, deed(minutes=1))
        assert (back.item.version, back.last_edit) == (1, None)
        with pytest.raises(QuizNothingToUndo):
            editing.undo(session, shown.last_edit, MEANS, deed(minutes=2))
        log = [row.action for row in session.exec(select(OperatorAction))]
        assert log == ["quiz-item-fix", "quiz-item-undo"]

    db.run_sync(scenario)


def test_of_two_operators_who_fix_at_once_the_second_is_told(db: Database) -> None:
    def scenario(session: Session) -> None:
        one = typed(session, "题目：甲改的", actor_id=7)
        other = typed(session, "题目：乙改的", actor_id=8)
        save(session, one, 7)
        with pytest.raises(QuizItemChanged):
            save(session, other, 8)
        item = bank_of(session, MEANS.items).item("l1-01")
        assert item is not None
        assert item.in_language(Language.SIMPLIFIED).prompt == "甲改的"

    db.run_sync(scenario)


def test_what_the_bot_may_not_say_is_not_saved(db: Database) -> None:
    def scenario(session: Session) -> None:
        with pytest.raises(QuizFixBlocked):
            typed(session, "讲解：保证收益，稳赚不赔，加我微信 abc12345 带你赚钱")

    db.run_sync(scenario)


def test_nothing_is_saved_without_a_preview(db: Database) -> None:
    def scenario(session: Session) -> None:
        editing.await_fix(session, "l1-01", MEANS, deed())
        for mark in ("", "-", "12345678"):
            with pytest.raises(QuizDraftGone):
                editing.save_fix(session, "l1-01", mark, MEANS, deed())

    db.run_sync(scenario)


def test_an_earlier_previews_button_does_not_save_what_was_typed_after_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        earlier = typed(session, "题目：先写的")
        later = retyped(session, "题目：后写的")
        with pytest.raises(QuizDraftGone):
            save(session, earlier)
        saved = save(session, later).item
        assert saved.in_language(Language.SIMPLIFIED).prompt == "后写的"

    db.run_sync(scenario)


def test_a_fix_does_not_bring_back_what_somebody_took_back_meanwhile(db: Database) -> None:
    def scenario(session: Session) -> None:
        shown = save(session, typed(session, "题目：写错的"))
        assert shown.last_edit is not None
        draft = typed(session, "A：改过的选项", actor_id=8)
        editing.undo(session, shown.last_edit, MEANS, deed(minutes=1))
        with pytest.raises(QuizItemChanged):
            save(session, draft, 8)

    db.run_sync(scenario)


def test_the_longest_data_of_a_button_fits() -> None:
    item = make_item("x" * LONGEST_ID)
    (buttons,) = draft_buttons(editing.Draft(item, item))
    assert max(len(button.data) for button in buttons) <= 64


def test_retiring_twice_and_unknown_items_are_refused(db: Database) -> None:
    def scenario(session: Session) -> None:
        assert editing.set_retired(session, "l1-01", MEANS, deed(), retired=True).retired
        with pytest.raises(QuizItemState):
            editing.set_retired(session, "l1-01", MEANS, deed(minutes=1), retired=True)
        back = editing.set_retired(session, "l1-01", MEANS, deed(minutes=2), retired=False)
        assert not back.retired
        with pytest.raises(QuizItemUnknown):
            editing.show(session, "no-such-item", MEANS)

    db.run_sync(scenario)


def answer_all(session: Session, item_id: str, people: range, **values: Any) -> None:
    """Let people answer an item in rounds of their own, some minutes apart."""
    for member_id in people:
        make_player(session, member_id)
        round_ = QuizRound(
            member_id=member_id,
            kind=RoundKind.CLIMB,
            level=1,
            day=date(2026, 11, 20),
            attempt=int(item_id[-2:]),
            state=RoundState.STOPPED,
            started_at=NOW,
        )
        session.add(round_)
        session.flush()
        given = {"item_version": 1, "is_first": True, "late": False, "answered_at": NOW} | values
        session.add(
            QuizAnswer(
                round_id=round_.id,
                place=0,
                member_id=member_id,
                item_id=item_id,
                level=1,
                shuffle="0123",
                asked_at=NOW,
                **given,
            )
        )
    session.flush()


def test_the_week_shows_doubtful_items_once_with_a_button_each(db: Database) -> None:
    monday = NOW + timedelta(days=3)

    def scenario(session: Session) -> None:
        right = make_items()[0].correct
        answer_all(session, "l1-01", range(100, 135), choice=(right + 1) % 4, correct=False)
        (found,) = review.doubtful(session, MEANS)
        assert found.item.id == "l1-01"
        assert Fault.WRONG_PREFERRED in found.faults
        assert review.tell_weekly(session, MEANS, monday.replace(hour=1, minute=59)) == 0
        told = [review.tell_weekly(session, MEANS, monday.replace(hour=2)) for _ in range(2)]
        assert told == [1, 0]
        (card,) = session.exec(select(Delivery)).all()
        assert "1 道题" in card.markup
        assert card.buttons[0][0]["data"] == "quizitem:show:l1-01"

    db.run_sync(scenario)


def test_a_week_whose_monday_was_missed_is_made_good_once(db: Database) -> None:
    thursday = NOW + timedelta(days=6)

    def scenario(session: Session) -> None:
        right = make_items()[0].correct
        answer_all(session, "l1-01", range(100, 135), choice=(right + 1) % 4, correct=False)
        days = (thursday, thursday + timedelta(hours=1), thursday + timedelta(days=7))
        assert [review.tell_weekly(session, MEANS, day) for day in days] == [1, 0, 1]

    db.run_sync(scenario)


def test_figures_are_of_one_version_and_of_first_answers(db: Database) -> None:
    def scenario(session: Session) -> None:
        answer_all(session, "l1-01", range(100, 104), choice=0, correct=True)
        answer_all(session, "l1-02", range(100, 104), choice=0, correct=True, is_first=False)
        draft = typed(session, "题目：改过的题目")
        assert editing.show(session, "l1-01", MEANS).figures.answers == 4
        assert editing.show(session, "l1-02", MEANS).figures.answers == 0
        assert save(session, draft).figures.answers == 0

    db.run_sync(scenario)


def test_a_retired_item_is_doubtful_no_more(db: Database) -> None:
    means = replace(MEANS, ladder=MEANS.ladder)

    def scenario(session: Session) -> None:
        answer_all(session, "l1-01", range(100, 135), choice=None, correct=False)
        assert review.doubtful(session, means)
        editing.set_retired(session, "l1-01", means, deed(), retired=True)
        assert review.doubtful(session, means) == ()

    db.run_sync(scenario)
