"""`bell demo`: the rehearsal hall and the bot in one process, on a database of their own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.app import App
from bot.calendar.exchange import load_calendar
from bot.clock import Clock, RehearsalClock
from bot.config import Settings, load_settings
from bot.demo_contest import offer_contest
from bot.demo_questions import call_for_questions, license_expert
from bot.demo_time import trading_moments
from bot.i18n import Language
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.sight import Names, sight
from bot.members.tiers import Binding, Purpose
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.page import serve_hall
from bot.sandbox.world import Event
from db import migrate
from db.repositories import groups, members

FOLDER = Path("data/demo")
BINDINGS = {
    cast.NEWBIE_GROUP: Binding.NEWBIE,
    cast.ADVANCED_GROUP: Binding.ADVANCED,
    cast.VIP_GROUP: Binding.VIP,
    cast.OPS_GROUP: Binding.OPERATORS,
}
TOPICS = {
    "早午晚报": Purpose.BRIEFS,
    "提问": Purpose.QUESTIONS,
    "模拟赛": Purpose.CONTEST,
    "闲聊": Purpose.CHAT,
}
"""The advanced group's topics, as the hall's cast names them."""
LANGUAGES = {cast.HE: Language.TRADITIONAL, cast.DANIEL: Language.ENGLISH}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """An open hall with the bot in it."""

    hall: Hall
    bell: App
    page_url: str


@asynccontextmanager
async def open_rehearsal(
    port: int = 0,
    clock: Clock | None = None,
    folder: Path = FOLDER,
    bars: Path | None = None,
) -> AsyncIterator[Rehearsal]:
    """Open the hall on a fresh database and put the bot in it; `bars` are replayed."""
    clock = clock or RehearsalClock()
    hall = Hall(clock)
    async with serve_hall(hall, page_port=port) as served:
        settings = demo_settings(served.server.base_url, folder, bars)
        _fresh_database(settings.database_url)
        bell = App(settings, clock)
        hall.milestones = trading_moments(bell.house.calendars, settings.community_exchange)
        await bell.db.run(furnish, hall, clock.now())
        exchange = load_calendar(settings.community_exchange)
        await bell.db.run(offer_contest, exchange, cast.OPERATOR, clock.now())
        try:
            await bell.start()
            await _open_to_questions(hall, bell, clock.now())
            _follow_the_clock(hall, bell)
            yield Rehearsal(hall, bell, served.page_url)
        finally:
            await bell.stop()


async def rehearse(
    port: int, stop: asyncio.Event, opened: Callable[[str], None], bars: Path | None = None
) -> None:
    """Open the hall, tell its address, and play until stopped or until the bot fails."""
    async with open_rehearsal(port, bars=bars) as rehearsal:
        opened(rehearsal.page_url)
        ends = [
            asyncio.ensure_future(rehearsal.bell.wait()),
            asyncio.ensure_future(stop.wait()),
        ]
        done, waiting = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        for task in done:
            task.result()


async def _open_to_questions(hall: Hall, bell: App, now: datetime) -> None:
    """Let an expert answer, and an evening with questions be announced."""
    deed = Deed(cast.OPERATOR, "rehearsal", now, bell.house.community.day_of(now))
    await bell.db.run(license_expert, bell.house.expert_desk, deed)
    for person_id in await bell.db.run(call_for_questions, bell.house.ama_desk, deed):
        hall.start(person_id)  # whoever asked hears what became of it


def _follow_the_clock(hall: Hall, bell: App) -> None:
    """Let the timetable know at once when the hall's clock is moved forward."""
    running: set[asyncio.Task[None]] = set()

    def hear(event: Event) -> None:
        if event.kind == "clock":
            task = asyncio.create_task(bell.runner.tick_all())
            running.add(task)
            task.add_done_callback(running.discard)

    hall.listen(hear)


def demo_settings(api_base: str, folder: Path = FOLDER, bars: Path | None = None) -> Settings:
    """Return settings for a rehearsal: nothing of the machine's own `.env` counts."""
    return load_settings(
        _env_file=None,
        bot_token=cast.BOT_TOKEN,
        owner_ids=str(cast.OWNER),
        telegram_api_base=api_base,
        database_url=f"sqlite:///{folder}/bell.db",
        data_dir=folder,
        quotes="rehearsal",
        rehearsal_bars=str(bars or ""),
        news_feeds="",
        webhook_url="",
        webhook_secret="",
        listen="",
        log_level="WARNING",
    )


def furnish(session: Session, hall: Hall, now: datetime) -> None:
    """Bind the hall's groups and topics and appoint its staff, as an owner would by hand."""
    for chat_id, binding in BINDINGS.items():
        chat = hall.chat(chat_id)
        group = groups.ensure(session, chat_id, chat.title, now)
        group.binding = binding
        for topic in chat.topics.values():
            if topic.name in TOPICS:
                groups.bind_topic(session, group.id, TOPICS[topic.name], topic.id)
    for person_id in cast.PLAYABLE:
        person = hall.person(person_id)
        names = Names(person.first_name, person.last_name, person.username)
        for chat_id in BINDINGS:
            chat = hall.chat(chat_id)
            if person_id in chat.members:
                sight(session, person_id, names, now, (chat_id, chat.title))
    for person_id, language in LANGUAGES.items():
        members.set_language(session, person_id, language)
    members.grant_role(session, cast.OPERATOR, Role.OPERATOR, cast.OWNER, now)
    members.grant_role(session, cast.EXPERT, Role.EXPERT, cast.OWNER, now)


def _fresh_database(url: str) -> None:
    """Start every rehearsal from nothing: the hall itself forgets everything as well."""
    path = Path(url.removeprefix("sqlite:///"))
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
    migrate.upgrade(url)
