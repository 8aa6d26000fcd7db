"""What the doctor says of each feed."""

from datetime import UTC, datetime

from bot.doctor import Level, check_feed
from bot.market.feed_memory import FeedState
from bot.market.headlines import Headline
from bot.market.http import Validators
from bot.market.news_trust import TrustList

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
URL = "https://news.example/rss?key=secret"
TRUST = TrustList(frozenset({"news.example"}))
STATE = FeedState(URL).renewed(
    (Headline("示例", "https://news.example/1", NOW, "示例"),), Validators(), NOW
)


def test_a_trusted_feed_that_answers_is_ok_with_its_last_answer_and_304s() -> None:
    line = check_feed(STATE.confirmed(NOW).confirmed(NOW), TRUST, attended=False)
    assert line.level is Level.OK
    assert line.found == (
        "trusted, 1 headlines, last answer 2026-11-20 02:00 UTC, 2 times unchanged (304)"
    )
    assert "secret" not in str(line)


def test_a_feed_that_fails_is_a_warning_with_the_kind() -> None:
    line = check_feed(FeedState(URL).failed("timed-out"), TRUST, attended=True)
    assert line.level is Level.WARN
    assert line.found.endswith("last answer never, 1 failures since: timed-out")


def test_an_untrusted_feed_is_a_warning_only_where_nobody_reads_beforehand() -> None:
    unread = check_feed(STATE, TrustList(), attended=False)
    assert unread.level is Level.WARN
    assert "NEWS_TRUSTED" in unread.to_do
    assert check_feed(STATE, TrustList(), attended=True).level is Level.OK
