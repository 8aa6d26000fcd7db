"""The bank as it stands in this transaction: the shipped items under the operators' edits."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.quiz.bank import Bank, Edit
from bot.quiz.item import Item
from db.repositories import quiz_items


def bank_of(session: Session, items: Sequence[Item]) -> Bank:
    """Return the bank with every edit in it."""
    made = (
        Edit(row.item_id, row.kind, row.version, row.content, row.undone_at)
        for row in quiz_items.edits(session)
    )
    return Bank(items, made)
