"""Room kept free for the last words: given up where the disk is full and the program must end."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from data.profiles.load import load
from data.records.case_details import Case, CaseFile
from data.records.draft import DraftOf
from data.records.reference import new_reference
from data.records.text import RawText
from data.store.problems import DiskFull
from meeting.area import Area
from meeting.usecases import reserve
from meeting.usecases.areas import create_area, open_area
from meeting.usecases.drafts import AreaDrafts
from meeting.usecases.office import Office

PHRASE = "five made up words here"
OF_CASE = DraftOf("contact", "c1")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes, where one may be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True)
    if not made or made.returncode:
        pytest.skip("no disk can be made on this machine")
    yield disk
    subprocess.run([str(shutil.which("umount")), str(disk)], check=True)


def fill_up(disk: Path) -> None:
    with (disk / "other files").open("wb", buffering=0) as other:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    other.write(bytes(size))
            except OSError:
                continue


def test_on_a_disk_that_is_full_the_last_words_find_room(small_disk: Path) -> None:
    """A real one: what was typed is kept once the reserve is given up, and only then."""
    area = Area.create(small_disk / "riverton", PHRASE, profile="uk", memory_kib=64)
    case = Case(id="c1", reference=new_reference(), referred_on=date(2026, 11, 24), referring_agency="police")
    with area.work() as record:
        record.add_case(CaseFile(case=case, people=(), narrative=RawText("It was late.")))
    office = Office(area, load("uk"), lambda: datetime(2026, 11, 24, 14, 5))
    reserve.take(office)
    fill_up(small_disk)
    typed = {"what": "She rang her sister. " * 5_000}
    with pytest.raises(DiskFull):
        AreaDrafts(office).keep(OF_CASE, typed)
    reserve.give_up(office)
    AreaDrafts(office).keep(OF_CASE, typed)
    office.close()
    again = Area.open(small_disk / "riverton", PHRASE)
    assert AreaDrafts(Office(again, load("uk"), office.clock)).take_up(OF_CASE) == typed
    assert again.check_log().whole
    again.close()


def test_it_is_taken_at_each_opening_that_finds_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path))
    create_area("riverton", PHRASE, "uk").close()
    kept = tmp_path / "riverton" / "reserve"
    office = open_area("riverton", PHRASE)
    noise = kept.read_bytes()
    assert len(set(noise[:4096])) > 200, "zeros may be kept in no room"
    reserve.give_up(office)
    reserve.give_up(office)
    assert not kept.exists()
    reserve.take(office)
    assert kept.stat().st_size == len(noise)
    with monkeypatch.context() as full:
        reserve.give_up(office)
        full.setattr(Path, "write_bytes", lambda *_anything: (_ for _ in ()).throw(OSError("No space left")))
        reserve.take(office)
    assert not kept.exists(), "what finds no room leaves nothing"
    office.close()
