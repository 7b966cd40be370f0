"""One area put together: its keys, its encrypted file, its log."""

import hmac
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.log.merkle import Frontier, leaf_hash
from data.store.database import CannotOpen, Database
from data.store.record import Record
from data.vault.keys import MEMORY_KIB, Keeper, WrongPassphrase, create, unlock
from data.vault.sealing import Place, open_sealed, seal

__all__ = ["PRACTICE_PASSPHRASE", "Area", "CannotOpen", "NotAnArea", "Record", "WrongPassphrase"]

# The practice area holds made-up people alone and opens without asking.
PRACTICE_PASSPHRASE = "practice practice practice"  # noqa: S105 - guards nothing


class NotAnArea(Exception):
    """The folder holds no area."""


class Area:
    """An unlocked area; ``work`` changes it, ``look`` reads it."""

    def __init__(self, folder: Path, keeper: Keeper) -> None:
        self.folder, self._keeper = folder, keeper
        self._vault, self._log = _Vault(keeper), _Log(keeper)
        self._database = Database(folder / "record.db", keeper.file_key)
        self._database.migrate()
        with self.look() as record:
            settings = record.mapping("area") or {}
        self.profile = settings.get("profile", "uk")
        self.practice = settings.get("practice") == "yes"
        self.name = folder.name

    @staticmethod
    def create(
        folder: Path, passphrase: str, *, profile: str, practice: bool = False, memory_kib: int = MEMORY_KIB
    ) -> "Area":
        """A new, empty area in a folder that must not exist yet; ``memory_kib`` is smaller in tests alone."""
        os.umask(0o077)
        folder.mkdir(parents=True)
        keeper, key_file = create(str(uuid.uuid4()), passphrase, memory_kib=memory_kib)
        database = Database(folder / "record.db", keeper.file_key)
        database.migrate()
        with database.write() as session:
            record = Record(session, keeper.area, _Vault(keeper), _Log(keeper))
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
            yield Record(session, self._keeper.area, self._vault, self._log)

    @contextmanager
    def look(self) -> Iterator[Record]:
        with self._database.read() as session:
            yield Record(session, self._keeper.area, self._vault, self._log)

    def check_log(self) -> bool:
        """Whether every entry, in its order, fits every checkpoint."""
        frontier = Frontier()
        with self.look() as record:
            rows = record.log_rows()
        for entry, stored, checkpoint in rows:
            frontier = frontier.append(leaf_hash(entry))
            if _write(frontier) != stored or not hmac.compare_digest(self._log.sign(frontier), checkpoint):
                return False
        return bool(rows)

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


class _Log:
    """The store's view of the Merkle log; a checkpoint authenticates size and root with the log key."""

    def __init__(self, keeper: Keeper) -> None:
        self._key = keeper.log_key

    def append(self, frontier: str, entry: bytes) -> tuple[str, bytes]:
        grown = _read(frontier).append(leaf_hash(entry))
        return _write(grown), self.sign(grown)

    def sign(self, frontier: Frontier) -> bytes:
        return hmac.digest(self._key, frontier.size.to_bytes(8, "big") + frontier.root, "sha256")


def _write(frontier: Frontier) -> str:
    return f"{frontier.size}:{','.join(root.hex() for root in frontier.roots)}"


def _read(text: str) -> Frontier:
    if not text:
        return Frontier()
    size, _, roots = text.partition(":")
    return Frontier(int(size), tuple(bytes.fromhex(root) for root in roots.split(",")))
