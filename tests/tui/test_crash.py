"""When something breaks in a screen, a worker or a query, what is printed names nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

MARKER = "Zzyxmarker"
SCRIPT = """
import asyncio, sys
from meeting.tui.app import MeetingApp

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


@pytest.mark.parametrize("where", ["screen", "worker", "query"])
def test_a_crash_shows_no_marker(where: str, tmp_path: Path) -> None:
    """Run as the app runs, its own report on the error stream: the test harness re-raises, the report is ours."""
    env = {"MEETING_HOME": str(tmp_path / "home"), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "xterm"}
    done = subprocess.run([sys.executable, "-c", SCRIPT, where], capture_output=True, env=env, timeout=120)
    assert MARKER.encode() not in done.stdout + done.stderr
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert MARKER.encode() not in path.read_bytes()
