"""The monthly compliance report: its figures and its file, without a database."""
