"""What operators are told of an edition's content: its layers, the regime, the poll."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from bot.briefs.layers import TARGETS, Layer, layer_shares
from bot.i18n import Language, Say, format_number
from db.repositories import brief_facts

REPORTED = timedelta(days=30)


def content_lines(snapshot: Mapping[str, Any], language: Language) -> tuple[Say, ...]:
    """Return the lines on an edition for its card or preview, by its snapshot."""
    lines = [layers_line([snapshot.get("layers", {})]), regime_line(snapshot, language)]
    if poll := snapshot.get("poll"):
        lines.append(Say("brief-poll-line", question=poll["question"]))
    return tuple(lines)


def layers_line(counts: Iterable[Mapping[str, int]]) -> Say:
    """Return the shares of content by layer beside their aims, in one line."""
    shares = layer_shares(counts)
    if not shares:
        return Say("brief-layers-none")
    shown = {layer.value: str(shares[layer]) for layer in Layer}
    aims = {f"{layer.value}-target": str(TARGETS[layer]) for layer in Layer}
    return Say("brief-layers", **shown, **aims)


def layers_until(session: Session, until: date) -> dict[Layer, Decimal]:
    """Return each layer's share in percent over the 30 days that end with `until`."""
    return layer_shares(_counts(session, until))


def layers_line_until(session: Session, until: date) -> Say:
    """Return the line on the 30 days that end with `until`, for reports."""
    return layers_line(_counts(session, until))


def regime_line(snapshot: Mapping[str, Any], language: Language) -> Say:
    """Return the regime of an edition with the figures that made it, by its snapshot."""
    reasons = snapshot.get("regime", {}).get("reasons", [])
    if not reasons:
        return Say("brief-regime-calm")
    lines = tuple(
        Say(
            f"brief-regime-{reason['rule']}",
            what=reason["what"],
            value=format_number(Decimal(reason["figure"]["value"]), language),
            threshold=format_number(Decimal(reason["threshold"]), language),
        )
        for reason in reasons
    )
    return Say("brief-regime-volatile", reasons=lines)


def _counts(session: Session, until: date) -> list[Mapping[str, int]]:
    first = until - REPORTED + timedelta(days=1)
    return [one.get("layers", {}) for one in brief_facts.snapshots(session, first, until)]
