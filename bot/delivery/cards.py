"""Cards in the operators' group: posted once, brought to the newest state ever after."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.compliance.gate import Screened
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.delivery.lanes import DeliveryState, Lane
from db.models.delivery import Delivery
from db.repositories import deliveries


def redraw(
    session: Session,
    card: Delivery,
    key: str,
    text: Screened,
    buttons: Sequence[Sequence[dict[str, str]]],
    now: datetime,
) -> None:
    """Edit a card that arrived; rewrite one that still waits in the outbox.

    `key` names the state that it is to show. A card that is on its way this very second is
    left: the next change, or the next tick, sees to it.
    """
    queued, rows = DeliveryState.QUEUED, [list(row) for row in buttons]
    if deliveries.move(session, card.id, queued, queued, markup=str(text.markup), buttons=rows):
        return
    if card.message_id is None:
        return
    errand = Errand(
        key=key,
        act=Act.EDIT_TEXT,
        chat_id=card.chat_id,
        message_id=card.message_id,
        text=text,
        buttons=rows,
        lane=Lane.ALERT,
    )
    errands.add(session, errand, now)
