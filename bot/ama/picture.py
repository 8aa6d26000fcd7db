"""The digest's picture: which questions people wanted most, and which were answered."""

from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.ama.desk import AmaDesk
from bot.ama.states import AmaState, AskedState
from bot.compliance.verdict import Lane
from bot.i18n import Say
from bot.markup import plain
from db.models.ama import AmaQuestion
from db.repositories import ama

if TYPE_CHECKING:
    from bot.charts.ama_card import AmaCard, AmaRow

MOST_ROWS = 5
SHOWN = frozenset({AskedState.LISTED, AskedState.ANSWERED})


def card_of(session: Session, desk: AmaDesk, session_id: int) -> "AmaCard | None":
    """Return what the picture shows; none where nobody voted, or a word of it breaks a rule."""
    from bot.charts.ama_card import AmaCard  # noqa: PLC0415 - heavy, rarely used

    found = ama.by_id(session, session_id)
    voters = ama.count_voters(session, session_id)
    if found is None or found.state is not AmaState.CLOSED or not voters:
        return None
    ranked = sorted(ama.ranked(session, session_id, SHOWN), key=lambda one: -one[1])[:MOST_ROWS]
    wanted = ranked[0][0].text
    card = AmaCard(
        title=_said(desk, Say("ama-picture-title", question=wanted)),
        kicker=_said(desk, Say("ama-picture-kicker", title=found.title)),
        rows=tuple(_row(desk, question, votes) for question, votes in ranked),
        foot=(
            _said(desk, Say("ama-picture-voters", count=voters, at=found.starts_at)),
            _said(desk, Say("ama-picture-risk")),
        ),
    )
    words = "\n".join([card.title, card.kicker, *(row.question for row in card.rows)])
    return None if desk.gate.judge(words, Lane.OUTGOING).blocked else card


def draw(card: "AmaCard") -> bytes:
    """Return the picture as PNG; takes a moment, so off the event loop and no transaction."""
    from bot.charts.ama_card import draw_ama_card  # noqa: PLC0415 - as above

    return draw_ama_card(card)


def _row(desk: AmaDesk, question: AmaQuestion, votes: int) -> "AmaRow":
    from bot.charts.ama_card import AmaRow  # noqa: PLC0415 - as above

    answered = question.state is AskedState.ANSWERED
    return AmaRow(
        question=question.text,
        votes=votes,
        figure=_said(desk, Say("ama-picture-votes", count=votes)),
        state=_said(desk, Say("ama-picture-answered" if answered else "ama-picture-open")),
        answered=answered,
    )


def _said(desk: AmaDesk, say: Say) -> str:
    return plain(desk.words.say(desk.language, say))
