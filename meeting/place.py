"""Where an area's record lies, open: the file beside its keys, or the server whose address stands there."""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

from sqlmodel import Session

from data.store.copying import copy_out
from data.store.database import Database
from data.store.problems import CannotOpen
from data.vault.keyring import Keyring
from meeting.turns import Turns

RECORD, SERVER = "record.db", "server"


class Place:
    """Units of work go on beside each other; who changes the file's key waits until none is left."""

    def __init__(self, folder: Path, ring: Keyring) -> None:
        """Raises CannotOpen."""
        self._folder, self._turns = folder, Turns()
        self.database = _opened(folder, ring)

    @property
    def on_server(self) -> bool:
        return (self._folder / SERVER).is_file()

    @contextmanager
    def write(self) -> Iterator[Session]:
        with self._turns.inside(), self.database.write() as session:
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        with self._turns.inside(), self.database.read() as session:
            yield session

    def rekey(self, ring: Keyring) -> None:
        """The whole file under the newest of the ring's keys. Not to be called within a unit of work."""
        with self._turns.alone():
            self.database.rekey(ring.file_key)
            self.database.close()
            self.database = _opened(self._folder, ring)

    def copy_out(self, ring: Keyring, target: Path, key: bytes) -> dict[str, int]:
        """One moment of it into a new encrypted file; the rows of each table."""
        if self.on_server:
            from data.store.moving import from_server

            return from_server(self.database, ring.area, target, key)
        return copy_out(self._folder / RECORD, ring.file_key, target, key)

    def close(self) -> None:
        self.database.close()


def database_in(folder: Path, area: str, key: bytes) -> Database:
    """The file in the folder, or the server whose address stands there. Raises CannotOpen."""
    server = folder / SERVER
    if server.is_file():
        return Database.on_server(server.read_text(encoding="utf-8").strip(), area)
    return Database.on_file(folder / RECORD, key)


def _opened(folder: Path, ring: Keyring) -> Database:
    """The file under the newest of the keys that opens it; more than one only while keys change."""
    record = folder / RECORD
    if record.is_file() and not record.stat().st_size:
        raise CannotOpen  # before the library makes a new one of it
    for key in ring.file_keys:
        database = database_in(folder, ring.area, key)
        if database.fits():
            return database
        database.close()
    raise CannotOpen(_("The record cannot be opened: the file is damaged, or is not this area's."))
