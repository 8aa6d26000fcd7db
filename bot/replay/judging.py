"""Was a replayed slot right? Held against the books: editions, figures, deliveries, archive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlmodel import Session

from bot.briefs import service
from bot.briefs.binding import unbound_in
from bot.briefs.compose import written_in
from bot.briefs.desk.choices import headline_from
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.briefs.slots import POSTED
from bot.delivery.lanes import DeliveryState
from bot.market.symbols import calendar_of
from bot.markup import plain
from bot.members.tiers import Binding, Tier
from bot.replay.conduct import Conduct
from db.models.brief import BriefEdition
from db.models.group import Group
from db.repositories import archive, briefs, deliveries, groups


@dataclass(frozen=True, slots=True)
class SlotReport:
    """What became of a slot: by tier, how many figures, whether somebody was reminded, faults.

    `went_out`: when the last of its editions was bound and posted.
    """

    due: DueSlot
    conduct: Conduct
    outcomes: dict[Tier, str]
    figures: int
    reminded: bool
    went_out: datetime | None
    faults: tuple[str, ...]

    @property
    def minutes_late(self) -> str:
        """Return when it went out, from the slot's time: T, T+9 …; nothing if it did not."""
        if self.went_out is None:
            return ""
        minutes = round((self.went_out - self.due.due_at).total_seconds() / 60)
        return f"T+{minutes}" if minutes else "T"


def report_on(
    session: Session, room: Newsroom, due: DueSlot, conduct: Conduct, tiers: tuple[Tier, ...]
) -> SlotReport:
    """Return what became of a slot once its day is over."""
    made = briefs.of_slot(session, due.day, due.slot)
    readers = {service.pair_of(group, room): group for group in service.reading_groups(session)}
    outcomes: dict[Tier, str] = {}
    faults: list[str] = []
    figures = 0
    for pair, group in readers.items():
        of_pair = [one for one in made if (one.tier, one.language) == pair]
        if len(of_pair) != 1:
            faults.append(f"{pair[0].value}: {len(of_pair)} editions")
            continue
        edition = of_pair[0]
        outcomes[edition.tier] = _outcome(edition)
        figures += len(edition.snapshot.get("figures", []))
        found = [*_wrong_figures(room, due, edition), *_wrong_posts(session, due, edition, group)]
        faults += [f"{edition.tier.value}: {fault}" for fault in found]
    faults += [f"{tier.value}: no edition" for tier in tiers if tier not in outcomes]
    reminded = _is_reminded(session, due)
    at = _went_out(session, made)
    return SlotReport(due, conduct, outcomes, figures, reminded, at, tuple(faults))


def _went_out(session: Session, made: Sequence[BriefEdition]) -> datetime | None:
    posted = [briefs.version(session, e.id, e.version) for e in made if e.state in POSTED]
    return max((version.created_at for version in posted if version), default=None)


def _outcome(edition: BriefEdition) -> str:
    return f"{edition.state.value} ({edition.why})" if edition.why else edition.state.value


def _wrong_figures(room: Newsroom, due: DueSlot, edition: BriefEdition) -> Iterator[str]:
    """Name every number bound to nothing, and every figure of another session than the newest."""
    if edition.state not in POSTED:
        return
    headlines = [headline_from(one) for one in edition.snapshot.get("headlines", [])]
    markup = Markup(edition.markup)  # noqa: S704 - read, not sent
    for token in unbound_in(markup, written_in(edition.snapshot), headlines):
        yield f"unbound {token.text}"
    for figure in (*edition.snapshot.get("figures", []), *edition.snapshot.get("picture", [])):
        symbol = figure["symbols"][0]
        if ":" in symbol:
            continue  # of a contest or of the books: no market's
        at = datetime.fromisoformat(figure["at"])
        calendar = room.calendars(_calendar(symbol, room))
        latest = calendar.latest_session(due.useless_at if at > due.due_at else due.due_at)
        if calendar.local_day(at) != latest.day:
            yield f"stale {symbol} {figure['written']} of {at:%m-%d %H:%M}"


def _calendar(symbol: str, room: Newsroom) -> str:
    is_quoted = symbol.removeprefix("sim")[:2] in {"sh", "sz", "bj", "hk", "us"}
    return calendar_of(symbol) if is_quoted else room.exchange


def _wrong_posts(
    session: Session, due: DueSlot, edition: BriefEdition, group: Group
) -> Iterator[str]:
    """Hold the outbox and the archive against what the edition says became of it."""
    delivery = deliveries.with_key(session, service.send_key(due, group))
    if edition.state not in POSTED:
        if delivery is not None:
            yield "queued though it was not posted"
        return
    if delivery is None or delivery.state is not DeliveryState.SENT or not delivery.message_id:
        yield f"not sent ({delivery.state.value if delivery else 'no delivery'})"
        return
    kept = archive.of_message(session, group.chat_id, delivery.message_id)
    wanted = plain(Markup(edition.markup)).strip()  # noqa: S704 - read, not sent
    if not any(plain(Markup(one.text)).strip() == wanted for one in kept):  # noqa: S704 - as above
        yield f"not in the archive as it was sent ({len(kept)} records)"


def _is_reminded(session: Session, due: DueSlot) -> bool:
    name = f"alert:desk-remind:{due.day}:{due.slot.value}"
    operators = groups.bound(session, Binding.OPERATORS)
    keys = [f"{name}:{group.chat_id}" for group in operators]
    return bool(deliveries.known_keys(session, keys))
