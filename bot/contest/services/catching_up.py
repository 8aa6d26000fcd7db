"""Bringing accounts up to date with the market events that they have not seen.

Accounts never depend on each other, so each can be loaded, brought up to date and stored in
one short transaction, whenever somebody looks at it or a job comes by.
"""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session

from bot.contest.engine.account import Account
from bot.contest.engine.codec import account_from_json, account_to_json
from bot.contest.engine.engine import act, catch_up
from bot.contest.errors import ContestUnknownError, NotPlayingError
from bot.contest.events import AccountEvent
from bot.contest.outcomes import Outcome, Refused
from bot.contest.services.books import Books
from bot.contest.services.log import day_of_deeds
from bot.contest.services.market import events_after, market_of
from bot.contest.services.overview import rules_of
from db.models.contest import Contest
from db.repositories import contest_entries, contests


def up_to_date(session: Session, contest: Contest, member_id: int) -> Account:
    """Lock a member's entry and return their account after every market event so far.

    What came of the events is logged, and orders, fills and snapshots are written. The caller
    holds the contest's row (`contests.share` or `contests.lock`). Raise NotPlayingError.
    """
    books = Books(contest.id)
    account, moved = loaded(session, contest, member_id, books)
    if moved:
        store(session, contest, account)
    books.write(session)
    return account


def do(session: Session, contest: Contest, event: AccountEvent) -> tuple[Outcome, ...]:
    """Apply an account's own event to it and keep what comes of it; return its outcomes.

    A refusal comes back as the only outcome, and changes nothing. The caller holds the
    contest's row. Raise NotPlayingError.
    """
    books = Books(contest.id)
    account, moved = loaded(session, contest, event.account, books)
    rules = rules_of(contest)
    outcomes = act(account, event, market_of(session, contest), rules)
    refused = any(isinstance(outcome, Refused) for outcome in outcomes)
    if not refused:
        books.deed(account, day_of_deeds(session, contest, rules), event, outcomes)
    if moved or not refused:
        store(session, contest, account)
    books.write(session)
    return outcomes


def loaded(
    session: Session, contest: Contest, member_id: int, books: Books
) -> tuple[Account, bool]:
    """Lock an entry; return its account, up to date, and whether that has to be stored.

    What came of the events is noted in `books`, which the caller writes.
    """
    row = contest_entries.state(session, contest.id, member_id, lock=True)
    if row is None:
        raise NotPlayingError
    return _caught_up(session, contest, row, books), row.applied < contest.market_seq


def as_of_now(session: Session, contest: Contest, member_id: int) -> Account:
    """Return the same account for showing it: nothing is locked and nothing is written.

    An account that has been brought further than `contest` was read makes that be read again.
    """
    row = contest_entries.state(session, contest.id, member_id, lock=False)
    if row is None:
        raise NotPlayingError
    if row.applied > contest.market_seq:
        session.refresh(contest)
    return seen(session, contest, row)


def seen(session: Session, contest: Contest, row: Any) -> Account:
    """Return the account of an entry's row after every market event; nothing is written."""
    return _caught_up(session, contest, row, Books(contest.id))


def store(session: Session, contest: Contest, account: Account) -> None:
    """Keep an account that is up to date; the caller holds the entry's lock."""
    contest_entries.store(
        session, contest.id, account.id, account_to_json(account), contest.market_seq
    )


def sweep(
    session: Session,
    contest_id: int,
    limit: int = 500,
    ordering: Collection[str] | None = None,
) -> int:
    """Bring up to `limit` lagging accounts up to date; return how many there were.

    Less than `limit` means that nobody lags any more, `ordering`: of those who have an order
    resting in one of these symbols.
    """
    contest = contests.share(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    rows = contest_entries.lagging(session, contest.id, contest.market_seq, limit, ordering)
    books, changed, same = Books(contest.id), {}, []
    for row in rows:
        state = account_to_json(_caught_up(session, contest, row, books))
        if state == row.account:
            same.append(row.member_id)
        else:
            changed[row.member_id] = state
    contest_entries.store_many(session, contest.id, changed, contest.market_seq)
    contest_entries.mark_applied(session, contest.id, same, contest.market_seq)
    books.write(session)
    return len(rows)


def _caught_up(session: Session, contest: Contest, row: Any, books: Books) -> Account:
    account = account_from_json(row.account)
    if row.applied < contest.market_seq:
        rules = rules_of(contest)
        for seen in events_after(session, contest, row.applied):
            books.market(account, seen, catch_up(account, seen.event, rules))
    return account
