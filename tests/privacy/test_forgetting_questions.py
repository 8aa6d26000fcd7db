from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session, SQLModel

from bot.i18n import Language
from bot.members.sight import Names, sight
from bot.privacy import copy, forgetting
from bot.privacy.forgetting import FIRST_PSEUDONYM, Guard
from bot.questions import asking, cases
from bot.questions.choosing import NOTHING
from bot.questions.promise import NoHumanDesk
from bot.questions.question import Question, Way
from bot.questions.states import CloseReason, QuestionState
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
DUE = NOW + timedelta(days=7)
ME, OWNER = 70_007_007, 1
GUARD = Guard((OWNER,), ZoneInfo("Asia/Shanghai"))


def _ask(session: Session) -> None:
    sight(session, ME, Names("林小满"), NOW)
    for number, text in enumerate(("我该不该卖掉招行", "成本比较高")):
        question = Question(ME, 0, ME, number + 1, text, Language.SIMPLIFIED, way=Way.PLAIN)
        asking.ask(session, NoHumanDesk(), question, NOTHING, NOW)


def _everything(session: Session) -> str:
    tables = SQLModel.metadata.tables
    named = [table for name, table in tables.items() if name.startswith("question_")]
    return "".join(str(row) for table in named for row in session.execute(select(table)))


async def test_questions_of_a_forgotten_person_stay_without_the_number_and_wait_for_nobody(
    db: Database,
) -> None:
    await db.run(_ask)
    assert str(ME) in await db.read(_everything)
    await db.run(forgetting.ask, ME, GUARD, NOW)
    assert await db.run(forgetting.carry_out, ME, GUARD, DUE, DUE.date())
    assert str(ME) not in await db.read(_everything)
    case = await db.read(cases.get, 1)
    assert case.asker_id == FIRST_PSEUDONYM + 1
    assert (case.state, case.close_reason) == (QuestionState.CLOSED, CloseReason.FORGOTTEN)


async def test_a_copy_of_ones_data_shows_what_was_asked_and_said(db: Database) -> None:
    await db.run(_ask)
    data = await db.read(copy.collect, ME)
    assert [row["text"] for row in data["asked"]] == ["我该不该卖掉招行"]
    assert "成本比较高" in [row["text"] for row in data["asked-lines"]]
    assert "assignee_id" not in data["asked"][0]
