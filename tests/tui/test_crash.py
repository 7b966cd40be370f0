"""When something breaks in a screen, a worker or a query, what is printed names nobody."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MARKER = "Zzyxmarker"
SCRIPT = """
import asyncio, sys
from meeting.tui.app import MeetingApp

if sys.argv[2:] == ["as the library does"]:
    from meeting.tui.crash import Crash
    del Crash._handle_exception, Crash._fatal_error, Crash.panic

async def main():
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        for _turn in range(300):
            await pilot.pause(0.05)
            if type(app.screen).__name__ == "CasesScreen":
                break
        secret = "Zzyxmarker"
        def broken(*_anything):
            inner = secret
            raise RuntimeError(f"no such {inner}")
        if sys.argv[1] == "screen":
            app.screen.action_open = broken
            app.screen.call_later(broken)
        elif sys.argv[1] == "validator":
            from meeting.tui.fields import Field
            from meeting.tui.forms import Fill
            app.push_screen(Fill("A form", [Field("one", "One", secret, check=broken)], kept=None))
            await pilot.pause(0.3)
            await pilot.press("ctrl+s")
        elif sys.argv[1] == "worker":
            app.screen.in_background(broken, print, "x")
        else:
            def query():
                with app.office.area.look() as record:
                    record.case_by_reference(secret)
                    record.session.connection().exec_driver_sql(f"select {secret}")
            app.screen.call_later(query)
        await pilot.pause(1.0)

try:
    asyncio.run(main())
except BaseException:
    pass
"""


def crash(home: Path, practice_home: Path, *how: str) -> bytes:
    """Run as the app runs; all it says. The harness of tests raises the error again, what is said is the report."""
    shutil.copytree(practice_home, home / "home")
    env = {"MEETING_HOME": str(home / "home"), "HOME": str(home), "PATH": "/usr/bin:/bin", "TERM": "xterm"}
    done = subprocess.run([sys.executable, "-c", SCRIPT, *how], capture_output=True, env=env, timeout=120)
    return done.stdout + done.stderr


@pytest.mark.parametrize("where", ["screen", "worker", "query", "validator"])
def test_a_crash_shows_no_marker(where: str, tmp_path: Path, practice_home: Path) -> None:
    assert MARKER.encode() not in crash(tmp_path, practice_home, where)
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert MARKER.encode() not in path.read_bytes()


def test_the_library_s_own_report_would_show_it(tmp_path: Path, practice_home: Path) -> None:
    """So the test above can fail: without our own report the values of variables are printed."""
    assert MARKER.encode() in crash(tmp_path, practice_home, "screen", "as the library does")
