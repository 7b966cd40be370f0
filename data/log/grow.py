"""Appending one unit of work's entries, under one signed checkpoint."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from data.log.checkpoint import Checkpoint, NotACheckpoint, Signer, read_checkpoint, sign
from data.log.entry import SLACK, Entry, write_time
from data.log.merkle import Frontier, leaf_hash

CLOCK_SET_BACK = "clock set back"


@dataclass(frozen=True, slots=True)
class Grown:
    """The entries to keep, the frontier after the last of them, and its signed checkpoint."""

    entries: tuple[bytes, ...]
    frontier: str
    checkpoint: bytes


def grow(
    area: str, frontier: str, checkpoint: bytes, entries: Sequence[Entry], signer: Signer, public: bytes, now: datetime
) -> Grown:
    """``frontier`` and ``checkpoint`` are the last kept. A clock that goes back leaves an entry of its own."""
    done = [replace(entry, at=now) for entry in entries]
    last = _time_of(checkpoint)
    if last and now.astimezone(last.tzinfo) < last - SLACK:
        done.insert(0, Entry(CLOCK_SET_BACK, reference=write_time(last), at=now))
    grown, kept = Frontier.from_text(frontier), []
    for entry in done:
        kept.append(entry.to_bytes())
        grown = grown.append(leaf_hash(kept[-1]))
    signed = sign(Checkpoint(area, grown.size, grown.root, now), signer, public)
    return Grown(tuple(kept), grown.to_text(), signed.to_text().encode())


def _time_of(checkpoint: bytes) -> datetime | None:
    """When the last checkpoint was made; none for the first version's, and for one that was damaged."""
    try:
        return read_checkpoint(checkpoint.decode()).checkpoint.at
    except (NotACheckpoint, UnicodeDecodeError):
        return None
