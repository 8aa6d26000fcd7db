"""Asking in private for a journal note."""

from sqlmodel import Session

from bot.contest.services import journal
from bot.members import prompts
from bot.members.deed import Deed
from db.models.contest_trade import ContestOrder
from db.repositories import contest_trades

NOUN = "journal-note"


def await_note(session: Session, contest_id: int, order_id: int | None, deed: Deed) -> None:
    """Take a member's next message for a note in a contest in which they take part."""
    journal.journal_of(session, contest_id, deed.actor_id)
    about = {"contest": contest_id, "order": order_id}
    prompts.await_answer(session, deed.actor_id, NOUN, about, deed.now)


def await_note_about(session: Session, order_id: int, deed: Deed) -> ContestOrder | None:
    """Take the next message for a note about an own order; nothing if it is nobody's own."""
    order = contest_trades.order(session, order_id)
    if order is None or order.member_id != deed.actor_id:
        return None
    await_note(session, order.contest_id, order.id, deed)
    return order


def keep(session: Session, contest_id: int, order_id: int | None, text: str, deed: Deed) -> int:
    """Keep a note of the actor's own and ask no more; return how many there are."""
    total = journal.add_note(session, contest_id, deed.actor_id, text, order_id, deed)
    prompts.settle(session, deed.actor_id)
    return total
