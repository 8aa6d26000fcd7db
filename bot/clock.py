"""The only place that reads the clock or draws random numbers.

Everything else takes `now` (an aware UTC instant) or a `Chance` as an argument, so that
any moment and any draw can be repeated in a test.
"""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

T = TypeVar("T")


class Clock(Protocol):
    """Tells the present instant."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


class ManualClock:
    """A clock that stands still until it is moved: for tests, replays and rehearsals."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError(start)
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant that the clock was last moved to."""
        return self._now

    def move_to(self, instant: datetime) -> None:
        """Stand at `instant`, which may lie in the past."""
        self._now = instant.astimezone(UTC)

    def advance(self, **timedelta_parts: float) -> None:
        """Move by `timedelta(**timedelta_parts)`."""
        self._now += timedelta(**timedelta_parts)


class RehearsalClock:
    """The machine's clock, moved forward at will: it runs on, and never goes back."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        """Return the present instant of the rehearsal, aware, in UTC."""
        return self._clock.now() + self._ahead

    def forward_to(self, instant: datetime) -> bool:
        """Jump to `instant`; tell whether it lay ahead."""
        jump = instant.astimezone(UTC) - self.now()
        if jump <= timedelta(0):
            return False
        self._ahead += jump
        return True


class Chance(Protocol):
    """Draws what has to be unpredictable."""

    def token(self, size: int = 16) -> str:
        """Return `size` random bytes as URL-safe text."""

    def pick(self, options: Sequence[T]) -> T:
        """Return one of `options`, each equally likely."""


class SystemChance:
    """The randomness of this machine."""

    def token(self, size: int = 16) -> str:
        """Return `size` random bytes as URL-safe text."""
        return secrets.token_urlsafe(size)

    def pick(self, options: Sequence[T]) -> T:
        """Return one of `options`, each equally likely."""
        return secrets.choice(options)
