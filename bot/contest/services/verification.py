"""The check of a contest from its log alone: the chain, every account, every order, the board.

Reads a few hundred records or accounts at a time. What is compared: the chain with the heads
that were posted; the log's market events with what counts of them; every outcome in the log
with the engine's; accounts, orders, fills, snapshots and ranks with what the log adds up to.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from bot.contest.board.ranking import Contender, Ranked, rank_all
from bot.contest.board.running_score import Running
from bot.contest.engine import codec
from bot.contest.engine.account import Account
from bot.contest.engine.engine import catch_up
from bot.contest.engine.market_state import MarketState
from bot.contest.engine.valuing import equity_of
from bot.contest.errors import ContestUnknownError
from bot.contest.outcomes import Outcome, Valued
from bot.contest.proof.differences import Difference, What
from bot.contest.proof.refolding import Logged, Refolded, Story, refold
from bot.contest.rules import Rules
from bot.contest.services import verified_rows as rows
from bot.contest.services.verified_chain import ChainCheck, check_chain
from db.models.contest import Contest
from db.repositories import contest_chain, contest_checks, contest_days, contests

AT_ONCE = 200
MOST_DIFFERENCES = 1_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Replayed:
    """An account as the log makes it: `equity` at the last good prices, and how it did.

    `contender`: what it goes into the board with after its last close, the `days`-th.
    """

    account: Account
    equity: Decimal
    days: int
    contender: Contender


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found.

    `waiting`: records that no day's head covers yet. At most `MOST_DIFFERENCES` are kept.
    """

    title: str
    days: int
    records: int
    waiting: int
    accounts: int
    head: str
    differences: tuple[Difference, ...]


def verify(session: Session, contest_id: int, progress: Progress | None = None) -> Verdict:
    """Recompute everything that a contest keeps; raise ContestUnknownError.

    `progress` is told how many of how many steps are done: records, then accounts.
    """
    contest = _contest(session, contest_id)
    rules = codec.rules_from_json(contest.rules)
    members = _members(session, contest_id)
    total = contest_chain.count(session, contest_id) + len(members)
    told = _teller(progress, total)
    found: list[Difference] = []
    chain = check_chain(session, contest, told, found)
    market = _market(session, contest_id, found)
    for batch in _batches(members):
        _check_accounts(session, contest, rules, market, batch, found)
        told(len(batch))
    rows.check_boards(session, contest, found)
    return _verdict(session, contest, chain, len(members), found)


def replay(session: Session, contest_id: int, member_id: int | None = None) -> Iterator[Replayed]:
    """Yield every account, or one, as the log alone makes it; raise ContestUnknownError."""
    contest = _contest(session, contest_id)
    rules = codec.rules_from_json(contest.rules)
    market = _market(session, contest_id, [])
    state = MarketState()
    for logged in market:
        state.fold(logged.event)  # type: ignore[arg-type]
    members = _members(session, contest_id) if member_id is None else [member_id]
    for batch in _batches(members):
        entries = contest_checks.entries(session, contest_id, batch)
        refolded, _, _ = _refolded(session, contest_id, rules, market, batch)
        for member, story in refolded.stories.items():
            entry = entries.get(member)
            competes = entry is not None and not (entry.staff or entry.disqualified)
            if story.account is not None:
                yield _replayed(story, story.account, state, rules, competes=competes)


def rules_at(session: Session, contest_id: int) -> Rules:
    """Return a contest's rules; raise ContestUnknownError."""
    return codec.rules_from_json(_contest(session, contest_id).rules)


def replayed_board(rules: Rules, accounts: Iterable[Replayed]) -> tuple[Ranked, ...]:
    """Return the board that replayed accounts make after their last close."""
    return rank_all((one.contender for one in accounts if one.days), rules)


def _replayed(
    story: Story, account: Account, state: MarketState, rules: Rules, *, competes: bool
) -> Replayed:
    running, equity = Running(rules.capital), rules.capital
    for _, end in sorted(story.days.items()):
        equity = end.valued.equity
        running = running.after(equity, end.concentration)
    return Replayed(
        account=account,
        equity=equity_of(account, state.price),
        days=running.days,
        contender=running.contender(account.id, equity, competes=competes),
    )


def _contest(session: Session, contest_id: int) -> Contest:
    contest = contests.by_id(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    return contest


def _members(session: Session, contest_id: int) -> list[int]:
    """Return who stands in the log or has an entry."""
    logged = contest_chain.members(session, contest_id)
    return sorted({*logged, *contest_checks.entered(session, contest_id)})


def _batches(members: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(members), AT_ONCE):
        yield members[start : start + AT_ONCE]


def _teller(progress: Progress | None, total: int) -> Callable[[int], None]:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(min(done, total), total)

    return tell


def _market(session: Session, contest_id: int, found: list[Difference]) -> list[Logged]:
    """Read the market events; what would not count in their place is a difference."""
    state, events = MarketState(), []
    for place, row in enumerate(contest_chain.market(session, contest_id), 1):
        subject = f"record {row.id} ({row.kind} {row.day})"
        if row.seq != place:
            found.append(Difference(What.MARKET, subject, f"number {row.seq}", f"number {place}"))
        event = rows.decoded(row, found)
        if event is None:
            continue
        counted = rows.admitted(state, event)
        if counted != event:
            expected = "nothing" if counted is None else codec.canonical(codec.encode(counted))
            found.append(Difference(What.MARKET, subject, "it", expected[:80]))
        if counted is not None:
            state.fold(counted)
            events.append(Logged(row.id, counted, row.seq))
    return events


def _refolded(
    session: Session,
    contest_id: int,
    rules: Rules,
    market: Sequence[Logged],
    members: Sequence[int],
    found: list[Difference] | None = None,
) -> tuple[Refolded, list[Logged], dict[int, list[Row[Any]]]]:
    """Play the log of a batch; return its stories, its deeds, and the outcomes that it logs."""
    deeds: list[Logged] = []
    outcomes: dict[int, list[Row[Any]]] = {member: [] for member in members}
    problems: list[Difference] = [] if found is None else found
    for row in contest_chain.of_members(session, contest_id, members):
        if not row.is_event:
            outcomes[row.member_id].append(row)
        elif (event := rows.decoded(row, problems)) is not None:
            deeds.append(Logged(row.id, event))
    deeds.sort(key=lambda logged: logged.record)
    return refold(rules, market, deeds, members), deeds, outcomes


def _forget(story: Story, late: Sequence[Outcome]) -> None:
    """Leave out what is still to be written of an account that lags behind."""
    del story.outcomes[len(story.outcomes) - len(late) :]
    for outcome in late:
        if isinstance(outcome, Valued):
            story.days.pop(outcome.day, None)


def _check_accounts(
    session: Session,
    contest: Contest,
    rules: Rules,
    market: Sequence[Logged],
    members: Sequence[int],
    found: list[Difference],
) -> None:
    refolded, deeds, logged = _refolded(session, contest.id, rules, market, members, found)
    for record in refolded.refused:
        found.append(Difference(What.DEED, f"record {record}", "it", "a refusal"))
    entries = contest_checks.entries(session, contest.id, members)
    rows.check_staff(deeds, entries, found)
    for member, story in refolded.stories.items():
        late = _check_account(entries.get(member), member, story, market, rules, found)
        _forget(story, late)
        rows.check_outcomes(member, logged[member], story.outcomes, found)
    rows.check_orders(session, contest.id, deeds, refolded.stories, found)
    rows.check_snapshots(session, contest.id, rules, refolded.stories, found)


def _check_account(
    entry: Any | None,
    member: int,
    story: Story,
    market: Sequence[Logged],
    rules: Rules,
    found: list[Difference],
) -> list[Outcome]:
    """Compare an account, brought up to date if it lags; return what came of that."""
    subject = f"of member {member}"
    if entry is None or story.account is None:
        kept, expected = ("it", "nothing") if entry is not None else ("nothing", "it")
        if entry is not None or story.account is not None:
            found.append(Difference(What.ACCOUNT, subject, kept, expected))
        return []
    account, late = rows.account_of(entry, subject, found), list[Outcome]()
    if account is None:
        return []
    for event in market:
        if event.seq is not None and event.seq > entry.applied:
            late += catch_up(account, event.event, rules)  # type: ignore[arg-type]
    rows.check_account(subject, account, story.account, found)
    return late


def _verdict(
    session: Session,
    contest: Contest,
    chain: ChainCheck,
    accounts: int,
    found: list[Difference],
) -> Verdict:
    return Verdict(
        title=contest.title,
        days=len(contest_days.every(session, contest.id)),
        records=chain.records,
        waiting=chain.waiting,
        accounts=accounts,
        head=chain.head,
        differences=tuple(found[:MOST_DIFFERENCES]),
    )
