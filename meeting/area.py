"""One area put together: its keys, its encrypted file, its log."""

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from data.log.checkpoint import Checkpoint
from data.log.verify import Verdict
from data.store.database import Database
from data.store.problems import CannotOpen
from data.store.record import Record
from data.vault.keys import MEMORY_KIB, Keeper, WrongPassphrase, create, unlock
from data.vault.sealing import Place, open_sealed, seal
from meeting.ledger import Ledger, utc_now

__all__ = ["PRACTICE_PASSPHRASE", "Area", "CannotOpen", "NotAnArea", "Record", "WrongPassphrase"]

# The practice area holds made-up people alone and opens without asking.
PRACTICE_PASSPHRASE = "practice practice practice"  # noqa: S105 - guards nothing


class NotAnArea(Exception):
    """The folder holds no area."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a key file and its passphrase give without the record."""

    area: str
    file_key: bytes = field(repr=False)
    ledger: Ledger = field(repr=False)


class Area:
    """An unlocked area; ``work`` changes it, ``look`` reads it."""

    def __init__(self, folder: Path, keeper: Keeper) -> None:
        self.folder, self._keeper = folder, keeper
        self._vault = _Vault(keeper)
        self.ledger = Ledger.of_keeper(keeper.area, keeper.log_key)
        self._database = Database(folder / "record.db", keeper.file_key)
        self._database.migrate()
        with self.look() as record:
            settings = record.mapping("area") or {}
        self.profile = settings.get("profile", "uk")
        self.practice = settings.get("practice") == "yes"
        self.name = folder.name

    @staticmethod
    def create(
        folder: Path,
        passphrase: str,
        *,
        profile: str,
        practice: bool = False,
        memory_kib: int = MEMORY_KIB,
        clock: Callable[[], datetime] = utc_now,
    ) -> "Area":
        """A new, empty area in a folder that must not exist yet; ``memory_kib`` is smaller in tests alone."""
        os.umask(0o077)
        folder.mkdir(parents=True)
        keeper, key_file = create(str(uuid.uuid4()), passphrase, memory_kib=memory_kib)
        database = Database(folder / "record.db", keeper.file_key)
        database.migrate()
        with database.write() as session:
            ledger = Ledger.of_keeper(keeper.area, keeper.log_key, clock)
            record = Record(session, keeper.area, _Vault(keeper), ledger)
            record.save_mapping("area", {"profile": profile, "practice": "yes" if practice else "no"})
            record.log_entry("area created")
        database.close()
        # The key file last: a folder without it is no area, so a crash leaves none half made.
        (folder / "keys.json").write_bytes(key_file)
        return Area(folder, keeper)

    @staticmethod
    def open(folder: Path, passphrase: str) -> "Area":
        """Raises NotAnArea, WrongPassphrase, CannotOpen."""
        os.umask(0o077)
        path = folder / "keys.json"
        if not path.is_file() or not (folder / "record.db").is_file():
            raise NotAnArea("There is no area of this name; check the name, or create it.")
        return Area(folder, unlock(path.read_bytes(), passphrase))

    @contextmanager
    def work(self) -> Iterator[Record]:
        """One unit of work: all of it is kept, or nothing."""
        with self._database.write() as session:
            yield Record(session, self._keeper.area, self._vault, self.ledger)

    @contextmanager
    def look(self) -> Iterator[Record]:
        with self._database.read() as session:
            yield Record(session, self._keeper.area, self._vault, self.ledger)

    def check_log(self, held: Sequence[Checkpoint] = ()) -> Verdict:
        """Every entry in its order against every checkpoint, and against those held outside."""
        with self.look() as record:
            return self.ledger.verify(record.log_rows(), held)

    @property
    def file_key(self) -> bytes:
        """For copies of the whole file."""
        return self._keeper.file_key

    @staticmethod
    def unlock(key_file: bytes, passphrase: str) -> "Unlocked":
        """The keys of an area that lies elsewhere, in a backup. Raises WrongPassphrase, WrongKeyFile."""
        keeper = unlock(key_file, passphrase)
        return Unlocked(keeper.area, keeper.file_key, Ledger.of_keeper(keeper.area, keeper.log_key))

    def close(self) -> None:
        self._database.close()


class _Vault:
    """The store's view of keys and sealing."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def new_case_key(self, case: str, domain: str) -> tuple[bytes, bytes]:
        return self._keeper.new_case_key(case, domain)

    def open_case_key(self, case: str, domain: str, wrapped: bytes) -> bytes:
        return self._keeper.open_case_key(case, domain, wrapped)

    def seal(self, key: bytes, case: str, table: str, row: str, field: str, value: bytes) -> bytes:
        return seal(key, Place(self._keeper.area, case, table, row, field), value)

    def open(self, key: bytes, case: str, table: str, row: str, field: str, sealed: bytes) -> bytes:
        return open_sealed(key, Place(self._keeper.area, case, table, row, field), sealed)
