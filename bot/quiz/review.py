"""The week's look at the bank: items that answers make doubtful, as a card to the operators."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bot.buttons import Button
from bot.i18n import Say
from bot.quiz.item import Item
from bot.quiz.item_figures import figures_of
from bot.quiz.means import QuizMeans
from bot.quiz.shelf import bank_of
from bot.quiz.statistics import Fault, ItemStatistics, faults_of
from db.repositories import quiz_items, settings

MOST_SHOWN = 6
LOOKED_AT = time(10)
"""On Mondays, before the week's quizzes."""
SETTING = "quiz-review"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An item with what speaks against it."""

    item: Item
    figures: ItemStatistics
    faults: tuple[Fault, ...]


def doubtful(session: Session, means: QuizMeans) -> tuple[Doubtful, ...]:
    """Return the items in use that answers make doubtful, the worst first."""
    bank, rule = bank_of(session, means.items), means.ladder.review
    totals = quiz_items.member_totals(session)
    found = []
    for item_id, version in quiz_items.answered_items(session, rule.least_answers):
        item = bank.item(item_id)
        if item is None or item.version != version or bank.is_retired(item_id):
            continue
        figures = figures_of(session, item_id, version, totals)
        faults = faults_of(figures, item.correct, rule)
        if faults:
            found.append(Doubtful(item, figures, faults))
    return tuple(sorted(found, key=lambda one: (-len(one.faults), one.item.id)))


def tell_weekly(session: Session, means: QuizMeans, now: datetime) -> int:
    """Show the operators the doubtful items, once a week; return how many there are.

    Due from Monday on; what was missed then is made good whenever this runs next in the week.
    """
    monday = _week_due(means, now)
    if monday is None or settings.get(session, SETTING) == {"week": monday.isoformat()}:
        return 0
    settings.put(session, SETTING, {"week": monday.isoformat()}, means.bot_id, now)
    found = doubtful(session, means)
    if found:
        shown = found[:MOST_SHOWN]
        lines = tuple(row_of(one.item, one.figures, one.faults) for one in shown)
        say = Say("quizitem-review", count=len(found), lines=lines)
        buttons = tuple(
            (Button(Say("button-quizitem-show", item=one.item.id), f"quizitem:show:{one.item.id}"),)
            for one in shown
        )
        year, week, _ = monday.isocalendar()
        means.alerts.raise_in(session, f"quiz-review:{year}-{week:02}", say, now, buttons)
    return len(found)


def _week_due(means: QuizMeans, now: datetime) -> date | None:
    """Return the Monday of this week once its hour has come."""
    local = now.astimezone(means.community.zone)
    monday = local.date() - timedelta(days=local.weekday())
    return monday if local >= datetime.combine(monday, LOOKED_AT, local.tzinfo) else None


def row_of(item: Item, figures: ItemStatistics, faults: tuple[Fault, ...]) -> Say:
    """Say one item's figures and faults in one line."""
    return Say(
        "quizitem-row-faults",
        item=item.id,
        level=item.level,
        answers=figures.answers,
        share=figures.share_right,
        faults=fault_words(faults),
    )


def fault_words(faults: tuple[Fault, ...]) -> Say:
    """Say up to three faults beside each other."""
    named = [Say(f"quizitem-fault-{fault.value}") for fault in faults]
    if not named:
        return Say("quizitem-fault-none")
    words = named[0]
    for following in named[1:]:
        words = Say("quizitem-faults", first=words, second=following)
    return words
