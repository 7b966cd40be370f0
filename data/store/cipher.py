"""SQLCipher, begun with pieces of quick memory that hold a case's row.

With cipher_memory_security the kernel locks each piece of memory that the library takes and unlocks it when given
back: twice for each row longer than the library's own quick pieces. Quick memory is taken once by each connection,
locked as long as it is open and wiped at its end; what passes through it lies in the same connection's pages besides.
"""

import ctypes
import sys
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_LOOKASIDE, _PIECE, _PIECES = 13, 4608, 64


def _enlarge_quick_memory() -> None:
    """Only before the library has begun, else it refuses; where it shows nothing of itself it keeps its own measure."""
    package = find_spec("sqlcipher3")  # found and not read: that would begin it
    found = package and PathFinder.find_spec("_sqlite3", package.submodule_search_locations)
    if sys.platform != "linux" or not found or not found.origin:
        return
    configure = getattr(ctypes.CDLL(found.origin), "sqlite3_config", None)
    if configure is not None:
        configure.argtypes = [ctypes.c_int]  # the others may vary, and some machines pass those in another way
        configure(_LOOKASIDE, ctypes.c_int(_PIECE), ctypes.c_int(_PIECES))


_enlarge_quick_memory()

import sqlcipher3.dbapi2 as library  # noqa: E402 - the library begins when it is read

sqlcipher: Any = library


@cache
def _lock_memory() -> None:
    """Before any connection takes its quick memory: a setting of a connection that is open comes too late for it."""
    first = sqlcipher.connect(":memory:")
    first.execute("PRAGMA cipher_memory_security = on").fetchall()
    first.close()


def connect(path: Path, **how: Any) -> Any:
    """Without transactions of its own; all its memory is locked."""
    _lock_memory()
    return sqlcipher.connect(str(path), isolation_level=None, **how)
