"""Opening the encrypted file: SQLCipher, its settings, writing and reading transactions, migrations."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from data.store.problems import CannotOpen, says_why

_SETTINGS = (
    "cipher_log_level = none",
    "cipher_memory_security = on",
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    "temp_store = memory",
    "secure_delete = on",
    "trusted_schema = off",
    "busy_timeout = 10000",
)


def _connector(path: Path, key: bytes) -> Callable[[], Any]:
    def connect() -> Any:
        connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        return connection

    return connect


class Database:
    """One area's file. ``write`` begins at once with the write lock, ``read`` takes a snapshot."""

    def __init__(self, path: Path, key: bytes) -> None:
        connect = _connector(path, key)
        self._writer = _engine(connect, "BEGIN IMMEDIATE")
        self._reader = _engine(connect, "BEGIN")

    def migrate(self) -> None:
        """Bring the tables to this version; all of it or nothing. Raises CannotOpen."""
        settings = Config()
        settings.set_main_option("script_location", "data.store:migrations")
        try:
            with says_why(), self._writer.begin() as connection:
                settings.attributes["connection"] = connection
                command.upgrade(settings, "head")
        except sqlcipher.DatabaseError:
            raise CannotOpen() from None

    def fits(self) -> bool:
        """Whether the key opens the file."""
        try:
            with says_why(), self._reader.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        except CannotOpen:
            return False
        return True

    def rekey(self, key: bytes) -> None:
        """Encrypt the whole file under another key, all of it or nothing; close afterwards."""
        self._reader.dispose()
        with says_why(), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None  # noqa: S101 - a pooled connection has one
            raw.rollback()
            raw.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Raises DiskFull, Busy; then nothing of it was kept."""
        with (
            says_why(),
            Session(self._writer, expire_on_commit=False, info={"writes": True}) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        with Session(self._reader) as session:
            yield session

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()


def _engine(connect: Callable[[], Any], begin: str) -> Engine:
    engine = create_engine(
        "sqlite:///area", module=sqlcipher, creator=connect, poolclass=QueuePool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
