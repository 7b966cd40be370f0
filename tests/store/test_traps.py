"""What went wrong once, when the parts were tried: each stays a test. Those of a room of its own are beside it."""

import ctypes
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from data.records.case_details import Address, Case, CaseFile, Person, Remark, Role
from data.records.text import RawText
from data.store.database import Database
from data.store.facts import Unreadable, parse
from data.store.problems import Busy
from data.store.rows import MappingRow
from meeting.area import Area

PHRASE = "five made up words here"
MARKER = "Zzyxmarker"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.on_file(tmp_path / "record.db", bytes(32))
    made.migrate()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("temp_store", 2),  # in memory: on disk, sorting spills plain text
        ("secure_delete", 1),
        ("synchronous", 2),  # FULL: less lost acknowledged changes when the power was cut
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cipher_memory_security", "1"),
    ],
)
def test_every_connection_has_its_settings(database: Database, setting: str, value: object) -> None:
    for engine in database.engines:
        with engine.connect() as connection:
            assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_writers_take_the_lock_at_once_and_readers_wait_for_nobody(database: Database) -> None:
    """A deferred BEGIN failed in 85 of 100 pairs of writers; the second waits, and is told when it was too long."""
    begun: list[str] = []
    for engine in database.engines:
        event.listen(engine, "checkout", lambda raw, *_rest: raw.set_trace_callback(begun.append))
    with database.write() as session:
        session.add(MappingRow(area_id="a", key="k", headings="{}"))
        session.flush()
        with database.read() as reading:
            assert reading.get(MappingRow, ("a", "k")) is None
    assert begun[0] == "BEGIN IMMEDIATE"
    assert "BEGIN" in begun


def test_a_second_writer_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from data.store import database as module

    monkeypatch.setattr(module, "SETTINGS", (*module.SETTINGS, "busy_timeout = 50"))
    one, two = (Database.on_file(tmp_path / "record.db", bytes(32)) for _each in range(2))
    one.migrate()
    with one.write() as session:
        session.add(MappingRow(area_id="a", key="k", headings="{}"))
        session.flush()
        with pytest.raises(Busy, match="Wait until it has finished"), two.write() as second:
            second.get(MappingRow, ("a", "k"))
    one.close()
    two.close()


def test_the_databases_errors_are_of_their_own_kind_and_quote_no_value(database: Database) -> None:
    """Without its module, an engine raised errors that nobody caught; with parameters, one that quoted the row."""
    row = {"area_id": MARKER, "key": MARKER, "headings": MARKER}
    table = MappingRow.__table__  # type: ignore[attr-defined]
    with pytest.raises(sa.exc.IntegrityError) as told, database.engines[0].begin() as connection:
        connection.execute(sa.insert(table), [row, row])
    assert MARKER not in "".join(traceback.format_exception(told.value))


def test_a_stored_value_that_is_none_is_not_quoted() -> None:
    with pytest.raises(Unreadable) as told:
        parse(Case, f'{{"id": "{MARKER}", "referred_on": "{MARKER}"}}')
    assert MARKER not in "".join(traceback.format_exception(told.value))


def test_the_representation_of_a_file_names_nobody() -> None:
    from datetime import date

    case = Case(id="c", reference="7KQ2-M9XF", referred_on=date(2026, 11, 24), referring_agency="police")
    address = Address(**{f.name: MARKER for f in fields(Address) if f.type in (str, "str")})
    texts = dict.fromkeys(("first", "last", "workplace", "school", "relationship_to_victim"), MARKER)
    lists = dict.fromkeys(("also_known_as", "phones", "emails"), (MARKER,))
    person = Person(id="p", role=Role.VICTIM, address=address, identifiers=((MARKER, MARKER),), **texts, **lists)  # type: ignore[arg-type]
    shown = {one.name for one in fields(Person) if one.repr}
    assert shown == {"id", "role", "gender"}, "a new field that identifies is kept out of repr"
    remark = Remark(label="safe to call", text=RawText(MARKER))
    file = CaseFile(case=case, people=(person,), narrative=RawText(MARKER), remarks=(remark,), orders=(MARKER,))
    for value in (file, person, address, remark, file.narrative):
        assert is_dataclass(value)
        assert MARKER not in repr(value)
        assert MARKER not in f"{value}"


SILENT = """
import sys
from pathlib import Path
from data.store.database import Database
path = Path(sys.argv[1])
for key in (bytes(32), bytes([1]) * 32):
    Database.on_file(path, key).fits()
path.write_bytes(b"hello " * 2000)
Database.on_file(path, bytes(32)).fits()
"""


def test_the_library_writes_nothing_over_the_screen(tmp_path: Path) -> None:
    """Of a wrong key and a damaged file it told on stderr, in the middle of what was drawn."""
    made = Database.on_file(tmp_path / "record.db", bytes(32))
    made.migrate()
    made.close()
    done = subprocess.run(
        [sys.executable, "-c", SILENT, str(tmp_path / "record.db")], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")


SECURED = """
import ctypes, os, resource, sys
from pathlib import Path
from meeting import cli
cli._secure()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
from meeting.area import Area
Area.create(Path(sys.argv[1]), "five made up words here", profile="uk", memory_kib=64).close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other machines have other means")
def test_no_core_dump_no_reader_of_the_memory_and_no_file_for_others(tmp_path: Path) -> None:
    assert ctypes.CDLL(None).prctl  # what is asked is there to be asked
    command = [sys.executable, "-c", SECURED, str(tmp_path / "riverton")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, umask=0o000)
    assert done.stdout.split() == ["(0,", "0)", "0"]
    for path in (tmp_path / "riverton", *(tmp_path / "riverton").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_the_files_of_an_open_area_are_for_its_owner_alone(tmp_path: Path) -> None:
    """Also those that the library keeps beside it while it works."""
    area = Area.create(tmp_path / "riverton", PHRASE, profile="uk", memory_kib=64)
    with area.work() as record:
        record.log_entry("case changed")
    found = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "riverton").iterdir()}
    assert {"record.db", "record.db-wal", "keys.json"} <= set(found)
    assert {mode & 0o077 for mode in found.values()} == {0}
    area.close()


def test_a_log_of_the_screens_library_is_refused(tmp_path: Path) -> None:
    """It would write what is drawn to a file."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from meeting.cli import main; sys.exit(main([]))"],
        capture_output=True,
        text=True,
        env={"TEXTUAL_LOG": str(tmp_path / "log"), "MEETING_HOME": str(tmp_path), "HOME": str(tmp_path)},
        timeout=60,
    )
    assert done.returncode != 0
    assert "TEXTUAL_LOG" in done.stdout + done.stderr
    assert not (tmp_path / "log").exists()


def test_the_sealing_knows_no_type_decorator() -> None:
    """A column that seals by itself cannot know its row: swapped values were accepted."""
    from sqlmodel import SQLModel

    kinds: set[Any] = {type(c.type) for table in SQLModel.metadata.sorted_tables for c in table.columns}
    ours = [kind for kind in kinds if kind.__module__.startswith("data")]
    assert not [kind for kind in ours if issubclass(kind, sa.types.TypeDecorator)]
