"""Who is at the record: any number of units of work at a time; who changes the file's key waits until none is left."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A screen may read while a change of keys goes on beside it: without turns it would meet a file half rekeyed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: dict[int, int] = {}  # how deep each thread is in units of work
        self._closed = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """One unit of work; within another of the same thread it never waits."""
        me = threading.get_ident()
        with self._changed:
            self._changed.wait_for(lambda: not self._closed or me in self._inside)
            self._inside[me] = self._inside.get(me, 0) + 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[me] -= 1
                if not self._inside[me]:
                    del self._inside[me]
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else is inside until it is over. Not to be called from inside."""
        with self._changed:
            self._changed.wait_for(lambda: not self._closed)
            self._closed = True
            self._changed.wait_for(lambda: not self._inside)
        try:
            yield
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()
