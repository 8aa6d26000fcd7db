"""Reach: reactions, taps and votes per edition, with honest denominators."""
