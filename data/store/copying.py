"""The whole encrypted file copied out in one snapshot, under another key, and read again to see that it is sound."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from data.store.cipher import connect, sqlcipher
from data.store.problems import CannotOpen, says_why

_SETTINGS = ("cipher_log_level = none", "cipher_memory_security = on", "temp_store = memory", "secure_delete = on")


class NotSound(Exception):
    """A copy does not hold what it should; says what is wrong with it."""


def copy_out(source: Path, source_key: bytes, target: Path, target_key: bytes) -> dict[str, int]:
    """Everything committed until now, while others may go on writing; returns the rows of each table.

    Raises CannotOpen for the source, OSError when the target cannot be written.
    """
    with raw_file(source, source_key) as connection:
        # Created by us and for us alone, before the library opens it.
        target.touch(mode=0o600, exist_ok=False)
        with says_why():
            connection.execute(f"ATTACH ? AS copy KEY \"x'{target_key.hex()}'\"", (str(target),))
            connection.execute("PRAGMA copy.secure_delete = on").fetchall()
            connection.execute("BEGIN")
            counted = counts(connection)
            connection.execute("SELECT sqlcipher_export('copy')").fetchall()
            connection.execute("COMMIT")
            connection.execute("DETACH copy")
    return counted


@contextmanager
def raw_file(path: Path, key: bytes) -> Iterator[Any]:
    """The file itself, without tables of ours. Raises CannotOpen when key and file do not fit."""
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except sqlcipher.DatabaseError:
            raise CannotOpen() from None
        yield connection
    finally:
        connection.close()


def counts(connection: Any) -> dict[str, int]:
    """Rows of every table, by its name."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def columns(connection: Any, table: str) -> tuple[str, ...]:
    """The names of a table's columns; none where there is no such table."""
    return tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))


def key_columns(connection: Any, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[5])


def check_sound(connection: Any, expected: dict[str, int]) -> None:
    """Every page authenticates, the structure holds, and no row is missing. Raises NotSound."""
    try:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        counted = counts(connection)
    except sqlcipher.DatabaseError:
        raise NotSound("pages are damaged") from None
    if broken or not whole:
        raise NotSound("pages are damaged")
    if counted != expected:
        raise NotSound("rows are missing")


def log_rows(connection: Any) -> Iterator[tuple[int, bytes, str, bytes]]:
    """The log as the file holds it."""
    for position, entry, frontier, checkpoint in connection.execute(
        "SELECT position, entry, frontier, checkpoint FROM log ORDER BY position"
    ):
        yield position, bytes(entry), frontier, bytes(checkpoint)
