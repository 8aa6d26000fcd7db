"""A community with an expert, and AMAs in it with the least effort."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.ama import asking, live, service
from bot.ama.desk import AmaDesk
from bot.ama.plan import Plan
from bot.app import build_house
from bot.clock import ManualClock, SystemChance
from bot.config import Settings
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.tiers import Tier
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama, members
from tests.factories.broadcasts import AUTHOR, NOW, OWNER, make_community

EXPERT, ASKER, OTHER, THIRD, OUTSIDER = 60, 101, 102, 103, 900
BOT = 424242
STARTS = NOW + timedelta(hours=11)
"""Eight in the evening of a trading day in Shanghai."""


def make_ama_desk() -> AmaDesk:
    """Return the desk as the house makes it, with the shipped rules."""
    settings = Settings(_env_file=None, bot_token=f"{BOT}:{'x' * 35}", owner_ids=str(OWNER))
    house = build_house(settings, None, ManualClock(NOW), SystemChance())
    house.bot_id, house.bot_username = BOT, "opening_bell_bot"
    return house.ama_desk


def make_deed(actor: int = AUTHOR, key: str = "one", now: datetime = NOW) -> Deed:
    """Return something that somebody does."""
    return Deed(actor, f"test:{actor}:{key}", now, now.date())


def make_audience(session: Session) -> None:
    """Store a newbie group with people 101 to 103, the operators, an expert and an outsider."""
    make_community(session)
    for number, name in ((EXPERT, "陈老师"), (OUTSIDER, "路人")):
        members.save(session, number, NOW, first_name=name, last_name=None, username=f"u{number}")
    members.grant_role(session, EXPERT, Role.EXPERT, OWNER, NOW)


def make_ama(session: Session, desk: AmaDesk, *, called: bool = True, **changes: object) -> int:
    """Store an AMA, called for unless said otherwise; return its number."""
    plan = {
        "title": "怎样读懂财报",
        "expert": f"@u{EXPERT}",
        "starts_at": STARTS,
        "minutes": 60,
        "tiers": (Tier.NEWBIE,),
        "weekly": False,
    }
    key = str(changes.pop("key", "new"))
    made = service.begin(session, desk, Plan(**(plan | changes)), make_deed(key=key))  # type: ignore[arg-type]
    if called:
        service.call(session, desk, made.id, make_deed(key=f"{key}-call"))
    return made.id


def make_question(
    session: Session,
    desk: AmaDesk,
    number: int,
    text: str,
    asker: int = ASKER,
    *,
    listed: bool = True,
    now: datetime = NOW,
) -> int:
    """Ask something in an AMA, listed unless said otherwise; return its number."""
    asked = asking.ask(session, desk, number, text, make_deed(asker, text, now)).question
    if listed:
        asking.moderate(session, desk, asked.id, True, "", make_deed(key=f"take-{text}", now=now))
    return asked.id


def make_live(session: Session, desk: AmaDesk, *texts: str) -> tuple[int, list[int]]:
    """Store an AMA that runs with listed questions, each by another; return their numbers."""
    number = make_ama(session, desk)
    made = [make_question(session, desk, number, t, ASKER + n) for n, t in enumerate(texts)]
    assert live.open_stage(session, desk, number, make_deed(BOT, "open", STARTS))
    return number, made


def ama_of(session: Session, number: int) -> AmaSession:
    """Return an AMA that is there."""
    found = ama.by_id(session, number)
    assert found is not None
    return found


def question_of(session: Session, number: int) -> AmaQuestion:
    """Return a question that is there, as the database has it."""
    found = ama.question(session, number)
    assert found is not None
    session.refresh(found)
    return found
