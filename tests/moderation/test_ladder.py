from datetime import UTC, datetime, timedelta

import pytest

from bot.compliance.verdict import Severity
from bot.moderation.ladder import Offence, Standing, Strike
from bot.moderation.ladder_file import LADDER, default_ladder, load_ladder
from bot.moderation.measures import Measure
from bot.strict_toml import InvalidData

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
MEMBER, NEWCOMER = Standing(), Standing(newcomer=True)
LURE = Offence("R-040", "lure", Severity.BLOCK)
ORDER = Offence("R-070", "order", Severity.BLOCK)
PHONE = Offence("R-110", "personal-data", Severity.REVIEW)
MODEL = Offence("M-001", "model", Severity.REVIEW)
HINT = Offence("R-051", "tip", Severity.WARN)
PROMISE = Offence("R-010", "promised-return", Severity.BLOCK)


def sentence(*offences: Offence, standing: Standing = MEMBER, history=()):
    return default_ladder().sentence(offences, standing, history, NOW)


def strikes(count: int, days: int) -> Strike:
    return Strike(count, NOW - timedelta(days=days))


def test_a_clean_message_leads_to_nothing() -> None:
    assert sentence().measure is Measure.NOTHING


def test_an_order_is_answered_and_told_but_stays_and_counts_for_nothing() -> None:
    done = sentence(ORDER, standing=NEWCOMER)
    assert (done.measure, done.case, done.strikes) == (Measure.REPLY, True, 0)


def test_a_lure_by_a_member_is_deleted_and_by_a_newcomer_mutes_and_becomes_a_case() -> None:
    assert sentence(LURE).measure is Measure.DELETE
    done = sentence(LURE, standing=NEWCOMER)
    assert (done.measure, done.minutes, done.case) == (Measure.MUTE, 1440, True)


def test_private_data_is_deleted_without_a_strike() -> None:
    done = sentence(PHONE)
    assert (done.measure, done.strikes, done.case) == (Measure.DELETE, 0, False)


def test_what_the_model_alone_suspects_waits_for_a_person_and_stays() -> None:
    assert sentence(MODEL).measure is Measure.HOLD
    assert sentence(MODEL, standing=NEWCOMER).measure is Measure.HOLD
    assert sentence(MODEL).case


def test_trusted_members_are_not_reminded_where_a_rule_only_warns() -> None:
    assert sentence(HINT).measure is Measure.REPLY
    assert sentence(HINT, standing=Standing(trusted=True)).measure is Measure.LOG
    assert sentence(PROMISE, standing=Standing(trusted=True)).measure is Measure.DELETE


def test_a_channel_is_never_muted_but_its_text_goes() -> None:
    channel = Standing(newcomer=True, has_person=False)
    assert sentence(LURE, standing=channel).measure is Measure.DELETE


def test_the_strictest_of_several_offences_decides() -> None:
    assert sentence(ORDER, LURE).measure is Measure.DELETE


@pytest.mark.parametrize(
    ("earlier", "measure", "minutes"),
    [(0, Measure.DELETE, 0), (2, Measure.MUTE, 60), (4, Measure.MUTE, 1440), (12, Measure.BAN, 0)],
)
def test_repeats_escalate(earlier: int, measure: Measure, minutes: int) -> None:
    done = sentence(PROMISE, history=[strikes(earlier, 1)] if earlier else [])
    assert (done.measure, done.minutes) == (measure, minutes)


def test_old_strikes_fade_and_then_count_for_nothing() -> None:
    ladder = default_ladder()
    weights = [ladder.weigh([strikes(1, days)], NOW) for days in (1, 10, 20, 31)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 100
    assert weights[-1] == 0
    assert sentence(PROMISE, history=[strikes(2, 31)]).measure is Measure.DELETE


def test_history_alone_turns_no_reminder_into_a_mute() -> None:
    assert sentence(HINT, history=[strikes(20, 1)]).measure is Measure.REPLY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('measure = "ban"', 'measure = "shout"'),
        ("hours = 72 ", "hours = -1 "),
        ('name = "warn"', 'name = "log"'),
        ('kinds = ["model"]', 'kinds = ["order"]'),
        ("[trusted]", "[trusted]\nlevels = 3"),
    ],
)
def test_a_mistake_in_the_ladder_is_refused(tmp_path, before: str, after: str) -> None:
    text = LADDER.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "ladder.toml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InvalidData):
        load_ladder(path)
