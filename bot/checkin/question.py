"""Placeholder until the bank lands."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a question is put for."""

    DAILY = "daily"
    REPAIR = "repair"
