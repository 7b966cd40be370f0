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


@pytest.fixture
def home(tmp_path: Path, practice_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the practice area for one test, and a folder to write into beside it."""
    monkeypatch.setenv("MEETING_HOME", str(shutil.copytree(practice_home, tmp_path / "home")))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path
