"""A real process on a real terminal: killed in the middle of a meeting, it loses at most the last second of typing."""

import os
import pty
import select
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data.records.conference import NoteKind
from data.records.draft import DraftOf
from meeting.usecases import preparing
from meeting.usecases.areas import open_practice
from meeting.usecases.drafts import AreaDrafts
from meeting.usecases.holding import raw_of

fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")
F6, F9 = b"\x1b[17~", b"\x1b[20~"


class Terminal:
    """The program on a terminal of 80 by 24, and what it drew so far."""

    def __init__(self, home: Path) -> None:
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            env = {**os.environ, "MEETING_HOME": str(home), "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
            os.execve(sys.executable, [sys.executable, "-m", "meeting.cli", "demo"], env)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.drawn = b""

    def until(self, words: bytes, seconds: float = 120) -> None:
        """Wait for words drawn since the last wait."""
        ends = time.monotonic() + seconds
        while words not in self.drawn:
            assert time.monotonic() < ends, f"the screen never showed {words!r}"
            self.read(0.2)
        self.drawn = b""

    def read(self, seconds: float) -> None:
        if select.select([self._end], [], [], seconds)[0]:
            self.drawn += os.read(self._end, 65536)

    def press(self, keys: bytes) -> None:
        os.write(self._end, keys)

    def type(self, text: str, pause: float) -> None:
        for letter in text:
            self.press(letter.encode())
            self.read(pause)

    def to_the_first_case(self) -> None:
        """The meeting is begun, on another day than planned and with nobody recorded, and its first case opened."""
        self.until(b"Import")
        self.press(b"3")
        self.until(b"Begin")
        self.press(b"\r")
        self.until(b"planned for")
        self.press(b"\x1b[C\r")
        self.until(b"To be read out")
        self.press(F9)
        self.until(b"Nobody is recorded")
        self.press(b"\x1b[C\r")
        self.until(b"What others will read")

    def type_on(self, early: str) -> None:
        """Some words, and then without a pause for a second and a half on an idle machine."""
        self.type(early, 0.02)
        ends = time.monotonic() + 1.5 * busy()
        while time.monotonic() < ends:
            self.type("x", 0.05)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._end)


def busy() -> float:
    """How many programs wait for each processor: what takes a second on an idle machine takes so many."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def test_a_killed_process_loses_at_most_the_last_second(
    tmp_path: Path, practice_home: Path, monkeypatch: pytest.MonkeyPatch, copied: Callable[[Path, Path], Path]
) -> None:
    """What was typed a second and a half before the kill is in the record, to the letter, and the area opens again."""
    home = copied(practice_home, tmp_path / "home")
    terminal = Terminal(home)
    try:
        terminal.to_the_first_case()
        early = "She rang at noon and asked for help, "
        terminal.type_on(early)
    finally:
        terminal.kill()
    monkeypatch.setenv("MEETING_HOME", str(home))
    office = open_practice()
    try:
        meeting = preparing.meetings(office)[0]
        item = preparing.agenda_of(office, meeting.id).items[0]
        kept = raw_of(office, item.id, NoteKind.INFORMATION).text
    finally:
        office.close()
    assert kept.startswith(early)
    assert meeting.started_at is not None


def test_a_killed_process_loses_no_form(
    tmp_path: Path, practice_home: Path, monkeypatch: pytest.MonkeyPatch, copied: Callable[[Path, Path], Path]
) -> None:
    """An action that was being typed a second and a half before the kill is offered again, to the letter."""
    home = copied(practice_home, tmp_path / "home")
    terminal = Terminal(home)
    try:
        terminal.to_the_first_case()
        terminal.press(F6)
        terminal.until(b"What exactly")
        early = "Ask her sister to take the keys, "
        terminal.type_on(early)
    finally:
        terminal.kill()
    assert not [path for path in home.rglob("*") if path.is_file() and early.encode() in path.read_bytes()]
    monkeypatch.setenv("MEETING_HOME", str(home))
    office = open_practice()
    try:
        item = preparing.agenda_of(office, preparing.meetings(office)[0].id).items[0]
        kept = AreaDrafts(office).take_up(DraftOf(f"action {item.id}", item.case_id))
    finally:
        office.close()
    assert kept["what"].startswith(early)
