"""A keeper of Albania at the keyboard: every word on the screens is Albanian, and every key of a footer in sight."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SPOKEN = "from meeting.language import speak; speak(); from story import tell; tell()"


def test_a_practice_area_speaks_albanian_and_fits_in_80_columns(tmp_path: Path) -> None:
    paths = os.pathsep.join(map(str, (HERE, HERE.parent / "shared", HERE.parents[1])))
    environment = {**os.environ, "MEETING_LANGUAGE": "sq", "MEETING_HOME": str(tmp_path), "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, "-P", "-c", SPOKEN], capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert done.returncode == 0, done.stderr[-4000:]
