"""A backup gives the area back, whole, on an empty machine; and gives nobody anything else."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from riverton import CASES, MARKER, PHRASE, Clock, cases_of, made_up_file, riverton
from sqlalchemy import text as sql
from sqlmodel import Session, delete

from data.backup.keys_part import KeysPart
from data.profiles.load import load
from data.records.case_management import Contact, ContactKind
from data.records.text import RawText
from data.store.copying import raw_file
from data.store.rows import CaseRow
from data.vault.problems import WrongKeyFile, WrongPassphrase
from data.vault.sealing import DoesNotOpen
from meeting.area import Area
from meeting.usecases import backing_up
from meeting.usecases.areas import open_area
from meeting.usecases.backing_up import back_up, restore, try_restore
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Iterator[Office]:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    office = riverton(tmp_path / "home", clock)
    yield office
    office.close()


@pytest.fixture(params=["file", "server"])
def anywhere(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> Iterator[Office]:
    """The same, on the file and on a server."""
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    server = request.getfixturevalue("database") if request.param == "server" else ""
    office = riverton(tmp_path / "home", clock, server)
    yield office
    office.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another machine, with no area on it."""
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "another machine"))


def test_an_area_comes_back_on_an_empty_machine(
    anywhere: Office, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Onto a file, wherever it was kept."""
    expected = cases_of(anywhere.area)
    done = back_up(anywhere, place)
    assert sorted(path.suffix for path in place.iterdir()) == [".keys", ".records"]
    elsewhere(tmp_path, monkeypatch)
    restored = restore(place, PHRASE, "riverton")
    assert (restored.cases, restored.erased, restored.id) == (CASES, 0, done.id)
    again = open_area("riverton", PHRASE)
    assert not again.area.on_server
    assert cases_of(again.area) == expected
    assert again.area.check_log().whole
    assert again.area.check_log().size > done.log_size
    again.close()


def test_records_and_keys_lie_apart_and_neither_tells_anything(anywhere: Office, place: Path, tmp_path: Path) -> None:
    keys_place = tmp_path / "another stick"
    keys_place.mkdir()
    done = back_up(anywhere, place, keys_place)
    assert [path.suffix for path in place.iterdir()] == [".records"]
    assert [path.suffix for path in keys_place.iterdir()] == [".keys"]
    references = [file.case.reference for file in cases_of(anywhere.area)]
    for path in (done.records, done.keys):
        raw = path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0
        for secret in (MARKER, *references, "riverton", "SQLite format"):
            assert secret.encode() not in raw
    with pytest.raises(NotPossible, match="--keys"):
        restore(place, PHRASE, "again")
    assert restore(place, PHRASE, "again", keys=keys_place).cases == 12


def test_the_records_hold_no_key_of_a_case(anywhere: Office, place: Path) -> None:
    done = back_up(anywhere, place)
    part = KeysPart.from_bytes(done.keys.read_bytes())
    key = part.key(anywhere.area.file_key)
    assert len(part.held(key).cases) == 12
    with raw_file(done.records, key) as connection:
        assert connection.execute("SELECT DISTINCT key_i, key_c FROM cases").fetchall() == [(b"", b"")]
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_what_was_erased_stays_erased(
    office: Office, clock: Clock, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = back_up(office, place)
    gone = cases_of(office.area)[0].case.id
    with Session(office.area._place.database._writer) as session:
        session.exec(delete(CaseRow).where(CaseRow.id == gone))
        session.commit()
    # Until the next backup the old one still brings it back: this is what the next one ends.
    elsewhere(tmp_path, monkeypatch)
    assert restore(old.records, PHRASE, "before").cases == 12
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    clock.pass_by(days=1)
    back_up(office, place)
    elsewhere(tmp_path, monkeypatch)
    restored = restore(old.records, PHRASE, "after")
    assert (restored.cases, restored.erased) == (11, 1)
    again = open_area("after", PHRASE)
    assert gone not in {file.case.id for file in cases_of(again.area)}
    again.close()


def test_what_was_purged_in_part_does_not_come_back_whole(
    office: Office, clock: Clock, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The purged case stays out of an older backup with every row of it; all others come back as they were."""
    expected = {file.case.id: file for file in cases_of(office.area)}
    purged = next(iter(expected))
    with office.area.work() as record:
        for case in expected:
            note = Contact(id="c", kind=ContactKind.CONTACT, on=date(2026, 11, 24), agency="gp", note=RawText(MARKER))
            record.add_contact(case, note)
    old = back_up(office, place)
    sealed = whole_row(office.area, purged)
    with office.area.work() as record:
        record.purge_words(purged)
    clock.pass_by(days=1)
    new = back_up(office, place)
    elsewhere(tmp_path, monkeypatch)
    assert restore(old.records, PHRASE, "old").erased == 1
    assert restore(new.records, PHRASE, "new").erased == 0
    for name, wanted in (("old", expected.keys() - {purged}), ("new", expected.keys())):
        again = open_area(name, PHRASE)
        found = {file.case.id: file for file in cases_of(again.area)}
        assert found.keys() == wanted
        with again.area.look() as record:
            for case in wanted - {purged}:
                assert found[case] == expected[case]
                assert [contact.note.text for contact in record.contacts(case)] == [MARKER]
            left = record.session.connection().execute(
                sql("SELECT count(*) FROM contacts WHERE case_id = :case"), {"case": purged}
            )
            assert left.scalar_one() == (purged in wanted)
        if purged in wanted:
            assert found[purged].narrative.text == ""
            # Its old values put back by hand open with no key that is left.
            with again.area.work() as record:
                statement = sql("UPDATE cases SET narrative = :narrative WHERE id = :case")
                record.session.connection().execute(statement, {"narrative": sealed["narrative"], "case": purged})
            with pytest.raises(DoesNotOpen), again.area.work() as record:
                record.open_file(purged)
        again.close()


def whole_row(area: Area, case: str) -> dict[str, bytes]:
    with area.look() as record:
        query = record.session.connection().execute(sql("SELECT * FROM cases WHERE id = :case"), {"case": case})
        return dict(query.mappings().one())


def test_a_backup_from_before_new_keys_opens_with_the_passphrase_of_then(
    office: Office, clock: Clock, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from data.vault import changing

    old = back_up(office, place)
    office.area.change_users(changing.new_passphrase(office.area.ring, "quite other words now"), "passphrase changed")
    clock.pass_by(days=1)
    back_up(office, place)
    elsewhere(tmp_path, monkeypatch)
    assert restore(old.records, PHRASE, "old").cases == 12
    assert restore(place, "quite other words now", "new").cases == 12


def test_old_backups_go_and_the_newest_stay(office: Office, clock: Clock, place: Path) -> None:
    ids = []
    for _month in range(5):
        ids.append(back_up(office, place).id)
        clock.pass_by(days=20)
    last = back_up(office, place)
    assert set(last.removed) <= set(ids[:3])
    left = sorted(path.stem for path in place.glob("*.records"))
    assert left == sorted(path.stem for path in place.glob("*.keys"))
    assert last.id in left
    assert ids[0] not in left
    assert len(left) >= 3


def test_a_backup_is_of_one_moment_while_another_program_writes(office: Office, place: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(office.area.folder), PHRASE], stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout
        writer.stdout.readline()
        sizes = []
        for _n in range(3):
            done = back_up(office, place)
            sizes.append(done.log_size)
            office.clock.pass_by(seconds=2)  # type: ignore[attr-defined]
            writer.stdout.readline()
    finally:
        writer.kill()
        writer.communicate()
    assert sizes == sorted(set(sizes))


WRITER = """
import sys
from pathlib import Path
from meeting.area import Area
area = Area.open(Path(sys.argv[1]), sys.argv[2])
for number in range(100_000):
    with area.work() as record:
        record.save_mapping(f"m{number}", {"a": "b" * 500})
        record.log_entry("case changed")
    print(number, flush=True)
"""


def test_a_restore_that_was_tried_is_noted(office: Office, place: Path) -> None:
    back_up(office, place)
    before = sorted(path.name for path in office.area.folder.parent.iterdir())
    assert try_restore(office, place, PHRASE).cases == 12
    assert sorted(path.name for path in office.area.folder.parent.iterdir()) == before
    with office.area.look() as record:
        (known,) = record.backups()
    assert known.checked
    assert known.tried_at == office.clock()


def test_places_that_will_not_do(office: Office, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, said in (
        (tmp_path / "nowhere", "no such folder"),
        (office.area.folder, "second place"),
        (office.area.folder.parent, "second place"),
    ):
        with pytest.raises(NotPossible, match=said):
            back_up(office, folder)
    monkeypatch.setattr(backing_up.shutil, "disk_usage", lambda _path: type("Use", (), {"free": 1000}))
    with pytest.raises(NotPossible, match="not enough room"):
        back_up(office, place)
    assert list(place.iterdir()) == []


def test_a_disk_that_fills_up_leaves_nothing_behind_and_the_area_as_it_was(office: Office, place: Path) -> None:
    with office.area.work() as record:
        record.add_cases([made_up_file() for _n in range(300)])
    office.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(office.area.folder), PHRASE, str(place)], capture_output=True, text=True
    )
    assert "No backup was made" in done.stdout, done.stdout + done.stderr
    assert list(place.iterdir()) == []
    again = Area.open(office.area.folder, PHRASE)
    assert again.check_log().whole
    with again.look() as record:
        assert record.count_cases() == 312
        assert not any(known.checked for known in record.backups())
    again.close()


FULL = """
import resource, sys
from datetime import datetime, UTC
from pathlib import Path
from data.profiles.load import load
from meeting.area import Area
from meeting.usecases.backing_up import back_up
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
office = Office(Area.open(Path(sys.argv[1]), sys.argv[2]), load("uk"), lambda: datetime(2026, 11, 25, tzinfo=UTC))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    back_up(office, Path(sys.argv[3]))
except NotPossible as problem:
    print(problem)
"""


def test_a_restore_without_room_leaves_nothing(office: Office, place: Path) -> None:
    done = back_up(office, place)
    script = (
        "import resource, sys; from pathlib import Path; from meeting.usecases.backing_up import restore\n"
        "from meeting.usecases.places import NotPossible\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "try: restore(Path(sys.argv[1]), sys.argv[2], 'again')\n"
        "except NotPossible as problem: print(problem)\n"
    )
    said = subprocess.run([sys.executable, "-c", script, str(done.records), PHRASE], capture_output=True, text=True)
    assert "no room to restore" in said.stdout, said.stdout + said.stderr
    assert [path.name for path in office.area.folder.parent.iterdir()] == ["riverton"]


def test_what_cannot_be_restored_gets_a_sentence(office: Office, place: Path, tmp_path: Path) -> None:
    done = back_up(office, place)
    with pytest.raises(NotPossible, match="no backup here"):
        restore(tmp_path, PHRASE, "again")
    with pytest.raises(NotPossible, match="here already"):
        restore(place, PHRASE, "riverton")
    with pytest.raises(WrongPassphrase):
        restore(place, "some other words here", "again")
    cut = done.records.read_bytes()
    done.records.write_bytes(cut[:-4096])
    with pytest.raises(NotPossible, match="damaged or changed"):
        restore(place, PHRASE, "again")
    done.records.write_bytes(cut)
    assert not (office.area.folder.parent / "again").exists()


def test_a_backup_of_another_area_is_refused(office: Office, place: Path, tmp_path: Path) -> None:
    done = back_up(office, place)
    other = Office(Area.create(tmp_path / "o", PHRASE, profile="uk", memory_kib=64), load("uk"), Clock())
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    theirs = back_up(other, foreign)
    other.close()
    # Their keys under our name.
    done.keys.write_bytes(theirs.keys.read_bytes())
    with pytest.raises(NotPossible, match="different backups or areas"):
        restore(place, PHRASE, "again")
    # Their records under our name.
    theirs.records.rename(foreign / done.records.name)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    office.clock.pass_by(seconds=1)  # type: ignore[attr-defined]
    ours = back_up(office, fresh)
    ours.records.write_bytes((foreign / done.records.name).read_bytes())
    with pytest.raises(NotPossible, match="belong to another backup"):
        restore(fresh, PHRASE, "again")


def test_flipped_bits_are_noticed(office: Office, place: Path) -> None:
    done = back_up(office, place)
    records, keys = done.records.read_bytes(), done.keys.read_bytes()
    for at in range(0, len(records), len(records) // 15):
        done.records.write_bytes(records[:at] + bytes([records[at] ^ 1 << at % 8]) + records[at + 1 :])
        with pytest.raises(NotPossible, match="damaged"):
            restore(place, PHRASE, "again")
    done.records.write_bytes(records)
    told = json.loads(keys)
    for name in told:
        if name == "version":
            continue
        middle = len(told[name]) // 2
        letter = "A" if told[name][middle] != "A" else "B"
        done.keys.write_bytes(
            json.dumps(told | {name: told[name][:middle] + letter + told[name][middle + 1 :]}).encode()
        )
        with pytest.raises((NotPossible, WrongPassphrase, WrongKeyFile)):
            restore(place, PHRASE, "again")
    assert not (office.area.folder.parent / "again").exists()
