import asyncio

import pytest

from bot.delivery.lanes import DeliveryState
from bot.delivery.polls import Poll
from bot.sandbox import cast
from db.repositories import archive
from tests.delivery.conftest import PostOffice

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
