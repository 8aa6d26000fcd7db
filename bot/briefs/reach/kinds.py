"""What counts as reach."""

from enum import StrEnum


class ReachKind(StrEnum):
    """How somebody let it be seen that a brief reached them.

    A reaction is somebody's own, known by name; counts are what the network tells of
    reactions whose authors it hides.
    """

    REACTION = "reaction"
    REACTION_COUNTS = "reaction-counts"
    TAP = "tap"
    VOTES = "votes"


NOBODY = 0
"""Stands for the person where the network names none."""
