"""One program at a time in an area: two would overwrite each other's changes.

The mark is a lock the system lets go of when the program ends, however it ends.
"""

import os
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from meeting.usecases.places import NotPossible

_NAME = "in-use"


class InUse(NotPossible):
    """Another program has the area open."""


class Hold:
    """This program's hold of an area's folder, until it is let go."""

    def __init__(self, folder: Path, now: datetime) -> None:
        """Raises InUse."""
        self._handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError:
            said = os.read(self._handle, 100).decode("ascii", "replace").strip()
            os.close(self._handle)
            raise InUse(
                _(
                    "This area is open in another window or program{who}. Leave it there first (ctrl+q), then open "
                    "it here; nothing was changed. 'meeting log', 'check' and 'backup' work beside it."
                ).format(who=f" ({said})" if said else "")
            ) from None
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        said = _("process {number}, since {time}").format(number=os.getpid(), time=f"{now:%d.%m.%Y %H:%M}")
        os.write(self._handle, said.encode("ascii", "replace"))

    def let_go(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _lock(handle: int) -> None:
    """Raises OSError when another has it."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        # Beyond the text, which others may read.
        os.lseek(handle, 1000, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
