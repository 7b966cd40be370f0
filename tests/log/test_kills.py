"""Killed at any moment: nothing acknowledged is lost, nothing damaged. ``MEETING_KILLS=150`` runs the whole proof."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from benchmarks import kills
place = Path(sys.argv[2])
kept = kills.run(int(sys.argv[1]), place)
# The reader can tell: a change nobody acknowledged is not there.
assert not kills._in_child(lambda: kills._read(place / "riverton", kept + 5, whole=False))
"""


def test_no_acknowledged_change_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    times = os.environ.get("MEETING_KILLS", "20")
    # In a process of its own, since it forks: this one has threads.
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, times, str(tmp_path)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{times} kills" in done.stdout
    assert "none lost" in done.stdout
