from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup
from sqlmodel import Session

from bot.calendar.service import Community
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.attention import Offered, awake_from, is_quiet, offer
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post
from db.repositories import attention, deliveries
from db.session import Database
from tests.factories.members import make_member

SHANGHAI = ZoneInfo("Asia/Shanghai")
COMMUNITY = Community(SHANGHAI, time(4), "XSHG")
NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
GATE = Gate(default_pack())


def _offer(
    session: Session,
    key: str,
    lane: Lane = Lane.CAMPAIGN,
    now: datetime = NOON,
    hours: int = 24,
) -> Offered:
    text = GATE.admit(Markup("周三有直播"))
    useless = now + timedelta(hours=hours)
    post = Post(key, lane, 7, text, not_before=now, useless_after=useless)
    return offer(session, post, COMMUNITY, now)


def _why(session: Session, key: str) -> tuple[DeliveryState, str | None]:
    found = deliveries.with_key(session, key)
    assert found is not None
    session.refresh(found)
    return found.state, found.why


def test_quiet_hours_last_from_ten_to_eight() -> None:
    assert is_quiet(NIGHT, SHANGHAI) and not is_quiet(NOON, SHANGHAI)
    assert awake_from(NIGHT, SHANGHAI) == datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
    assert awake_from(NOON, SHANGHAI) == NOON


def test_the_third_message_of_a_day_is_not_sent_and_the_next_day_has_room(db: Database) -> None:
    db.run_sync(make_member, 7)
    assert [db.run_sync(_offer, key) for key in "abc"] == ["queued", "queued", "suppressed"]
    assert db.run_sync(_why, "c") == (DeliveryState.SUPPRESSED, "daily-budget")
    tomorrow = NOON + timedelta(days=1)
    assert db.run_sync(_offer, "d", Lane.CAMPAIGN, tomorrow) == "queued"


def test_what_matters_more_takes_the_place_of_what_matters_less(db: Database) -> None:
    db.run_sync(make_member, 7)
    db.run_sync(_offer, "a")
    db.run_sync(_offer, "b")
    assert db.run_sync(_offer, "contest", Lane.CONTEST) == "queued"
    assert db.run_sync(_why, "b") == (DeliveryState.SUPPRESSED, "daily-budget")
    assert db.run_sync(_why, "a") == (DeliveryState.QUEUED, None)


def test_the_same_offer_twice_takes_one_place(db: Database) -> None:
    db.run_sync(make_member, 7)
    assert [db.run_sync(_offer, "a") for _ in range(2)] == ["queued", "known"]
    assert db.run_sync(_offer, "b") == "queued"


def test_at_night_it_waits_or_is_dropped_if_that_is_too_late(db: Database) -> None:
    db.run_sync(make_member, 7)
    assert db.run_sync(_offer, "waits", Lane.CAMPAIGN, NIGHT) == "deferred"
    assert db.run_sync(_offer, "late", Lane.CAMPAIGN, NIGHT, 2) == "suppressed"
    assert db.run_sync(_why, "late") == (DeliveryState.SUPPRESSED, "quiet-hours")


def test_a_refusal_counts_for_its_own_lane_alone(db: Database) -> None:
    db.run_sync(make_member, 7)
    db.run_sync(attention.choose, 7, Lane.CAMPAIGN, False, NOON)
    assert db.run_sync(_offer, "a") == "suppressed"
    assert db.run_sync(_offer, "b", Lane.SURVEY) == "queued"
