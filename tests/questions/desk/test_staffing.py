from datetime import date, timedelta

import pytest
from sqlmodel import Session

from bot.members.tiers import Tier
from bot.questions.desk import people, staffing
from bot.questions.desk.errors import (
    LicenceMalformedError,
    LicenceOverError,
    LicenceUnknownError,
    NotAnExpertError,
    ScopeUnknownError,
    TopicUnknownError,
)
from bot.questions.desk.staffing import Declared
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    NOW,
    OPERATOR,
    OPS,
    make_deed,
    make_licence,
    posts,
)


def declare(session: Session, typed: str = "投顾 2027-03-31 S0010120080001") -> None:
    declared = staffing.read_licence(DESK, typed)
    staffing.declare(session, DESK, EXPERT, declared, make_deed(OPERATOR))


def held(session: Session) -> list[tuple[str, str]]:
    found = people.expert(session, DESK, EXPERT)
    assert found is not None
    return [(licence.scope, licence.number) for licence in found.licences]


def test_a_licence_is_read_as_people_type_it() -> None:
    declared = staffing.read_licence(DESK, " 证券投资咨询  2027-3-31 S0010120080001 ")
    assert declared == Declared("advisory", date(2027, 3, 31), "S0010120080001")


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", LicenceMalformedError),
        ("投顾 2027-03-31", LicenceMalformedError),
        ("投顾 2027-02-30 S1", LicenceMalformedError),
        ("占星 2027-03-31 S100", ScopeUnknownError),
    ],
)
def test_what_is_no_licence_is_refused(typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        staffing.read_licence(DESK, typed)


def test_a_new_licence_takes_the_place_of_the_one_before(session: Session) -> None:
    declare(session)
    declare(session)
    declare(session, "advisory 2028-03-31 S0010120080002")
    assert held(session) == [("advisory", "S0010120080002")]
    staffing.remove(session, DESK, EXPERT, "投顾", make_deed(OPERATOR))
    assert held(session) == []
    with pytest.raises(LicenceUnknownError):
        staffing.remove(session, DESK, EXPERT, "投顾", make_deed(OPERATOR))


def test_only_experts_hold_licences_and_none_that_is_over(session: Session) -> None:
    with pytest.raises(LicenceOverError):
        declare(session, "投顾 2026-11-19 S0010120080001")
    declared = staffing.read_licence(DESK, "投顾 2027-03-31 S0010120080001")
    with pytest.raises(NotAnExpertError):
        staffing.declare(session, DESK, ASKER, declared, make_deed(OPERATOR))


def test_topics_and_tiers_are_named_in_one_list(session: Session) -> None:
    tags, tiers = staffing.assign(session, DESK, EXPERT, "账户，fees vip", make_deed(OPERATOR))
    assert (tags, tiers) == (("account", "fees"), (Tier.VIP,))
    found = people.expert(session, DESK, EXPERT)
    assert found is not None
    assert (found.tags, found.tiers) == ({"account", "fees"}, {Tier.VIP})
    with pytest.raises(TopicUnknownError):
        staffing.assign(session, DESK, EXPERT, "占星", make_deed(OPERATOR))
    with pytest.raises(NotAnExpertError):
        staffing.assign(session, DESK, ASKER, "账户", make_deed(OPERATOR))


def test_the_operators_are_warned_once_thirty_days_before_the_end(session: Session) -> None:
    make_licence(session)
    end = NOW + (date(2027, 3, 31) - NOW.date())
    told = [staffing.warn(session, DESK, end - timedelta(days=days)) for days in (31, 30, 1)]
    assert told == [0, 1, 0]
    assert "3月31日" in posts(session, OPS)[0].markup
