import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.delivery.acts import Act
from bot.delivery.errands import Errand, add
from bot.delivery.lanes import DeliveryState
from bot.delivery.polls import Poll
from bot.sandbox import cast
from bot.sandbox.refusals import HallError
from db.models import Delivery
from db.repositories import archive
from tests.delivery.conftest import PostOffice

QUIZ = Poll("印花税由谁出？", ("买方", "卖方", "双方"), 1, "只在卖出时收。", 600)
POLL = Poll("指数上涨的上午，你最先看哪一样？", ("涨跌家数", "成交额", "先不看盘"))


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("", ("a", "b")),
        ("q", ("a",)),
        ("q", ("a", "")),
        ("q", tuple("abcdefghijk")),
        ("q" * 301, ("a", "b")),
        ("q", ("a", "b" * 101)),
    ],
)
def test_a_poll_that_no_network_takes_is_refused_at_once(
    question: str, options: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Poll(question, options)


def test_a_poll_survives_the_outbox() -> None:
    assert Poll.of(POLL.record()) == POLL
    assert Poll.of(QUIZ.record()) == QUIZ
    assert POLL.record().keys() == {"question", "options"}


@pytest.mark.parametrize(
    "changes",
    [
        {"correct": 3},
        {"correct": -1},
        {"explanation": "讲" * 201},
        {"open_seconds": 4},
        {"open_seconds": 601},
    ],
)
def test_a_quiz_that_no_network_takes_is_refused_at_once(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        replace(QUIZ, **changes)


async def test_a_quiz_tells_its_votes_by_name_once_and_is_closed_by_an_errand(
    office: PostOffice,
) -> None:
    hall = office.hall
    hall.updates.allow(["poll_answer"])
    await office.post("quiz-a", poll=QUIZ)
    office.open()
    sent = await _settled(office, "quiz-a")
    hall.vote(cast.LIN, cast.NEWBIE_GROUP, sent.message_id, [1])
    with pytest.raises(HallError):
        hall.vote(cast.LIN, cast.NEWBIE_GROUP, sent.message_id, [0])
    with pytest.raises(HallError):
        hall.vote(cast.LIN, cast.NEWBIE_GROUP, sent.message_id, [])
    (told,) = [one["poll_answer"] for one in hall.updates.pending]
    assert (told["poll_id"], told["user"]["id"], told["option_ids"]) == (
        sent.poll_id,
        cast.LIN,
        [1],
    )
    for key in ("stop-a", "stop-b"):
        stop = Errand(key, Act.STOP_POLL, cast.NEWBIE_GROUP, sent.message_id)
        await office.db.run(add, stop, office.clock.now())
    for key in ("stop-a", "stop-b"):
        assert (await _settled(office, key)).state is DeliveryState.SENT
    await office.close()
    (poll,) = [m["poll"] for m in hall.chat(cast.NEWBIE_GROUP).history() if "poll" in m]
    assert (poll["type"], poll["is_anonymous"], poll["is_closed"]) == ("quiz", False, True)
    assert (poll["correct_option_ids"], poll["explanation"]) == ([1], QUIZ.explanation)


async def _settled(office: PostOffice, key: str) -> Delivery:
    for _ in range(200):
        row = await office.row(key)
        if row.state is DeliveryState.SENT:
            return row
        await asyncio.sleep(0.02)
    raise AssertionError(key)


async def test_a_poll_goes_out_as_one_once_and_its_name_is_kept(office: PostOffice) -> None:
    assert await office.post("poll-a", poll=POLL)
    assert not await office.post("poll-a", poll=POLL)
    office.open()
    for _ in range(200):
        row = await office.row("poll-a")
        if row.state is DeliveryState.SENT:
            break
        await asyncio.sleep(0.02)
    await office.close()
    polls = [m["poll"] for m in office.hall.chat(cast.NEWBIE_GROUP).history() if "poll" in m]
    assert [poll["question"] for poll in polls] == [POLL.question]
    assert [option["text"] for option in polls[0]["options"]] == list(POLL.options)
    assert polls[0]["is_anonymous"]
    assert row.poll_id == polls[0]["id"]
    # Its closing comes without a chat: the archive knows by its name where it stands.
    place = await office.db.read(archive.poll, row.poll_id)
    assert place is not None
    assert (place.chat_id, place.message_id) == (cast.NEWBIE_GROUP, row.message_id)
