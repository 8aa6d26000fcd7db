"""How often somebody may report, by what came of their earlier reports."""

from dataclasses import dataclass

EACH_HOUR, EACH_DAY = 5, 20
DOUBTED_EACH_DAY = 1
DOUBTED_AFTER = 3


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody's reports: within the hour and the day, and how earlier ones were decided."""

    hour: int = 0
    day: int = 0
    founded: int = 0
    unfounded: int = 0

    @property
    def doubted(self) -> bool:
        """Tell whether most of what they report turns out to be fine."""
        return self.unfounded >= DOUBTED_AFTER and self.unfounded > 3 * self.founded

    @property
    def may_report(self) -> bool:
        """Tell whether one more report is taken now."""
        if self.doubted:
            return self.day < DOUBTED_EACH_DAY
        return self.hour < EACH_HOUR and self.day < EACH_DAY
