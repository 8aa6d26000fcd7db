"""The picture of a corrected edition: drawn again with the right figure, or taken back.

Drawing takes long, so it runs in a thread and outside a transaction.
"""

from dataclasses import replace

from bot.briefs.corrections.card_record import card_from, corrected
from bot.briefs.corrections.service import Form
from bot.briefs.corrections.states import CorrectionKind
from bot.briefs.desk.writing import names_of
from bot.briefs.newsroom import Newsroom
from bot.charts.index_card import IndexCard, draw_index_card
from bot.i18n import Language, Say
from bot.markup import plain


def picture_for(room: Newsroom, form: Form) -> bytes | None:
    """Return the new picture; nothing where the old one says nothing wrong."""
    card = card_for(room, form)
    return draw_index_card(card) if card is not None else None


def card_for(room: Newsroom, form: Form) -> IndexCard | None:
    """Return what is to be drawn, or nothing."""
    if not form.redraws or not form.can_redraw:
        return None
    language = form.edition.language
    if form.correction.kind is CorrectionKind.WITHDRAWAL:
        return _withdrawn(room, form, language)
    swaps = form.swaps
    names = names_of(room, [swap.old for swap in swaps], language)
    card = corrected(card_from(form.edition.snapshot["card"]), swaps, names)
    mark = _say(room, language, Say("correction-picture-mark"))
    kicker = card.kicker if mark in card.kicker else " · ".join(filter(None, (card.kicker, mark)))
    title = card.title
    if any(swap.turned for swap in swaps):
        # What the title found in the wrong figures may not be so.
        title = _say(room, language, Say("correction-picture-title"))
    return replace(card, kicker=kicker, title=title)


def _withdrawn(room: Newsroom, form: Form, language: Language) -> IndexCard:
    edition = form.edition
    brief = Say(f"brief-slot-{edition.slot.value}")
    return IndexCard(
        title=_say(room, language, Say("correction-picture-withdrawn")),
        rows=(),
        foot=(_say(room, language, Say("risk-disclosure")),),
        kicker=_say(room, language, Say("correction-picture-kicker", day=edition.day, brief=brief)),
        empty=form.correction.reason or "",
    )


def _say(room: Newsroom, language: Language, what: Say) -> str:
    return plain(room.words.say(language, what))
