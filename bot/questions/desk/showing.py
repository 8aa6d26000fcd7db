"""Cards of questions where the operators are: posted, kept up to date, posted anew if deleted."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlmodel import Session

from bot.buttons import Rows, stored
from bot.compliance.gate import Screened
from bot.compliance.verdict import Lane as Screening
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand, otherwise_key
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.members.tiers import Binding, Purpose
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk.cards import buttons_of, card_of
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.sent import TO_STAFF, Sent
from bot.questions.states import EventKind
from db.models.delivery import Delivery
from db.models.question import QuestionCase
from db.repositories import expert_desk, groups, members

GONE = frozenset({DeliveryState.RESERVED, DeliveryState.SUPPRESSED, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class Home:
    """Where cards stand: the operators' topic for questions, their group, else an owner."""

    chat_id: int
    thread_id: int | None
    language: Language


def home_of(session: Session, desk: ExpertDesk) -> Home | None:
    """Return where cards go."""
    for group in groups.bound(session, Binding.OPERATORS):
        thread = groups.topic_for(session, group.id, Purpose.QUESTIONS)
        return Home(group.chat_id, thread, group.language or desk.language)
    for owner in desk.owners:
        known = members.by_id(session, owner)
        return Home(owner, None, (known.language if known else None) or desk.language)
    return None


def refresh(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> None:
    """Let the card of a case show how it stands; one that is gone is posted anew.

    A card that is just being sent is redrawn by the next tick. What ended with the bot alone
    gets none.
    """
    home = home_of(session, desk)
    if home is None:
        return
    session.refresh(case)
    if case.waiting_since is None:
        expert_desk.set_columns(session, case.id, stale=False)
        return
    text = _for_operators(desk, home.language, *card_of(session, desk, case, now))
    buttons = stored(buttons_of(case), desk.words, home.language)
    found = _card(session, case)
    done = True
    if found is None:
        post = _post(case, home, text, buttons, now)
        if enqueue(session, post, now):
            expert_desk.add_message(session, case.id, post.send_key, Sent.CARD)
    elif found.state is DeliveryState.QUEUED:
        done = expert_desk.redraw_queued(session, found.id, str(text.markup), buttons)
    elif found.state is DeliveryState.SENDING:
        done = False
    elif found.message_id is not None:
        _settle(session, case, found, now)
        _edit(session, case, found, home, text, buttons, now)
    expert_desk.set_columns(session, case.id, stale=not done)


def settle_card(session: Session, case: QuestionCase, now: datetime) -> bool:
    """Note where the card of a case stands once it is sent; tell whether that is known."""
    found = _card(session, case)
    if found is None or found.message_id is None or found.state is not DeliveryState.SENT:
        return False
    _settle(session, case, found, now)
    return True


def case_at(session: Session, chat_id: int, message_id: int) -> QuestionCase | None:
    """Return the case about which a message is: its card, however fresh, or what hangs below."""
    found = expert_desk.by_card(session, chat_id, message_id)
    return found or expert_desk.by_message(session, (chat_id, message_id), TO_STAFF)


def ping(
    session: Session,
    desk: ExpertDesk,
    case: QuestionCase,
    key: str,
    say: Say,
    now: datetime,
    buttons: Rows = (),
) -> bool:
    """Write below a case's card, so that whoever is mentioned is told; once for each key."""
    home = home_of(session, desk)
    if home is None:
        return False
    here = case.card_chat_id == home.chat_id
    post = Post(
        send_key=f"qping:{case.id}:{key}"[:160],
        lane=Lane.ALERT,
        chat_id=home.chat_id,
        thread_id=home.thread_id,
        text=_for_operators(desk, home.language, say),
        not_before=now,
        buttons=stored(buttons, desk.words, home.language),
        reply_to=case.card_message_id if here else None,
    )
    if not enqueue(session, post, now):
        return False
    expert_desk.add_message(session, case.id, post.send_key, Sent.PING)
    return True


def announce(
    session: Session, desk: ExpertDesk, key: str, says: Sequence[Say], now: datetime
) -> bool:
    """Write several lines where cards stand, once for each key; tell whether it was new."""
    home = home_of(session, desk)
    if home is None:
        return False
    post = Post(
        send_key=f"expert-desk:{key}"[:160],
        lane=Lane.ALERT,
        chat_id=home.chat_id,
        thread_id=home.thread_id,
        text=_for_operators(desk, home.language, *says),
        not_before=now,
    )
    return enqueue(session, post, now)


def _card(session: Session, case: QuestionCase) -> Delivery | None:
    """Return the newest card of a case that is there or on its way."""
    keys = expert_desk.keys_of(session, case.id, [Sent.CARD])
    cards = [d for d in expert_desk.deliveries_of(session, keys) if d.state not in GONE]
    return max(cards, key=lambda card: card.settled_at or card.created_at, default=None)


def _settle(session: Session, case: QuestionCase, card: Delivery, now: datetime) -> None:
    place = {"card_chat_id": card.chat_id, "card_message_id": card.message_id}
    if (case.card_chat_id, case.card_message_id) == (card.chat_id, card.message_id):
        return
    expert_desk.set_columns(session, case.id, **place)
    if card.send_key.startswith("otherwise:"):
        key = f"card-lost:{case.id}:{card.message_id}"
        cases.note(session, case.id, Line(EventKind.CARD_LOST, key=key), now)


def _edit(
    session: Session,
    case: QuestionCase,
    card: Delivery,
    home: Home,
    text: Screened,
    buttons: list[list[dict[str, str]]],
    now: datetime,
) -> None:
    """Edit a card unless it shows this already; it is posted anew where it was deleted."""
    if _shown(session, case, card) == (str(text.markup), buttons):
        return
    digest = hashlib.sha256(f"{text.markup}{buttons}".encode()).hexdigest()[:12]
    key = f"qcard-edit:{case.id}:{case.version}:{card.id}:{digest}"
    errand = Errand(
        key=key,
        act=Act.EDIT_TEXT,
        chat_id=card.chat_id,
        message_id=card.message_id,
        text=text,
        buttons=buttons,
        lane=Lane.ALERT,
        otherwise=_post(case, home, text, buttons, now),
    )
    if errands.add(session, errand, now):
        expert_desk.add_message(session, case.id, key, Sent.EDIT)
        expert_desk.add_message(session, case.id, otherwise_key(key), Sent.CARD)


def _shown(session: Session, case: QuestionCase, card: Delivery) -> tuple[str, object]:
    keys = expert_desk.keys_of(session, case.id, [Sent.EDIT])
    edits = expert_desk.deliveries_of(session, keys)
    here = [edit for edit in edits if edit.message_id == card.message_id]
    latest = here[-1] if here else card
    return latest.markup, latest.buttons


def _post(
    case: QuestionCase,
    home: Home,
    text: Screened,
    buttons: list[list[dict[str, str]]],
    now: datetime,
) -> Post:
    return Post(
        send_key=f"qcard:{case.id}:{case.version}",
        lane=Lane.ALERT,
        chat_id=home.chat_id,
        thread_id=home.thread_id,
        text=text,
        not_before=now,
        buttons=buttons,
    )


def _for_operators(desk: ExpertDesk, language: Language, *says: Say) -> Screened:
    # Whoever answers must be able to read what members may not say.
    text = Markup("\n").join(desk.words.say(language, say) for say in says)
    return desk.gate.admit(text, Screening.OPERATORS)
