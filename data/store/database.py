"""Opening the record, an encrypted file (SQLCipher) or a server's database: transactions and migrations."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from data.store import cipher
from data.store.cipher import sqlcipher
from data.store.problems import CannotOpen, says_why

_CIPHER = ("cipher_log_level = none", "cipher_memory_security = on")
SETTINGS = (
    "cache_size = -8000",
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    "temp_store = memory",
    "secure_delete = on",
    "trusted_schema = off",
    "busy_timeout = 10000",
)


# Few: each statement kept ready takes from the connection's small store of quick memory, and once that is gone each
# value bound is locked into memory and let go by the kernel, which made inserting twice as slow.
_STATEMENTS = 4
# What the library would ask, for each value bound, whether it wants to be something else: a third of inserting.
_AS_THEY_ARE: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (bytes, bytes),
    (memoryview, memoryview),
    (type(None), {None: None}.get),
)
_ANY_PAGE = "SELECT count(*) FROM sqlite_master"


def _connector(path: Path, key: bytes) -> Callable[[], Any]:
    def connect() -> Any:
        connection = cipher.connect(path, check_same_thread=False, cached_statements=_STATEMENTS)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in (*_CIPHER, *SETTINGS):
            connection.execute(f"PRAGMA {setting}").fetchall()
        return connection

    return connect


class Database:
    """One area's record. ``write`` begins at once with the write lock, ``read`` takes a snapshot."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer, self._reader = writer, reader

    @staticmethod
    def on_file(path: Path, key: bytes) -> "Database":
        return Database(*file_engines(path, key))

    @staticmethod
    def on_server(address: str, area: str) -> "Database":
        """Raises CannotOpen for an address nobody can follow."""
        from data.store.server import server_engines  # PostgreSQL's parts only where there is a server

        return Database(*server_engines(address, area))

    @property
    def engines(self) -> tuple[Engine, Engine]:
        """The writing and the reading one, for carrying whole areas."""
        return self._writer, self._reader

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
        """Whether the key opens the file; a server has none."""
        try:
            with says_why(), self._reader.connect() as connection:
                connection.exec_driver_sql("SELECT version()" if self._on_server else _ANY_PAGE).scalar()
        except CannotOpen:
            if self._on_server:
                raise
            return False
        return True

    def has_tables(self) -> bool:
        """Whether anything was ever kept there: a file cut to nothing would else pass for a new one."""
        with says_why(), self._reader.connect() as connection:
            return inspect(connection).has_table("log")

    def rekey(self, key: bytes) -> None:
        """Encrypt the whole file under another key, all of it or nothing; close afterwards. A server's is not."""
        if self._on_server:
            return
        self._reader.dispose()
        with says_why(), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None  # noqa: S101 - a pooled connection has one
            raw.rollback()
            raw.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def _on_server(self) -> bool:
        return self._writer.dialect.name == "postgresql"

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
        """Raises CannotOpen when what is read was damaged."""
        with says_why(), Session(self._reader) as session:
            yield session

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()


def file_engines(path: Path, key: bytes) -> tuple[Engine, Engine]:
    """The writing and the reading engine of an encrypted file."""
    return engines_of(sqlcipher, _connector(path, key))


def engines_of(module: Any, connect: Callable[[], Any]) -> tuple[Engine, Engine]:
    """The same through any library of the same calls."""
    for kind, as_it_is in _AS_THEY_ARE:
        module.register_adapter(kind, as_it_is)
    return _engine(module, connect, "BEGIN IMMEDIATE"), _engine(module, connect, "BEGIN")


def _engine(module: Any, connect: Callable[[], Any], begin: str) -> Engine:
    engine = create_engine("sqlite:///area", module=module, creator=connect, poolclass=QueuePool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.connection.driver_connection.execute(begin)  # a tenth of the cost of going through the ORM's layers

    return engine
