"""One area put together: its keys, its encrypted file, its log."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path

from data.log.checkpoint import Checkpoint, read_checkpoint
from data.log.entry import SLACK
from data.log.verify import Verdict
from data.store.problems import CannotOpen, NotKept
from data.store.record import Record
from data.vault import changing, legacy
from data.vault.keyring import Keyring, open_ring, who_opens
from data.vault.problems import WrongPassphrase
from data.vault.slot import COSTS, INTERACTIVE_2026, TRIAL
from data.vault.users_file import write as write_users
from meeting.ledger import Ledger, utc_now
from meeting.place import RECORD, SERVER, Place, database_in
from meeting.sealing_rows import VaultOfStore

__all__ = ["PRACTICE_PASSPHRASE", "Area", "CannotOpen", "NotAnArea", "Record", "WrongPassphrase"]

# The practice area holds made-up people alone and opens without asking.
PRACTICE_PASSPHRASE = "practice practice practice"  # noqa: S105 - guards nothing
MEMORY_KIB = COSTS[INTERACTIVE_2026].memory_kib
KEYS = "keys.json"
# Mappings of the record: what it remembers of the users file; that the area once had the first key file.
_PIN, _FIRST = "vault", "first key file"


class NotAnArea(Exception):
    """The folder holds no area."""


class ClockSetBack(CannotOpen):
    """The machine shows a time before the log's end: a grant that ran out must not come back so."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The clock of this machine shows an earlier time than the newest entry of the log. Set it right and "
                "open the area again; if it is right, ask a keeper to open the area first. Nothing was changed."
            )
        )


class KeysChanged(NotKept):
    """Another keeper changed who may, while this program had the area open: it would go on with old keys."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Another keeper has changed the area's users meanwhile: the last change was not kept, everything "
                "before it is. Close the area and open it again."
            )
        )


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a key file and its passphrase give without the record."""

    area: str
    file_key: bytes = field(repr=False)
    ledger: Ledger = field(repr=False)


class Area:
    """An unlocked area; ``work`` changes it, ``look`` reads it."""

    def __init__(self, folder: Path, ring: Keyring, clock: Callable[[], datetime] = utc_now) -> None:
        self.folder, self._ring = folder, ring
        self._swept_on: date | None = None
        self._vault = VaultOfStore(lambda: self._ring, self._today)
        self.ledger = Ledger.of_user(ring, clock)
        self._place = Place(folder, ring)
        try:
            settings = self._read_settings()
        except BaseException:
            self._place.close()
            raise
        self.profile = settings.get("profile", "uk")
        self.practice = settings.get("practice") == "yes"
        self.name = folder.name

    def _read_settings(self) -> dict[str, str]:
        """What the record says of itself, when it fits the users file. Raises CannotOpen, WrongKeyFile."""
        if not self._place.database.has_tables():
            raise CannotOpen
        self._place.database.migrate()
        with self.look() as record:
            if not record.log_size():
                raise CannotOpen  # every area has an entry of its making
            settings = record.mapping("area") or {}
            self._ring.check_pin(record.mapping(_PIN) or {})
            if self._ring.legacy is not None or record.mapping(_FIRST):
                self.ledger.trust_first_keeper(self._ring.log_key)
        return settings

    @staticmethod
    def create(
        folder: Path,
        passphrase: str,
        *,
        profile: str,
        practice: bool = False,
        memory_kib: int = MEMORY_KIB,
        user: str = "coordinator",
        name: str = "",
        clock: Callable[[], datetime] = utc_now,
        server: str = "",
    ) -> "Area":
        """A new, empty area in a folder that must not exist yet; ``memory_kib`` is smaller in tests alone.

        ``server`` is the ``postgresql://`` address of a database that keeps the record in place of a file (several
        areas may share one); the folder then holds the keys and the address.
        """
        os.umask(0o077)
        folder.mkdir(parents=True)
        if server:
            (folder / SERVER).write_text(server, encoding="utf-8")
        ring = changing.found(str(uuid.uuid4()), passphrase, user=user, name=name, cost=_cost(memory_kib))
        try:
            _begin(folder, ring, {"profile": profile, "practice": "yes" if practice else "no"}, clock)
        except BaseException:
            shutil.rmtree(folder)  # made above, and nothing of anyone in it yet
            raise
        # The key file last: a folder without it is no area, so a crash leaves none half made.
        write_users(folder / KEYS, ring.file.dump())
        return Area(folder, ring, clock)

    @staticmethod
    def open(
        folder: Path,
        passphrase: str,
        user: str | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
        alongside: bool = False,
    ) -> "Area":
        """``user`` need not be said where one person alone opens the area. ``alongside``: another program has it
        open, so that no change of keys is finished now.

        Raises NotAnArea, CannotOpen, and what is drawn in ``data.vault.problems``.
        """
        os.umask(0o077)
        written = _users_file(folder)
        if legacy.is_first(written):
            ring = _moved(folder, legacy.unlock(written, passphrase), passphrase)
        else:
            ring = open_ring(written, passphrase, user, _day(clock))
        area = Area(folder, ring, clock)
        if not ring.keeps and area.clock_went_back():
            area.close()
            raise ClockSetBack
        if not alongside:
            area.settle()
        with area.work() as record:
            record.log_entry("area opened", ring.user_id)
        return area

    @staticmethod
    def users(folder: Path) -> tuple[str, ...]:
        """Ids of who opens the area; one where it was made before there were users."""
        written = _users_file(folder)
        return ("coordinator",) if legacy.is_first(written) else who_opens(written)

    @property
    def ring(self) -> Keyring:
        """The acting user's keys."""
        return self._ring

    @contextmanager
    def work(self) -> Iterator[Record]:
        """One unit of work: all of it is kept, or nothing."""
        with self._place.write() as session:
            record = Record(session, self._ring.area, self._vault, self.ledger)
            pin = record.mapping(_PIN) or {}  # first: this waits for a change of keys beside, which takes the ring
            if self._ring.is_behind(pin):
                raise KeysChanged
            today = self._today()
            if self._swept_on != today and self._may_settle:
                record.sweep_grants(today)  # also where a sitting goes on over midnight
            yield record
        self._swept_on = today

    @contextmanager
    def look(self) -> Iterator[Record]:
        with self._place.read() as session:
            yield Record(session, self._ring.area, self._vault, self.ledger)

    @property
    def on_server(self) -> bool:
        """Whether a server keeps the record, and not a file in the folder."""
        return self._place.on_server

    def change_users(self, ring: Keyring, entry: str, reference: str = "") -> None:
        """Write a changed users file, let the record follow, and log it: codes and ids alone.

        Stopped anywhere between, the next keeper who opens the area finishes it: the file keeps the old keys
        until the record does not need them any more.
        """
        write_users(self.folder / KEYS, ring.file.dump())
        self._take(ring)
        with self.work() as record:
            record.save_mapping(_PIN, ring.pin())
            record.log_entry(entry, reference)
        self.settle()

    def settle(self) -> None:
        """End expired grants; finish a change of keys that is under way. For keepers; others have no part in it."""
        ring = self._ring
        if not self._may_settle:
            return
        today = self._today()
        with self.look() as record:
            behind = not ring.settled or record.stale_grants(today) or record.mapping(_PIN) != ring.pin()
        if not behind:
            return
        with self.work() as record:
            if ring.legacy is not None:
                record.move_legacy_keys()
                record.save_mapping(_FIRST, {"moved": today.isoformat()})
            record.follow_keys()
            record.sweep_grants(today)
            record.save_mapping(_PIN, ring.pin())
        if ring.settled:
            return
        if len(ring.secrets) > 1:
            self._place.rekey(ring)
        self._take(changing.pruned(ring))
        write_users(self.folder / KEYS, self._ring.file.dump())
        with self.work() as record:
            record.save_mapping(_PIN, self._ring.pin())

    @property
    def _may_settle(self) -> bool:
        """Keepers; not who came in with the recovery sheets and is no user yet."""
        return self._ring.keeps and self._ring.user_id in self._ring.file.slots

    def clock_went_back(self) -> bool:
        """Whether the machine's clock now shows a time before the log's newest checkpoint."""
        with self.look() as record:
            text = record.last_checkpoint()
        if not text:
            return False
        last = read_checkpoint(text).checkpoint.at
        return last - self.ledger.clock().astimezone(last.tzinfo) > SLACK

    def _take(self, ring: Keyring) -> None:
        self._ring = ring
        self.ledger.learn(ring)

    def _today(self) -> date:
        return _day(self.ledger.clock)

    def check_log(self, held: Sequence[Checkpoint] = ()) -> Verdict:
        """Every entry in its order against every checkpoint, and against those held outside."""
        with self.look() as record:
            return self.ledger.verify(record.log_rows(), held)

    @property
    def file_key(self) -> bytes:
        """For copies of the whole file."""
        return self._ring.file_key

    def copy_out(self, target: Path, key: bytes) -> dict[str, int]:
        """One moment of the whole record into a new encrypted file, wherever it is kept; the rows of each table.

        Raises NotSound, CannotOpen, DiskFull.
        """
        return self._place.copy_out(self._ring, target, key)

    @staticmethod
    def unlock(key_file: bytes, passphrase: str, user: str | None = None) -> "Unlocked":
        """The keys of an area that lies elsewhere, in a backup. Raises WrongPassphrase, WrongKeyFile, NoKey."""
        if legacy.is_first(key_file):
            first = legacy.unlock(key_file, passphrase)
            return Unlocked(first.area, first.secret[:32], Ledger.of_first_keeper(first.area, first.secret[32:]))
        ring = open_ring(key_file, passphrase, user, date.today())
        ledger = Ledger.of_user(ring)
        ledger.trust_first_keeper(ring.log_key)
        return Unlocked(ring.area, ring.file_key, ledger)

    def close(self) -> None:
        self._place.close()


def _begin(folder: Path, ring: Keyring, settings: dict[str, str], clock: Callable[[], datetime]) -> None:
    """The tables, and the first entries. Raises CannotOpen where a server cannot be reached."""
    database = database_in(folder, ring.area, ring.file_key)
    try:
        database.migrate()
        with database.write() as session:
            record = Record(session, ring.area, VaultOfStore(lambda: ring, date.today), Ledger.of_user(ring, clock))
            record.save_mapping("area", settings)
            record.save_mapping(_PIN, ring.pin())
            record.log_entry("area created")
    finally:
        database.close()


def _users_file(folder: Path) -> bytes:
    path = folder / KEYS
    if not path.is_file() or not any((folder / name).is_file() for name in (RECORD, SERVER)):
        raise NotAnArea(_("There is no area of this name; check the name, or create it."))
    return path.read_bytes()


def _moved(folder: Path, first: legacy.FirstKeeper, passphrase: str) -> Keyring:
    """The first key file's keeper becomes the coordinator, under the same passphrase; ``settle`` moves the cases."""
    ring = changing.found(
        first.area, passphrase, cost=_cost(first.memory_kib), secret=first.secret, legacy=first.private
    )
    write_users(folder / KEYS, ring.file.dump())
    return ring


def _day(clock: Callable[[], datetime]) -> date:
    """The day it is here, also where the clock tells the time of Greenwich."""
    now = clock()
    return now.astimezone().date() if now.tzinfo else now.date()


def _cost(memory_kib: int) -> str:
    return INTERACTIVE_2026 if memory_kib >= MEMORY_KIB else TRIAL
