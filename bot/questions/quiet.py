"""Saying a thing once for a while: floods of questions, voice notes and edits get one answer."""

from collections import OrderedDict
from datetime import datetime, timedelta

MOST_REMEMBERED = 10_000
FOR = timedelta(minutes=10)


class Quiet:
    """Remembers what was said to whom; forgotten with the process, which costs one line more."""

    def __init__(self, span: timedelta = FOR) -> None:
        self._span = span
        self._said: OrderedDict[tuple[int, str], datetime] = OrderedDict()

    def first(self, person_id: int, what: str, now: datetime) -> bool:
        """Tell whether `what` was not said to somebody for a while; it counts as said then."""
        key = (person_id, what)
        said = self._said.get(key)
        if said is not None and now - said < self._span:
            return False
        self._said[key] = now
        self._said.move_to_end(key)
        if len(self._said) > MOST_REMEMBERED:
            self._said.popitem(last=False)
        return True
