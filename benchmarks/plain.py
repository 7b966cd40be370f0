"""The same program without encryption: what sealing is measured against."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from data.store.database import SETTINGS, Database, engines_of
from data.store.record import Record
from data.vault.wrapping import CaseKey
from meeting.area import Area

_NO_KEY = CaseKey(b"")


class PlainVault:
    """A vault that seals nothing."""

    user_id, keeps = "coordinator", True

    def new_case_keys(self, generations: Mapping[str, int], domain: str) -> dict[str, tuple[CaseKey, bytes]]:
        return dict.fromkeys(generations, (_NO_KEY, b""))

    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> CaseKey:
        return _NO_KEY

    def outer_key(self, domain: str) -> tuple[str, bytes]:
        return "", b""

    def missing_outer(self, domain: str, wrapped: bytes) -> str:
        return ""

    def seal(self, key: CaseKey, case: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return value

    open = seal

    def seal_own(self, table: str, row: str, field: str, value: bytes) -> bytes:
        return value

    open_own = seal_own

    def seal_row(self, key: CaseKey, case: str, table: str, row: str, values: dict[str, bytes]) -> dict[str, bytes]:
        return values

    open_row = seal_row


class PlainArea:
    """The same tables and the same log in a plain SQLite file, written as safely: same settings, same transactions."""

    def __init__(self, path: Path, like: Area) -> None:
        self._area, self._ledger = like.ring.area, like.ledger
        self._database = Database(*engines_of(sqlite3, partial(_connect, path)))
        SQLModel.metadata.create_all(self._database.engines[0])

    @contextmanager
    def work(self) -> Iterator[Record]:
        with self._database.write() as session:
            yield Record(session, self._area, PlainVault(), self._ledger)  # type: ignore[arg-type]

    @contextmanager
    def look(self) -> Iterator[Record]:
        with self._database.read() as session:
            yield Record(session, self._area, PlainVault(), self._ledger)  # type: ignore[arg-type]

    def close(self) -> None:
        self._database.close()


def _connect(path: Path) -> Any:
    connection = sqlite3.connect(str(path), check_same_thread=False, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection
