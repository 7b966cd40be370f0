"""Room kept free for the last words: noise beside the record, given up where the disk is full and the program must end.

Noise, since a disk may keep zeros in no room at all. It is taken again at the next opening that finds room.
"""

import os
from contextlib import suppress

from meeting.usecases.office import Office

_FILE, _SIZE = "reserve", 1 << 19


def take(office: Office) -> None:
    """Where it is not there yet and the disk has room; a server keeps its own."""
    path = office.area.folder / _FILE
    if office.area.on_server or (path.is_file() and path.stat().st_size == _SIZE):
        return
    try:
        path.write_bytes(os.urandom(_SIZE))
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def give_up(office: Office) -> None:
    with suppress(OSError):
        (office.area.folder / _FILE).unlink(missing_ok=True)
