"""Where the program starts Python again, nothing is imported from the folder it is started in."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from meeting.tui import run
from meeting.tui.app import MeetingApp
from meeting.tui.opened import ANEW

ROOT = Path(__file__).parents[2]
SHIPPED = [ROOT / "run.py", *(path for room in ("agenda", "data", "meeting", "minutes", "redaction")
                              for path in (ROOT / room).rglob("*.py"))]  # fmt: skip


def test_locking_runs_nothing_of_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules planted there, one of the library's and one of ours, stay unread by the process that takes over."""
    started: list[list[str]] = []
    monkeypatch.setattr(MeetingApp, "run", lambda app: setattr(app, "_return_code", ANEW))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(run.os, "execve", lambda _path, command, _environment: started.append(command))
    run.run()
    (tmp_path / "gettext.py").write_text("open('ran', 'w').close()\nfrom os import getcwd as gettext\n")
    (tmp_path / "meeting").mkdir()
    (tmp_path / "meeting" / "__init__.py").write_text("open('ran', 'w').close()\n")
    done = subprocess.run([*started[0], "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert not (tmp_path / "ran").exists()
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("usage: meeting")


def test_python_is_never_started_on_a_module_of_the_working_folder() -> None:
    """Each command with ``-m`` in what is shipped is isolated; the tests alone run in the project's own folder."""
    bare = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in SHIPPED
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r'"-m",', line) and not re.search(r'"-[IP]", "-m",', line)
    ]
    assert not bare
    assert sum('"-I", "-m"' in path.read_text(encoding="utf-8") for path in SHIPPED) >= 3, "the search must find"
