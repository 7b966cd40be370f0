"""When the app locks by itself: nobody is at the keys, the machine slept, the terminal is gone.

Locking ends the process that holds the keys: what was read stays in a process's memory until it ends.
"""

import asyncio
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress

IDLE_SECONDS = 600
_SLEPT = 5.0  # a jump of the clocks below this is no sleep


class Watch:
    """Tells that it is time to lock. ``touched`` is called for each key and click."""

    def __init__(
        self,
        idle_seconds: float = IDLE_SECONDS,
        *,
        clock: Callable[[], float] = time.monotonic,
        asleep: Callable[[], float] | None = None,
    ) -> None:
        self._idle, self._clock, self._asleep = idle_seconds, clock, asleep or seconds_asleep
        self._touched, self._slept_before = clock(), self._asleep()

    def touched(self) -> None:
        self._touched = self._clock()

    @property
    def idle(self) -> bool:
        return self._clock() - self._touched > self._idle

    @property
    def slept(self) -> bool:
        """Whether the machine was suspended since the area was opened."""
        return abs(self._asleep() - self._slept_before) > _SLEPT


def seconds_asleep() -> float:
    """Grows while the machine sleeps and stands still otherwise.

    Where no clock counts sleep apart, the time of day is compared: setting it then locks too, which harms nobody.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.time() - time.monotonic()


def on_hang_up(save: Callable[[], None]) -> None:
    """When the terminal goes or the system ends us: save what was typed, and end at once."""

    def end() -> None:
        with suppress(Exception):  # nothing may keep the process that holds the keys alive
            save()
        os._exit(129)

    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            # Only the main thread may; elsewhere the signal's own effect stays, and ends the process as well.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), end)
