"""Labelled pairs: what askers' clicks said of the entries they were shown."""

import json
from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from bot.questions.states import OfferVerdict
from bot.review.masking import masked
from db.models.question import QuestionOffer
from db.repositories import questions

_RIGHT = {
    OfferVerdict.RIGHT: True,
    OfferVerdict.CHOSEN: True,
    OfferVerdict.WRONG: False,
    OfferVerdict.PASSED: False,
}


def labelled_pairs(session: Session) -> Iterator[dict[str, Any]]:
    """Return every judged pair, oldest first; no person is named in it.

    `right`: the asker said or showed so; `verdict` tells how surely ("right" and "wrong" were
    said, "chosen" is a title that was opened and not judged, "passed" one that was left).
    """
    for offer in questions.labelled(session):
        yield _row(offer)


def lines(session: Session) -> list[str]:
    """Return the pairs as JSON lines."""
    return [json.dumps(row, ensure_ascii=False) for row in labelled_pairs(session)]


def _row(offer: QuestionOffer) -> dict[str, Any]:
    assert offer.verdict is not None  # noqa: S101 - the query asks for judged ones
    return {
        "id": offer.id,
        "query": masked(offer.query),
        "faq_id": offer.entry_key,
        "version": offer.entry_version,
        "right": _RIGHT[offer.verdict],
        "verdict": offer.verdict.value,
        "rank": offer.rank,
        "round": offer.round,
        "score": offer.score / 1000,
        "shown_as": offer.said.value,
    }
