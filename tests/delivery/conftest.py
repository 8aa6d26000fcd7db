"""A post office: the real sender and courier, the real database, the hall as Telegram."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup
from sqlalchemy import select
from sqlmodel import Session, col
from telegram import Bot

from bot.clock import SystemClock
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.delivery.pacing import Pace
from bot.delivery.sender import OutboxSender
from bot.delivery.settlement import Books
from bot.i18n import Language, words_for
from bot.members.tiers import Binding
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from bot.telegram.api import Speaker
from bot.telegram.courier import TelegramCourier
from bot.telegram.request import AiohttpRequest
from db.models import Delivery
from db.repositories import groups
from db.session import Database
from tests.e2e.conformance import check_all
from tests.e2e.driver import Driver

GATE = Gate(default_pack())


@dataclass(slots=True)
class PostOffice:
    """What a test needs to post and to look."""

    hall: Hall
    driver: Driver
    db: Database
    speaker: Speaker
    alerts: Alerts
    clock: SystemClock
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    senders: list[OutboxSender] = field(default_factory=list)

    def open(self, holder: str = "one") -> OutboxSender:
        """Start a sender of its own name."""
        books = Books(cast.BOT_ID, self.alerts)
        courier = TelegramCourier(self.speaker)
        sender = OutboxSender(self.db, self.clock, courier, self.speaker.pace, holder, books)
        self.senders.append(sender)
        self.tasks.append(asyncio.create_task(sender.run()))
        return sender

    async def close(self) -> None:
        """Stop every sender and let what is in hand end."""
        for sender in self.senders:
            await sender.stop(5)
        await asyncio.gather(*self.tasks)
        self.tasks.clear()
        self.senders.clear()

    async def post(self, key: str, chat: int = cast.NEWBIE_GROUP, **details: object) -> bool:
        """Put a message into the outbox."""
        now = self.clock.now()
        given = {"lane": Lane.BRIEF, "not_before": now - timedelta(seconds=1)} | details
        text = GATE.admit(Markup(f"今日简报 {key}"))
        return await self.db.run(
            enqueue,
            Post(send_key=key, chat_id=chat, text=text, **given),  # type: ignore[arg-type]
            now,
        )

    async def row(self, key: str) -> Delivery:
        """Return what the database says of a delivery."""

        def find(session: Session) -> Delivery:
            return session.execute(
                select(Delivery).where(col(Delivery.send_key) == key)
            ).scalar_one()

        return await self.db.read(find)

    def arrived(self, chat: int, text: str) -> int:
        """Return how many messages with `text` are in a chat of the hall."""
        messages = self.hall.chat(chat).history()
        return sum(text in (m.get("text") or m.get("caption") or "") for m in messages)


@pytest.fixture
async def office(db: Database) -> AsyncIterator[PostOffice]:
    hall = Hall(strict=True, keep_all_calls=True, enforce_pace=False)
    words = words_for(ZoneInfo("Asia/Shanghai"))
    async with HallServer(hall) as server, Driver(hall) as driver:
        bot = Bot(
            cast.BOT_TOKEN,
            base_url=server.base_url,
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(1),
        )
        await bot.initialize()
        speaker = Speaker(bot, Pace(0, 0, 0))
        alerts = Alerts(words, GATE, Language.SIMPLIFIED, (cast.OWNER,))
        found = PostOffice(hall, driver, db, speaker, alerts, SystemClock())
        await db.run(_bind)
        yield found
        await found.close()
        await bot.shutdown()
        assert check_all(hall.calls.records) == []


def _bind(session: Session) -> None:
    now = SystemClock().now()
    for chat, binding in (
        (cast.NEWBIE_GROUP, Binding.NEWBIE),
        (cast.OPS_GROUP, Binding.OPERATORS),
    ):
        groups.ensure(session, chat, "群", now).binding = binding
