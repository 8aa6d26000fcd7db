"""The points audit: does every figure that is kept follow from the ledger?"""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session

from bot.points.seasons import season_of
from db.repositories import points


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is kept and what the ledger says instead.

    `of` is a member's id or a season; `figure` is balance, lifetime, season, week or minted.
    """

    of: str
    figure: str
    kept: int
    ledger: int

    def __str__(self) -> str:
        """Return the line that the command prints."""
        return f"{self.of}: {self.figure} is {self.kept}, the ledger says {self.ledger}"


def audit_points(session: Session) -> tuple[Difference, ...]:
    """Recompute every balance and every minted total; return what differs."""
    return (*_balances(session), *_missing(session), *_minted(session))


def _balances(session: Session) -> list[Difference]:
    found = []
    for row in points.wrong_balances(session):
        pairs = {
            "balance": (row.amount, row.ledger_amount),
            "lifetime": (row.lifetime, row.ledger_lifetime),
            "season": (row.season_points, row.ledger_season_points),
            "week": (row.week_points, row.ledger_week_points),
        }
        found += [
            Difference(str(row.member_id), figure, kept, int(ledger))
            for figure, (kept, ledger) in pairs.items()
            if kept != ledger
        ]
    return found


def _missing(session: Session) -> list[Difference]:
    found = []
    for member_id, amount, lifetime in points.without_balance(session):
        found.append(Difference(str(member_id), "balance", 0, int(amount)))
        found.append(Difference(str(member_id), "lifetime", 0, int(lifetime)))
    return found


def _minted(session: Session) -> list[Difference]:
    earned: Counter[str] = Counter()
    for day, amount in points.earned_by_day(session):
        earned[season_of(day).id] += int(amount)
    kept = points.minted_by_season(session)
    return [
        Difference(season, "minted", kept.get(season, 0), earned[season])
        for season in sorted(earned.keys() | kept.keys())
        if kept.get(season, 0) != earned[season]
    ]
