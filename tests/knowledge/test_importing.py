import pytest
from sqlmodel import Session

from bot.knowledge import editing, importing, service
from bot.knowledge.desk import KnowledgeDesk
from bot.knowledge.errors import KnowledgeImportUnknownError, KnowledgeOwnError
from bot.knowledge.files import FileKind, read_file, write_file
from bot.knowledge.importing import Comparison, compare
from bot.knowledge.rows import checked
from bot.members.deed import Deed
from db.session import Database
from tests.factories.knowledge import (
    NOW,
    OWNER,
    SECOND,
    WRITER,
    make_deed,
    make_knowledge_desk,
    make_served,
)

DESK = make_knowledge_desk()
FILE = """- key: reset-password
  tags: [account]
  source: 一般说明
  question: {zh-Hans: 忘记交易密码怎么办？}
  phrasings: {zh-Hans: [密码忘了, 怎么重置密码]}
  answer: {zh-Hans: 请到柜台办理。}
- key: open-account
  question: {zh-Hans: 怎么开户？}
  answer: {zh-Hans: 在官方 App 里开。}
"""


def _compare(session: Session, text: str = FILE, actor: int = WRITER) -> Comparison:
    rows, mistakes = checked(read_file("a.yaml", text.encode()))
    assert mistakes == ()
    return compare(session, rows, DESK, make_deed(actor, key="look"))


def _import(session: Session, text: str = FILE, key: str = "file", actor: int = WRITER) -> int:
    kept = importing.keep(session, _compare(session, text), "a.yaml", make_deed(actor, key=key))
    importing.write(session, kept.id, DESK, make_deed(actor, key=f"write {key}"))
    return kept.id


def _approve(
    session: Session, number: int, desk: KnowledgeDesk, deed: Deed, *, confirmed: bool = False
) -> importing.Approved:
    sound = importing.sound(session, number, desk, deed.now)
    return importing.approve_all(session, number, sound, desk, deed, confirmed=confirmed)


def _counts(compared: Comparison) -> tuple[int, int, int, int]:
    return len(compared.new), len(compared.changed), compared.unchanged, compared.retired


def test_a_file_is_compared_written_and_served_once_another_approved_it(db: Database) -> None:
    def scenario(session: Session) -> None:
        make_served(session)
        assert _counts(_compare(session)) == (1, 1, 0, 0)
        number = _import(session)
        assert [one.version for one in service.served(session, NOW, None)] == [1]
        with pytest.raises(KnowledgeOwnError):
            _approve(session, number, DESK, make_deed(key="own"))
        done = _approve(session, number, DESK, make_deed(SECOND, key="yes"))
        assert (done.count, done.refused) == (2, ())
        found = {one.key: one.version for one in service.served(session, NOW, None)}
        assert found == {"open-account": 1, "reset-password": 2}

    db.run_sync(scenario)


def test_importing_the_same_file_again_changes_nothing(db: Database) -> None:
    def scenario(session: Session) -> None:
        number = _import(session)
        assert _counts(_compare(session)) == (0, 0, 2, 0)
        _approve(session, number, DESK, make_deed(SECOND, key="yes"))
        assert _counts(_compare(session)) == (0, 0, 2, 0)
        again = importing.write(session, number, DESK, make_deed(key="pressed twice"))
        assert again.again and (again.new, again.changed) == (0, 0)
        done = _approve(session, number, DESK, make_deed(SECOND, key="twice"))
        assert done.count == 0

    db.run_sync(scenario)


@pytest.mark.parametrize("kind", FileKind)
def test_what_is_exported_and_imported_again_changes_nothing(db: Database, kind: FileKind) -> None:
    def scenario(session: Session) -> None:
        make_served(session)
        make_served(session, "for-vip", tier="vip", as_of="2026-11-01")
        make_served(session, "over", review_by="2026-11-20")
        packed = write_file(kind, importing.exported(session, NOW))
        rows, mistakes = checked(read_file(f"a.{kind.value}", packed))
        assert mistakes == () and len(rows) == 3
        later = make_deed(key="later", now=NOW.replace(day=25))
        assert _counts(compare(session, rows, DESK, later)) == (0, 0, 3, 0)

    db.run_sync(scenario)


def test_whose_edit_a_file_replaces_may_not_approve_the_file_s_version(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session)
        written: dict[object, object] = {"source": "别处"}
        editing.change(session, entry.id, written, make_deed(SECOND, key="edit"))
        number = _import(session)
        done = _approve(session, number, DESK, make_deed(SECOND, key="yes"))
        assert (done.count, done.refused) == (1, ("reset-password",))

    db.run_sync(scenario)


def test_what_is_retired_is_skipped_and_an_edit_that_waits_is_announced(db: Database) -> None:
    def scenario(session: Session) -> None:
        entry = make_served(session)
        written: dict[object, object] = {"source": "别处"}
        editing.change(session, entry.id, written, make_deed(SECOND, key="edit"))
        assert _compare(session).over == 1
        editing.retire(session, entry.id, make_deed(key="retire"))
        assert _counts(_compare(session)) == (1, 0, 0, 1)

    db.run_sync(scenario)


def test_rows_that_the_gate_stops_or_that_are_over_are_named_before_anything_is_written(
    db: Database,
) -> None:
    text = FILE.replace("请到柜台办理。", "这只股票必涨，稳赚不赔。") + "  review_by: 2020-01-01\n"

    def scenario(session: Session) -> None:
        named = {(one.number, one.say.id) for one in _compare(session, text).mistakes}
        assert named == {(1, "kb-problem-screened"), (2, "kb-problem-past")}

    db.run_sync(scenario)


def test_what_the_gate_has_learnt_to_stop_since_stays_behind_and_is_named(db: Database) -> None:
    def scenario(session: Session) -> None:
        number = _import(session)
        deed = make_deed(SECOND, key="yes")
        (first, *_) = sorted(importing.sound(session, number, DESK, NOW))
        done = importing.approve_all(session, number, {first}, DESK, deed)
        assert (done.count, done.refused) == (1, ("open-account",))
        assert [one.key for one in service.served(session, NOW, None)] == ["reset-password"]

    db.run_sync(scenario)


def test_a_preview_is_written_by_the_one_who_made_it_alone(db: Database) -> None:
    def scenario(session: Session) -> None:
        kept = importing.keep(session, _compare(session), "a.yaml", make_deed())
        with pytest.raises(KnowledgeImportUnknownError):
            importing.write(session, kept.id, DESK, make_deed(SECOND, key="other"))
        with pytest.raises(KnowledgeImportUnknownError):
            _approve(session, 99, DESK, make_deed(SECOND, key="none"))

    db.run_sync(scenario)


def test_an_owner_may_approve_all_of_their_own_file_once_confirmed(db: Database) -> None:
    def scenario(session: Session) -> None:
        number = _import(session, actor=OWNER)
        deed = make_deed(OWNER, key="sure")
        assert _approve(session, number, DESK, deed, confirmed=True).count == 2

    db.run_sync(scenario)
