"""A House over a real database with the rehearsal market, and a transport that writes down."""

from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlmodel import Session, select
from telegram import Bot

from bot.calendar.service import Community
from bot.checkin.toml_questions import TomlQuestions
from bot.clock import ManualClock, SystemChance
from bot.config import Settings
from bot.delivery.alerts import Alerts
from bot.delivery.pacing import Pace
from bot.i18n import Language
from bot.market.desk import QuoteDesk
from bot.market.rehearsal import RehearsalQuotes
from bot.markup import plain
from bot.members.tiers import Binding
from bot.points.economy import default_economy
from bot.telegram.api import Speaker
from bot.telegram.house import House
from db.models.brief import BriefEdition
from db.models.delivery import Delivery
from db.models.group import Group
from db.repositories import groups
from db.session import Database
from tests.briefs.newsrooms import GATE, OWNER, WORDS, ZONE, StubNews, at
from tests.fixtures.telegram import Call, RecordingRequest

TOKEN = "12345:" + "x" * 24
GROUPS = {Binding.NEWBIE: -1001, Binding.ADVANCED: -1002, Binding.VIP: -1003}
OPS = -1009
EARLY = at("06:00")
CARD = ":brief-card:"


def make_speaker() -> Speaker:
    """Make the real speaker over a transport that writes down; it never has to wait."""
    request = RecordingRequest()
    # Given both transports, it builds none of its own with every certificate of the machine.
    return Speaker(Bot(TOKEN, request=request, get_updates_request=request), Pace(0, 0, 0))


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
        "speaker": make_speaker(),
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


def heard(house: House) -> RecordingRequest:
    """Return the transport of a house: every call of the Bot API that it made."""
    request = house.speaker.bot.request
    assert isinstance(request, RecordingRequest)
    return request


def said(house: House) -> list[Call]:
    """Return the messages that a house sent, oldest first."""
    return heard(house).of("sendMessage", "sendPhoto")


def read(call: Call) -> str:
    """Return what a person reads of a message."""
    return plain(Markup(call.text))


def texts(house: House) -> list[str]:
    """Return what people read of the messages that a house sent."""
    return [read(call) for call in said(house)]


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
    """Return what the operators were told besides the cards, as they read it."""
    return [read_row(row) for row in _alerts(session) if CARD not in row.send_key]


def desk_cards(session: Session) -> list[Delivery]:
    """Return the cards of the desk."""
    return [row for row in _alerts(session) if CARD in row.send_key]


def read_row(delivery: Delivery) -> str:
    """Return what a person reads of a message of the outbox."""
    return plain(Markup(delivery.markup))


def _alerts(session: Session) -> list[Delivery]:
    query = select(Delivery).where(Delivery.send_key.startswith("alert:"))  # type: ignore[attr-defined]
    return list(session.exec(query.order_by(Delivery.id)))  # type: ignore[arg-type]


def editions(session: Session) -> list[BriefEdition]:
    """Return every edition, oldest first."""
    return list(session.exec(select(BriefEdition).order_by(BriefEdition.id)))  # type: ignore[arg-type]


def group_of(session: Session, chat_id: int) -> Group:
    """Return the group of a chat."""
    found = groups.by_chat(session, chat_id)
    assert found is not None
    return found
