"""An area on a server is backed up like one on the file, and comes back on a file or an empty server."""

import os
import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from data.profiles.load import load
from data.records.case_details import Case, CaseFile, Person, Role
from data.records.reference import new_reference
from data.records.text import RawText
from data.store.copying import raw_file
from meeting.area import Area
from meeting.cli import main
from meeting.usecases import backing_up
from meeting.usecases.areas import open_area
from meeting.usecases.backing_up import back_up, restore, try_restore
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from tests.servers import database_on

PHRASE = "five made up words here"
MARKER = "Zzyxmarker"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def made_up_file() -> CaseFile:
    case = Case(
        id=str(uuid.uuid4()), reference=new_reference(), referred_on=date(2026, 11, 24), referring_agency="police"
    )
    person = Person(id="p1", role=Role.VICTIM, first=MARKER, last=MARKER)
    return CaseFile(case=case, people=(person,), narrative=RawText(MARKER))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    clock = Clock()
    area = Area.create(
        tmp_path / "home" / "riverton", PHRASE, profile="uk", memory_kib=64, clock=clock, server=database
    )
    with area.work() as record:
        record.add_cases([made_up_file() for _n in range(12)])
    yield Office(area, load("uk"), clock)
    area.close()


@pytest.fixture
def empty(postgres: str) -> Iterator[str]:
    """Another database, with nothing in it."""
    with database_on(postgres) as address:
        yield address


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def cases_of(area: Area) -> list[CaseFile]:
    with area.work() as record:
        return [record.open_file(case.id) for case in record.cases()]


def address_of(area: Area) -> str:
    return (area.folder / "server").read_text()


def rows_at(address: str, table: str = "cases") -> int:
    with psycopg.connect(address) as connection:
        (found,) = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone() or (0,)
    return int(found)


def test_an_area_comes_back_from_its_server_on_a_file(
    office: Office, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = cases_of(office.area)
    done = back_up(office, place)
    for path in (done.records, done.keys):
        assert path.stat().st_mode & 0o077 == 0
        assert MARKER.encode() not in path.read_bytes()
        assert expected[0].case.reference.encode() not in path.read_bytes()
    assert sorted(path.suffix for path in place.iterdir()) == [".keys", ".records"]
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "another machine"))
    assert restore(place, PHRASE, "riverton").cases == 12
    again = open_area("riverton", PHRASE)
    assert not again.area.on_server
    assert cases_of(again.area) == expected
    assert again.area.check_log().whole
    again.close()


def test_it_comes_back_on_an_empty_server_and_never_over_what_is_there(
    office: Office, place: Path, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = cases_of(office.area)
    back_up(office, place)
    address = address_of(office.area)
    log = rows_at(address, "log")
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "another machine"))
    with pytest.raises(NotPossible, match="keeps this area already"):
        restore(place, PHRASE, "riverton", server=address)
    assert (rows_at(address), rows_at(address, "log")) == (12, log)
    assert list((tmp_path / "another machine").iterdir()) == []
    with pytest.raises(NotPossible, match="cannot be reached"):
        restore(place, PHRASE, "riverton", server="postgresql://nobody@127.0.0.1:1/nothing")
    read, write = os.pipe()
    os.write(write, PHRASE.encode() + b"\n")
    os.close(write)
    told = ["restore", str(place), "--as", "riverton", "--server", empty, "--passphrase-fd", str(read)]
    assert main(told) == 0
    again = open_area("riverton", PHRASE)
    assert again.area.on_server
    assert sorted(path.name for path in again.area.folder.glob("record*")) == []
    assert cases_of(again.area) == expected
    assert again.area.check_log().whole
    again.close()


def test_a_restore_that_ends_in_the_middle_leaves_no_row_on_the_server(
    office: Office, place: Path, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(office, place)
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "another machine"))
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if self.name.startswith(".restore-"):
            raise OSError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotPossible, match="no room"):
        restore(place, PHRASE, "riverton", server=empty)
    assert (rows_at(empty), rows_at(empty, "log")) == (0, 0)
    assert list((tmp_path / "another machine").iterdir()) == []


def test_the_backup_holds_one_area_and_no_key_of_a_case(office: Office, place: Path, tmp_path: Path) -> None:
    other = Area.create(
        tmp_path / "home" / "hillside", PHRASE, profile="uk", memory_kib=64, server=address_of(office.area)
    )
    with other.work() as record:
        record.add_cases([made_up_file() for _n in range(3)])
    done = back_up(office, place)
    other.close()
    with office.area.look() as record:
        key = record.backups()[0].key
    with raw_file(done.records, key) as connection:
        assert connection.execute("SELECT DISTINCT key_i, key_c FROM cases").fetchall() == [(b"", b"")]
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (12,)
        assert connection.execute("SELECT DISTINCT area_id FROM log").fetchall() == [(office.area.ring.area,)]


def test_a_copy_is_of_one_moment_while_others_write(office: Office, place: Path) -> None:
    """Each copy's log verifies, though entries arrive all the time."""
    writer = Area.open(office.area.folder, PHRASE, alongside=True)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with writer.work() as record:
                record.add_case(made_up_file())

    thread = threading.Thread(target=write)
    thread.start()
    try:
        sizes = []
        for _n in range(3):
            sizes.append(back_up(office, place).log_size)
            office.clock.now += timedelta(seconds=2)  # type: ignore[attr-defined]
    finally:
        stop.set()
        thread.join()
        writer.close()
    assert sizes == sorted(set(sizes))


def test_what_was_erased_on_the_server_stays_erased_and_a_lost_row_is_noticed(
    office: Office, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, *rest = cases_of(office.area)
    old = back_up(office, place)
    with office.area.work() as record:
        record.erase_case(gone.case.id)
    office.clock.now += timedelta(days=1)  # type: ignore[attr-defined]
    new = back_up(office, place)
    assert [restore(done.records, PHRASE, name).cases for done, name in ((old, "old"), (new, "new"))] == [11, 11]
    again = open_area("old", PHRASE)
    assert sorted(cases_of(again.area), key=str) == sorted(rest, key=str)
    again.close()
    assert try_restore(office, new.records, PHRASE).cases == 11
    # A copy that loses a row on its way is none.
    from data.store import moving

    monkeypatch.setattr(moving, "counts", lambda _connection: {"cases": 10})
    office.clock.now += timedelta(days=1)  # type: ignore[attr-defined]
    before = sorted(path.name for path in place.iterdir())
    with pytest.raises(NotPossible, match="every row"):
        backing_up.back_up(office, place)
    assert sorted(path.name for path in place.iterdir()) == before
