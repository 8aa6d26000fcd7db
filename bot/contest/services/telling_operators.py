"""What the operators are told about a contest's market day, each fact once."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.buttons import Button
from bot.contest.engine.market_state import Jump, MarketState
from bot.contest.services.desk import Desk
from bot.contest.showing.wording import code_of
from bot.i18n import Say
from db.models.contest import Contest

MOST_DATA_BYTES = 64


def frozen(
    session: Session, desk: Desk, contest: Contest, market: MarketState, jump: Jump, now: datetime
) -> None:
    """Tell that a share's price jumped overnight without a known reason; offer to accept it."""
    terms = market.terms.get(jump.symbol)
    say = Say(
        "alert-contest-frozen",
        title=contest.title,
        name=terms.instrument.name if terms else jump.symbol,
        symbol=jump.symbol,
        number=str(contest.id),
        code=code_of(jump.symbol),
        expected=f"{jump.expected}",
        received=f"{jump.received}",
    )
    data = f"contest:release-{contest.id}-{jump.symbol}"
    label = Say("button-contest-release", received=f"{jump.received}")
    rows = ((Button(label, data),),) if len(data) <= MOST_DATA_BYTES else ()
    key = f"contest-frozen:{contest.id}:{market.day}:{jump.symbol}"
    desk.alerts.raise_in(session, key, say, now, rows)


def skipped(
    session: Session, desk: Desk, contest: Contest, days: Sequence[date], now: datetime
) -> None:
    """Tell that trading days went by of which there are no prices any more."""
    say = Say(
        "alert-contest-skipped",
        title=contest.title,
        first=days[0],
        last=days[-1],
        count=len(days),
    )
    desk.alerts.raise_in(session, f"contest-skipped:{contest.id}:{days[-1]}", say, now)


def closed_late(
    session: Session,
    desk: Desk,
    contest: Contest,
    day: date,
    missing: int,
    now: datetime,
) -> None:
    """Tell that a day was closed without all of its prices."""
    say = Say("alert-contest-closed-late", title=contest.title, day=day, count=missing)
    desk.alerts.raise_in(session, f"contest-closed-late:{contest.id}:{day}", say, now)


def auction_incomplete(
    session: Session, desk: Desk, contest: Contest, day: date, missing: Sequence[str], now: datetime
) -> None:
    """Tell that an auction was held without the price of shares in which orders rest."""
    say = Say(
        "alert-contest-auction-incomplete",
        title=contest.title,
        day=day,
        count=len(missing),
        symbols=", ".join(missing[:10]),
    )
    key = f"contest-auction-incomplete:{contest.id}:{day}:{'+'.join(missing)}"
    desk.alerts.raise_in(session, key[:140], say, now)


def feeds_disagree(
    session: Session,
    desk: Desk,
    contest: Contest,
    day: date,
    step: str,
    details: Sequence[str],
    now: datetime,
) -> None:
    """Tell once a step of the day that two sources contradict each other, and what each says."""
    say = Say(
        "alert-contest-feeds-disagree",
        title=contest.title,
        day=day,
        count=len(details),
        details="; ".join(details[:5]),
    )
    key = f"contest-feeds-disagree:{contest.id}:{day}:{step}"
    desk.alerts.raise_in(session, key, say, now)


def uncovered(
    session: Session,
    desk: Desk,
    title: str,
    contest_id: int,
    exchange: str,
    day: date,
    now: datetime,
) -> None:
    """Tell once a day that nobody knows whether the contest's market trades."""
    say = Say("alert-contest-uncovered", title=title, exchange=exchange, day=day)
    desk.alerts.raise_in(session, f"contest-uncovered:{contest_id}:{day}", say, now)


def not_started(
    session: Session, desk: Desk, title: str, contest_id: int, day: date, now: datetime
) -> None:
    """Tell once that a contest could not be started on its first day."""
    say = Say("alert-contest-not-started", title=title, day=day)
    desk.alerts.raise_in(session, f"contest-not-started:{contest_id}", say, now)


def board_blocked(session: Session, desk: Desk, contest: Contest, day: date, now: datetime) -> None:
    """Tell once that the board of a day was held back by the gate: a name broke a rule."""
    say = Say("alert-contest-board-blocked", title=contest.title, day=day)
    desk.alerts.raise_in(session, f"contest-board-blocked:{contest.id}:{day}", say, now)
