"""After locking, nothing of the area is in the process's memory; the same search before locking finds it (Linux)."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.records.case_details import Case, CaseFile, Person, Role
from data.records.reference import new_reference
from data.records.text import RawText
from data.vault.slot import TRIAL  # noqa: F401 - the area below is made with it
from meeting.area import Area

PHRASE = "zzyx phrase nobody else says"
MARKER = "Zzyxmarkername"
pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="/proc/PID/mem is Linux's")


class Terminal:
    """The app in a terminal of its own, driven by keys."""

    def __init__(self, home: Path) -> None:
        env = {**os.environ, "MEETING_HOME": str(home), "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-P", "-m", "meeting.cli"], env)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._seen = b""

    def until(self, words: str, seconds: float = 60) -> None:
        """Read on until the words are drawn."""
        end = time.monotonic() + seconds
        while words.encode() not in self._seen:
            assert time.monotonic() < end, f"never drawn: {words}"
            ready, _, _ = select.select([self._fd], [], [], 0.2)
            if ready:
                self._seen += os.read(self._fd, 1 << 16)
        self._seen = b""

    def rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self._fd], [], [], 0.1)[0]:
                try:
                    os.read(self._fd, 1 << 16)
                except OSError:
                    return

    def press(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def kill(self) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


def in_memory(pid: int, needles: dict[str, bytes]) -> set[str]:
    """Which of the needles stand anywhere in the process's writable memory."""
    found = set()
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as memory:  # noqa: PTH123
        for line in maps:
            where, rights = line.split()[:2]
            if "r" not in rights or "w" not in rights:
                continue
            begin, end = (int(part, 16) for part in where.split("-"))
            try:
                memory.seek(begin)
                block = memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue
            found |= {name for name, needle in needles.items() if needle in block}
    return found


@pytest.fixture
def needles(tmp_path: Path) -> dict[str, bytes]:
    area = Area.create(tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64)
    case = Case(id="c1", reference=new_reference(), referred_on=date(2026, 11, 24), referring_agency="police")
    person = Person(id="p", role=Role.VICTIM, first=MARKER, last="Fosgate")
    with area.work() as record:
        record.add_case(CaseFile(case=case, people=(person,), narrative=RawText(MARKER)))
    keys = {"file key": area.ring.file_key, "seed": area.ring.keys.seed}
    area.close()
    return {"name": MARKER.encode(), "passphrase": PHRASE.encode(), "reference": case.reference.encode(), **keys}


@pytest.fixture
def terminal(tmp_path: Path, needles: dict[str, bytes]) -> Iterator[Terminal]:
    made = Terminal(tmp_path / "home")
    made.until("riverton")
    made.rest(1)
    made.press("\r")
    made.until("Passphrase")
    made.press(PHRASE + "\r")
    made.until(needles["reference"].decode())
    made.press("\r")
    made.until(MARKER)
    yield made
    made.kill()


def readable(pid: int) -> None:
    try:
        Path(f"/proc/{pid}/mem").open("rb").close()
    except PermissionError:
        pytest.skip("NOT TESTED: the process lets nobody but root read its memory, and this is not root")


def test_locking_leaves_nothing_in_memory(terminal: Terminal, needles: dict[str, bytes]) -> None:
    readable(terminal.pid)
    assert {"name", "reference", "seed"} <= in_memory(terminal.pid, needles), "the search must be able to find"
    terminal.press("\x1b[24~")  # F12
    terminal.until("riverton")
    assert in_memory(terminal.pid, needles) == set()


def test_a_terminal_that_hangs_up_ends_the_process(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGHUP)
    end = time.monotonic() + 20
    while os.waitpid(terminal.pid, os.WNOHANG) == (0, 0):
        assert time.monotonic() < end, "still running after the hang-up"
        terminal.rest(0.1)
