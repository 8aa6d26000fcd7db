"""The quiz ladder as members meet it: buttons in private, a link in a group."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.quiz.order import shown_options
from db.models.quiz import QuizAnswer, QuizVote
from db.opening import open_database
from db.repositories import members, quiz
from db.session import Database
from tests.factories.quiz import make_items
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_update, make_user
from tests.fixtures.telegram import NOW, Call, Rig

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


async def _press(rig: Rig, data: str, **more: object) -> list[Call]:
    return await rig.feed(make_press(data, **{"user": LIN, **more}))


async def _asked(rig: Rig) -> Call:
    """Begin at level 1; return the message with the first item."""
    await rig.feed(make_said("闯关", user=LIN))
    _, item = await _press(rig, "quiz:climb:1")
    return item


def _put(rig: Rig) -> QuizAnswer:
    def last(session: Session) -> QuizAnswer:
        found = quiz.open_round(session, LIN["id"])
        assert found is not None
        return quiz.answers_of(session, found.id)[-1]

    return rig.db.run_sync(last)


def _place_of_right(rig: Rig) -> int:
    put = _put(rig)
    item = next(one for one in make_items() if one.id == put.item_id)
    return put.shuffle.index(str(item.correct))


async def test_a_newcomer_may_be_tested_first_or_begin_at_the_first_level(rig: Rig) -> None:
    (reply,) = await rig.feed(make_said("/quiz", user=LIN))
    assert "一共 5 关，每关 10 题" in reply.text
    assert reply.data == ["quiz:place", "quiz:climb:1"]


@pytest.mark.parametrize("text", ["/quiz", "闯关", "答题", "闖關", "答題"])
async def test_in_a_group_a_button_leads_to_private(rig: Rig, text: str) -> None:
    (reply,) = await rig.feed(make_said(text, user=LIN, chat=make_chat(GROUP)))
    assert reply.data == []
    assert reply.buttons[0]["url"].endswith("?start=quiz")


async def test_the_link_from_a_group_shows_the_ladder(rig: Rig) -> None:
    (reply,) = await rig.feed(make_said("/start quiz", user=LIN))
    assert "quiz:climb:1" in reply.data


async def test_an_item_shows_its_progress_and_four_options(rig: Rig) -> None:
    item = await _asked(rig)
    assert "第 1/10 题" in item.text
    assert len(item.buttons) == 5
    assert item.data[-1].startswith("quiz:stop:")


async def test_no_answer_can_be_found_in_callback_data(rig: Rig) -> None:
    """Whatever is right, the buttons of a place carry the same data: round, place, position."""
    item = await _asked(rig)
    round_id = _put(rig).round_id
    for place in range(10):
        assert item.data[:4] == [f"quiz:pick:{round_id}:{place}:{shown}" for shown in range(4)]
        put = _put(rig)
        bank = next(one for one in make_items() if one.id == put.item_id)
        options = next(iter(bank.wordings.values())).options
        labels = [button["text"][3:] for button in item.buttons[:4]]
        assert labels == list(shown_options(options, put.shuffle))
        assert all(put.item_id not in data for data in item.data)
        _, told = await _press(rig, item.data[0])
        if place < 9:
            _, item = await _press(rig, told.data[0])


async def test_the_right_place_moves_from_item_to_item(rig: Rig) -> None:
    item, places = await _asked(rig), set()
    for _ in range(9):
        places.add(_place_of_right(rig))
        _, told = await _press(rig, item.data[0])
        _, item = await _press(rig, told.data[0])
    assert len(places) > 1


async def test_an_answer_shows_what_is_right_and_why_and_leads_on(rig: Rig) -> None:
    item = await _asked(rig)
    note, told = await _press(rig, item.data[_place_of_right(rig)])
    assert note.text == "答对了，积分 +1"
    assert told.method == "editMessageText"
    assert "的讲解。" in told.text
    assert told.data == [f"quiz:next:{_put(rig).round_id}:0"]


async def test_a_second_tap_says_so_and_shows_the_same(rig: Rig) -> None:
    item = await _asked(rig)
    _, first = await _press(rig, item.data[0])
    rig.clock.advance(seconds=1)
    note, second = await _press(rig, item.data[1])
    assert note.text.startswith("这题已经答过了")
    assert second.text.split("积分")[0] == first.text.split("积分")[0]


async def test_another_persons_tap_is_refused(rig: Rig) -> None:
    item = await _asked(rig)
    (note,) = await rig.feed(make_press(item.data[0], user=HE))
    assert note.text.startswith("这一轮是别人在做")
    assert _put(rig).answered_at is None


async def test_a_tap_after_the_time_counts_as_wrong(rig: Rig) -> None:
    item = await _asked(rig)
    rig.clock.advance(seconds=79)
    note, told = await _press(rig, item.data[_place_of_right(rig)])
    assert note.text == "超过时间了，按答错算"
    assert "超时" in told.text


async def test_passing_a_level_hands_out_a_score_card_and_shows_in_me(rig: Rig) -> None:
    item = await _asked(rig)
    for _ in range(9):
        _, told = await _press(rig, item.data[_place_of_right(rig)])
        _, item = await _press(rig, told.data[0])
    _, told, card = await _press(rig, item.data[_place_of_right(rig)])
    assert "第 1 关 · 入门，过关" in told.text
    assert "补签题答错还能再答一题" in told.text
    assert card.method == "sendPhoto"
    assert told.data == ["quiz:climb:2"]
    (me,) = await rig.feed(make_said("/me", user=LIN, chat=make_chat(GROUP)))
    assert "已过第 1 关，持有入门徽章" in me.text
    assert len(me.text.splitlines()) <= 6


async def test_an_unfinished_round_is_offered_again_and_can_be_ended(rig: Rig) -> None:
    await _asked(rig)
    rig.clock.move_to(NOW + timedelta(hours=1))
    (home,) = await rig.feed(make_said("/quiz", user=LIN))
    assert home.data[0] == "quiz:resume"
    _, told = await _press(rig, "quiz:resume")
    assert "时间到了" in told.text
    _, ended = await _press(rig, home.data[1])
    assert "先到这里" in ended.text


@pytest.mark.parametrize(
    "data",
    ["quiz:", "quiz:climb", "quiz:climb:x", "quiz:climb:９", "quiz:pick:1:2", "quiz:next:-1:0",
     "quiz:pick:1:2:3:4", "quiz:stop:99999999999999999999"],
)  # fmt: skip
async def test_a_button_that_nobody_made_is_gone(rig: Rig, data: str) -> None:
    (note,) = await _press(rig, data)
    assert note.method == "answerCallbackQuery"
    assert note.text


async def test_a_round_that_never_was_is_gone(rig: Rig) -> None:
    (note,) = await _press(rig, "quiz:pick:123456:0:0")
    assert "已经结束" in note.text


def _vote(poll_id: str, option: int, user: dict[str, object] | None = None) -> dict[str, object]:
    told = {"poll_id": poll_id, "user": user or LIN, "option_ids": [option]}
    return make_update(poll_answer={**told, "option_persistent_ids": ["a"]})


def _votes(rig: Rig) -> list[tuple[str, int, int]]:
    def read(session: Session) -> list[tuple[str, int, int]]:
        return [
            (vote.poll_id, vote.member_id, vote.shown) for vote in session.exec(select(QuizVote))
        ]

    return rig.db.run_sync(read)


async def test_an_answer_to_a_group_quiz_is_kept_once_and_says_nothing(rig: Rig) -> None:
    calls = await rig.feed(_vote("5001", 2), _vote("5001", 1), _vote("5001", 0, HE))
    assert calls == []
    assert sorted(_votes(rig)) == [("5001", 7, 2), ("5001", 8, 0)]


async def test_an_answer_that_was_taken_back_or_has_no_person_is_not_kept(rig: Rig) -> None:
    taken_back = _vote("5001", 0)
    taken_back["poll_answer"]["option_ids"] = []  # type: ignore[index]
    nobody = _vote("5001", 0)
    del nobody["poll_answer"]["user"]  # type: ignore[attr-defined]
    nobody["poll_answer"]["voter_chat"] = make_chat(GROUP)  # type: ignore[index]
    await rig.feed(taken_back, nobody)
    assert _votes(rig) == []


async def test_an_answer_in_a_group_is_no_sign_that_somebody_can_be_written_to(rig: Rig) -> None:
    await rig.feed(_vote("5001", 1))
    member = rig.db.run_sync(members.by_id, LIN["id"])
    assert member is not None
    assert (member.first_name, member.private_since) == ("小林", None)
