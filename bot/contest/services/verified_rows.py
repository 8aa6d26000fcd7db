"""The check of what is kept beside the log: accounts, orders, fills, snapshots, ranks."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row
from sqlmodel import Session

from bot.contest.board.ranking import Contender, rank_all
from bot.contest.board.running_score import Running, running_from, terms_document
from bot.contest.board.scoring import total_return
from bot.contest.engine import codec
from bot.contest.engine.account import Account
from bot.contest.engine.admission import OutOfOrderError
from bot.contest.engine.market_state import MarketState
from bot.contest.events import Joined
from bot.contest.outcomes import Outcome
from bot.contest.proof.differences import Difference, What, compare
from bot.contest.proof.refolding import Logged, Story
from bot.contest.rules import Rules
from bot.contest.services.expected_trades import expected_trades
from bot.contest.services.overview import rules_of
from db.models.contest import Contest, ContestEntry
from db.repositories import contest_checks, contest_days

CARRIED = ("peak", "max_drawdown", "concentrations", "days", "mean_concentration", "total_return")


def decoded(row: Row[Any], found: list[Difference]) -> Any | None:
    """Return the event of a record; one that cannot be read is a difference."""
    try:
        event = codec.decode(row.body)
    except (KeyError, ValidationError) as error:
        subject = f"record {row.id} ({row.kind} {row.day})"
        found.append(Difference(What.DEED, subject, "unreadable", type(error).__name__))
        return None
    if type(event).__name__ != row.kind or getattr(event, "account", None) != row.member_id:
        subject = f"record {row.id}"
        kept = f"{row.kind} of {row.member_id}"
        expected = f"{type(event).__name__} of {getattr(event, 'account', None)}"
        found.append(Difference(What.DEED, subject, kept, expected))
    return event


def admitted(state: MarketState, event: Any) -> Any | None:
    """Return what counts of a market event; nothing of one that comes out of its order."""
    try:
        return state.admit(event)
    except OutOfOrderError:
        return None


def check_staff(
    deeds: Sequence[Logged], entries: Mapping[int, ContestEntry], found: list[Difference]
) -> None:
    """Compare who plays out of competition with how they entered."""
    for logged in deeds:
        event = logged.event
        entry = entries.get(event.account) if isinstance(event, Joined) else None
        if isinstance(event, Joined) and entry is not None and entry.staff != event.staff:
            subject = f"of member {event.account} staff"
            kept, expected = str(entry.staff), str(event.staff)
            found.append(Difference(What.ACCOUNT, subject, kept, expected))


def account_of(entry: ContestEntry, subject: str, found: list[Difference]) -> Account | None:
    """Return the account that an entry keeps."""
    try:
        return codec.account_from_json(entry.account)
    except ValidationError as error:
        found.append(Difference(What.ACCOUNT, subject, "unreadable", type(error).__name__))
        return None


def check_account(subject: str, kept: Account, expected: Account, found: list[Difference]) -> None:
    """Compare two accounts field by field, to the cent."""
    if kept == expected:
        return
    pair = (codec.account_to_json(kept), codec.account_to_json(expected))
    found += compare(What.ACCOUNT, subject, *pair)


def check_outcomes(
    member: int, logged: Sequence[Row[Any]], expected: Sequence[Outcome], found: list[Difference]
) -> None:
    """Compare what the log says came out with what comes out; name the first of a kind."""
    for number, (row, outcome) in enumerate(zip(logged, expected, strict=False), 1):
        encoded = codec.encode(outcome)
        if row.body == encoded or _same(row.body, outcome):
            continue
        subject = f"{number} of member {member} (record {row.id})"
        if row.body.get("is") != encoded["is"]:
            found.append(Difference(What.OUTCOME, subject, row.kind, encoded["is"]))
            return
        found += compare(What.OUTCOME, f"{subject} {row.kind}", row.body, encoded)
    if len(logged) != len(expected):
        subject = f"count of member {member}"
        found.append(Difference(What.OUTCOME, subject, f"{len(logged)}", f"{len(expected)}"))


def check_orders(
    session: Session,
    contest_id: int,
    deeds: Sequence[Logged],
    stories: Mapping[int, Story],
    found: list[Difference],
) -> None:
    """Compare orders and fills with the outcomes of the log."""
    members = tuple(stories)
    expected = expected_trades(deeds, stories)
    orders = contest_checks.orders(session, contest_id, members)
    kept = {row.id: _order(row) for row in orders}
    for number in sorted({*kept, *expected.orders}):
        found += compare(What.ORDER, f"{number}", kept.get(number), expected.orders.get(number))
    fills = {row.fill: _fill(row) for row in contest_checks.fills(session, contest_id, members)}
    for name in sorted({*fills, *expected.fills}):
        found += compare(What.FILL, name, fills.get(name), expected.fills.get(name))


def check_snapshots(
    session: Session,
    contest_id: int,
    rules: Rules,
    stories: Mapping[int, Story],
    found: list[Difference],
) -> None:
    """Compare every day's snapshot with the account at that close, and what it carries on."""
    kept = {
        (row.member_id, row.day): row
        for row in contest_checks.snapshots(session, contest_id, tuple(stories))
    }
    for member, story in stories.items():
        running = Running(rules.capital)
        for day, end in sorted(story.days.items()):
            running = running.after(end.valued.equity, end.concentration)
            row = kept.pop((member, day), None)
            subject = f"{day} of member {member}"
            expected = {
                "cash": end.valued.cash,
                "receivables": end.valued.receivables,
                "positions": end.valued.positions,
                "equity": end.valued.equity,
                "concentration": end.concentration,
            }
            shown = None if row is None else {name: row._mapping[name] for name in expected}
            found += compare(What.SNAPSHOT, subject, shown, expected)
            if row is not None and row.terms:
                found += _check_carried(subject, row, running, rules)
    for member, day in sorted(kept):
        found.append(Difference(What.SNAPSHOT, f"{day} of member {member}", "it", "nothing"))


def check_boards(session: Session, contest: Contest, found: list[Difference]) -> None:
    """Rank every sealed day again, one day in memory at a time.

    Who is out of competition now may have had a rank on an earlier day, and keeps it.
    """
    rules = rules_of(contest)
    for day in contest_days.every(session, contest.id):
        if day.sealed_at is None:
            continue
        kept = {row.member_id: row for row in contest_checks.ranks(session, contest.id, day.day)}
        contenders = []
        for row in kept.values():
            if not row.terms:
                subject = f"{day.day} of member {row.member_id}"
                found.append(Difference(What.BOARD, subject, "no terms", "ranked"))
                continue
            so_far = running_from(row.terms, rules.capital)
            out = (row.staff or row.disqualified) and row.rank is None
            contenders.append(
                Contender(row.member_id, row.equity, so_far.drawdown, so_far.concentration, not out)
            )
        for one in rank_all(contenders, rules):
            row = kept[one.account]
            expected = {"rank": one.rank, "score": one.terms.score} | terms_document(
                one, running_from(row.terms, rules.capital)
            )
            stored = {"rank": row.rank, "score": row.score} | dict(row.terms)
            found += compare(What.BOARD, f"{day.day} of member {one.account}", stored, expected)


def _check_carried(subject: str, row: Row[Any], running: Running, rules: Rules) -> list[Difference]:
    carried: dict[str, Any] = {
        "peak": running.peak,
        "max_drawdown": running.drawdown,
        "concentrations": running.concentrations,
        "days": Decimal(running.days),
        "mean_concentration": running.concentration,
        "total_return": total_return(rules.capital, row.equity),
    }
    kept = {name: Decimal(row.terms[name]) for name in CARRIED}
    return compare(What.BOARD, subject, kept, carried)


def _same(body: Mapping[str, Any], outcome: Outcome) -> bool:
    """Tell whether a record means an outcome: 0 and 0.00 are one amount."""
    try:
        return bool(codec.decode(dict(body)) == outcome)
    except (KeyError, ValidationError):
        return False


def _order(row: Any) -> dict[str, Any]:
    return {
        "member": row.member_id,
        "symbol": row.symbol,
        "side": row.side.value,
        "quantity": row.quantity,
        "limit": row.limit,
        "filled": row.filled,
        "state": row.state.value,
        "ended_by": row.ended_by,
        "placed_at": row.placed_at,
    }


def _fill(row: Any) -> dict[str, Any]:
    return {
        "member": row.member_id,
        "order": row.order_id,
        "symbol": row.symbol,
        "side": row.side.value,
        "quantity": row.quantity,
        "price": row.price,
        "fees": {name: Decimal(part) for name, part in row.fees.items()},
        "cash": row.cash,
        "cost": row.cost,
        "at": row.at,
        "quote_at": row.quote["at"],
        "quote_source": row.quote["source"],
        "voided": row.voided_at is not None,
    }
