"""The quiz ladder under double taps, replays, old buttons and two rounds of one person."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session, select

from db.models.points import LedgerEntry
from db.models.quiz import QuizAnswer, QuizRound
from db.opening import open_database
from db.repositories import quiz
from db.session import Database
from tests.factories.quiz import make_items
from tests.factories.updates import make_press, make_said, make_user
from tests.fixtures.telegram import Call, Rig

LIN, HE = make_user(7, "小林"), make_user(8, "小何")


@pytest.fixture
def db(sqlite_url: str) -> Iterator[Database]:
    database = open_database(sqlite_url)
    yield database
    database.close()


@pytest.fixture
def rig(rig: Rig) -> Rig:
    rig.house.quiz_items = make_items()
    return rig


def press(data: str, user: dict[str, Any] = LIN) -> dict[str, Any]:
    return make_press(data, user=user)


async def begun(rig: Rig) -> Call:
    await rig.feed(make_said("/quiz", user=LIN))
    _, item = await rig.feed(press("quiz:climb:1"))
    return item


def rows(rig: Rig, model: type[Any]) -> list[Any]:
    return rig.db.run_sync(lambda session: list(session.exec(select(model)).all()))


def right_data(rig: Rig) -> str:
    def read(session: Session) -> str:
        found = quiz.open_round(session, LIN["id"])
        assert found is not None
        put = quiz.answers_of(session, found.id)[-1]
        item = next(one for one in make_items() if one.id == put.item_id)
        shown = put.shuffle.index(str(item.correct))
        return f"quiz:pick:{found.id}:{put.place}:{shown}"

    return rig.db.run_sync(read)


async def test_two_taps_on_begin_are_one_round_and_one_item(rig: Rig) -> None:
    await rig.feed(make_said("/quiz", user=LIN))
    await rig.feed(press("quiz:climb:1"), press("quiz:climb:1"), press("quiz:climb:1"))
    assert (len(rows(rig, QuizRound)), len(rows(rig, QuizAnswer))) == (1, 1)


async def test_two_taps_on_next_are_one_item(rig: Rig) -> None:
    item = await begun(rig)
    _, told = await rig.feed(press(item.data[0]))
    await rig.feed(press(told.data[0]), press(told.data[0]))
    assert [row.place for row in rows(rig, QuizAnswer)] == [0, 1]


async def test_one_press_told_twice_answers_and_pays_once(rig: Rig) -> None:
    await begun(rig)
    update = press(right_data(rig))
    await rig.feed(update)
    assert await rig.feed(update) == []
    await rig.feed(press(right_data(rig)))
    assert [row.amount for row in rows(rig, LedgerEntry)] == [1]


async def test_all_four_options_tapped_at_once_count_the_first(rig: Rig) -> None:
    item = await begun(rig)
    calls = await rig.feed(*(press(data) for data in item.data[:4]))
    (put,) = rows(rig, QuizAnswer)
    assert put.choice == int(put.shuffle[0])
    notes = [call.text for call in calls if call.method == "answerCallbackQuery"]
    assert len(notes) == 4
    assert len(rows(rig, LedgerEntry)) <= 1


async def test_next_before_an_answer_goes_nowhere(rig: Rig) -> None:
    await begun(rig)
    (row,) = rows(rig, QuizRound)
    await rig.feed(press(f"quiz:next:{row.id}:0"), press(f"quiz:next:{row.id}:5"))
    assert len(rows(rig, QuizAnswer)) == 1


async def test_buttons_of_an_ended_round_change_nothing_of_the_next(rig: Rig) -> None:
    item = await begun(rig)
    await rig.feed(press(item.data[-1]))
    _, second = await rig.feed(press("quiz:climb:1"))
    assert second.data[0].split(":")[2] != item.data[0].split(":")[2]
    (note,) = await rig.feed(press(item.data[0]))
    assert "已经结束" in note.text
    await rig.feed(press(item.data[-1]))
    last = rows(rig, QuizAnswer)[-1]
    assert (last.answered_at, len(rows(rig, QuizAnswer))) == (None, 2)


async def test_somebody_elses_stop_and_next_are_refused(rig: Rig) -> None:
    item = await begun(rig)
    (row,) = rows(rig, QuizRound)
    for data in (item.data[-1], f"quiz:next:{row.id}:0", f"quiz:pick:{row.id}:0:0"):
        (note,) = await rig.feed(press(data, HE))
        assert note.text.startswith("这一轮是别人在做")
    (row,) = rows(rig, QuizRound)
    assert row.ended_at is None


async def test_a_level_passed_twice_pays_its_bonus_and_hands_its_card_out_once(rig: Rig) -> None:
    cards = []
    for _ in range(2):
        await rig.feed(press("quiz:climb:1"))
        for place in range(10):
            calls = await rig.feed(press(right_data(rig)))
            cards += [call for call in calls if call.method == "sendPhoto"]
            (row,) = rows(rig, QuizRound)[-1:]
            if place < 9:
                await rig.feed(press(f"quiz:next:{row.id}:{place}"))
    assert len(cards) == 1
    paid = [row.amount for row in rows(rig, LedgerEntry) if row.key.startswith("quiz-level")]
    assert paid == [10]
