"""Letting the writing assistant propose an edition: bound, screened, and for a person to judge."""

from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from bot.briefs.binding import unbound_in
from bot.briefs.compose import Draft, compose, written_in
from bot.briefs.length import caption_length, fits
from bot.briefs.material import Material
from bot.briefs.names import names_for
from bot.briefs.newsroom import Newsroom
from bot.briefs.writer.checking import fault_in, filled, pieces_of, tidy, used_in
from bot.briefs.writer.outcome import Proposal, WriterFailed, WriterFault
from bot.briefs.writer.sheet import Sheet, messages, sheet_of
from bot.compliance.errors import Blocked
from bot.compliance.verdict import Lane
from bot.i18n import Language
from bot.members.tiers import Tier


async def propose(
    room: Newsroom, material: Material, tier: Tier, language: Language, now: datetime
) -> Proposal | WriterFailed:
    """Return a proposal for an edition, or why there is none; the templates' draft then stands.

    The assistant sees the figures and headlines of the templates' draft and writes words with
    placeholders. Its text passes binding and screening like any other and is not posted here:
    a proposal goes out only after a person approved it, whatever the policy of the slot.
    """
    if room.writer is None:
        return WriterFailed(WriterFault.OFF)
    draft = compose(material, tier, language, room.words)
    if draft.empty or not draft.figures:
        return WriterFailed(WriterFault.NO_DATA)
    sheet = sheet_of(draft, names_for(material, room.words, language))
    answer = await room.writer.answer(messages(sheet, draft), now)
    if isinstance(answer, WriterFailed):
        return answer
    wording = tidy(answer)
    found = fault_in(wording, sheet)
    return found or _proposal(room, draft, sheet, wording, room.writer.model)


def _proposal(
    room: Newsroom, draft: Draft, sheet: Sheet, wording: str, model: str
) -> Proposal | WriterFailed:
    """Return the whole edition if it is bound, short enough and clean."""
    lines = draft.markup.split("\n")
    body, names = filled(wording, sheet), used_in(wording)
    quoted = tuple(sheet.headlines[name] for name in names if name in sheet.headlines)
    # The first and last line of the templates' draft stand round it: title, source, disclosure.
    markup = Markup("\n").join([lines[0], body, lines[-1]])
    unbound = unbound_in(markup, written_in(draft.snapshot()), quoted)
    if unbound:
        return WriterFailed(WriterFault.OWN_NUMBER, unbound[0].text)
    if not fits(markup):
        return WriterFailed(WriterFault.TOO_LONG, str(caption_length(markup)))
    try:
        screened = room.gate.admit(markup)
    except Blocked as blocked:
        return WriterFailed(WriterFault.SCREENED, ", ".join(blocked.verdict.rules))
    kept = replace(draft, headlines=quoted, markup=markup).snapshot()
    wrote = {"model": model, "wording": wording, "used": list(names)}
    verdict = room.gate.judge(screened.plain, Lane.OUTGOING)
    return Proposal(
        wording=wording,
        body=body,
        markup=screened.markup,
        snapshot={**kept, "writer": wrote},
        verdict=verdict,
        lines=pieces_of(wording, sheet),
        headlines=quoted,
    )
