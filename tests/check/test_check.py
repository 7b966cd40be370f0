"""The self-check over a real area."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.profiles.load import load
from meeting.area import Area
from meeting.cli import main
from meeting.usecases.backing_up import back_up, try_restore
from meeting.usecases.check.points import State
from meeting.usecases.check.run import at_opening, check
from meeting.usecases.logbook import take_out
from meeting.usecases.office import Office

PHRASE = "five made up words here"


class Clock:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    area = Area.create(tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64, clock=Clock())
    office = Office(area, load("uk"), Clock())
    yield office
    office.close()


def states(office: Office) -> dict[str, State]:
    return {point.code: point.state for point in check(office)}


def test_a_new_area_lacks_what_only_people_can_do(office: Office, tmp_path: Path) -> None:
    found = states(office)
    assert found["log"] is State.IN_ORDER
    assert found["tables"] is State.IN_ORDER
    assert found["modes"] is State.IN_ORDER
    assert {found[code] for code in ("backup", "restoring", "outside")} == {State.TO_MEND}
    (tmp_path / "stick").mkdir()
    back_up(office, tmp_path / "stick")
    try_restore(office, tmp_path / "stick", PHRASE)
    take_out(office, tmp_path / "checkpoint")
    found = states(office)
    assert {found[code] for code in ("backup", "restoring", "outside")} == {State.IN_ORDER}


def test_the_days_pass(office: Office, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    back_up(office, tmp_path / "stick")
    take_out(office, tmp_path / "checkpoint")
    later = Clock()
    later.now = Clock.now + timedelta(days=40)
    office.clock = later
    found = states(office)
    assert (found["backup"], found["outside"]) == (State.TO_MEND, State.TO_MEND)


def test_what_must_be_said_at_opening(office: Office, tmp_path: Path) -> None:
    assert at_opening(office) == ()
    earlier = Clock()
    earlier.now = Clock.now - timedelta(hours=1)
    office.clock = office.area.ledger.clock = earlier
    (tmp_path / ".stfolder").touch()
    clock, synced = at_opening(office)
    assert "earlier than the newest entry" in clock
    assert "Syncthing" in synced


def test_the_command_tells_by_its_status(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    import os

    read, write = os.pipe()
    os.write(write, PHRASE.encode() + b"\n")
    os.close(write)
    assert main(["check", "--area", "riverton", "--passphrase-fd", str(read), "--short"]) == 1
    said = capsys.readouterr().out
    assert "! to mend      Backup: There is none." in said
    assert "in order" not in said


def test_points_name_nobody(office: Office) -> None:
    points = check(office)
    assert points
    assert not any("riverton" in f"{point.found}{point.mend}" for point in points)
