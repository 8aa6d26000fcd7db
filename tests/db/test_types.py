from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from bot.members.tiers import Tier
from db.types import ScaledDecimal, UTCDateTime, ValueEnum

DIALECTS = [sqlite.dialect(), postgresql.dialect()]  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("dialect", DIALECTS, ids=["sqlite", "postgres"])
@given(
    at=st.datetimes(
        timezones=st.sampled_from(
            [UTC, timezone(timedelta(hours=8)), timezone(-timedelta(hours=5))]
        )
    ).filter(lambda at: 2 < at.year < 9998)
)
def test_an_instant_survives_the_database_in_utc(dialect: object, at: datetime) -> None:
    kind = UTCDateTime()
    back = kind.process_result_value(kind.process_bind_param(at, dialect), dialect)  # type: ignore[arg-type]
    assert back == at
    assert back is not None
    assert back.tzinfo is UTC


@given(units=st.integers(-(10**17), 10**17))
def test_a_scaled_decimal_survives_exactly(units: int) -> None:
    kind, value = ScaledDecimal(4), Decimal(units).scaleb(-4)
    stored = kind.process_bind_param(value, DIALECTS[0])
    assert stored == units
    assert kind.process_result_value(stored, DIALECTS[0]) == value


def test_a_decimal_finer_than_its_scale_is_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.00001"):
        ScaledDecimal(4).process_bind_param(Decimal("0.00001"), DIALECTS[0])


def test_an_enum_is_stored_by_its_value_and_an_unknown_one_is_refused() -> None:
    kind = ValueEnum(Tier)
    assert kind.process_bind_param(Tier.VIP, DIALECTS[0]) == "vip"
    assert kind.process_result_value("vip", DIALECTS[0]) is Tier.VIP
    with pytest.raises(ValueError, match="gold"):
        kind.process_bind_param("gold", DIALECTS[0])  # type: ignore[arg-type]
