"""The log: entries appended and read again, against the same rows in plain SQLite; one signature for each unit."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import best
from data.log.checkpoint import KeySigner
from data.log.entry import Entry
from data.log.grow import grow
from data.log.merkle import Frontier, Tree, leaf_hash
from data.log.verify import Row, verify

AREA, NOW = "riverton", datetime(2026, 11, 24, 9, tzinfo=UTC)
SIGNER = KeySigner.from_seed("keeper", b"\x01" * 32)
KEYS = {SIGNER.key_id: SIGNER.public}
ENTRIES = 100_000


def measure() -> Iterator[str]:
    done = [Entry("case changed", f"REF{number}", who="keeper") for number in range(ENTRIES)]
    bare = [entry.to_bytes() for entry in done]
    one, many = _log(done, ENTRIES), _log(done, 4)

    def plain() -> None:
        with tempfile.TemporaryDirectory() as folder:
            connection = sqlite3.connect(Path(folder) / "plain.db")
            connection.execute("CREATE TABLE log (position INTEGER PRIMARY KEY, entry BLOB)")
            connection.executemany("INSERT INTO log VALUES (?, ?)", enumerate(bare))
            connection.commit()
            connection.close()

    def hashes() -> None:
        frontier = Frontier()
        for entry in bare:
            frontier = frontier.append(leaf_hash(entry))

    base, tree, unit, units, read, read_units = best(
        plain, hashes, lambda: _log(done, ENTRIES), lambda: _log(done, 4),
        lambda: _whole(one), lambda: _whole(many), tries=3,
    )  # fmt: skip
    each = ENTRIES / 1e6
    yield f"log, {ENTRIES:,} entries: tree alone : plain rows   time {tree / base:.2f}   ({tree / each:.1f} µs an entry)"
    yield f"log, one unit of work of {ENTRIES:,} : plain rows   time {unit / base:.2f}   ({unit / each:.1f} µs an entry)"
    yield f"log, a signature for every 4 entries : for all together   time {units / unit:.2f}"
    yield f"log, verifying a unit of {ENTRIES:,} : appending it   time {read / unit:.2f}   ({read:.2f} s)"
    yield f"log, verifying {ENTRIES // 4:,} signed units : one   time {read_units / read:.2f}   ({read_units:.2f} s)"
    tall = Tree([leaf_hash(entry) for entry in bare])
    proofs = best(lambda: [tall.inclusion(at) for at in range(0, ENTRIES, 100)], tries=3)[0]
    yield f"log, one proof of inclusion among {ENTRIES:,}: {proofs / (ENTRIES / 100) * 1e6:.0f} µs"


def _log(done: list[Entry], at_once: int) -> list[Row]:
    rows: list[Row] = []
    frontier, checkpoint = "", b""
    for start in range(0, len(done), at_once):
        grown = grow(AREA, frontier, checkpoint, done[start : start + at_once], SIGNER, SIGNER.public, NOW)
        rows += [(start + at, entry, "", b"") for at, entry in enumerate(grown.entries)]
        frontier, checkpoint = grown.frontier, grown.checkpoint
        rows[-1] = (*rows[-1][:2], frontier, checkpoint)
    return rows


def _whole(rows: list[Row]) -> None:
    if not verify(AREA, rows, KEYS).whole:
        raise AssertionError("the log that was measured is not whole")
