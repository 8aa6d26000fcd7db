"""Night, policies and the shape of messages."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.errors import BellError
from bot.moderation.errors import GuardUsageError, NightUnreadableError
from bot.moderation.flood import Flood
from bot.moderation.heard import Forwarded, Heard
from bot.moderation.ladder_file import default_ladder
from bot.moderation.measures import ForwardPolicy, LinkPolicy, Mode
from bot.moderation.night import read_night
from bot.moderation.policy import Policy, changed, from_stored
from bot.moderation.shape import shape_offences

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOSTS = default_ladder().hosts


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


@pytest.mark.parametrize(
    "typed", ["23:00-07:00", "23-7", "２３：００－０７：００", "23点到7点", "23 ~ 7"]
)
def test_a_night_over_midnight_is_one_night(typed: str) -> None:
    night = read_night(typed)
    assert str(night) == "23:00-07:00"
    held = [night.holds(local(20, hour), SHANGHAI) for hour in (22, 23, 0, 6, 7)]
    assert held == [False, True, True, True, False]
    evening = night.evening_of(local(20, 23, 30), SHANGHAI)
    assert evening == night.evening_of(local(21, 6, 59), SHANGHAI)


@pytest.mark.parametrize("typed", ["", "23", "7-7", "25-7", "23:99-7", "a-b", "-", "23-7-9"])
def test_what_is_no_night_is_refused(typed: str) -> None:
    with pytest.raises(NightUnreadableError):
        read_night(typed)


def test_a_policy_survives_the_database_and_changes_one_thing_at_a_time() -> None:
    policy = Policy()
    for what, value in (
        ("mode", "watch"),
        ("links", "listed"),
        ("forwards", "none"),
        ("night", "23-7"),
        ("newcomer", "４８"),
        ("allow", "https://example.com/a"),
    ):
        policy = changed(policy, what, value)
    assert from_stored(policy.stored(), policy.version) == policy
    assert (policy.mode, policy.links, policy.hosts) == (
        Mode.WATCH,
        LinkPolicy.LISTED,
        ("example.com",),
    )
    assert changed(policy, "disallow", "example.com").hosts == ()
    assert changed(policy, "night", "off").night is None


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("mode", "shout"),
        ("mode", ""),
        ("newcomer", "-1"),
        ("newcomer", "99999"),
        ("newcomer", "9" * 17),
        ("newcomer", "x"),
        ("night", "never"),
        ("allow", "???"),
        ("version", "3"),
        ("", ""),
    ],
)
def test_a_policy_takes_no_nonsense(what: str, value: str) -> None:
    with pytest.raises(BellError):
        changed(Policy(), what, value)


def test_a_list_of_websites_has_an_end() -> None:
    policy = Policy(hosts=tuple(f"h{n}.com" for n in range(50)))
    with pytest.raises(GuardUsageError):
        changed(policy, "allow", "one-more.com")


def rules(heard: Heard, policy: Policy = Policy(), *, newcomer=False, night=False, flood=None):  # noqa: B008
    own = frozenset({"opening_bell_bot"})
    found = shape_offences(heard, policy, flood, HOSTS, own, newcomer=newcomer, night=night)
    return [offence.rule for offence in found]


def test_a_plain_link_is_a_members_right_and_not_a_newcomers() -> None:
    heard = Heard(-5, 1, 1, "看 example.com/a")
    assert rules(heard) == []
    assert rules(heard, newcomer=True) == ["G-link-plain"]
    assert rules(heard, Policy(links=LinkPolicy.FREE), newcomer=True) == []
    assert rules(heard, Policy(links=LinkPolicy.LISTED)) == ["G-link-plain"]
    assert rules(heard, Policy(links=LinkPolicy.LISTED, hosts=("example.com",))) == []


def test_an_allowed_site_may_be_linked_by_newcomers_by_day_alone() -> None:
    heard = Heard(-5, 1, 1, "https://www.sse.com.cn/")
    assert rules(heard, newcomer=True) == []
    assert rules(heard, newcomer=True, night=True) == ["G-link-listed"]


def test_a_hidden_link_and_an_invitation_are_nobodys_right() -> None:
    hidden = Heard(-5, 1, 1, "点这里", urls=("https://t.me/+abc",))
    assert rules(hidden, Policy(links=LinkPolicy.FREE)) == ["G-link-invite"]


@pytest.mark.parametrize(
    ("policy", "origin", "newcomer", "allowed"),
    [
        (ForwardPolicy.FREE, Forwarded.CHANNEL, True, True),
        (ForwardPolicy.NEWCOMERS, Forwarded.CHANNEL, False, True),
        (ForwardPolicy.NEWCOMERS, Forwarded.PERSON, True, False),
        (ForwardPolicy.CHANNELS, Forwarded.BOT, False, False),
        (ForwardPolicy.CHANNELS, Forwarded.PERSON, False, True),
        (ForwardPolicy.NONE, Forwarded.PERSON, False, False),
    ],
)
def test_forwards_follow_the_groups_policy(policy, origin, newcomer, allowed) -> None:
    heard = Heard(-5, 1, 1, "", forwarded=origin)
    found = rules(heard, Policy(forwards=policy), newcomer=newcomer)
    assert (found == []) is allowed


def test_newcomers_contacts_are_held_and_voice_and_stickers_are_not() -> None:
    assert rules(Heard(-5, 1, 1, "", contact=True), newcomer=True) == ["G-contact"]
    assert rules(Heard(-5, 1, 1, ""), newcomer=True, night=True) == []
    assert rules(Heard(-5, 1, 1, ""), flood=Flood.MESSAGES) == ["G-flood-messages"]
