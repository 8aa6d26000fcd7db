"""A text of the writing assistant as a version of a draft: bound like a person's, never unread."""

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from bot.briefs.desk.choices import Choices
from bot.briefs.desk.editing import Change, wording_of
from bot.briefs.desk.numbers import Reference
from bot.briefs.desk.wording import Line
from bot.briefs.writer.outcome import Proposal
from db.models.brief import BriefEdition


def by_assistant(edition: BriefEdition, proposal: Proposal) -> Change:
    """Return the change of a draft to what the writing assistant proposes.

    The heading stays the machine's. Every figure becomes a reference, as in an operator's text,
    so that it is bound again when the brief goes out. Operators' notes that stand are no part
    of it: the desk's next round adds them at the end.
    """
    before = wording_of(edition)
    own = tuple(Line(parts=tuple(_part(piece) for piece in line)) for line in proposal.lines)
    wording = replace(before, lines=(Line(0), *own), assisted=True)
    return Change(Choices(headlines=proposal.headlines), wording)


def _part(piece: Markup | Mapping[str, object]) -> str | Reference:
    if isinstance(piece, Markup):
        return str(piece)
    symbols, field, written = piece["symbols"], piece["field"], piece["written"]
    assert isinstance(symbols, list | tuple)  # noqa: S101 - as every figure is recorded
    return Reference(tuple(symbols), str(field), str(written), shows_direction=True)
