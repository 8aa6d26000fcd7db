import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest
from structlog.testing import capture_logs
from telegram.error import Forbidden

from bot.errors import BellError
from bot.i18n import Say
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.inbox import Inbox
from bot.telegram.intake_state import IntakeState
from bot.telegram.turn import Turn
from db.models import InboxUpdate
from db.repositories import inbox
from tests.factories.updates import GROUP, make_chat, make_said, make_user
from tests.fixtures.telegram import Rig

Handle = Callable[[Turn], Awaitable[None]]


class Script:
    """A router that notes what it was given and does what the text says."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.at_once = 0
        self.most_at_once = 0
        self.gates: dict[str, asyncio.Event] = {}
        self.does: dict[str, Handle] = {}

    async def route(self, turn: Turn) -> None:
        self.begun.append(turn.text)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if turn.text in self.gates:
                await self.gates[turn.text].wait()
            if turn.text in self.does:
                await self.does[turn.text](turn)
        finally:
            self.at_once -= 1
        self.ended.append(turn.text)


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def dispatcher(rig: Rig, script: Script) -> Iterator[Dispatcher]:
    rig.dispatcher = Dispatcher(rig.house, rig.inbox, script)  # type: ignore[arg-type]
    with capture_logs():
        yield rig.dispatcher


async def _until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not done():  # noqa: ASYNC110 - by another task
            await asyncio.sleep(0.005)


async def _submit(rig: Rig, *updates: dict[str, object]) -> None:
    for received in await rig.inbox.store(list(updates)):
        rig.dispatcher.submit(received)


async def test_one_persons_updates_wait_for_each_other_while_others_run(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    script.gates["first"] = asyncio.Event()
    slow, quick = make_user(7), make_user(8)
    await _submit(
        rig,
        make_said("first", user=slow),
        make_said("second", user=slow, chat=make_chat()),
        make_said("other", user=quick),
    )
    await _until(lambda: "other" in script.ended)
    assert script.begun == ["first", "other"]
    assert dispatcher.waiting == 2
    script.gates["first"].set()
    await dispatcher.drain(5)
    assert script.ended == ["other", "first", "second"]
    assert dispatcher.waiting == 0


async def test_updates_that_wait_are_handled_in_telegrams_order_however_they_came(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    script.gates["first"] = asyncio.Event()
    first, second, third = (make_said(text) for text in ("first", "second", "third"))
    await _submit(rig, first)
    await _until(lambda: script.begun == ["first"])
    await _submit(rig, third)
    await _submit(rig, second)
    script.gates["first"].set()
    await dispatcher.drain(5)
    assert script.ended == ["first", "second", "third"]


async def test_an_update_that_fails_three_times_is_set_aside_told_and_holds_nothing_up(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    async def explode(_turn: Turn) -> None:
        raise ZeroDivisionError("deep inside")

    script.does["bad"] = explode
    bad = make_said("bad")
    await _submit(rig, bad, make_said("good"))
    await dispatcher.drain(5)
    assert script.begun == ["bad", "bad", "bad", "good"]
    (aside,) = await rig.db.read(inbox.set_aside_updates)
    assert (aside.update_id, aside.attempts) == (bad["update_id"], 3)
    assert "deep inside" in (aside.error or "")
    (alert,) = await rig.queued()
    assert str(bad["update_id"]) in alert.markup


async def test_what_telegram_sends_and_nobody_can_read_is_set_aside(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    unreadable = {"update_id": 5, "message": {"message_id": "x"}}
    await _submit(rig, unreadable, make_said("good"))
    await dispatcher.drain(5)
    assert script.ended == ["good"]
    assert [row.update_id for row in await rig.db.read(inbox.set_aside_updates)] == [5]


async def test_a_call_that_was_cancelled_inside_a_handler_is_a_failure_and_not_the_end(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    async def cancelled_inside(_turn: Turn) -> None:
        raise asyncio.CancelledError

    script.does["bad"] = cancelled_inside
    await _submit(rig, make_said("bad"), make_said("good"))
    await dispatcher.drain(5)
    assert script.ended == ["good"]


async def test_a_refusal_that_cannot_be_told_does_not_count_as_a_failure(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    class NoError(BellError):
        code = "not-allowed"

    async def refuse(_turn: Turn) -> None:
        raise NoError(command="x")

    script.does["no"] = refuse
    rig.request.refuse("sendMessage", "Bad Request: not enough rights to send text messages")
    muted = make_said("no", chat=make_chat(GROUP))
    await _submit(rig, muted)
    await dispatcher.drain(5)
    assert script.begun == ["no"]
    assert await rig.queued() == []
    assert await _state(rig, muted) is IntakeState.DONE


async def test_whoever_blocked_the_bot_is_unreachable_even_when_refused(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    from db.repositories import members

    class NoError(BellError):
        code = "not-allowed"

    async def refuse(_turn: Turn) -> None:
        raise NoError(command="x")

    script.does["no"] = refuse
    rig.request.refuse("sendMessage", "Forbidden: bot was blocked by the user", 403)
    await _submit(rig, make_said("no", user=make_user(7)))
    await dispatcher.drain(5)
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert member.unreachable_since == rig.clock.now()


async def test_an_answer_that_fails_after_the_effect_is_no_failure_of_the_update(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    async def act_then_fail(turn: Turn) -> None:
        await turn.notice()
        raise Forbidden("bot was blocked by the user")

    script.does["x"] = act_then_fail
    update = make_said("x")
    await _submit(rig, update)
    await dispatcher.drain(5)
    assert script.begun == ["x"]
    assert await _state(rig, update) is IntakeState.DONE


async def test_what_a_dead_process_left_is_handled(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    left = make_said("left")
    await Inbox(rig.db, rig.clock, "dead", rig.house.alerts).store([left])
    for received in await rig.inbox.resume():
        dispatcher.submit(received)
    await dispatcher.drain(5)
    assert script.ended == ["left"]
    assert await _state(rig, left) is IntakeState.DONE


async def test_suspects_are_handled_one_at_a_time(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    updates = [make_said(str(n), user=make_user(n)) for n in range(10, 16)]
    for update in updates:
        script.gates[update["message"]["text"]] = asyncio.Event()
    await Inbox(rig.db, rig.clock, "dead", rig.house.alerts).store(updates)
    for update in updates:
        await rig.inbox.begin_again(update["update_id"])
    for received in await rig.inbox.resume():
        assert received.deaths == 1
        dispatcher.submit(received)
    await _submit(rig, make_said("innocent", user=make_user(99)))
    await _until(lambda: "innocent" in script.ended and script.at_once == 1)
    for gate in script.gates.values():
        gate.set()
    await dispatcher.drain(5)
    assert script.most_at_once <= 2
    assert len(script.ended) == 7


async def test_an_orderly_stop_leaves_no_suspicion_on_what_it_cut_off(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    script.gates["slow"] = asyncio.Event()
    slow = make_said("slow")
    await Inbox(rig.db, rig.clock, "dead", rig.house.alerts).store([slow])
    for received in await rig.inbox.resume():
        dispatcher.submit(received)
    await _until(lambda: script.begun == ["slow"])
    await dispatcher.drain(0)
    (left,) = await Inbox(rig.db, rig.clock, "heir", rig.house.alerts).resume()
    assert left.deaths == 0


async def test_what_was_said_before_a_failure_is_archived(
    rig: Rig, script: Script, dispatcher: Dispatcher
) -> None:
    from bot.archive import service as archive
    from bot.members.tiers import Binding
    from db.repositories import groups

    def bind(session: object) -> None:
        groups.ensure(session, GROUP, "群", rig.clock.now()).binding = Binding.NEWBIE  # type: ignore[arg-type]

    async def say_then_explode(turn: Turn) -> None:
        await turn.notice()
        await turn.reply(Say("button-gone"))
        raise ZeroDivisionError

    await rig.db.run(bind)
    script.does["x"] = say_then_explode
    await _submit(rig, make_said("x", chat=make_chat(GROUP)))
    await dispatcher.drain(5)
    assert len(rig.request.said) == 3
    await rig.db.run(archive.seal_waiting)
    assert (await rig.db.read(archive.verify)).sealed == 1 + 3


async def _state(rig: Rig, update: dict[str, object]) -> IntakeState:
    row = await rig.db.read(lambda session: session.get(InboxUpdate, update["update_id"]))
    assert row is not None
    return row.state
