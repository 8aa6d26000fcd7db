"""Fixtures for the whole suite; each kind has its own file under tests/fixtures."""

pytest_plugins = ["tests.fixtures.databases", "tests.fixtures.telegram"]
