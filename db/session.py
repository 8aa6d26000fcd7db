"""Where transactions begin and end: `await db.run(service, ...)`, `await db.read(query, ...)`.

A transaction is a synchronous function `service(session, ...)` that runs to its end on a
database thread. Services never commit; they return a value or raise, and this module commits
or rolls back. An awaiting caller gets the result only after the commit is durable.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlmodel import Session

P = ParamSpec("P")
R = TypeVar("R")
Transaction = Callable[Concatenate[Session, P], R]


class Database(Protocol):
    """One database, either engine."""

    url: str

    async def run(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a write transaction; return its result once it is durable."""

    async def read(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a read transaction."""

    def run_sync(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a write transaction from outside an event loop (CLI, tests)."""

    def read_sync(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a read transaction from outside an event loop, keeping nobody waiting."""

    def close(self) -> None:
        """Finish what is queued and close every connection."""


def finite(work: Callable[P, R]) -> Callable[P, R]:
    """Return `work` with a stray StopIteration turned into an error that a future can carry.

    A future cannot: whoever awaits it would wait for ever.
    """

    def ended(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return work(*args, **kwargs)
        except StopIteration as error:
            raise RuntimeError("a transaction raised StopIteration") from error

    return ended
