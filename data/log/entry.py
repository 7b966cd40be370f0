"""One entry of the log: who did what when, about which reference. Codes, ids and hashes; never a text."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from gettext import gettext as _

# What a kind may look like. No sentence of a case gets through: no quotes, no letters beyond ASCII, and short.
_KIND = re.compile(r"[A-Za-z0-9 :.,_/()+'-]{1,120}")


SLACK = timedelta(minutes=2)  # how far a clock may go back unremarked: machines correct themselves


class NotAnEntry(ValueError):
    """What was to be logged is no code."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``reference`` is of a case, meeting, agency or person of the team; ``agency`` whom it concerned or whose it is.

    ``detail`` is the hash of what was released or exported, in hex. Entries of the first version have neither
    ``who`` nor ``at``.
    """

    kind: str
    reference: str = ""
    agency: str = ""
    detail: str = ""
    who: str = ""
    at: datetime | None = None

    def to_bytes(self) -> bytes:
        """What is hashed and kept. Raises NotAnEntry when the kind is no code."""
        if not _KIND.fullmatch(self.kind):
            raise NotAnEntry(_("An entry of the log takes codes alone, and this is none."))
        said = {"kind": self.kind, "reference": self.reference, "who": self.who, "at": write_time(self.at)}
        said |= {name: value for name, value in (("agency", self.agency), ("hash", self.detail)) if value}
        return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()

    @staticmethod
    def from_bytes(kept: bytes) -> "Entry":
        """Raises ValueError when it is no entry of any version."""
        said = json.loads(kept)
        if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
            raise ValueError("This is no entry of a log.")
        at = read_time(said["at"]) if said.get("at") else None
        texts = {name: said.get(name, "") for name in ("kind", "reference", "agency", "who")}
        return Entry(**texts, detail=said.get("hash", ""), at=at)


def time_in(kept: bytes) -> bytes:
    """When an entry was made, as it is written in it, without reading the rest; empty in the first version's.

    No other text can hold these quotes: JSON writes them with a stroke before.
    """
    begins = kept.find(b'"at":"') + 6
    return kept[begins : begins + 20] if begins >= 6 else b""


@lru_cache(maxsize=8)
def write_time(at: datetime | None) -> str:
    """In UTC, to the second; a time without a zone is this machine's."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if at else ""


def read_time(text: str) -> datetime:
    """Raises ValueError for every other spelling."""
    read = datetime.fromisoformat(text)
    if write_time(read) != text:
        raise ValueError("not the one way to write a time")
    return read
