"""Cards of cases in the operators' group, and kept up to date there."""

from datetime import datetime

from markupsafe import Markup
from sqlmodel import Session

from bot.buttons import stored
from bot.compliance.gate import Screened
from bot.compliance.verdict import Lane as Screening
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.members.tiers import Binding
from bot.review.cards import card_of
from bot.review.case_buttons import buttons_of
from bot.review.desk import ReviewDesk
from db.models.delivery import Delivery
from db.models.review import ReviewCase
from db.repositories import groups, members, review


def send_card(session: Session, desk: ReviewDesk, case: ReviewCase, now: datetime) -> None:
    """Send the card of a case to the operators; of one about staff, to the owners alone."""
    card, buttons = card_of(session, case, now), buttons_of(case)
    if case.owners_only:
        tell_owners(session, desk, f"case:{case.id}", card, now, case)
    else:
        desk.alerts.raise_in(session, f"case:{case.id}", card, now, buttons)


def tell_owners(
    session: Session,
    desk: ReviewDesk,
    key: str,
    say: Say,
    now: datetime,
    case: ReviewCase | None = None,
) -> None:
    """Tell each owner in private, once for each `key`; with the buttons of `case`."""
    for owner in desk.owners:
        language = language_of(session, desk, owner)
        post = Post(
            send_key=f"alert:{key}:{owner}",
            lane=Lane.ALERT,
            chat_id=owner,
            text=_for_operators(desk, language, say),
            not_before=now,
            buttons=stored(buttons_of(case), desk.words, language) if case else (),
        )
        enqueue(session, post, now)


def refresh(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    now: datetime,
    shown: tuple[int, int] | None = None,
) -> None:
    """Let every card of a case show how it stands, but for the message `shown` (chat, id).

    A card that is just being sent is redrawn by the next tick.
    """
    chats = {group.chat_id for group in groups.bound(session, Binding.OPERATORS)}
    keys = [f"alert:case:{case.id}:{chat}" for chat in chats | set(desk.owners)]
    card, left = card_of(session, case, now), False
    for delivery in review.cards(session, keys):
        if (delivery.chat_id, delivery.message_id) != shown:
            left |= not _redraw(session, desk, case, delivery, card, now)
    review.set_stale(session, case.id, left)


def language_of(session: Session, desk: ReviewDesk, chat_id: int) -> Language:
    """Return in which language a chat reads."""
    if chat_id < 0:
        group = groups.by_chat(session, chat_id)
        return (group.language if group else None) or desk.language
    member = members.by_id(session, chat_id)
    return (member.language if member else None) or desk.language


def _redraw(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    delivery: Delivery,
    card: Say,
    now: datetime,
) -> bool:
    """Tell whether the card shows the case now, or will, or never can."""
    language = language_of(session, desk, delivery.chat_id)
    text = _for_operators(desk, language, card)
    buttons = stored(buttons_of(case), desk.words, language)
    if delivery.state is DeliveryState.QUEUED:
        return review.redraw_queued(session, delivery.id, str(text.markup), buttons)
    if delivery.state in {DeliveryState.SENDING, DeliveryState.UNKNOWN}:
        return delivery.state is DeliveryState.UNKNOWN
    if delivery.message_id is None:
        return True
    version = f"{review.last_step(session, case.id)}.{case.count}"
    errand = Errand(
        key=f"card:{case.id}:{version}:{delivery.chat_id}",
        act=Act.EDIT_TEXT,
        chat_id=delivery.chat_id,
        message_id=delivery.message_id,
        text=text,
        buttons=buttons,
        lane=Lane.ALERT,
    )
    errands.add(session, errand, now)
    return True


def _for_operators(desk: ReviewDesk, language: Language, say: Say) -> Screened:
    text: Markup = desk.words.say(language, say)
    return desk.gate.admit(text, Screening.OPERATORS)
