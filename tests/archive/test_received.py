from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session

from bot.archive import service
from bot.archive.attachments import attachments_of, extras_of
from bot.archive.kinds import RecordKind
from bot.archive.retention import RecordClass
from bot.members import groups as group_service
from bot.members.deed import Deed
from bot.members.tiers import Binding
from db.models import ArchiveRecord
from db.repositories import archive, groups
from db.session import Database
from tests.factories.updates import GROUP, make_chat, make_message, make_update

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
FILE = {"file_id": "F", "file_unique_id": "U", "file_size": 9}
POLL = {
    "id": "77",
    "question": "明天涨吗",
    "options": [{"text": "不知道", "voter_count": 0}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
}


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        (
            {"document": FILE | {"file_name": "报告.pdf", "mime_type": "application/pdf"}},
            ["document"],
        ),
        ({"animation": FILE, "document": FILE}, ["animation"]),
        ({"voice": FILE}, ["voice"]),
        ({"photo": [FILE | {"width": 1}, FILE | {"width": 9, "file_id": "L"}]}, ["photo"]),
        ({"sticker": FILE | {"emoji": "🙂"}}, ["sticker"]),
        ({"document": "not what it should be", "photo": "nor this"}, []),
        ({}, []),
    ],
)
def test_each_file_of_a_message_is_listed_once(message: dict[str, Any], kinds: list[str]) -> None:
    assert [entry["kind"] for entry in attachments_of(message)] == kinds


def test_of_the_sizes_of_a_picture_the_largest_is_kept() -> None:
    [entry] = attachments_of({"photo": [{"width": 9, "file_id": "L"}, {"width": 1}]})
    assert entry == {"kind": "photo", "file_id": "L"}


def test_places_and_polls_are_kept_and_nothing_that_no_database_takes() -> None:
    extras = extras_of({"contact": {"first_name": "a\x00b"}, "poll": POLL})
    assert extras["contact"] == {"first_name": "ab"}
    assert extras["poll"]["question"] == "明天涨吗"


def _bind(session: Session) -> None:
    groups.ensure(session, GROUP, "群", NOW).binding = Binding.NEWBIE


async def _receive(db: Database, *raws: dict[str, Any]) -> None:
    await db.run(service.receive, raws, NOW)


async def test_a_poll_that_closes_is_kept_with_its_results_in_its_group(db: Database) -> None:
    await db.run(_bind)
    asked = make_message(chat=make_chat(), poll=POLL)
    closed = {**POLL, "is_closed": True, "options": [{"text": "不知道", "voter_count": 5}]}
    await _receive(db, make_update(message=asked))
    await _receive(db, make_update(poll={**POLL, "id": "unknown", "is_closed": True}))
    await _receive(db, make_update(poll=POLL), make_update(poll=closed))
    versions = await db.read(service.versions_of, GROUP, asked["message_id"])
    assert [one.kind for one in versions] == [RecordKind.RECEIVED, RecordKind.POLL_CLOSED]
    assert versions[1].details["poll"]["options"] == [{"text": "不知道", "votes": 5}]


async def test_every_version_names_the_first_even_in_one_batch(db: Database) -> None:
    await db.run(_bind)
    first = make_message("一", chat=make_chat())
    edits = [{**first, "text": word, "edit_date": first["date"]} for word in ("二", "三")]
    raws = [make_update(message=first), *(make_update(edited_message=one) for one in edits)]
    await _receive(db, *raws)
    versions = await db.read(service.versions_of, GROUP, first["message_id"])
    assert [one.text for one in versions] == ["一", "二", "三"]
    assert [one.details.get("version_of") for one in versions] == [
        None,
        versions[0].id,
        versions[0].id,
    ]


async def test_an_edit_of_what_was_said_before_the_binding_says_so(db: Database) -> None:
    await db.run(_bind)
    await _receive(db, make_update(edited_message=make_message("二", chat=make_chat())))
    [record] = await db.read(_waiting)
    assert record.details["version_of"] is None


async def test_an_operators_action_is_archived_with_its_log_row_once(db: Database) -> None:
    deed = Deed(1, "update:5", NOW, NOW.date())
    await db.run(group_service.bind, GROUP, "群", Binding.VIP, deed)
    await db.run(deed.log, "bind", "group:1", {}, {})
    await db.run(deed.log, "grant", "member:7", {}, {"amount": 5}, "辛苦")
    bound, granted = await db.read(_waiting)
    assert (bound.kind, bound.chat_id, bound.text) == (
        RecordKind.OPERATOR_ACTION,
        GROUP,
        "bind group:1",
    )
    assert (granted.chat_id, granted.author_id) == (0, 1)
    assert granted.details["reason"] == "辛苦"
    assert bound.record_class is RecordClass.OPERATIONS


async def test_talk_among_operators_is_kept_as_long_as_their_deeds(db: Database) -> None:
    def bind(session: Session) -> None:
        groups.ensure(session, GROUP, "运营", NOW).binding = Binding.OPERATORS

    await db.run(bind)
    await _receive(db, make_update(message=make_message("一", chat=make_chat())))
    [record] = await db.read(_waiting)
    assert record.record_class is RecordClass.OPERATIONS


def _waiting(session: Session) -> list[ArchiveRecord]:
    return archive.unsealed(session, 100)
