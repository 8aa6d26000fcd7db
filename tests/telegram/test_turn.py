"""Answers that Telegram refuses for now, or for this chat."""

from typing import Any

import pytest

from bot.i18n import Say
from bot.telegram.turn import Turn
from db.repositories import groups
from tests.factories.updates import GROUP, make_chat, make_press, make_said
from tests.fixtures.telegram import Refusal, Rig

NEW = -1002


async def _turn(rig: Rig, update: dict[str, Any]) -> Turn:
    (received,) = await rig.inbox.store([update])
    turn = Turn(rig.house, received.parse(rig.house.speaker.bot), received.received_at)
    await turn.notice()
    return turn


def _moved_for(rig: Rig, method: str, chat: int) -> None:
    """Let a method say, for one chat, that it became another."""
    answer = rig.request.answers[method]

    def moved(given: dict[str, Any]) -> Any:
        if int(given["chat_id"]) == chat:
            raise Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": NEW},
            )
        return answer(given)

    rig.request.answers[method] = moved


async def test_an_answer_follows_a_group_that_was_upgraded(rig: Rig) -> None:
    _moved_for(rig, "sendMessage", GROUP)
    turn = await _turn(rig, make_said("x", chat=make_chat(GROUP)))
    before = await rig.db.read(groups.by_chat, GROUP)
    sent = await turn.reply(Say("button-gone"))
    assert sent is not None
    assert [call.given["chat_id"] for call in rig.request.of("sendMessage")] == [GROUP, NEW]
    after = await rig.db.read(groups.by_chat, NEW)
    assert after is not None
    assert before is not None
    assert after.id == before.id
    assert await rig.db.read(groups.by_chat, GROUP) is None
    assert [said.chat_id for said in turn.kept] == [NEW]


async def test_a_message_of_an_upgraded_group_cannot_be_changed_but_the_group_is_followed(
    rig: Rig,
) -> None:
    _moved_for(rig, "editMessageText", GROUP)
    turn = await _turn(rig, make_press("x:y", chat=make_chat(GROUP)))
    assert not await turn.edit(Say("button-gone"))
    assert (await rig.db.read(groups.by_chat, NEW)) is not None
    await turn.reply(Say("button-gone"))
    assert rig.request.of("sendMessage")[-1].given["chat_id"] == NEW


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_a_request_to_wait_is_waited_out(rig: Rig, method: str) -> None:
    answer, tries = rig.request.answers[method], []

    def flooded_once(given: dict[str, Any]) -> Any:
        tries.append(given)
        if len(tries) == 1:
            raise Refusal(429, "Too Many Requests: retry after 1", {"retry_after": 0.01})
        return answer(given)

    rig.request.answers[method] = flooded_once
    turn = await _turn(rig, make_press("x:y", chat=make_chat(GROUP)))
    if method == "sendMessage":
        assert await turn.reply(Say("button-gone")) is not None
    else:
        assert await turn.edit(Say("button-gone"))
    assert len(tries) == 2


async def test_a_press_that_cannot_be_answered_now_does_not_stop_what_it_did(rig: Rig) -> None:
    rig.request.refuse("answerCallbackQuery", "Too Many Requests: retry after 5", 429)
    rig.request.refusals["answerCallbackQuery"][1]["parameters"] = {"retry_after": 5}
    turn = await _turn(rig, make_press("x:y", chat=make_chat(GROUP)))
    await turn.answer()
