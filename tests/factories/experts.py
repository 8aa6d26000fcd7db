"""The expert desk, its people, and questions that wait for it."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from markupsafe import Markup
from sqlalchemy import select
from sqlmodel import Session, col

from bot.calendar.business_time import DeskHours, read_spans
from bot.calendar.service import Community
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import DeliveryState
from bot.i18n import Language, words_for
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.tiers import Binding, Tier
from bot.points.economy import default_economy
from bot.questions import cases
from bot.questions.desk.adding import Reply, addition
from bot.questions.desk.answering import Typed
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.service import Experts
from bot.questions.desk.sla import Terms
from bot.questions.question import Told
from db.models import Delivery
from db.models.question import QuestionCase
from db.repositories import expert_desk, groups, members, questions
from tests.factories.checkin import SHANGHAI
from tests.factories.points import make_person
from tests.factories.questions import make_asked

NOW = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
"""Friday, 09:30 in Shanghai."""
OPS, GROUP = -1002, -1001
ASKER, HELPER, EXPERT, SECOND, OPERATOR, OWNER = 7, 8, 60, 61, 50, 1
WORDS, GATE = words_for(SHANGHAI), Gate(default_pack())
NUMBERS = count(100)


def make_desk(**changes: Any) -> ExpertDesk:
    """Return the desk of a default installation."""
    hours = DeskHours(read_spans(("09:00-11:30", "13:00-17:30")), SHANGHAI)
    values: dict[str, Any] = {
        "words": WORDS,
        "gate": GATE,
        "alerts": Alerts(WORDS, GATE, Language.SIMPLIFIED, (OWNER,)),
        "language": Language.SIMPLIFIED,
        "economy": default_economy(),
        "community": Community(SHANGHAI, time(4), "XSHG"),
        "terms": Terms(hours, {Tier.VIP: 15, Tier.ADVANCED: 60, Tier.NEWBIE: 240}),
        "bot_id": 99,
        "owners": (OWNER,),
        **changes,
    }
    return ExpertDesk(**values)


DESK = make_desk()


def make_people(session: Session) -> None:
    """Store two members, two experts, an operator, the owner and their groups."""
    names = {ASKER: "小林", HELPER: "小何", EXPERT: "林顾问", SECOND: "陈顾问"}
    for person, name in {**names, OPERATOR: "运营甲", OWNER: "方岚"}.items():
        make_person(session, person, name, username=f"u{person}" if person == EXPERT else None)
    roles = {EXPERT: Role.EXPERT, SECOND: Role.EXPERT, OPERATOR: Role.OPERATOR}
    for person, role in roles.items():
        members.grant_role(session, person, role, OWNER, NOW)
    for chat, title, binding in (
        (OPS, "运营群", Binding.OPERATORS),
        (GROUP, "进阶一群", Binding.ADVANCED),
    ):
        group = groups.ensure(session, chat, title, NOW)
        group.binding = binding
        session.add(group)
    session.flush()


def make_deed(actor: int = EXPERT, now: datetime = NOW) -> Deed:
    """Return a deed with a key of its own."""
    return Deed(actor, f"update:{next(NUMBERS)}", now, date(2026, 11, 20))


def make_waiting(session: Session, now: datetime = NOW, **changes: Any) -> QuestionCase:
    """Return a question in the advanced group that waits for a person since `now`."""
    values = {"chat_id": GROUP, "asker_id": ASKER, "tier": Tier.ADVANCED, **changes}
    desk = values.pop("desk", DESK)
    asked = make_asked(next(NUMBERS), **values)
    case = cases.open_case(session, asked, now).case
    cases.hand_to_human(session, case.id, asked.asker_id, now, Experts(lambda: desk))
    return case_now(session, case.id)


def make_typed(text: str = "开通需要二十个交易日日均资产达到要求", chat: int = OPS) -> Typed:
    """Return what an expert wrote."""
    return Typed(Markup.escape(text), chat, next(NUMBERS))


def make_addition(
    session: Session, case_id: int, text: str, now: datetime, message: int = 0
) -> Told:
    """Let the asker reply to what the desk said."""
    case = case_now(session, case_id)
    reply = Reply(text, case.chat_id, message or next(NUMBERS))
    return addition(session, Experts(lambda: DESK), case_id, reply, now)


def make_licence(session: Session, expert: int = EXPERT, scope: str = "advisory") -> None:
    """Let an expert hold a licence until the end of March."""
    values = {
        "expert_id": expert,
        "scope": scope,
        "number": "S0010120080001",
        "valid_from": date(2025, 4, 1),
        "valid_until": date(2027, 3, 31),
        "declared_by": OPERATOR,
        "declared_at": NOW,
    }
    expert_desk.add_licence(session, values)


def case_now(session: Session, case_id: int) -> QuestionCase:
    """Return a case as the database has it now."""
    case = questions.case(session, case_id)
    assert case is not None
    return case


def posts(session: Session, chat: int | None = None) -> list[Delivery]:
    """Return what is in the outbox, or what of it goes to a chat, oldest first."""
    query = select(Delivery).where(col(Delivery.state) != DeliveryState.RESERVED)
    query = query.order_by(col(Delivery.id)).execution_options(populate_existing=True)
    found = session.execute(query).scalars()
    return [post for post in found if chat is None or post.chat_id == chat]


def deliver(session: Session, now: datetime = NOW) -> None:
    """Let everything that is queued arrive."""
    for post in posts(session):
        if post.state is DeliveryState.QUEUED:
            post.state, post.settled_at = DeliveryState.SENT, now
            post.message_id = post.message_id or 5000 + post.id
    session.flush()


def minutes(number: int) -> timedelta:
    """Return minutes as a span."""
    return timedelta(minutes=number)
