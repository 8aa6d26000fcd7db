"""A consistent copy of the database while it is in use."""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import make_url

PAGES_AT_ONCE = 512
PAUSE_SECONDS = 0.005


class BackupError(Exception):
    """The copy could not be made; the text is the one sentence to show."""


def back_up(url: str, path: Path) -> int:
    """Write a copy of the database at `url` to `path`; return its size in bytes."""
    if path.exists():
        raise BackupError(f"{path} exists: name a file that does not.")
    if not path.parent.is_dir():
        raise BackupError(f"{path.parent} is not a folder: make it first.")
    partial = path.with_name(path.name + ".partial")
    if url.startswith("sqlite:///"):
        _copy_sqlite(Path(url.removeprefix("sqlite:///")), partial)
    else:
        _dump_postgres(url, partial)
    partial.rename(path)  # a copy that bears the name is whole
    return path.stat().st_size


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupError(f"{source} does not exist: check DATABASE_URL.")
    target.unlink(missing_ok=True)
    with sqlite3.connect(source) as live, sqlite3.connect(target) as copy:
        live.backup(copy, pages=PAGES_AT_ONCE, sleep=PAUSE_SECONDS)
    copy.close()
    live.close()


def _dump_postgres(url: str, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise BackupError(
            "pg_dump is not installed here: install Postgres' client tools, or run it where "
            "the database is."
        )
    address = make_url(url)
    # The password goes by the environment: everybody can read a command line.
    environment = os.environ | ({"PGPASSWORD": str(address.password)} if address.password else {})
    shown = address._replace(password=None).render_as_string()
    command = [program, "--format=custom", f"--file={target}", f"--dbname={shown}"]
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BackupError(f"pg_dump refused: {reason}")
