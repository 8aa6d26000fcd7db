"""What check-in says: natural, complete in three languages, and short."""

from dataclasses import replace
from datetime import date, datetime, time
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.buttons import stored
from bot.calendar.service import Community
from bot.checkin.outcome import (
    AnswerOutcome,
    CheckInOutcome,
    Gain,
    Put,
    QuestionRef,
    RepairOffer,
    Wallet,
)
from bot.checkin.question import Purpose
from bot.checkin.receipt import freeze_message
from bot.checkin.streak import DayKind, StreakState
from bot.checkin.telling import (
    Telling,
    note_on_answer,
    tell_already,
    tell_answer,
    tell_check_in,
    tell_repair_question,
)
from bot.i18n import Language
from bot.markup import plain
from bot.points.economy import Milestone
from bot.points.levels import level_of
from tests.factories.checkin import COMMUNITY, at, make_means

WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = (date(2026, 11, n) for n in range(18, 22))
MEANS = make_means()
LARGEST_ID = 2**52
OFFER = RepairOffer(LARGEST_ID, THURSDAY, 12)
TWO_NOTES = (Milestone(20, 15),)


def _put(purpose: Purpose = Purpose.DAILY) -> Put:
    question = MEANS.questions.question_for(LARGEST_ID, FRIDAY, purpose)
    return Put(QuestionRef(LARGEST_ID, FRIDAY, purpose), question)


def _wallet(lifetime: int = 186) -> Wallet:
    return Wallet(186, level_of(lifetime, MEANS.economy))


def _check_in(**changes: Any) -> CheckInOutcome:
    outcome = CheckInOutcome(
        day=FRIDAY,
        at=at(FRIDAY, "08:12"),
        first=True,
        kind=DayKind.TRADING,
        streak=12,
        freezes=1,
        gain=Gain(3),
        wallet=_wallet(),
        question=_put(),
        offer=None,
    )
    return replace(outcome, **changes)


def _answer(**changes: Any) -> AnswerOutcome:
    put = changes.pop("put", _put())
    outcome = AnswerOutcome(
        put=put,
        choice=put.question.correct,
        correct=True,
        first=True,
        kind=DayKind.TRADING,
        streak=12,
        gain=Gain(5),
        wallet=_wallet(191),
        offer=None,
    )
    return replace(outcome, **changes)


def _wrong(put: Put, **changes: Any) -> AnswerOutcome:
    return _answer(put=put, choice=(put.question.correct + 1) % 3, correct=False, **changes)


def _text(telling: Telling, language: Language = Language.SIMPLIFIED) -> list[str]:
    said = "\n".join(plain(MEANS.words.say(language, line)) for line in telling.lines)
    return said.splitlines()


def _already(now: datetime, **changes: Any) -> str:
    telling = tell_already(_check_in(**changes), COMMUNITY, now, Language.SIMPLIFIED)
    return _text(telling)[0]


def test_a_check_in_reads_as_the_house_speaks() -> None:
    telling = tell_check_in(_check_in(), 5, Language.SIMPLIFIED)
    assert _text(telling)[:3] == [
        "✅ 签到成功 · 连续第 12 个交易日",
        "积分 +3，答对今日一题再得 +5",
        "余额 186 · Lv.3，距 Lv.4 还差 64",
    ]
    assert _text(telling)[3].startswith("今日一题：")
    assert len(telling.buttons) == 3


def test_an_already_made_check_in_tells_the_time_and_the_next_one() -> None:
    expected = "今天已经签到了（08:12）。下一次：明天 04:00 以后。"
    assert _already(at(FRIDAY, "21:00")) == expected


def test_after_midnight_the_next_check_in_is_today() -> None:
    assert _already(at(SATURDAY, "01:00")).endswith("下一次：今天 04:00 以后。")


def test_the_next_check_in_follows_the_communitys_own_clock() -> None:
    early = Community(ZoneInfo("America/New_York"), time(5, 30), "XNYS")
    telling = tell_already(_check_in(), early, at(FRIDAY, "21:00"), Language.SIMPLIFIED)
    assert "05:30" in _text(telling)[0]


def test_a_repair_is_offered_by_a_button_of_its_own() -> None:
    telling = tell_check_in(_check_in(streak=1, offer=OFFER), 5, Language.SIMPLIFIED)
    (button,) = telling.buttons[-1]
    assert plain(MEANS.words.say(Language.SIMPLIFIED, button.label)) == "答题补签"
    assert button.data == f"repair:{LARGEST_ID}:20261119"


def test_a_right_answer_shows_the_explanation_and_the_new_balance() -> None:
    lines = _text(tell_answer(_answer(), Language.SIMPLIFIED))
    assert lines[2].startswith("答对了：")
    assert lines[3] == _put().question.explanation.simplified
    assert lines[4] == "积分 +5 · 余额 186 · Lv.3，距 Lv.4 还差 59"


def test_a_wrong_answer_shows_what_is_right_without_blame() -> None:
    put = _put()
    lines = _text(tell_answer(_wrong(put, gain=Gain(1)), Language.SIMPLIFIED))
    assert put.question.options[put.question.correct].simplified in lines[2]
    assert "错" not in "".join(lines[:1] + lines[4:])


def test_after_an_answer_only_an_open_repair_keeps_its_button() -> None:
    assert tell_answer(_answer(), Language.SIMPLIFIED).buttons == ()
    (row,) = tell_answer(_answer(offer=OFFER), Language.SIMPLIFIED).buttons
    assert row[0].data == OFFER.data


def test_the_highest_level_has_no_next_one() -> None:
    lines = _text(tell_check_in(_check_in(wallet=_wallet(99_999)), 5, Language.SIMPLIFIED))
    assert lines[2] == "余额 186 · Lv.10，已是最高等级"


OUTCOMES = [
    _check_in(kind=kind, streak=streak, gain=gain, offer=offer, question=question)
    for kind, streak, gain, offer, question in product(
        DayKind,
        (0, 1, 20),
        (Gain(3), Gain(18, TWO_NOTES), Gain(0, short=True)),
        (None, OFFER),
        (None, _put()),
    )
    # Who reached a milestone or a freeze has nothing to repair.
    if not (offer and (gain.milestones or streak == 20))
]
REPAIR = _put(Purpose.REPAIR)
ANSWERS = [
    _answer(),
    _answer(offer=OFFER, streak=0, kind=DayKind.RESTING),
    _answer(gain=Gain(0, short=True)),
    _wrong(_put(), first=False),
    _answer(put=REPAIR, gain=Gain(0), wallet=None),
    _answer(put=REPAIR, gain=Gain(15, TWO_NOTES)),
    _wrong(REPAIR, streak=0, gain=Gain(0), wallet=None),
    _wrong(REPAIR, streak=1, gain=Gain(0), wallet=None),
]


@pytest.mark.parametrize("language", Language)
def test_no_message_has_more_than_six_lines_and_no_button_more_than_64_bytes(
    language: Language,
) -> None:
    tellings = [tell_check_in(outcome, 5, language) for outcome in OUTCOMES]
    tellings += [tell_already(o, COMMUNITY, at(FRIDAY, "21:00"), language) for o in OUTCOMES]
    tellings += [tell_answer(answer, language) for answer in ANSWERS]
    tellings.append(tell_repair_question(REPAIR, OFFER, COMMUNITY, language))
    for telling in tellings:
        assert 1 <= len(_text(telling, language)) <= 6
        for row in stored(telling.buttons, MEANS.words, language):
            assert all(button["label"] and len(button["data"].encode()) <= 64 for button in row)


@pytest.mark.parametrize("language", Language)
def test_notes_and_receipts_pass_the_gate_in_every_language(language: Language) -> None:
    notes = [note_on_answer(answer) for answer in ANSWERS]
    kept, lost = StreakState(length=13, freezes=1), StreakState(length=1)
    notes.append(freeze_message((THURSDAY,), 12, kept))
    notes.append(freeze_message((WEDNESDAY, THURSDAY), 12, kept))
    notes.append(freeze_message((WEDNESDAY,), 12, lost))
    for note in notes:
        assert MEANS.gate.admit(MEANS.words.say(language, note)).plain
    for answer in ANSWERS:
        assert len(plain(MEANS.words.say(language, note_on_answer(answer)))) <= 200
