from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.questions.desk import people
from bot.questions.desk.absence import set_away
from bot.questions.desk.claiming import claim, colleagues
from bot.questions.desk.errors import AbsenceMalformedError, NotAnExpertError
from bot.questions.desk.staffing import assign
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    NOW,
    OPERATOR,
    SECOND,
    make_deed,
    make_waiting,
)

THREE_DAYS = NOW + timedelta(days=3)


@pytest.mark.parametrize("typed", ["3天", "3 d", "3"])
def test_who_is_away_is_not_suggested_until_they_are_back(session: Session, typed: str) -> None:
    assert set_away(session, DESK, EXPERT, typed, make_deed()) == THREE_DAYS
    assign(session, DESK, EXPERT, "全部", make_deed(OPERATOR))  # topics leave an absence alone
    case = make_waiting(session)
    first = {each.id for each in people.suggested(session, DESK, case, NOW)}
    then = {each.id for each in people.suggested(session, DESK, case, THREE_DAYS)}
    assert EXPERT not in first
    assert SECOND in first
    assert EXPERT in then


def test_nothing_is_handed_to_who_is_away(session: Session) -> None:
    case = make_waiting(session)
    claim(session, DESK, case.id, make_deed(SECOND))
    assert EXPERT in {each.id for each in colleagues(session, DESK, case, make_deed())}
    set_away(session, DESK, EXPERT, "3天", make_deed())
    assert EXPERT not in {each.id for each in colleagues(session, DESK, case, make_deed())}
    assert set_away(session, DESK, EXPERT, "back", make_deed()) is None
    assert EXPERT in {each.id for each in colleagues(session, DESK, case, make_deed())}


@pytest.mark.parametrize("typed", ["", "0天", "91天", "明天", "-1", "三天"])
def test_an_absence_is_a_number_of_days(session: Session, typed: str) -> None:
    with pytest.raises(AbsenceMalformedError):
        set_away(session, DESK, EXPERT, typed, make_deed())


def test_only_who_answers_can_be_away(session: Session) -> None:
    with pytest.raises(NotAnExpertError):
        set_away(session, DESK, ASKER, "3天", make_deed())
