"""Fixtures for the whole suite; each kind has its own file under tests/fixtures."""

import pytest
import structlog

pytest_plugins = ["tests.fixtures.databases", "tests.fixtures.telegram"]


@pytest.fixture(autouse=True, scope="session")
def _plain_logs() -> None:
    """Write logs as text: the default would draw every local variable of a traceback."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["level", "event"]),
        ],
        cache_logger_on_first_use=False,
    )
