"""A keeper of Albania at the keyboard: every word on the screens is Albanian, and every key of a footer in sight."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from meeting.language import LANGUAGES

HERE = Path(__file__).parent


def told(module: str, language: str, home: Path) -> None:
    """In a process of its own: labels of keys are made when a screen's module is loaded."""
    paths = os.pathsep.join(map(str, (HERE, HERE.parent / "shared", HERE.parents[1])))
    environment = {**os.environ, "MEETING_LANGUAGE": language, "MEETING_HOME": str(home), "PYTHONPATH": paths}
    words = f"from meeting.language import speak; speak(); from {module} import tell; tell()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", words], capture_output=True, text=True, cwd=home, env=environment
    )
    assert done.returncode == 0, done.stderr[-4000:]


def test_a_practice_area_speaks_albanian_and_fits_in_80_columns(tmp_path: Path) -> None:
    told("story", "sq", tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_has_more_keys_than_its_footer_shows_in_80_columns(language: str, tmp_path: Path) -> None:
    told("footers", language, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_recorded_each_page_names_the_key_that_begins(language: str, tmp_path: Path) -> None:
    told("empty", language, tmp_path)
