"""Correcting what was sent: forms, two people, every copy, the mark that stays."""
