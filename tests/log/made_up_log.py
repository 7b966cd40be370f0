"""A small log, as it is kept, for tests."""

from datetime import UTC, datetime, timedelta

from data.log.checkpoint import KeySigner
from data.log.entry import Entry
from data.log.grow import grow
from data.log.verify import Row

AREA = "riverton"
SIGNER = KeySigner.from_seed("keeper", b"\x01" * 32)
KEYS = {SIGNER.key_id: SIGNER.public}
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def log_of(*units: int, start: datetime = NOON) -> list[Row]:
    """Units of work of so many entries each, a minute apart."""
    rows: list[Row] = []
    frontier, checkpoint, now = "", b"", start
    for count in units:
        done = [Entry("case changed", f"REF{len(rows) + n}", who="keeper") for n in range(count)]
        grown = grow(AREA, frontier, checkpoint, done, SIGNER, SIGNER.public, now)
        rows += [(len(rows) + n, entry, "", b"") for n, entry in enumerate(grown.entries)]
        frontier, checkpoint = grown.frontier, grown.checkpoint
        rows[-1] = (*rows[-1][:2], frontier, checkpoint)
        now += timedelta(minutes=1)
    return rows
