"""The schema: bring a database to a revision, and tell where it stands."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

MIGRATIONS = Path(__file__).parent / "migrations"


def head() -> str:
    """Return the newest revision that this code knows."""
    return str(ScriptDirectory(str(MIGRATIONS)).get_current_head())


def current(url: str) -> str | None:
    """Return the revision of the database at `url`; nothing for an empty one."""
    with _connect(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(url: str, revision: str = "head") -> None:
    """Migrate the database at `url` up to `revision`."""
    with _connect(url) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Migrate the database at `url` down to `revision`."""
    with _connect(url) as connection:
        command.downgrade(_config(connection), revision)


def write_revision(url: str, message: str, name: str) -> None:
    """Write the migration from the database at `url` to today's models."""
    with _connect(url) as connection:
        command.revision(_config(connection), message, autogenerate=True, rev_id=name)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _connect(url: str) -> Connection:
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(driver_url(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        # Python's sqlite3 would commit before DDL; begin by hand so that a failed migration
        # leaves nothing half done.
        event.listen(engine, "connect", _by_hand)
        event.listen(engine, "begin", _begin)
    return engine.connect()


def driver_url(url: str) -> str:
    """Name the driver that SQLAlchemy is to use for `url`."""
    if url.startswith("sqlite:"):
        return url
    return "postgresql+psycopg://" + url.partition("://")[2]


def _by_hand(raw: object, _record: object) -> None:
    raw.isolation_level = None  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
