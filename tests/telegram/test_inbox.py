from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import Session, col
from structlog.testing import capture_logs

from bot.telegram import inbox as intake
from bot.telegram.inbox import Inbox
from bot.telegram.intake_state import MOST_DEATHS, IntakeState
from db.models import InboxUpdate
from db.repositories import inbox, leases
from tests.factories.updates import make_said, make_update
from tests.fixtures.telegram import Rig


def _rows(session: Session) -> dict[int, InboxUpdate]:
    found = session.execute(select(InboxUpdate).order_by(col(InboxUpdate.update_id))).scalars()
    return {row.update_id: row for row in found}


def _other(rig: Rig, name: str) -> Inbox:
    return Inbox(rig.db, rig.clock, name, rig.house.alerts)


def _alive(session: Session, name: str, rig: Rig) -> None:
    now = rig.clock.now()
    leases.take(session, f"process:{name}", name, now, now + timedelta(seconds=15))


async def test_an_update_is_stored_with_who_holds_it_before_it_is_handed_on(rig: Rig) -> None:
    update = make_said("hi")
    (received,) = await rig.inbox.store([update])
    row = (await rig.db.read(_rows))[update["update_id"]]
    assert (row.state, row.holder, row.raw) == (IntakeState.RECEIVED, "test", update)
    assert received.raw == update
    assert not received.resumed


async def test_an_update_that_comes_again_is_not_handed_on_again(rig: Rig) -> None:
    first, second = make_said("a"), make_said("b")
    assert len(await rig.inbox.store([first])) == 1
    again = await rig.inbox.store([first, second])
    assert [received.raw for received in again] == [second]


async def test_an_update_that_comes_twice_at_once_is_handed_on_once(rig: Rig) -> None:
    update = make_said("a")
    assert len(await rig.inbox.store([update, dict(update)])) == 1


async def test_what_is_no_update_is_passed_over(rig: Rig) -> None:
    assert await rig.inbox.store([{}, {"update_id": "x"}, {"message": {}}]) == []


async def test_only_the_dead_are_taken_over_from(rig: Rig) -> None:
    living, dead = make_said("a"), make_said("b")
    await _other(rig, "living").store([living])
    await _other(rig, "dead").store([dead])
    await rig.db.run(_alive, "living", rig)
    resumed = await rig.inbox.resume()
    assert [received.raw for received in resumed] == [dead]
    assert resumed[0].resumed
    assert await rig.inbox.resume() == []


async def test_everything_left_is_taken_over_at_once_in_its_order(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "TAKEN_AT_ONCE", 3)
    updates = [make_said(str(number)) for number in range(8)]
    await _other(rig, "dead").store(updates)
    assert [received.raw for received in await rig.inbox.resume()] == updates


async def test_an_update_that_kills_too_often_is_set_aside_and_told(rig: Rig) -> None:
    update = make_said("deadly")
    await _other(rig, "dead").store([update])
    for _ in range(MOST_DEATHS):
        await rig.inbox.begin_again(update["update_id"])
    assert await rig.inbox.resume() == []
    rows = await rig.db.read(_rows)
    assert rows[update["update_id"]].state is IntakeState.SET_ASIDE
    assert str(update["update_id"]) in (await rig.queued())[0].markup


async def test_what_could_not_be_written_as_finished_is_written_later(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = make_said("a")
    await rig.inbox.store([update])
    rig.inbox.finish(update["update_id"], [])
    with monkeypatch.context() as broken:
        broken.setattr(intake.inbox, "mark_done", _away)
        with pytest.raises(ConnectionError):
            await rig.inbox.flush()
    await rig.inbox.flush()
    assert (await rig.db.read(_rows))[update["update_id"]].state is IntakeState.DONE


async def test_writing_goes_on_after_the_database_was_away(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    update = make_said("a")
    await rig.inbox.store([update])
    rig.inbox.finish(update["update_id"], [])
    tries: list[int] = []
    real = intake.inbox.mark_done

    def away_once(*given: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ConnectionError
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(intake.inbox, "mark_done", away_once)
    monkeypatch.setattr(intake, "FINISH_EVERY_SECONDS", 0)
    monkeypatch.setattr(intake, "AWAY_SECONDS", 0)
    with capture_logs():
        writing = asyncio.create_task(rig.inbox.flush_forever())
        async with asyncio.timeout(5):
            while len(tries) < 2:  # noqa: ASYNC110 - by another task
                await asyncio.sleep(0.01)
        assert not writing.done()
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)


async def test_an_effect_that_comes_late_does_not_open_a_finished_update_again(rig: Rig) -> None:
    update = make_update(message={})
    await rig.inbox.store([update])
    rig.inbox.finish(update["update_id"], [])
    await rig.inbox.flush()
    await rig.db.run(inbox.mark_applied, update["update_id"])
    assert (await rig.db.read(_rows))[update["update_id"]].state is IntakeState.DONE


def _away(*_given: object) -> None:
    raise ConnectionError
