"""What the briefs need of the running bot."""

from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from bot.briefs.due import Timetable
from bot.briefs.facts import QuestionBank
from bot.briefs.records import Events, no_events
from bot.briefs.slots import USELESS_AFTER, Slot, SlotTimes
from bot.calendar.shelf import CalendarShelf
from bot.compliance.gate import Gate
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.market.desk import QuoteDesk
from bot.market.news import NewsFeeds
from bot.market.overview import NoOverview, OverviewSource


@dataclass(frozen=True)
class Newsroom:
    """Sources, words, the gate and the operators' ear.

    `reviewed`: the slots whose drafts go out only after somebody approved them. `owners` are
    told in private when a slot is about to pass without a word.
    """

    quotes: QuoteDesk
    news: NewsFeeds
    calendars: CalendarShelf
    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    zone: ZoneInfo
    exchange: str
    times: Timetable
    reviewed: frozenset[Slot] = frozenset()
    owners: tuple[int, ...] = ()
    overview: OverviewSource = field(default_factory=NoOverview)
    questions: QuestionBank | None = None
    events: Events = no_events
    bot_username: str = ""


def timetable(morning: time, noon: time, evening: time) -> Timetable:
    """Return the slots' times for the settings BRIEF_MORNING, BRIEF_NOON, BRIEF_EVENING."""
    due = {Slot.MORNING: morning, Slot.NOON: noon, Slot.EVENING: evening}
    return {slot: SlotTimes(due[slot], USELESS_AFTER[slot]) for slot in Slot}
