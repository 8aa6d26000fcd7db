"""Over what time a board compares."""

from enum import StrEnum


class Span(StrEnum):
    """A week (from Monday), a season (a calendar quarter), or everything."""

    WEEK = "week"
    SEASON = "season"
    ALL = "all"
