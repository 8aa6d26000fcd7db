"""The composition root: every part of the bot is put together here and nowhere else."""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot import metrics
from bot.briefs.feed_states import StoredFeedMemory
from bot.briefs.writer.client import ChatWriter, Writer
from bot.calendar.service import Community
from bot.calendar.shelf import CalendarShelf
from bot.checkin.toml_questions import TomlQuestions
from bot.clock import Chance, Clock, SystemChance, SystemClock
from bot.config import Settings
from bot.contest.days.feed_limits import limits_by_name
from bot.contest.services.listings import learned
from bot.delivery.alerts import Alerts
from bot.delivery.pacing import Pace
from bot.delivery.sender import OutboxSender
from bot.delivery.settlement import Books
from bot.glossary.lookup import synonym_groups
from bot.i18n import Language, words_for
from bot.knowledge import service as knowledge
from bot.knowledge import starter
from bot.knowledge.states import Origin
from bot.market.bars import read_bars
from bot.market.desk import Bases, choose_sources
from bot.market.http import GuardedHttp
from bot.market.news import NewsFeeds
from bot.market.news_trust import default_trust
from bot.market.overview_desk import choose_overview
from bot.points.economy import default_economy
from bot.presence import Presence
from bot.process import process_name
from bot.questions.answerer import LONGEST_WAIT_SECONDS
from bot.questions.desk.knowledge import KnowledgeShelf
from bot.questions.desk.service import Experts
from bot.questions.matching import FaqRow, Matcher
from bot.questions.rows import rows_of
from bot.questions.shelf import Entry, Shelves
from bot.shadow.screening import live_screening
from bot.telegram.api import Speaker
from bot.telegram.courier import TelegramCourier
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.house import House
from bot.telegram.inbox import Inbox
from bot.telegram.menu import publish_menu
from bot.telegram.poller import ALLOWED_UPDATES, Poller
from bot.telegram.port import WEBHOOK_PATH, Port
from bot.telegram.request import AiohttpRequest
from bot.telegram.router import Router
from db import migrate
from db.opening import open_database
from handlers import TABLE
from jobs.runner import Runner
from jobs.schedule import TIMETABLE

log = structlog.get_logger()
RESUME_SECONDS = 5
SEND_DRAIN_SECONDS = 3
DRAIN_SECONDS = 5
PAUSES_SECONDS = (1, 2, 5, 10, 30)
REFUSED = (
    "BOT_TOKEN was refused by Telegram: received a token that is not shown here; "
    "allowed: the current token of a bot, from @BotFather."
)


class CannotStartError(Exception):
    """Something outside must change before the bot can run; the text is what to show."""


class App:
    """The running bot: `start`, then `wait`, then `stop`."""

    def __init__(
        self,
        settings: Settings,
        clock: Clock | None = None,
        chance: Chance | None = None,
    ) -> None:
        self.settings = settings
        require_current_schema(settings.database_url)
        clock, chance = clock or SystemClock(), chance or SystemChance()
        self.db = open_database(settings.database_url)
        self.house = build_house(settings, self.db, clock, chance)
        self.bot = self.house.speaker.bot
        self.inbox = Inbox(self.db, clock, self.house.name, self.house.alerts)
        self.dispatcher = Dispatcher(self.house, self.inbox, Router(TABLE))
        metrics.WAITING.set_function(lambda: self.dispatcher.waiting)
        self.presence = Presence(self.db, clock, self.house.name)
        self.runner = Runner(self.house, TIMETABLE)
        self.sender: OutboxSender | None = None
        self.port: Port | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._listening: list[asyncio.Task[None]] = []
        self._failed: asyncio.Future[None] | None = None

    async def start(self) -> None:
        """Take up what was left, then listen, send and keep time."""
        self._failed = asyncio.get_running_loop().create_future()
        await self.presence.begin()
        await self._introduce()
        house = self.house
        await self.db.run(
            starter.install, house.clock.now(), zone=house.community.zone, gate=house.gate
        )
        self.sender = self._build_sender()
        self.house.directory = self.house.directory.with_listings(await self.db.read(learned))
        await self._take_over()
        self._keep(self.presence.beat())
        self._keep(self.inbox.flush_forever())
        self._keep(self._resume_forever())
        self._keep(self.sender.run())
        await self._open_port()
        await self._listen()
        self.runner.start()
        self._keep(self._publish_menu())
        log.info("app.started", bot=self.house.bot_username, process=self.house.name)

    async def wait(self) -> None:
        """Return when something that must run has failed for good."""
        if self._failed is not None:
            await self._failed

    async def stop(self) -> None:
        """Take nothing new, finish what is in hand, and leave the rest to the next start."""
        self.runner.stop()
        for step in (
            self._stop_listening,
            self._stop_sending,
            lambda: self.dispatcher.drain(DRAIN_SECONDS),
            lambda: _cancel(self._tasks),
            self.bot.shutdown,
            self.presence.end,
            self.house.close,
        ):
            try:
                await step()
            except Exception as error:  # noqa: BLE001 - one step that fails must not keep the others
                log.error("app.stop_failed", error=repr(error))
        self.db.close()
        log.info("app.stopped")

    async def _stop_listening(self) -> None:
        await _cancel(self._listening)
        if self.port is not None:
            await self.port.close()

    async def _stop_sending(self) -> None:
        if self.sender is not None:
            await self.sender.stop(SEND_DRAIN_SECONDS)

    async def _introduce(self) -> None:
        """Ask Telegram who we are; wait for the network, refuse a refused token."""
        for pause in (*PAUSES_SECONDS, *[PAUSES_SECONDS[-1]] * 1000):
            try:
                await self.bot.initialize()
            except InvalidToken:
                raise CannotStartError(REFUSED) from None
            except NetworkError as error:
                log.warning("app.no_network", error=str(error), pause_seconds=pause)
                await asyncio.sleep(pause)
            else:
                break
        self.house.bot_id, self.house.bot_username = self.bot.id, self.bot.username

    def _build_sender(self) -> OutboxSender:
        house = self.house
        return OutboxSender(
            house.db,
            house.clock,
            TelegramCourier(house.speaker),
            house.speaker.pace,
            house.name,
            Books(house.bot_id, house.alerts),
        )

    async def _listen(self) -> None:
        if self.settings.webhook_url:
            await self.bot.set_webhook(
                self.settings.webhook_url.rstrip("/") + WEBHOOK_PATH,
                secret_token=self.settings.webhook_secret.get_secret_value(),
                allowed_updates=list(ALLOWED_UPDATES),
            )
        else:
            await self.bot.delete_webhook()
            poller = Poller(self.bot, self.bot.request, self.inbox, self.dispatcher.submit)
            self._listening.append(self._keep(poller.run()))

    async def _open_port(self) -> None:
        if self.settings.listen:
            secret = self.settings.webhook_secret.get_secret_value()
            self.port = Port(self.inbox, self.dispatcher.submit, secret, self._healthy)
            try:
                await self.port.open(self.settings.listen)
            except OSError as error:
                raise CannotStartError(
                    f"LISTEN cannot be opened: received “{self.settings.listen}” "
                    f"({error.strerror}); allowed: an address that is free, or empty for none."
                ) from None

    async def _healthy(self) -> bool:
        return bool(self._tasks) and not any(task.done() for task in self._tasks)

    async def _publish_menu(self) -> None:
        try:
            await publish_menu(self.house, TABLE)
        except TelegramError as error:
            log.warning("app.menu_not_set", error=str(error))
        await asyncio.Event().wait()

    async def _take_over(self) -> None:
        for received in await self.inbox.resume():
            self.dispatcher.submit(received)

    async def _resume_forever(self) -> None:
        while True:
            await asyncio.sleep(RESUME_SECONDS)
            with suppress(Exception):
                await self._take_over()

    def _keep(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run `work` as long as the bot runs; its failure is the bot's end."""
        task = asyncio.create_task(work)
        self._tasks.append(task)
        task.add_done_callback(self._on_end)
        return task

    def _on_end(self, task: asyncio.Task[Any]) -> None:
        if task.cancelled() or self._failed is None or self._failed.done():
            return
        error = task.exception()
        if isinstance(error, InvalidToken):  # it was revoked while the bot ran
            error = CannotStartError(REFUSED)
        if error is not None:
            self._failed.set_exception(error)


async def _cancel(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def build_house(settings: Settings, db: Any, clock: Clock, chance: Chance) -> House:
    """Put together what handlers and jobs see."""
    community = Community(
        settings.community_timezone, settings.community_day_start, settings.community_exchange
    )
    words = words_for(community.zone)
    gate = live_screening(settings.data_dir).gate()
    language = Language(settings.default_language)
    calendars = CalendarShelf()
    bases = Bases(
        settings.tencent_base, settings.sina_base, settings.eastmoney_base, settings.yahoo_base
    )
    http = GuardedHttp((*bases.every, *settings.news_feeds))
    bars = read_bars(Path(settings.rehearsal_bars)) if settings.rehearsal_bars else None
    quotes = choose_sources(settings.quotes, http, bases=bases, calendar_for=calendars, bars=bars)
    house = House(
        settings=settings,
        db=db,
        words=words,
        clock=clock,
        chance=chance,
        speaker=build_speaker(settings),
        community=community,
        gate=gate,
        alerts=Alerts(words, gate, language, settings.owner_ids),
        name=process_name(chance),
        calendars=calendars,
        http=http,
        quotes=quotes,
        news=NewsFeeds(
            settings.news_feeds,
            http,
            memory=StoredFeedMemory(db),
            trust=default_trust().and_trusted(settings.news_trusted),
        ),
        overview=choose_overview(
            settings.quotes, quotes, http, limits_by_name, bases=bases, calendar_for=calendars
        ),
        economy=default_economy(),
        questions=TomlQuestions(),
        writer=build_writer(settings),
        answerer=build_answerer(settings),
        shelves=Shelves(knowledge, matcher_over),
        desk_shelf=KnowledgeShelf(
            knowledge.entry, knowledge.draft, partial(knowledge.NewEntry, origin=Origin.EXPERT)
        ),
    )
    house.human_desk = Experts(lambda: house.expert_desk)
    return house


def matcher_over(entries: Sequence[Entry]) -> Matcher:
    """Build the index that finds the entry of a question."""
    return Matcher(rows_of(entries, FaqRow), synonym_groups())


def build_writer(settings: Settings) -> Writer | None:
    """Build the writing assistant if there is one."""
    if not settings.writer_base:
        return None
    return ChatWriter(settings.writer_base, settings.writer_key, settings.writer_model)


def build_answerer(settings: Settings) -> Writer | None:
    """Build the model that words answers if there is one."""
    if not settings.answerer_base:
        return None
    return ChatWriter(
        settings.answerer_base,
        settings.answerer_key,
        settings.answerer_model,
        longest_wait=LONGEST_WAIT_SECONDS,
    )


def build_speaker(settings: Settings) -> Speaker:
    """Build the bot over our transport, with the pace that the settings ask for."""
    transport = AiohttpRequest()
    bot = Bot(
        settings.bot_token.get_secret_value(),
        base_url=_api_base(settings.telegram_api_base),
        base_file_url=_file_base(settings.telegram_api_base),
        request=transport,
        get_updates_request=transport,
    )
    pace = Pace(settings.send_rate, settings.send_rate_private, settings.send_rate_group)
    return Speaker(bot, pace)


def require_current_schema(url: str) -> None:
    """Refuse a database whose tables are not those that this code knows."""
    have, need = migrate.current(url), migrate.head()
    if have != need:
        raise CannotStartError(
            f"The database is at revision {have or 'none'}, this version needs {need}: "
            "run `bell db upgrade` first."
        )


def _api_base(base: str) -> str:
    """Accept the address with or without the `/bot` that every call carries."""
    return base if base.endswith("/bot") else f"{base.rstrip('/')}/bot"


def _file_base(base: str) -> str:
    """Return where the same server hands out files."""
    return f"{base.rstrip('/').removesuffix('/bot')}/file/bot"
