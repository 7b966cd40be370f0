"""A practice area made once, and copied for each test."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def practice_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of areas in which the practice area stands ready."""
    from meeting.usecases.areas import open_practice

    folder = tmp_path_factory.mktemp("areas")
    before = os.environ.get("MEETING_HOME")
    os.environ["MEETING_HOME"] = str(folder)
    try:
        open_practice().close()
    finally:
        os.environ.pop("MEETING_HOME")
        if before is not None:
            os.environ["MEETING_HOME"] = before
    return folder


@pytest.fixture
def copied() -> Callable[[Path, Path], Path]:
    """Copies a folder of areas."""
    return lambda source, target: Path(shutil.copytree(source, target))
