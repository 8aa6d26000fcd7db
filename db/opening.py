"""Opening a database with the engine that its address names."""

from db.session import Database


def open_database(url: str) -> Database:
    """Open the database at `url`; each engine's driver is imported only where it is used."""
    if url.startswith("sqlite:"):
        from db.sqlite import SQLiteDatabase  # noqa: PLC0415

        return SQLiteDatabase(url)
    from db.postgres import PostgresDatabase  # noqa: PLC0415

    return PostgresDatabase(url)
