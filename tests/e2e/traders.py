"""People who press the button of every order's card that they are shown, twice, at once."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.contest.services import verification
from bot.sandbox.cast import BOT_ID
from bot.sandbox.hall import Hall
from bot.sandbox.world import Event
from db.models.contest import ContestDay
from db.models.contest_trade import ContestFill, ContestOrder
from tests.factories.contests import make_contest, make_entry

BUY = "/buy 600036 100"


class Traders:
    """Everybody in `people`; `pressed` are the cards, as the key of the order of each."""

    def __init__(self, hall: Hall, people: Sequence[int]) -> None:
        self.hall = hall
        self.people = frozenset(people)
        self.pressed: set[str] = set()
        hall.listen(self._hear)

    def buy(self, people: Sequence[int]) -> None:
        """Let some of them ask for the card of an order."""
        for person in people:
            self.hall.say(person, person, BUY)

    def receipt(self, key: str) -> str:
        """Return what the card of an order says by now."""
        chat, message = key.removeprefix("order:").split(":")
        return str(self.hall.message(int(chat), int(message))["text"])

    def _hear(self, event: Event) -> None:
        if event.kind != "message" or event.chat_id not in self.people:
            return
        if event.data["from"]["id"] == BOT_ID and (data := _confirm(event)):
            self.pressed.add(f"order:{event.chat_id}:{event.message_id}")
            for _ in range(2):
                asyncio.get_running_loop().call_soon(
                    self.hall.press, event.chat_id, event.chat_id, event.message_id, data
                )


def _confirm(event: Event) -> str | None:
    rows = event.data.get("reply_markup", {}).get("inline_keyboard", [])
    found = (str(button.get("callback_data", "")) for row in rows for button in row)
    return next((data for data in found if data.startswith("order:y-")), None)


def open_contest(session: Session, people: Sequence[int]) -> int:
    """Begin a contest in which everybody takes part."""
    contest = make_contest(session)
    for person in people:
        make_entry(session, contest, person)
    return contest.id


def sealed_at(session: Session, contest_id: int) -> datetime | None:
    """Return when the contest's first day was sealed, if it was."""
    query = select(col(ContestDay.sealed_at)).where(col(ContestDay.contest_id) == contest_id)
    return session.execute(query).scalars().first()


def hold_books_right(session: Session, contest_id: int, traders: Traders) -> None:
    """Hold that every pressed card is one order, told on that card, and that the log proves all."""
    orders = list(session.execute(select(ContestOrder)).scalars())
    assert len(orders) == len({order.key for order in orders})
    assert {order.key for order in orders} == traders.pressed
    for order in orders:
        assert f"{order.id} 号单" in traders.receipt(order.key)
    fills = select(col(ContestFill.order_id), func.count()).group_by(col(ContestFill.order_id))
    assert {row[1] for row in session.execute(fills)} == {1}
    verdict = verification.verify(session, contest_id)
    assert [str(one) for one in verdict.differences] == []


def auctions_filled_in(session: Session) -> set[str]:
    """Return the auctions in which anything was filled."""
    return {quote["auction"] for quote in session.execute(select(col(ContestFill.quote))).scalars()}
