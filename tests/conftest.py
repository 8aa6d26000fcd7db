"""Fixtures for the whole suite; each kind has its own file under tests/fixtures."""

import gc
import os
import sys

import pytest
import structlog

# Whatever the machine says: each worker and each process that a test starts reads the same code,
# and compiling it anew every time takes longer than most tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

LONGEST = ("tests/e2e/test_kill", "tests/e2e/test_two_processes", "tests/replay")

pytest_plugins = [
    "tests.fixtures.databases",
    "tests.fixtures.pictures",
    "tests.fixtures.processes",
    "tests.fixtures.telegram",
]


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests, so that no worker is left alone with them at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


def pytest_collection_finish() -> None:
    """Spare the garbage collector what is read by now: it stays until the end anyway."""
    gc.collect()
    gc.freeze()
