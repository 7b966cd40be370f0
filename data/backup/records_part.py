"""The records' half of a backup: the file as it is, without a single case's key; and the way back."""

import hashlib
from collections.abc import Callable, Iterable
from gettext import gettext as _
from pathlib import Path
from typing import Any

from data.backup.keys_part import Damaged, Held, Wrap
from data.log.verify import Row, Verdict
from data.store.copying import NotSound, check_sound, columns, copy_out, counts, key_columns, log_rows, raw_file
from data.store.problems import CannotOpen, says_why

# Where keys of cases stand: table, the column that says which case, the columns with the key.
KEY_COLUMNS = (("cases", "id", ("key_i", "key_c")), ("grants", "case_id", ("wrapped",)))
# Everything of one moment into a new file under a key; returns the rows of each table.
Copy = Callable[[Path, bytes], dict[str, int]]
Verify = Callable[[Iterable[Row]], Verdict]


def write_records(copy: Copy, target: Path, key: bytes, verify: Verify) -> Held:
    """A copy of one moment under the backup's own key, its cases' keys taken out, read again and found sound.

    Raises Damaged when the copy does not show what was copied, DiskFull, CannotOpen.
    """
    try:
        expected = copy(target, key)
    except NotSound:
        raise Damaged(_("The copy does not hold every row of the record.")) from None
    with raw_file(target, key) as connection, says_why():
        wraps = _take_keys(connection)
        # Written anew, so that no page keeps what was taken out.
        connection.execute("VACUUM").fetchall()
    return _checked(target, key, tuple(wraps), expected, verify)


def check_records(records: Path, key: bytes, held: Held, verify: Verify) -> None:
    """That a records' half is the one the keys were kept for, undamaged. Raises Damaged."""
    if _hash(records) != held.records_hash:
        raise Damaged(_("The records of this backup were damaged or changed, or belong to another backup."))
    found = _checked(records, key, held.wraps, held.counts, verify)
    if (found.log_size, found.log_root) != (held.log_size, held.log_root):
        raise Damaged(_("The log in this backup is not the one that was backed up."))


def put_back(records: Path, key: bytes, held: Held, target: Path, file_key: bytes) -> int:
    """The file as it was, under the area's file key, with the keys that are still kept.

    Returns how many cases were left out because they were erased since. Raises DiskFull, CannotOpen.
    """
    copy_out(records, key, target, file_key)
    with raw_file(target, file_key) as connection, says_why():
        connection.execute("BEGIN IMMEDIATE")
        for wrap in held.wraps:
            _put_key(connection, wrap)
        kept = held.cases
        gone = [case for (case,) in connection.execute("SELECT id FROM cases").fetchall() if case not in kept]
        for table in counts(connection):
            if table == "cases" or "case_id" in columns(connection, table):
                named = "id" if table == "cases" else "case_id"
                connection.executemany(f'DELETE FROM "{table}" WHERE {named} = ?', [(case,) for case in gone])  # noqa: S608
        connection.execute("COMMIT")
        connection.execute("VACUUM").fetchall()
    return len(gone)


def _checked(records: Path, key: bytes, wraps: tuple[Wrap, ...], expected: dict[str, int], verify: Verify) -> Held:
    try:
        with raw_file(records, key) as connection:
            check_sound(connection, expected)
            verdict = verify(log_rows(connection))
    except (NotSound, CannotOpen):
        raise Damaged(_("The backup's records are damaged: what was written cannot be read again.")) from None
    if not verdict.whole:
        raise Damaged(_("The log in the backup does not verify. {why}").format(why=verdict.fault))
    return Held(wraps, expected, verdict.size, verdict.root, _hash(records))


def _take_keys(connection: Any) -> list[Wrap]:
    taken: list[Wrap] = []
    connection.execute("BEGIN IMMEDIATE")
    for table, case, keys in KEY_COLUMNS:
        if not columns(connection, table):
            continue
        primary = key_columns(connection, table)
        wanted = ", ".join(f'"{name}"' for name in (*primary, case, *keys))
        for row in connection.execute(f'SELECT {wanted} FROM "{table}"'):  # noqa: S608 - our own names
            named = dict(zip(primary, row, strict=False))
            values = {name: bytes(value) for name, value in zip(keys, row[len(primary) + 1 :], strict=True)}
            taken.append(Wrap(table, row[len(primary)], named, values))
        connection.execute(f'UPDATE "{table}" SET ' + ", ".join(f"\"{name}\" = x''" for name in keys))  # noqa: S608
    connection.execute("COMMIT")
    return taken


def _put_key(connection: Any, wrap: Wrap) -> None:
    setting = ", ".join(f'"{name}" = ?' for name in wrap.values)
    where = " AND ".join(f'"{name}" = ?' for name in wrap.row)
    connection.execute(
        f'UPDATE "{wrap.table}" SET {setting} WHERE {where}',  # noqa: S608 - our own names
        (*wrap.values.values(), *wrap.row.values()),
    )


def _hash(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
