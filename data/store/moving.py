"""An area's rows between a server and an encrypted file of the same tables: one moment, every row counted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlmodel import SQLModel

from data.store.copying import NotSound, counts, raw_file
from data.store.database import Database
from data.store.problems import says_why

_AT_ONCE = 500


class AlreadyThere(Exception):
    """The server has rows of this area."""


def from_server(server: Database, area: str, target: Path, key: bytes) -> dict[str, int]:
    """The area as the server shows it at one moment, into a new file; returns the rows of each table in it.

    Raises NotSound, DiskFull, CannotOpen.
    """
    target.touch(mode=0o600, exist_ok=False)  # by us and for us alone, before the library opens it
    empty = Database.on_file(target, key)
    try:
        empty.migrate()
        with says_why(), server.engines[1].connect() as source, empty.engines[0].begin() as into:
            expected = {table.name: _carry(table, area, source, into) for table in _tables()}
    finally:
        empty.close()
    with raw_file(target, key) as connection, says_why():
        connection.execute("PRAGMA journal_mode = delete").fetchall()  # one file, nothing beside it
        found = counts(connection)
    if any(found.get(name) != count for name, count in expected.items()):
        raise NotSound("rows are missing")
    return found


def to_server(source: Path, key: bytes, server: Database, area: str) -> None:
    """Every row of the file into the server's tables, all or nothing. Raises AlreadyThere, NotSound, CannotOpen."""
    file = Database.on_file(source, key)
    try:
        file.migrate()
        server.migrate()
        with says_why(), file.engines[1].connect() as held, server.engines[0].begin() as into:
            if any(_count(table, area, into) for table in _tables()):
                raise AlreadyThere
            for table in _tables():
                if _carry(table, area, held, into) != _count(table, area, into):
                    raise NotSound("rows are missing")
    finally:
        file.close()


def forget(server: Database, area: str) -> None:
    """Take an area's rows off the server again."""
    with says_why(), server.engines[0].begin() as connection:
        for table in _tables():
            connection.execute(delete(table).where(table.c.area_id == area))


def _tables() -> list[Table]:
    return [table for table in SQLModel.metadata.sorted_tables if "area_id" in table.columns]


def _carry(table: Table, area: str, source: Connection, into: Connection) -> int:
    carried = 0
    for rows in _parts(table, area, source):
        into.execute(insert(table), rows)
        carried += len(rows)
    return carried


def _parts(table: Table, area: str, source: Connection) -> Iterator[list[dict[str, Any]]]:
    query = select(table).where(table.c.area_id == area).execution_options(yield_per=_AT_ONCE)
    for part in source.execute(query).mappings().partitions():
        yield [dict(row) for row in part]


def _count(table: Table, area: str, connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(table.c.area_id == area)).scalar_one())
