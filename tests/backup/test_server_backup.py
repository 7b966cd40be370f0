"""An area on a server is backed up like one on the file, and comes back on a file or an empty server."""

import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from riverton import PHRASE, Clock, cases_of, made_up_file, riverton

from data.store.copying import raw_file
from meeting.area import Area
from meeting.cli import main
from meeting.usecases import backing_up
from meeting.usecases.areas import open_area
from meeting.usecases.backing_up import back_up, restore, try_restore
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from tests.servers import database_on


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    office = riverton(tmp_path / "home", Clock(), database)
    yield office
    office.area.close()


@pytest.fixture
def empty(postgres: str) -> Iterator[str]:
    """Another database, with nothing in it."""
    with database_on(postgres) as address:
        yield address


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def address_of(area: Area) -> str:
    return (area.folder / "server").read_text()


def rows_at(address: str, table: str = "cases") -> int:
    with psycopg.connect(address) as connection:
        (found,) = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone() or (0,)
    return int(found)


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


def test_the_backup_holds_one_area(office: Office, place: Path, tmp_path: Path) -> None:
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
