"""Recorded trading days, replayed through the editorial desk in minutes by a clock of their own."""
