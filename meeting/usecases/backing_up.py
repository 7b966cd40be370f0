"""Back up an area to a second place, and restore it; records and keys apart (R28).

A backup is two files, ``ID.records`` and ``ID.keys``; the second may lie in another folder. Each new backup makes the
older keys anew without the cases that were erased since, and removes backups that are older than ``KEEP``.
"""

import os
import secrets
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from gettext import gettext as _
from pathlib import Path

from data.backup.keys_part import Damaged, Held, KeysPart
from data.backup.records_part import check_records, put_back, write_records
from data.store.backup_rows import Backup
from data.store.copying import NotSound
from data.store.database import Database
from data.store.moving import AlreadyThere, forget, to_server
from data.store.ports import Done
from data.store.problems import CannotOpen, DiskFull, NotKept
from meeting.area import Area
from meeting.documents.leaving import hidden_beside, leave
from meeting.usecases.logbook import read_file, write_new
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible, home
from meeting.usecases.telling import Telling

KEEP = timedelta(days=35)
KEEP_AT_LEAST = 3
_RECORDS, _KEYS = ".records", ".keys"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``removed``: older backups that were taken away; ``same_disk``: the place is on the disk the area is on."""

    id: str
    records: Path
    keys: Path
    rows: int
    log_size: int
    removed: tuple[str, ...]
    same_disk: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """``erased``: cases left out, since they were erased after this backup was made."""

    id: str
    name: str
    at: datetime
    cases: int
    erased: int
    log_size: int


@dataclass(frozen=True, slots=True)
class _Opened:
    part: KeysPart
    records: Path
    key: bytes = field(repr=False)
    file_key: bytes = field(repr=False)
    held: Held = field(repr=False)


def back_up(office: Office, to: Path, keys_to: Path | None = None) -> BackedUp:
    """One moment of the area, read again and found sound before it counts. Raises NotPossible; then nothing is left."""
    keys_to = keys_to or to
    for place in (to, keys_to):
        _check_place(place, office.area.folder)
    area, now = office.area, office.clock().astimezone(UTC).replace(microsecond=0)
    id, key = f"{area.ledger.area[:8]}-{now:%Y%m%d-%H%M%S}", secrets.token_bytes(32)
    records, keys = to / (id + _RECORDS), keys_to / (id + _KEYS)
    if records.exists() or keys.exists():
        raise NotPossible(_("A backup of this second is there already; try again."))
    made = Backup(id, now, str(to), key, checked=False, tried_at=None)
    with area.work() as record:
        record.save_backup(made)
        record.log_entry("backup begun", id)
    held = _write(office, records, keys, made)
    with area.work() as record:
        record.save_backup(replace(made, checked=True))
        record.log_entry("backup made", id, held.records_hash)
    removed = _tidy(office, to, keys_to, now)
    same = to.stat().st_dev == area.folder.stat().st_dev
    return BackedUp(id, records, keys, sum(held.counts.values()), held.log_size, removed, same)


def restore(
    source: Path,
    passphrase: str,
    name: str,
    *,
    keys: Path | None = None,
    into: Path | None = None,
    user: str | None = None,
    server: str = "",
) -> Restored:
    """Make the area anew from a backup, under a name that is free; ``server`` is the address of one that is to keep
    the record, and has nothing of this area yet. Raises NotPossible; then nothing was changed."""
    opened = _open(source, keys or source, passphrase, user)
    homes = into or home()
    folder, beside = homes / name, homes / f".restore-{secrets.token_hex(6)}"
    if folder.exists():
        raise NotPossible(_("An area of this name is here already; restore under another name."))
    try:
        beside.mkdir(parents=True, mode=0o700)
        erased = put_back(opened.records, opened.key, opened.held, beside / "record.db", opened.file_key)
        write_new(beside / "keys.json", opened.part.users)
        if server:
            carry_to_server(beside, server, opened.part.area, opened.file_key)
        _take_its_place(beside, folder, server, opened.part.area)
    except (DiskFull, OSError):
        raise NotPossible(
            _("There is no room to restore here, or the folder cannot be written. Nothing is left of it.")
        ) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    area = Area.open(folder, passphrase, user)
    try:
        with area.work() as record:
            record.log_entry("restored from backup", opened.part.id, opened.held.records_hash)
            cases = record.count_cases()
        verdict = area.check_log()
    finally:
        area.close()
    return Restored(opened.part.id, name, opened.part.at, cases, erased, verdict.size)


def carry_to_server(folder: Path, address: str, area: str, file_key: bytes) -> None:
    """The record in a folder that is no area yet, to a server; the file goes when all is there. Raises NotPossible."""
    (folder / "server").write_text(address, encoding="utf-8")
    try:
        database = Database.on_server(address, area)
        try:
            to_server(folder / "record.db", file_key, database, area)
        finally:
            database.close()
    except AlreadyThere:
        raise NotPossible(
            _("The server keeps this area already; nothing there was changed. Restore into an empty database.")
        ) from None
    except (CannotOpen, NotKept, NotSound) as problem:
        raise NotPossible(_("Nothing was restored. {why}").format(why=problem)) from None
    for left in folder.glob("record.db*"):
        left.unlink()


def _take_its_place(beside: Path, folder: Path, server: str, area: str) -> None:
    try:
        beside.replace(folder)
    except OSError:
        if server:  # without its folder nobody could open what lies there
            database = Database.on_server(server, area)
            forget(database, area)
            database.close()
        raise


def try_restore(
    office: Office, source: Path, passphrase: str, keys: Path | None = None, *, user: str | None = None
) -> Restored:
    """Restore a backup beside the areas, look whether it opens, and take it away again; the area notes that it was."""
    into = home() / f".try-{secrets.token_hex(6)}"
    try:
        done = restore(source, passphrase, "tried", keys=keys, into=into, user=user)
    finally:
        shutil.rmtree(into, ignore_errors=True)
    with office.area.work() as record:
        for known in record.backups():
            if known.id == done.id:
                record.save_backup(replace(known, tried_at=office.clock().astimezone(UTC)))
        record.log_entry("restore tried", done.id)
    return done


def last_place(office: Office) -> Path | None:
    """Where the newest backup went."""
    with office.area.look() as record:
        return next((Path(known.place) for known in record.backups()), None)


def _check_place(place: Path, live: Path) -> None:
    if not place.is_dir():
        raise NotPossible(_("There is no such folder to back up to. Plug the disk in, or make the folder first."))
    inside = place.resolve()
    if inside == home().resolve() or home().resolve() in inside.parents or live.resolve() in (inside, *inside.parents):
        raise NotPossible(_("A backup goes to a second place: this is the folder the areas themselves are in."))
    if not os.access(place, os.W_OK):
        raise NotPossible(_("The folder cannot be written; choose another, or ask who looks after it."))
    needed = sum(path.stat().st_size for path in live.iterdir() if path.is_file())
    if shutil.disk_usage(place).free < 2 * needed:
        raise NotPossible(_("There is not enough room there for a backup. Make room, or choose another place."))


def _write(office: Office, records: Path, keys: Path, made: Backup) -> Held:
    """Both halves in their place, or none; the records' half is noise to everybody until the keys' half stands."""
    area, beside = office.area, hidden_beside(records)
    users = read_file(area.folder / "keys.json")
    try:
        held = write_records(area.copy_out, beside, made.key, area.ledger.verify)
        _sync(beside)
        if read_file(area.folder / "keys.json") != users:
            raise Damaged(_("The area's users were changed meanwhile; do it again."))
        part = KeysPart.make(made.id, area.ledger.area, made.at, users, area.file_key, made.key, held).to_bytes()
        _check_keys(part, area.file_key, made.key, held)
        leave({records: beside, keys: part}, [held.records_hash], Telling(office, Done("backup leaves", made.id)))
    except BaseException as problem:
        for path in (beside, beside.with_name(beside.name + "-journal")):
            path.unlink(missing_ok=True)
        if isinstance(problem, Damaged):
            raise NotPossible(_("No backup was made. {why}").format(why=problem)) from None
        if isinstance(problem, OSError | DiskFull):
            raise NotPossible(
                _("No backup was made: there is no room there, or the folder cannot be written. The area is as it was.")
            ) from None
        raise
    return held


def _check_keys(part: bytes, file_key: bytes, key: bytes, held: Held) -> None:
    """That it opens as it was meant. Raises Damaged."""
    again = KeysPart.from_bytes(part)
    if again.key(file_key) != key or again.held(key) != held:
        raise Damaged(_("The keys' part of the backup cannot be read again."))


def _tidy(office: Office, to: Path, keys_to: Path, now: datetime) -> tuple[str, ...]:
    """Old backups go; those that stay lose the keys of cases that were erased since."""
    with office.area.look() as record:
        known, live = record.backups(), record.cases_with_keys()
    old = [b for b in known[KEEP_AT_LEAST:] if now - b.at > KEEP]
    for backup in known:
        keys = keys_to / (backup.id + _KEYS)
        if backup in old:
            keys.unlink(missing_ok=True)
            (to / (backup.id + _RECORDS)).unlink(missing_ok=True)
        elif keys.exists():
            _drop_erased(keys, backup, live)
    removed = tuple(backup.id for backup in old)
    if removed:
        with office.area.work() as record:
            for id in removed:
                record.forget_backup(id)
                record.log_entry("backup removed", id)
    return removed


def _drop_erased(path: Path, backup: Backup, live: dict[str, bytes]) -> None:
    try:
        part = KeysPart.from_bytes(read_file(path))
        held = part.held(backup.key)
    except (Damaged, NotPossible):
        return  # left as it is: the check says which backup cannot be read
    gone = frozenset(
        wrap.case
        for wrap in held.wraps
        if wrap.table == "cases" and live.get(wrap.case) not in (b"", wrap.values["key_i"])
    )
    if gone:
        beside = path.with_name(f".{path.name}.part")
        beside.unlink(missing_ok=True)
        write_new(beside, part.holding(backup.key, held.without(gone)).to_bytes())
        beside.replace(path)
        _sync(path.parent)


def _open(source: Path, keys: Path, passphrase: str, user: str | None) -> _Opened:
    """Find the two halves, unlock them, and check the records. Raises NotPossible, WrongPassphrase."""
    records = _newest(source) if source.is_dir() else source
    if not records.is_file() or records.suffix != _RECORDS:
        raise NotPossible(_("There is no backup here: a backup is a file that ends in .records."))
    beside = keys if keys.is_dir() else keys.parent if keys == source else None
    path = beside / (records.stem + _KEYS) if beside else keys
    if not path.is_file():
        raise NotPossible(_("The keys' part of this backup is not here; say where it is with --keys."))
    try:
        part = KeysPart.from_bytes(read_file(path))
        unlocked = Area.unlock(part.users, passphrase, user)
        if part.area != unlocked.area or part.id != records.stem:
            raise Damaged(_("The two parts belong to different backups or areas."))
        key = part.key(unlocked.file_key)
        held = part.held(key)
        check_records(records, key, held, unlocked.ledger.verify)
    except (Damaged, CannotOpen) as problem:
        raise NotPossible(_("This backup cannot be restored. {why} Try an older one.").format(why=problem)) from None
    return _Opened(part, records, key, unlocked.file_key, held)


def _newest(folder: Path) -> Path:
    found = sorted(folder.glob("*" + _RECORDS), key=lambda path: path.stem[-15:])
    if len({path.stem[:8] for path in found}) > 1:
        raise NotPossible(_("Backups of several areas are here; name the file that ends in .records."))
    return found[-1] if found else folder / "none"


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
