"""A desk in a house: drafts on the table, operators who press and reply."""

from itertools import count
from typing import Any

from sqlmodel import Session, select
from telegram import Update

from bot.briefs.slots import Slot
from bot.members.roles import Role
from bot.members.tiers import Tier
from bot.telegram.house import House
from bot.telegram.turn import Turn
from db.models.brief import BriefEdition
from db.models.desk import DeskPreview
from db.models.operator_action import OperatorAction
from db.repositories import members
from db.session import Database
from handlers import briefs, desk, desk_agenda
from jobs.briefs import brief_tick
from tests.briefs.houses import OPS, bind_all, editions, make_house, said
from tests.briefs.newsrooms import OWNER, at
from tests.fixtures.telegram import Call

ANNA, BORIS, CORA, LIN = 81, 82, 83, 84
"""Two operators, somebody of compliance, a member."""
NUMBERS = count(1)
HANDLERS = {"desk": desk.pressed, "agenda": desk_agenda.pressed, "brief": briefs.pressed}


def appoint(session: Session) -> None:
    """Bind the groups and appoint the staff."""
    bind_all(session)
    now = at("07:00")
    for person, name, role in (
        (ANNA, "王岚", Role.OPERATOR),
        (BORIS, "陈渡", Role.OPERATOR),
        (CORA, "周澄", Role.COMPLIANCE),
        (LIN, "小林", None),
    ):
        members.save(session, person, now, first_name=name, last_name=None, username=None)
        if role is not None:
            members.grant_role(session, person, role, OWNER, now)


async def tick(house: House, clock: str) -> None:
    house.clock.move_to(at(clock))  # type: ignore[attr-defined]
    await brief_tick(house, at(clock))


async def drafted(db: Database, clock: str = "11:05", **changed: Any) -> House:
    """Return a house whose drafts of a slot have just been written."""
    await db.run(appoint)
    house = make_house(db, clock, **changed)
    await tick(house, clock)
    return house


async def edition(db: Database, tier: Tier, slot: Slot = Slot.NOON) -> BriefEdition:
    """Return a tier's edition as it stands."""
    return next(e for e in await db.read(editions) if (e.tier, e.slot) == (tier, slot))


async def actions(db: Database) -> list[OperatorAction]:
    """Return what operators did, oldest first."""
    return await db.read(lambda session: list(session.exec(select(OperatorAction))))


def make_update(
    house: House,
    text: str,
    user: int,
    chat: int,
    *,
    press: str = "",
    reply_to: int = 0,
    photo: bool = False,
) -> Update:
    message: dict[str, Any] = {
        "message_id": next(NUMBERS),
        "date": int(house.clock.now().timestamp()),
        "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "title": "群"},
        "from": {"id": user, "is_bot": False, "first_name": NAMES[user]},
    }
    if photo:
        size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
        message |= {"photo": [size], "caption": text}
    else:
        message["text"] = text
    if reply_to:
        bot = {"id": 42, "is_bot": True, "first_name": "铃"}
        message["reply_to_message"] = message | {"message_id": reply_to, "from": bot, "text": "…"}
    update: dict[str, Any] = {"update_id": next(NUMBERS)}
    if press:
        update["callback_query"] = {
            "id": str(next(NUMBERS)),
            "from": message["from"],
            "chat_instance": "1",
            "data": press,
            "message": message,
        }
    else:
        update["message"] = message
    return Update.de_json(update, house.speaker.bot)


async def press(
    house: House, data: str, user: int = ANNA, chat: int = OPS, *, photo: bool = False
) -> None:
    """Press a button under a message of the bot."""
    noun, _, rest = data.partition(":")
    update = make_update(house, "…", user, chat, press=data, photo=photo)
    await HANDLERS[noun](Turn(house, update, house.clock.now()), rest)


async def reply(house: House, to: int, text: str, user: int = ANNA, chat: int = OPS) -> bool:
    """Reply to a message of the bot; tell whether the desk took it."""
    update = make_update(house, text, user, chat, reply_to=to)
    turn = Turn(house, update, house.clock.now())
    assert turn.message is not None
    return await desk.replied(turn, turn.message)


async def command(house: House, arguments: str, user: int = ANNA, chat: int = OPS) -> None:
    """Say /brief with arguments."""
    update = make_update(house, f"/brief {arguments}", user, chat)
    await briefs.brief(Turn(house, update, house.clock.now()), arguments)


async def look(house: House, one: BriefEdition, user: int = ANNA) -> tuple[Call, int]:
    """Press "see"; return what is shown, and the id of its message."""
    await press(house, f"desk:view-{one.id}", user)
    return said(house)[-1], await newest_preview(house)


async def newest_preview(house: House) -> int:
    """Return the id of the message that was noted last as one to be replied to."""
    rows = await house.db.read(lambda session: list(session.exec(select(DeskPreview))))
    return max(row.message_id for row in rows)


def button(call: Call, label: str) -> str:
    """Return what a button of a message carries."""
    found = [b["callback_data"] for b in call.buttons if label in b["text"]]
    assert found, [b["text"] for b in call.buttons]
    return str(found[0])


NAMES = {ANNA: "王岚", BORIS: "陈渡", CORA: "周澄", LIN: "小林", OWNER: "方岚"}
