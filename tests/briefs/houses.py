"""A House over a real database with the rehearsal market, and a speaker that writes down."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, select
from telegram import Chat, Message

from bot.calendar.service import Community
from bot.checkin.toml_questions import TomlQuestions
from bot.clock import ManualClock, SystemChance
from bot.config import Settings
from bot.delivery.alerts import Alerts
from bot.i18n import Language
from bot.market.desk import QuoteDesk
from bot.market.rehearsal import RehearsalQuotes
from bot.markup import plain
from bot.members.tiers import Binding
from bot.points.economy import default_economy
from bot.telegram.api import Outgoing
from bot.telegram.house import House
from db.models.brief import BriefEdition
from db.models.delivery import Delivery
from db.models.group import Group
from db.repositories import groups
from db.session import Database
from tests.briefs.newsrooms import GATE, OWNER, WORDS, ZONE, StubNews, at

TOKEN = "12345:" + "x" * 24
GROUPS = {Binding.NEWBIE: -1001, Binding.ADVANCED: -1002, Binding.VIP: -1003}
OPS = -1009
EARLY = at("06:00")


@dataclass
class Recorder:
    """Stands in for the speaker: keeps what was said instead of saying it."""

    said: list[Outgoing] = field(default_factory=list)
    edits: list[Outgoing] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    async def reply(self, chat_id: int, what: Outgoing, *_: Any) -> list[Message]:
        self.said.append(what)
        chat = Chat(chat_id, "private" if chat_id > 0 else "supergroup")
        return [Message(len(self.said), datetime(2026, 11, 20, tzinfo=UTC), chat, text="…")]

    async def edit(self, message: Message, what: Outgoing) -> bool:
        self.edits.append(what)
        return True

    async def answer_press(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        if text:
            self.notes.append(text)

    @property
    def texts(self) -> list[str]:
        return [plain(what.text) for what in self.said]


def make_house(db: Database, clock: str = "08:30", **changed: Any) -> House:
    settings = changed.pop("settings", {})
    known = {
        "settings": Settings(
            bot_token=TOKEN, owner_ids=(OWNER,), quotes=("rehearsal",), _env_file=None, **settings
        ),
        "db": db,
        "words": WORDS,
        "clock": ManualClock(at(clock)),
        "chance": SystemChance(),
        "speaker": Recorder(),
        "community": Community(ZONE, at("04:00").time().replace(4), "XSHG"),
        "gate": GATE,
        "alerts": Alerts(WORDS, GATE, Language.SIMPLIFIED, (OWNER,)),
        "name": "test",
        "bot_id": 42,
        "bot_username": "bell_bot",
        "economy": default_economy(),
        "questions": TomlQuestions(),
        "quotes": QuoteDesk([RehearsalQuotes(seed=3)]),
        "news": StubNews(),
    }
    return House(**{**known, **changed})


def bind(
    session: Session,
    chat_id: int,
    binding: Binding,
    language: Language | None = None,
    seen: datetime = EARLY,
) -> int:
    """Make a bound group; return its id."""
    group = groups.ensure(session, chat_id, f"群 {chat_id}", seen)
    group.binding, group.language = binding, language
    session.flush()
    return group.id


def bind_all(session: Session) -> None:
    """Bind a group for each tier and the operators' own."""
    for binding, chat_id in {**GROUPS, Binding.OPERATORS: OPS}.items():
        bind(session, chat_id, binding)


def posts(session: Session) -> list[Delivery]:
    """Return the briefs in the outbox."""
    query = select(Delivery).where(Delivery.send_key.startswith("brief:"))  # type: ignore[attr-defined]
    return list(session.exec(query.order_by(Delivery.id)))  # type: ignore[arg-type]


def alerts(session: Session) -> list[str]:
    """Return what the operators were told, as they read it."""
    from markupsafe import Markup

    query = select(Delivery).where(Delivery.send_key.startswith("alert:"))  # type: ignore[attr-defined]
    return [plain(Markup(row.markup)) for row in session.exec(query.order_by(Delivery.id))]  # type: ignore[arg-type]


def editions(session: Session) -> list[BriefEdition]:
    """Return every edition, oldest first."""
    return list(session.exec(select(BriefEdition).order_by(BriefEdition.id)))  # type: ignore[arg-type]


def group_of(session: Session, chat_id: int) -> Group:
    """Return the group of a chat."""
    found = groups.by_chat(session, chat_id)
    assert found is not None
    return found
