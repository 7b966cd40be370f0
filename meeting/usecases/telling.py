"""What the log says of a file that leaves, kept in one unit of work with all that goes with it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from data.store.ports import Done
from meeting.area import Record
from meeting.documents.leaving import leave
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

DID_NOT_LEAVE = "did not leave"

Also = Callable[[Record, str], None]


def nothing_more(record: Record, digest: str) -> None:
    """Where the entry says all."""


@dataclass(frozen=True, slots=True)
class Telling:
    """``done`` is the entry of each file, with its hash; ``also`` what the record keeps with it (it gets the first
    hash)."""

    office: Office
    done: Done
    also: Also = nothing_more

    def leaves(self, hashes: Sequence[bytes]) -> None:
        with self.office.area.work() as record:
            record.log_done([self.done._replace(detail=digest.hex()) for digest in hashes])
            self.also(record, hashes[0].hex())

    def did_not(self, hashes: Sequence[bytes]) -> None:
        with self.office.area.work() as record:
            record.log_done([self.done._replace(kind=DID_NOT_LEAVE, detail=digest.hex()) for digest in hashes])


def leave_new(path: Path, data: bytes, telling: Telling, digest: bytes = b"") -> None:
    """One new file, never over another; ``digest``: its own hash unless given. Raises NotPossible."""
    try:
        leave({path: data}, [digest or hashlib.sha256(data).digest()], telling)
    except FileExistsError:
        raise NotPossible(_("There is a file of this name already; choose another name.")) from None
    except OSError:
        raise NotPossible(_("The file cannot be written there; check the folder and the room on the disk.")) from None
