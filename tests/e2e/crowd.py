"""Many invented people at once, for load and for crashes."""

from collections.abc import Sequence

from bot.sandbox.cast import CastMember
from bot.sandbox.chats import Chat
from bot.sandbox.hall import Hall
from bot.sandbox.membership import Membership, Status
from bot.sandbox.people import Person

FIRST_ID = 500_000


def bring(hall: Hall, group: int, size: int) -> Sequence[int]:
    """Let `size` people into a group, each with a private chat too; return their ids."""
    ids = range(FIRST_ID, FIRST_ID + size)
    for number in ids:
        person = Person.of_cast(CastMember(number, f"群众{number}", language_code="zh-hans"))
        hall.people[number] = person
        hall.chats[number] = Chat(number, "private", person=person)
        hall.chats[group].members[number] = Membership(person, Status.MEMBER)
    return ids


def newcomer(hall: Hall, name: str = "新来的", number: int = FIRST_ID - 1, **names: str) -> int:
    """Let somebody exist who is in no group yet, with a private chat; return the id."""
    person = Person.of_cast(CastMember(number, name, **names))
    hall.people[number] = person
    hall.chats[number] = Chat(number, "private", person=person)
    return number
