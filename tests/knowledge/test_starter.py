import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.i18n import Language
from bot.knowledge import editing, service, starter
from bot.knowledge.starter import Installed
from bot.knowledge.states import VersionState
from bot.strict_toml import InvalidData
from db.opening import open_database
from db.repositories import knowledge
from db.session import Database
from tests.factories.knowledge import NOW, make_deed, make_knowledge_desk

DESK = make_knowledge_desk()
ENTRY = """- key: {key}
  tags: [account]
  tier: all
  source: 一般说明
  as_of: 2026-11-22
  review_by: 2027-05-22
  question: {{zh-Hans: {key} 是什么？}}
  phrasings: {{zh-Hans: [{key} 怎么回事]}}
  answer: {{zh-Hans: {answer}}}
"""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def _pack(folder: Path, **answers: str) -> Path:
    text = "".join(ENTRY.format(key=key, answer=answer) for key, answer in answers.items())
    (folder / "sample.yaml").write_text(text, encoding="utf-8")
    return folder


def _install(db: Database, folder: Path) -> Installed:
    return db.run_sync(starter.install, NOW, folder=folder, gate=DESK.gate)


def _answers(db: Database) -> dict[str, str]:
    found = db.read_sync(service.served, NOW, None)
    return {one.key: one.answer[Language.SIMPLIFIED] for one in found}


def test_the_pack_is_installed_once_and_served_at_once(db: Database, tmp_path: Path) -> None:
    folder = _pack(tmp_path, first="甲", second="乙")
    assert _install(db, folder) == Installed(added=2)
    assert _answers(db) == {"first": "甲", "second": "乙"}
    assert _install(db, folder) == Installed()
    later = NOW.replace(year=2027, month=5, day=22, hour=16)
    assert db.read_sync(service.served, later, None) == ()
    assert len(db.read_sync(service.served, later - timedelta(minutes=1), None)) == 2


async def test_two_processes_that_start_at_once_install_the_pack_once(
    postgres_url: str, tmp_path: Path
) -> None:
    folder = _pack(tmp_path, **{f"entry-{number}": "甲" for number in range(40)})
    both = [open_database(postgres_url) for _ in range(2)]
    try:
        await asyncio.gather(*(one.run(starter.install, NOW, folder=folder) for one in both))
        assert len(_answers(both[0])) == 40
        assert both[0].read_sync(service.served_version, NOW) == "40.40"
    finally:
        for one in both:
            one.close()


def test_a_newer_pack_updates_what_nobody_here_wrote_on(db: Database, tmp_path: Path) -> None:
    _install(db, _pack(tmp_path, first="甲", second="乙", third="丙"))

    def by_hand(session: Session) -> None:
        edited, retired = knowledge.by_key(session, "first"), knowledge.by_key(session, "second")
        assert edited is not None and retired is not None
        written: dict[object, object] = {"source": "我们自己"}
        editing.change(session, edited.id, written, make_deed(key="edit"))
        editing.retire(session, retired.id, make_deed(key="retire"))

    db.run_sync(by_hand)
    newer = _pack(tmp_path, first="甲二", second="乙二", third="丙二", fourth="丁")
    assert _install(db, newer) == Installed(added=1, updated=1, kept=2)
    assert _answers(db) == {"first": "甲", "third": "丙二", "fourth": "丁"}


def test_an_entry_of_the_pack_never_takes_the_key_of_one_that_people_wrote(
    db: Database, tmp_path: Path
) -> None:
    written: dict[object, object] = {
        "key": "first",
        "question": {"zh-Hans": "问"},
        "answer": {"zh-Hans": "我们的"},
    }
    db.run_sync(editing.add, written, make_deed())
    assert _install(db, _pack(tmp_path, first="包里的")) == Installed(kept=1)
    assert _answers(db) == {}


def test_what_the_gate_stops_is_brought_and_waits(db: Database, tmp_path: Path) -> None:
    _install(db, _pack(tmp_path, first="这只股票必涨，稳赚不赔。"))
    assert _answers(db) == {}
    ((_, version),) = db.read_sync(knowledge.latest_pairs)
    assert version.state is VersionState.WAITING


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("tags: [account]", "tags: [stocks]", "tags"),
        ("tags: [account]", "tags: []", "tags"),
        ("source: 一般说明", "sauce: 一般说明", "-"),
        ("as_of: 2026-11-22", "", "as_of"),
        ("甲", "长" * 241, "answer.zh-Hans"),
        ("zh-Hans: first 是什么？", "en: What is it?", "-"),
        ("key: first", "key: First", "key"),
    ],
)
def test_a_mistake_in_the_pack_is_named_by_file_entry_and_field(
    tmp_path: Path, before: str, after: str, field: str
) -> None:
    folder = _pack(tmp_path, first="甲")
    path = folder / "sample.yaml"
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    with pytest.raises(InvalidData) as caught:
        starter.load(folder)
    fields = caught.value.fields
    assert fields["file"] == "sample.yaml" and fields["field"] == field
    assert fields["item"] in {"first", "#1"}


def test_a_key_in_two_files_of_the_pack_is_named(tmp_path: Path) -> None:
    _pack(tmp_path, first="甲")
    (tmp_path / "zz.yaml").write_text((tmp_path / "sample.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(InvalidData) as caught:
        starter.load(tmp_path)
    assert (caught.value.fields["file"], caught.value.fields["field"]) == ("zz.yaml", "key")


def test_the_pack_that_comes_with_the_product_can_be_read() -> None:
    starter.load()
