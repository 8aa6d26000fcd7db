from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.delivery.lanes import DeliveryState
from bot.i18n import Language
from bot.knowledge import editing, expiry, service
from bot.knowledge.errors import (
    KnowledgeKeyTakenError,
    KnowledgeNothingError,
    KnowledgeOwnError,
    KnowledgePendingError,
    KnowledgeProblemsError,
    KnowledgeRetiredError,
    KnowledgeStaleError,
)
from bot.knowledge.service import NewEntry
from bot.knowledge.states import Change, Origin, VersionState
from bot.members.tiers import Tier
from db.models import KnowledgeEntry
from db.repositories import deliveries, knowledge
from db.session import Database
from tests.factories.knowledge import (
    NOW,
    OWNER,
    SECOND,
    WRITER,
    WRITTEN,
    make_deed,
    make_knowledge_desk,
    make_served,
    make_staff,
)

DESK = make_knowledge_desk()
DAY = timedelta(days=1)
NEW = NewEntry(
    "怎么开户？", "在官方 App 里开。", Language.SIMPLIFIED, ("account",), Origin.EXPERT, "7", WRITER
)


def _answer(session: Session, key: str = "reset-password", now=NOW) -> str | None:
    found = service.entry(session, key, now)
    return found.answer[Language.SIMPLIFIED] if found else None


def _edit(session: Session, entry: KnowledgeEntry, answer: str, key: str = "edit") -> int:
    written: dict[object, object] = {"answer": {"zh-Hans": answer}}
    editing.change(session, entry.id, written, make_deed(key=key))
    return entry.latest


def _alerts(session: Session) -> list[str]:
    return [one.markup for one in deliveries.in_state(session, DeliveryState.QUEUED)]


def test_what_one_wrote_is_served_once_another_approved_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = editing.add(session, WRITTEN, make_deed())
        assert service.served(session, NOW, None) == ()
        editing.submit(session, entry.id, 1, DESK, make_deed(key="submit"))
        with pytest.raises(KnowledgeOwnError):
            editing.approve(session, entry.id, 1, DESK, make_deed(key="own"))
        editing.approve(session, entry.id, 1, DESK, make_deed(SECOND, key="yes"))
        (found,) = service.served(session, NOW, None)
        assert (found.key, found.version, found.tags) == ("reset-password", 1, ("account",))
        assert found.question[Language.TRADITIONAL] == "忘記交易密碼怎麼辦？"
        assert found.question[Language.ENGLISH] == "忘记交易密码怎么办？"
        assert found.phrasings == {Language.SIMPLIFIED: ("密码忘了", "怎么重置密码")}

    db.run_sync(scenario)


def test_approving_twice_changes_nothing_and_two_who_race_serve_it_once(db: Database) -> None:
    entry_id = db.run_sync(make_served).id
    before = db.read_sync(service.served_version, NOW)
    db.run_sync(editing.approve, entry_id, 1, DESK, make_deed(SECOND, key="again"))
    with pytest.raises(KnowledgeStaleError):
        db.run_sync(editing.approve, entry_id, 1, DESK, make_deed(OWNER, key="too"))
    assert db.read_sync(service.served_version, NOW) == before


def test_an_edit_keeps_the_old_version_served_until_the_new_one_is_approved(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session)
        old, mark = _answer(session), service.served_version(session, NOW)
        number = _edit(session, entry, "请到柜台办理。")
        assert (_answer(session), service.served_version(session, NOW)) == (old, mark)
        editing.submit(session, entry.id, number, DESK, make_deed(key="submit"))
        editing.approve(session, entry.id, number, DESK, make_deed(SECOND, key="yes"))
        assert _answer(session) == "请到柜台办理。"
        assert service.served_version(session, NOW) != mark
        kinds = [one.change for one in knowledge.versions(session, entry.id)]
        assert kinds == [Change.EDITED, Change.ADDED]

    db.run_sync(scenario)


def test_nobody_approves_a_version_that_they_helped_to_write(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session)
        _edit(session, entry, "请到柜台办理。")
        helped: dict[object, object] = {"source": "公司公告"}
        editing.change(session, entry.id, helped, make_deed(SECOND, key="helps"))
        editing.submit(session, entry.id, 3, DESK, make_deed(key="submit"))
        for person in (WRITER, SECOND):
            with pytest.raises(KnowledgeOwnError):
                editing.approve(session, entry.id, 3, DESK, make_deed(person, key=f"by{person}"))
        with pytest.raises(KnowledgeStaleError):
            editing.approve(session, entry.id, 2, DESK, make_deed(OWNER, key="old button"))
        editing.approve(session, entry.id, 3, DESK, make_deed(OWNER, key="yes"))

    db.run_sync(scenario)


def test_an_owner_may_approve_their_own_words_once_they_have_confirmed_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = editing.add(session, WRITTEN, make_deed(OWNER))
        editing.submit(session, entry.id, 1, DESK, make_deed(OWNER, key="submit"))
        with pytest.raises(KnowledgeOwnError):
            editing.approve(session, entry.id, 1, DESK, make_deed(OWNER, key="yes"))
        editing.approve(session, entry.id, 1, DESK, make_deed(OWNER, key="sure"), confirmed=True)
        assert _answer(session) is not None

    db.run_sync(scenario)


def test_what_the_gate_stops_can_be_neither_submitted_nor_served(db: Database) -> None:
    def scenario(session: Session) -> None:
        written = {**WRITTEN, "answer": {"zh-Hans": "这只股票必涨，稳赚不赔。"}}
        entry = editing.add(session, written, make_deed())
        with pytest.raises(KnowledgeProblemsError) as caught:
            editing.submit(session, entry.id, 1, DESK, make_deed(key="submit"))
        problems = caught.value.fields["problems"]
        assert isinstance(problems, tuple)
        assert problems[0].id == "kb-problem-screened" and problems[0].arguments["rule"]
        assert knowledge.version(session, entry.id, 1).state is VersionState.DRAFT

    db.run_sync(scenario)


def test_a_higher_tier_sees_what_is_meant_for_lower_ones_and_nobody_else_does(
    db: Database,
) -> None:
    def scenario(session: Session) -> None:
        make_served(session, "for-all")
        make_served(session, "for-advanced", tier="advanced")
        make_served(session, "for-vip", tier="vip")
        seen = {
            tier: [one.key for one in service.served(session, NOW, tier)] for tier in (None, *Tier)
        }
        assert seen == {
            None: ["for-all"],
            Tier.NEWBIE: ["for-all"],
            Tier.ADVANCED: ["for-advanced", "for-all"],
            Tier.VIP: ["for-advanced", "for-all", "for-vip"],
        }

    db.run_sync(scenario)


def test_an_entry_is_served_to_the_last_minute_of_its_review_day_and_no_longer(
    db: Database,
) -> None:
    def scenario(session: Session) -> None:
        make_served(session, review_by="2026-11-22")
        midnight = NOW.replace(day=22, hour=16, minute=0)  # in Shanghai
        last = midnight - timedelta(minutes=1)
        assert _answer(session, now=last) is not None
        mark = service.served_version(session, last)
        assert _answer(session, now=midnight) is None
        assert service.served(session, midnight, Tier.VIP) == ()
        assert service.served_version(session, midnight) != mark

    db.run_sync(scenario)


def test_each_expiry_is_told_once_and_renewing_brings_the_answer_back(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_staff(session)
        entry = make_served(session, review_by="2026-11-22")
        later = NOW + 5 * DAY
        assert expiry.tell_expired(session, DESK, NOW) == 0
        assert expiry.tell_expired(session, DESK, later) == 1
        assert expiry.tell_expired(session, DESK, later + DAY) == 0
        assert sum("已到期" in text for text in _alerts(session)) == 1
        deed = make_deed(SECOND, key="renew", now=later)
        editing.renew(session, entry.id, 1, DESK, deed)
        assert _answer(session, now=later) is not None
        with pytest.raises(KnowledgeStaleError):
            editing.renew(session, entry.id, 1, DESK, make_deed(SECOND, key="twice", now=later))
        assert expiry.tell_expired(session, DESK, later + 400 * DAY) == 1

    db.run_sync(scenario)


def test_an_expired_entry_that_is_being_edited_is_not_renewed_over_the_edit(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session, review_by="2026-11-22")
        later = NOW + 5 * DAY
        written: dict[object, object] = {"source": "新的来源"}
        editing.change(session, entry.id, written, make_deed(key="edit", now=later))
        with pytest.raises(KnowledgePendingError):
            editing.renew(session, entry.id, 1, DESK, make_deed(SECOND, key="renew", now=later))
        deed = make_deed(key="submit", now=later)
        editing.submit(session, entry.id, 2, DESK, deed)  # its review day moved on with the edit

    db.run_sync(scenario)


def test_retiring_stops_an_answer_at_once_and_undoing_brings_the_same_one_back(
    db: Database,
) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session)
        old = _answer(session)
        number = _edit(session, entry, "还没批准的。")
        mark = service.served_version(session, NOW)
        editing.retire(session, entry.id, make_deed(key="retire"))
        editing.retire(session, entry.id, make_deed(key="twice"))
        assert _answer(session) is None and service.served_version(session, NOW) != mark
        with pytest.raises(KnowledgeRetiredError):
            _edit(session, entry, "停用以后", key="late")
        with pytest.raises(KnowledgeRetiredError):
            editing.approve(session, entry.id, number, DESK, make_deed(SECOND, key="late"))
        editing.restore(session, entry.id, DESK, make_deed(key="undo"))
        assert _answer(session) == old
        with pytest.raises(KnowledgeNothingError):
            editing.drop(session, entry.id, entry.latest, make_deed(key="drop"))

    db.run_sync(scenario)


def test_the_same_update_played_twice_writes_one_entry_and_one_version(db: Database) -> None:
    def scenario(session: Session) -> None:
        first = editing.add(session, WRITTEN, make_deed())
        assert editing.add(session, WRITTEN, make_deed()).id == first.id
        _edit(session, first, "请到柜台办理。")
        _edit(session, first, "请到柜台办理。")
        assert first.latest == 2
        with pytest.raises(KnowledgeKeyTakenError):
            editing.add(session, WRITTEN, make_deed(SECOND, key="other"))

    db.run_sync(scenario)


def test_a_draft_from_elsewhere_is_made_once_and_asked_about_once(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_staff(session)
        first = service.draft(session, NEW, NOW)
        assert service.draft(session, NEW, NOW + DAY) == first
        assert expiry.ask_waiting(session, DESK, NOW) == 1
        assert expiry.ask_waiting(session, DESK, NOW) == 0
        assert sum("来自专家答复" in text for text in _alerts(session)) == 1
        with pytest.raises(KnowledgeOwnError):
            editing.approve(session, first, 1, DESK, make_deed(WRITER, key="own"))
        entry = editing.approve(session, first, 1, DESK, make_deed(SECOND, key="yes"))
        assert _answer(session, entry.key) == "在官方 App 里开。"
        assert entry.expires_at is not None

    db.run_sync(scenario)


def test_a_draft_over_the_limits_is_kept_and_asked_about_but_not_approved_as_it_is(
    db: Database,
) -> None:
    def scenario(session: Session) -> None:
        long = NewEntry("问" * 300, "答" * 5000, Language.SIMPLIFIED, (), Origin.AMA, "9", None)
        entry_id = service.draft(session, long, NOW)
        assert expiry.ask_waiting(session, DESK, NOW) == 1  # its card holds all of it
        with pytest.raises(KnowledgeProblemsError):
            editing.approve(session, entry_id, 1, DESK, make_deed(SECOND, key="yes"))
        editing.drop(session, entry_id, 1, make_deed(SECOND, key="drop"))
        editing.drop(session, entry_id, 1, make_deed(SECOND, key="twice"))
        assert knowledge.by_id(session, entry_id).retired_at is not None

    db.run_sync(scenario)


def test_who_wrote_on_a_draft_stays_its_writer_when_another_person_brings_it_back(
    db: Database,
) -> None:
    def scenario(session: Session) -> None:
        for key, stop in (("dropped", "drop"), ("retired", "retire")):
            entry = editing.add(session, {**WRITTEN, "key": key}, make_deed(key=key))
            if stop == "drop":
                editing.drop(session, entry.id, 1, make_deed(SECOND, key=f"{key}:stop"))
            else:
                editing.retire(session, entry.id, make_deed(SECOND, key=f"{key}:stop"))
            editing.restore(session, entry.id, DESK, make_deed(SECOND, key=f"{key}:back"))
            number = entry.latest
            editing.submit(session, entry.id, number, DESK, make_deed(SECOND, key=f"{key}:sub"))
            for person in (WRITER, SECOND):
                with pytest.raises(KnowledgeOwnError):
                    deed = make_deed(person, key=f"{key}:{person}")
                    editing.approve(session, entry.id, number, DESK, deed)

    db.run_sync(scenario)


def test_what_one_person_decided_is_not_told_as_another_persons_decision(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session)
        editing.approve(session, entry.id, 1, DESK, make_deed(SECOND, key="twice"))
        with pytest.raises(KnowledgeStaleError):
            editing.approve(session, entry.id, 1, DESK, make_deed(WRITER, key="late"))
        number = _edit(session, entry, "请到柜台办理。")
        editing.drop(session, entry.id, number, make_deed(SECOND, key="drop"))
        with pytest.raises(KnowledgeStaleError):
            editing.drop(session, entry.id, number, make_deed(WRITER, key="drop late"))

    db.run_sync(scenario)
