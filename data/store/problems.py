"""What can go wrong with the file, each as a sentence with what to do. None quotes what was being kept.

CannotOpen: damaged, or not this area's. NotKept: the last change could not be written. ├ DiskFull └ Busy
"""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _

from sqlalchemy.exc import OperationalError


class CannotOpen(Exception):
    """The file is not an area's, was damaged, or its key does not fit."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("The record cannot be opened: the file is damaged, or is not this area's."))


class NotKept(ValueError):
    """The last change was not written; everything before it is."""


class DiskFull(NotKept):
    """There is no room, or a limit was reached."""


class Busy(NotKept):
    """Another program holds the file for too long."""


# Kinds of 'disk I/O error' that no room on the disk would mend.
_CANNOT_READ = frozenset(
    ("SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_DATA", "SQLITE_IOERR_CORRUPTFS")
)


@contextmanager
def says_why() -> Iterator[None]:
    """The database's own errors as ours. Raises DiskFull, Busy, CannotOpen; lets everything else through."""
    try:
        yield
    except Exception as problem:
        said = str(problem)
        if getattr(getattr(problem, "orig", problem), "sqlite_errorname", "") in _CANNOT_READ:
            raise CannotOpen() from None
        if any(sign in said for sign in ("disk is full", "disk I/O error", "No space left", "could not extend file")):
            raise DiskFull(
                _(
                    "The disk is full or cannot be written: what was saved before is safe, the last change is not. "
                    "Make room on the disk, then do it again."
                )
            ) from None
        if "database is locked" in said or "lock timeout" in said:
            raise Busy(
                _("Another program is writing to this area. Wait until it has finished, then do it again.")
            ) from None
        if isinstance(problem, OperationalError) and "psycopg" in said:
            raise CannotOpen(
                _(
                    "The server that keeps this area's record cannot be reached, or does not let you in; nothing was "
                    "changed. Check the network and your account there, then do it again."
                )
            ) from None
        if "file is not a database" in said or "malformed" in said:
            raise CannotOpen() from None
        raise
