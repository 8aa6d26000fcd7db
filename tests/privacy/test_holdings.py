from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import BigInteger, Column, Table
from sqlmodel import SQLModel

import db.models  # noqa: F401 - every table is in the metadata then
from bot.i18n import Language, Say, words_for
from bot.privacy.holdings import BY_TABLE, HOLDINGS, Fate

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
NAMES = {
    "member_id",
    "author_id",
    "actor_id",
    "person_id",
    "user_id",
    "owner_id",
    "reporter_id",
    "asker_id",
    "answerer_id",
    "assignee_id",
    "expert_id",
    "rater_id",
    "pseudonym_id",
}
WHAT_TO_DO = """
Table `{table}` names people in {columns}, and `bot/privacy/holdings.py` does not say what
becomes of that. Declare it there: a Holding with `about` (the person whom a row is about) or
`others` (staff who acted), its Fate when that person uses /forget (DELETE, RENAME under a
pseudonym, KEEP by law or for a proof, STAFF), and the section under which /mydata shows it.
"""


def _names_a_person(column: Column[object]) -> bool:
    if any(key.target_fullname == "member.id" for key in column.foreign_keys):
        return True
    named = column.name in NAMES or column.name.endswith("_by")
    return named and isinstance(column.type, BigInteger)


def _undeclared(table: Table) -> list[str]:
    found = {column.name for column in table.columns if _names_a_person(column)}
    declared = BY_TABLE.get(table.name)
    return sorted(found - {*declared.about, *declared.others} if declared else found)


def test_every_table_that_names_a_person_is_declared() -> None:
    tables = SQLModel.metadata.tables.values()
    assert len(tables) > 50
    undeclared = [(table.name, found) for table in tables if (found := _undeclared(table))]
    advice = [WHAT_TO_DO.format(table=table, columns=columns) for table, columns in undeclared]
    assert undeclared == [], "".join(advice)


def test_every_declared_column_exists_and_no_table_is_declared_twice() -> None:
    assert len(BY_TABLE) == len(HOLDINGS)
    for one in HOLDINGS:
        columns = set(one.table.__table__.columns.keys()) | {"title"}  # type: ignore[attr-defined]
        named = {*one.about, *one.others, *one.shows, *one.hides, *([one.when] if one.when else [])}
        assert named <= columns, (one.table.__name__, named - columns)


def test_what_stays_is_kept_as_a_class_with_a_term() -> None:
    for one in HOLDINGS:
        if one.fate in {Fate.KEEP, Fate.RENAME}:
            assert one.kept_as is not None, one.table.__name__


@pytest.mark.parametrize("language", list(Language))
def test_every_section_and_shown_column_has_a_heading(language: Language) -> None:
    for one in HOLDINGS:
        if one.section is not None:
            assert one.shows, one.table.__name__
            assert WORDS.say(language, Say(f"data-{one.section}"))
        for column in one.shows:
            assert WORDS.say(language, Say(f"data-field-{column}"))
