"""The picture version of `/me`: the words and figures that go onto it, and the drawing."""

from typing import TYPE_CHECKING

from bot.i18n import Language, Say, Words, format_number
from bot.markup import plain
from bot.points.profile import Profile
from bot.points.telling import TIER_NAMES, privilege_of

if TYPE_CHECKING:
    from bot.charts.profile_card import ProfileCard
    from bot.charts.statistics_row import Statistic


def draw_card(profile: Profile, name: str, words: Words, language: Language) -> bytes:
    """Return a person's profile card as PNG; slow, so never on the event loop."""
    from bot.charts.profile_card import draw_profile_card  # noqa: PLC0415 - heavy, rarely used

    return draw_profile_card(card_of(profile, name, words, language))


def card_of(profile: Profile, name: str, words: Words, language: Language) -> "ProfileCard":
    """Return what stands on a person's profile card."""
    from bot.charts.profile_card import ProfileCard  # noqa: PLC0415 - as above

    def say(what: Say) -> str:
        return plain(words.say(language, what))

    standing, following = profile.standing, profile.standing.following
    return ProfileCard(
        name=name,
        fallback_name=say(Say("card-nameless")),
        tier=say(TIER_NAMES[profile.tier]),
        level=say(Say("card-level", level=standing.level, title=Say(standing.title))),
        done=standing.done,
        whole=standing.whole,
        progress=say(Say("card-progress", next=following.number, missing=standing.to_next))
        if following
        else say(Say("card-progress-top")),
        statistics=_statistics(profile, words, language),
        next_label=say(Say("card-next", next=following.number)) if following else "",
        next_text=say(privilege_of(following)) if following else "",
        foot=say(Say("card-foot")),
    )


def _statistics(profile: Profile, words: Words, language: Language) -> "tuple[Statistic, ...]":
    from bot.charts.statistics_row import Statistic  # noqa: PLC0415 - as above

    figures = (
        ("card-streak", profile.streak, "card-trading-days"),
        ("card-balance", profile.balance, "card-points"),
        ("card-lifetime", profile.standing.lifetime, "card-points"),
    )
    return tuple(
        Statistic(
            plain(words.say(language, Say(label))),
            format_number(value, language),
            plain(words.say(language, Say(unit, count=value))),
        )
        for label, value, unit in figures
    )
