"""The market of a contest: the fold of its market events, kept between transactions."""

from sqlmodel import Session

from db.models.contest import Contest


def market_of(session: Session, contest: Contest) -> "MarketState":  # noqa: F821
    """Return the market after `contest.market_seq` events; it is shared: never change it."""
    raise NotImplementedError
