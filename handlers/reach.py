"""What people do with a brief besides reading it: reactions, votes; and how operators see it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from telegram import ReactionType, ReactionTypeCustomEmoji, ReactionTypeEmoji

from bot.briefs.content_report import layers_line_until
from bot.briefs.corrections.errors import CorrectionNoEdition
from bot.briefs.corrections.request import read_edition
from bot.briefs.corrections.service import posted_edition
from bot.briefs.reach import service
from bot.briefs.reach.service import EditionReached
from bot.i18n import Say
from bot.members.roles import Right
from bot.telegram.turn import Turn
from handlers.desk import require_staff

WORDS = frozenset({"reach", "触达", "觸達"})
MOST_EMOJIS = 6


async def reaction(turn: Turn) -> None:
    """Count one person's reaction, given or taken back."""
    change = turn.update.message_reaction
    if change is None or change.user is None or change.user.is_bot:
        await turn.notice()
        return
    place = (change.chat.id, change.message_id)
    emojis = Counter(_name(one) for one in change.new_reaction)
    await turn.act(service.reacted, place, change.user.id, emojis, turn.update.update_id, turn.now)


async def reaction_counts(turn: Turn) -> None:
    """Keep the numbers of reactions whose authors Telegram hides."""
    change = turn.update.message_reaction_count
    if change is None:
        await turn.notice()
        return
    place = (change.chat.id, change.message_id)
    emojis = {_name(one.type): one.total_count for one in change.reactions}
    await turn.act(service.reactions_counted, place, emojis, turn.update.update_id, turn.now)


async def poll(turn: Turn) -> None:
    """Keep how many voted in a brief's poll."""
    told = turn.update.poll
    if told is None:
        await turn.notice()
        return
    votes: dict[str, Any] = {
        str(place): option.voter_count for place, option in enumerate(told.options)
    }
    votes["total"] = told.total_voter_count
    await turn.act(service.voted, told.id, votes, turn.update.update_id, turn.now)


async def tapped(turn: Turn, what: str, edition_id: int | None = None) -> None:
    """Count a tap on a button under a brief."""
    shown = turn.message
    message_id = shown.message_id if shown is not None else 0
    place = (turn.here.id, message_id)
    update_id = turn.update.update_id
    await turn.act(service.tapped, place, turn.me.id, what, update_id, turn.now, edition_id)


async def show(turn: Turn, arguments: str) -> None:
    """Show operators the reach of a day's editions, or of one: `/brief reach [day|EDITION]`."""
    await require_staff(turn, Right.REVIEW_BRIEFS)
    wanted = read_edition(arguments)
    if wanted.number is not None:
        edition = await turn.ask(posted_edition, wanted.number)
        found = [await turn.ask(service.of_edition, edition)]
    else:
        day = wanted.day or await turn.ask(service.last_day)
        found = await turn.ask(service.of_day, day) if day else []
    if not found:
        raise CorrectionNoEdition(received=arguments[:40])
    day = found[0].edition.day
    layers = await turn.ask(layers_line_until, day)
    await turn.reply(Say("reach-head", day=day), *lines_of(found), layers)


def lines_of(found: Iterable[EditionReached]) -> tuple[Say, ...]:
    """Return the lines on several editions."""
    return tuple(line for one in found for line in _lines(one))


def _lines(one: EditionReached) -> list[Say]:
    edition, reach = one.edition, one.reach
    head = Say(
        "reach-edition",
        brief=Say(f"brief-slot-{edition.slot.value}"),
        tier=Say(f"brief-tier-{edition.tier.value}"),
        number=str(edition.id),
        groups=reach.groups,
        wanted=reach.wanted,
        people=reach.people,
    )
    emojis = list(reach.reactions.items())[:MOST_EMOJIS]
    shown = " ".join(f"{emoji} {count}" for emoji, count in emojis)
    signs = Say(
        "reach-signs",
        reactions=shown or "0",
        tappers=reach.tappers,
        taps=reach.taps,
        sources=reach.sources,
        terms=reach.terms,
        votes=reach.votes,
    )
    return [head, signs]


def _name(kind: ReactionType) -> str:
    """Return a reaction as it is counted: the emoji, or one name for all custom ones."""
    if isinstance(kind, ReactionTypeEmoji):
        return str(kind.emoji)
    return "✨" if isinstance(kind, ReactionTypeCustomEmoji) else "⭐"
