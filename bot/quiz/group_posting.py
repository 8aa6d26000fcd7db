"""Putting the quiz to the groups: on trading days at its time, each group items of its tier."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from markupsafe import escape
from sqlmodel import Session

from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import calendar_for
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.delivery.polls import Poll
from bot.i18n import Language, Say
from bot.markup import plain
from bot.members.tiers import Binding, Purpose, Tier
from bot.quiz.bank import Bank
from bot.quiz.item import Item
from bot.quiz.means import QuizMeans
from bot.quiz.order import next_item, shown_options, shuffle_of
from bot.quiz.rounds import open_items
from bot.quiz.shelf import bank_of
from bot.quiz.states import PollState
from db.models.group import Group
from db.repositories import groups, quiz_groups

TRIES = 5
"""How many items are tried for a place whose wording the gate holds back."""


def opens_at(session: Session, means: QuizMeans, at: time, now: datetime) -> datetime | None:
    """Return when the quiz of today opens while it is time to put it; nothing at other times."""
    zone = means.community.zone
    day = now.astimezone(zone).date()
    opens = datetime.combine(day, at, zone)
    if not opens <= now < opens + means.ladder.group.latest:
        return None
    return opens if _trades(session, means, day) else None


def put_due(session: Session, means: QuizMeans, at: time, now: datetime) -> int:
    """Put the quiz to every group whose time it is and that has none yet; return to how many."""
    opens = opens_at(session, means, at, now)
    if opens is None or not means.ladder.group.items:
        return 0
    day, bank = opens.date(), bank_of(session, means.items)
    waiting = [
        group for group in _groups(session) if not quiz_groups.has_polls(session, group.id, day)
    ]
    return sum(bool(_put_set(session, group, bank, means, opens, now)) for group in waiting)


def tell_missed(session: Session, means: QuizMeans, at: time, now: datetime) -> int:
    """Tell the operators of yesterday's and today's quizzes that came too late to be put.

    A group that had quizzes before and has none of that trading day missed it; return how many.
    """
    today = now.astimezone(means.community.zone).date()
    return sum(_tell_missed(session, means, at, today - timedelta(days=n), now) for n in (1, 0))


def _tell_missed(session: Session, means: QuizMeans, at: time, day: date, now: datetime) -> int:
    opens = datetime.combine(day, at, means.community.zone)
    if not means.ladder.group.items or now < opens + means.ladder.group.latest:
        return 0
    if not _trades(session, means, day):
        return 0
    missed = [group for group in _groups(session) if _missed(session, group, day)]
    if missed:
        say = Say("group-quiz-missed", day=day, groups=len(missed))
        means.alerts.raise_in(session, f"group-quiz-missed:{day:%Y%m%d}", say, now)
    return len(missed)


def _missed(session: Session, group: Group, day: date) -> bool:
    last = quiz_groups.last_day(session, group.id, day)
    return last is not None and last < day


def _groups(session: Session) -> Sequence[Group]:
    return groups.bound(session, *(binding for binding in Binding if binding.tier is not None))


def _trades(session: Session, means: QuizMeans, day: date) -> bool:
    try:
        return calendar_for(session, means.community.exchange).is_trading_day(day)
    except CalendarUncovered:
        return False  # the operators are told by the briefs; nothing is guessed


def _put_set(
    session: Session, group: Group, bank: Bank, means: QuizMeans, opens: datetime, now: datetime
) -> int:
    """Put a group's items of the day; return how many it got."""
    tier = group.binding.tier if group.binding else None
    if tier is None:
        return 0
    used: set[str] = set()
    put = 0
    for place in range(means.ladder.group.items):
        level = _level(tier, opens.date(), place, means)
        chosen = _choose(session, group, bank, level, used, means)
        if chosen is not None:
            used.add(chosen[0].id)
            put += _put(session, group, place, chosen, means, opens, now)
    return put


def _level(tier: Tier, day: date, place: int, means: QuizMeans) -> int:
    """Return the level of a place: a tier's levels take turns over places and days."""
    levels = means.ladder.group.tiers[tier].levels
    return levels[(day.toordinal() + place) % len(levels)]


def _choose(
    session: Session,
    group: Group,
    bank: Bank,
    level: int,
    used: Collection[str],
    means: QuizMeans,
) -> tuple[Item, str, Poll, Screened] | None:
    """Return the next item of a level for a group, as a poll that may be said."""
    met, tried = quiz_groups.times_put(session, group.id), set(used)
    language = group.language or means.language
    for _ in range(TRIES):
        item = next_item(open_items(bank, level), -group.id, met, tried)
        if item is None or item.id in tried:
            return None
        tried.add(item.id)
        shuffle = shuffle_of(-group.id, met.get(item.id, 0), item)
        poll = poll_of(item, shuffle, language, means)
        try:
            also = (*poll.options, poll.explanation)
            return item, shuffle, poll, means.gate.admit(escape(poll.question), also=also)
        except Blocked:
            continue
    return None


def poll_of(item: Item, shuffle: str, language: Language, means: QuizMeans) -> Poll:
    """Return an item as a quiz of the network's own, its options in the order of `shuffle`."""
    wording = item.in_language(language)
    name = Say(f"quiz-level-{item.level}")
    head = Say("group-quiz-question", level=item.level, name=name, text=wording.prompt)
    return Poll(
        question=plain(means.words.say(language, head)),
        options=shown_options(wording.options, shuffle),
        correct=shuffle.index(str(item.correct)),
        explanation=wording.explanation,
        open_seconds=int(means.ladder.group.open_for.total_seconds()),
    )


def _put(
    session: Session,
    group: Group,
    place: int,
    chosen: tuple[Item, str, Poll, Screened],
    means: QuizMeans,
    opens: datetime,
    now: datetime,
) -> int:
    item, shuffle, poll, text = chosen
    key = f"group-quiz:{opens:%Y%m%d}:{group.id}:{place}"
    values = {
        "group_id": group.id,
        "day": opens.date(),
        "place": place,
        "item_id": item.id,
        "item_version": item.version,
        "level": item.level,
        "shuffle": shuffle,
        "correct": item.correct,
        "send_key": key,
        "opens_at": opens,
        "state": PollState.OPEN,
    }
    if not quiz_groups.add_poll(session, values):
        return 0
    post = Post(
        send_key=key,
        lane=Lane.SURVEY,
        chat_id=group.chat_id,
        text=text,
        not_before=now,
        thread_id=groups.topic_for(session, group.id, Purpose.CHAT),
        useless_after=opens + means.ladder.group.latest,
        poll=poll,
    )
    enqueue(session, post, now)
    return 1
