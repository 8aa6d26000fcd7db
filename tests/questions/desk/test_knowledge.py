from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.i18n import Language
from bot.questions.desk.answering import answer
from bot.questions.desk.closing import make_entry
from bot.questions.desk.knowledge import KnowledgeShelf
from bot.questions.states import BotSaid
from db.repositories import questions
from tests.factories.experts import (
    DESK,
    EXPERT,
    NOW,
    make_deed,
    make_desk,
    make_typed,
    make_waiting,
)


@dataclass(frozen=True)
class Entry:
    question: dict[Language, str]


TITLES = {"star": "科创板开通条件", "assets": "资产怎么算"}


def entry(_session: Session, key: str, _now: datetime) -> Entry | None:
    return Entry({Language.SIMPLIFIED: TITLES[key]}) if key in TITLES else None


def shelf(kept: list[dict[str, Any]]) -> KnowledgeShelf:
    def draft(_session: Session, new: dict[str, Any], _now: datetime) -> int:
        kept.append(new)
        return 5

    return KnowledgeShelf(entry, draft, dict)


def test_what_the_bot_had_found_is_suggested_by_title_and_nothing_that_is_gone(
    session: Session,
) -> None:
    case = make_waiting(session)
    row = {"case_id": case.id, "round": 1, "entry_version": 1, "score": 900, "query": "q"}
    rows = [
        {**row, "entry_key": key, "rank": rank, "said": BotSaid.CHOICE, "shown_at": NOW}
        for rank, key in ((2, "assets"), (1, "star"), (3, "retired"))
    ]
    questions.add_offers(session, rows)
    assert shelf([]).suggestions(session, case, NOW) == ["科创板开通条件", "资产怎么算"]


def test_an_answer_becomes_a_draft_that_names_its_question_and_writer(session: Session) -> None:
    kept: list[dict[str, Any]] = []
    desk, case = make_desk(shelf=shelf(kept)), make_waiting(session, topic_tag="account")
    answer(session, DESK, case.id, make_typed("先做测评"), make_deed())
    answer(session, DESK, case.id, make_typed("再申请"), make_deed())
    assert make_entry(session, desk, case.id, make_deed()) == 5
    assert kept[0]["answer"] == "先做测评\n\n再申请"
    assert (kept[0]["tags"], kept[0]["owner_id"]) == (("account",), EXPERT)
    assert kept[0]["origin_ref"] == f"question:{case.id}"
