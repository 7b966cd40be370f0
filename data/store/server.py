"""The same record on a PostgreSQL server: one area's writers take turns, readers see a snapshot.

The server's administrator reads codes, references and days, and sealed values; whole-file encryption is the file's
alone. A lock per area, held to the end of the transaction, does what BEGIN IMMEDIATE does on the file: the log grows
in one order, and nothing needs to be tried again after a serialisation failure.
"""

from gettext import gettext as _
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from data.store.problems import CannotOpen

_WAIT = "10s"  # how long a writer waits for another, as on the file


def is_server(address: str) -> bool:
    """Whether an area's record lies on a server rather than in a file."""
    return address.startswith(("postgresql://", "postgres://"))


def server_engines(address: str, area: str) -> tuple[Engine, Engine]:
    """The writing and the reading engine. Raises CannotOpen for an address nobody can follow."""
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise CannotOpen(
            _("The server's address cannot be read; it looks like postgresql://user@host/database.")
        ) from None
    # A name longer than the server takes would be cut; ids are shorter.
    settings = {"connect_timeout": 10, "application_name": "meeting", "options": f"-c lock_timeout={_WAIT}"}
    writer = create_engine(url, hide_parameters=True, connect_args=settings, pool_pre_ping=True)
    reader = create_engine(
        url, hide_parameters=True, connect_args=settings, pool_pre_ping=True, isolation_level="REPEATABLE READ"
    )

    @event.listens_for(writer, "begin")
    def take_turn(connection: Any) -> None:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (area,))

    @event.listens_for(reader, "begin")
    def only_read(connection: Any) -> None:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")

    return writer, reader
