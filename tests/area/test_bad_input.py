"""What is wrong with an area gets a sentence with the next step; nothing is changed, lost or named by it.

A disk that is full, two programs in one area, and a backup of another area have files of their own:
``test_full_disk``, ``test_one_at_a_time``, ``test_backup``.
"""

import json
import os
import shutil
import traceback
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from data.log.checkpoint import read_checkpoint
from data.records.case_details import Case, CaseFile, Person, Role
from data.records.text import RawText
from data.vault import changing
from data.vault.people import Role as UserRole
from data.vault.people import User
from data.vault.slot import TRIAL
from meeting.area import Area, CannotOpen
from meeting.cli import main

PHRASE = "five made up words here"
MARKER, REFERENCE, NAME = "Zzyxmarker", "7KQ2-M9XF", "riverton"
DAY = date(2026, 11, 24)
Fault = Callable[[Path], None]


def made_up_file(n: int) -> CaseFile:
    reference = REFERENCE if n == 0 else f"{REFERENCE[:5]}{n:04}"
    case = Case(id=str(uuid.uuid4()), reference=reference, referred_on=DAY, referring_agency="police")
    return CaseFile(
        case=case,
        people=(Person(id="p1", role=Role.VICTIM, first=MARKER, last=MARKER),),
        narrative=RawText(MARKER + " said " * 400),
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path))
    area = Area.create(tmp_path / NAME, PHRASE, profile="uk", memory_kib=64)
    with area.work() as record:
        record.add_cases([made_up_file(n) for n in range(40)])
    area.close()
    return tmp_path / NAME


def agenda(capsys: pytest.CaptureFixture[str], passphrase: str = PHRASE) -> tuple[int, str, str]:
    """``meeting agenda`` as somebody runs it: status, what it printed, what it complained of."""
    read, write = os.pipe()
    os.write(write, passphrase.encode() + b"\n")
    os.close(write)
    status = main(["agenda", "--area", NAME, "--on", "2026-12-01", "--passphrase-fd", str(read)])
    return status, *capsys.readouterr()


def contents(folder: Path) -> dict[str, bytes]:
    """The files that hold something; what the library keeps beside them while it reads is not one."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.suffix in {".db", ".json"}}


def foreign_record(folder: Path) -> None:
    other = Area.create(folder.parent / "other", PHRASE, profile="uk", memory_kib=64)
    other.close()
    shutil.copyfile(folder.parent / "other" / "record.db", folder / "record.db")


def foreign_keys(folder: Path) -> None:
    Area.create(folder.parent / "other", PHRASE, profile="uk", memory_kib=64).close()
    shutil.copyfile(folder.parent / "other" / "keys.json", folder / "keys.json")


def yesterdays_keys(folder: Path) -> None:
    before = (folder / "keys.json").read_bytes()
    area = Area.open(folder, PHRASE)
    invited = changing.invite(area.ring, User(id="chair", role=UserRole.CHAIR), PHRASE, cost=TRIAL)
    area.change_users(invited.ring, "user invited", "chair")
    area.close()
    (folder / "keys.json").write_bytes(before)


def terabytes(folder: Path) -> None:
    read = json.loads((folder / "keys.json").read_bytes())
    read["slots"]["coordinator"]["cost"] = {"memory_kib": 1 << 40, "rounds": 10**9, "lanes": 1}
    (folder / "keys.json").write_text(json.dumps(read, sort_keys=True, separators=(",", ":")))


def unknown_cost(folder: Path) -> None:
    read = json.loads((folder / "keys.json").read_bytes())
    read["slots"]["coordinator"]["cost"] = "TERABYTES"
    (folder / "keys.json").write_text(json.dumps(read, sort_keys=True, separators=(",", ":")))


def cut(name: str, share: float) -> Fault:
    def fault(folder: Path) -> None:
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[: int(len(whole) * share)])

    return fault


def flip(name: str, share: float) -> Fault:
    def fault(folder: Path) -> None:
        whole = bytearray((folder / name).read_bytes())
        whole[int(len(whole) * share)] ^= 1
        (folder / name).write_bytes(bytes(whole))

    return fault


def written_over(name: str, said: bytes) -> Fault:
    return lambda folder: (folder / name).write_bytes(said) and None


def missing(name: str) -> Fault:
    return lambda folder: (folder / name).unlink()


FAULTS: dict[str, tuple[Fault, str]] = {
    "a record of another area": (foreign_record, "damaged, or is not this area's"),
    "keys of another area": (foreign_keys, "damaged, or is not this area's"),
    "yesterday's keys": (yesterdays_keys, "Put back its newest copy"),
    "a users file that asks for terabytes": (terabytes, "cannot be trusted"),
    "a users file of an unknown cost": (unknown_cost, "a cost this version does not know; nothing was tried"),
    "a users file cut short": (cut("keys.json", 0.5), "Put back its newest copy"),
    "a users file with one bit flipped": (flip("keys.json", 0.5), "Put back its newest copy"),
    "a users file that is none": (written_over("keys.json", b"hello"), "Put back its newest copy"),
    "no users file": (missing("keys.json"), "no area of this name"),
    "no record": (missing("record.db"), "no area of this name"),
    "a record whose first page is damaged": (flip("record.db", 0.0), "damaged, or is not this area's"),
    "a record that is a text": (written_over("record.db", b"hello " * 4096), "damaged, or is not this area's"),
    "an empty record": (written_over("record.db", b""), "damaged, or is not this area's"),
    "a record cut short": (cut("record.db", 0.4), "damaged, or is not this area's"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_said_and_left_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    whole = contents(folder)
    fault, sentence = FAULTS[name]
    fault(folder)
    before = contents(folder)
    status, printed, complained = agenda(capsys)
    assert status != 0
    assert sentence in complained
    assert complained.rstrip().endswith(".")
    assert complained.count("\n") == 1, "one sentence, and no traceback"
    for secret in (MARKER, REFERENCE, str(folder), NAME):
        assert secret not in printed + complained
    assert contents(folder) == before, "what is damaged is left as it is"
    if name == "yesterday's keys":
        return  # the record went on meanwhile
    for file, held in whole.items():
        (folder / file).write_bytes(held)
    for beside in folder.glob("record.db-*"):
        beside.unlink()
    assert agenda(capsys)[0] == 0, "with the right files back all is there"


def test_any_page_damaged_is_said_when_it_is_read(folder: Path) -> None:
    """The sentence comes, or the page was of no use; never another text, never a name."""
    whole = (folder / "record.db").read_bytes()
    said = 0
    pages = range(4096, len(whole), 4096)
    for number, at in enumerate(pages[:: max(1, len(pages) // 20)]):
        copied = Path(shutil.copytree(folder, folder.parent / f"copy{number}"))
        (copied / "record.db").write_bytes(whole[: at + 99] + bytes([whole[at + 99] ^ 4]) + whole[at + 100 :])
        said += was_said(copied)
    assert said > 5
    area = Area.open(folder, PHRASE)
    assert area.check_log().whole
    area.close()


def was_said(folder: Path) -> bool:
    """Whether reading everything stopped with a sentence; else all of it reads as it was written."""
    try:
        area = Area.open(folder, PHRASE)
    except CannotOpen as problem:
        return is_plain(problem)
    try:
        with area.work() as record:
            files = [record.open_file(case.id) for case in record.cases()]
    except CannotOpen as problem:
        return is_plain(problem)
    finally:
        area.close()
    assert {file.people[0].last for file in files} == {MARKER}
    return False


def is_plain(problem: CannotOpen) -> bool:
    assert "damaged" in str(problem)
    assert MARKER not in "".join(traceback.format_exception(problem))
    return True


def test_a_wrong_passphrase_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    for typed in ("five made up words there", "", "\u0000" * 40, "x" * 50_000):
        status, printed, complained = agenda(capsys, typed.replace("\n", ""))
        assert status != 0
        assert "This passphrase does not open the area" in complained
        assert (printed, complained.count("\n")) == ("", 1)
        assert "five" not in complained
    assert contents(folder) == before


@pytest.fixture
def open_folder(folder: Path) -> Iterator[Area]:
    area = Area.open(folder, PHRASE)
    yield area
    area.close()


@pytest.mark.parametrize("column", ["key_i", "key_c"])
def test_a_wrap_pasted_from_another_case_is_said_and_the_others_open(open_folder: Area, column: str) -> None:
    area = open_folder
    with area.work() as record:
        connection = record.session.connection()
        statement = sql(f"SELECT id, {column} FROM cases WHERE reference != :own ORDER BY id LIMIT 1")
        _other, theirs = connection.execute(statement, {"own": REFERENCE}).one()
        connection.execute(
            sql(f"UPDATE cases SET {column} = :wrap WHERE reference = :own"), {"wrap": theirs, "own": REFERENCE}
        )
    domain = "I" if column == "key_i" else "C"
    with area.look() as record:
        case = record.case_by_reference(REFERENCE).id
        others = [known.id for known in record.cases() if known.id != case]
        with pytest.raises(Exception, match="changed or moved") as told:
            record._key(case, domain)
        assert MARKER not in "".join(traceback.format_exception(told.value))
        assert REFERENCE not in str(told.value)
        assert all(record._key(other, domain) for other in others)


@pytest.mark.parametrize("entries", [1, 10])
def test_a_log_cut_short_is_said_and_the_cases_stay(open_folder: Area, entries: int) -> None:
    """Cut within a unit of work it shows at once; cut after one, against the checkpoint held outside."""
    area = open_folder
    with area.work() as record:
        record.log_entries([("case changed", REFERENCE)] * (20 if entries > 1 else 1))
    with area.look() as record:
        held = read_checkpoint(record.last_checkpoint()).checkpoint
    with area.work() as record:
        cut_off = sql(f"DELETE FROM log WHERE position > (SELECT max(position) FROM log) - {entries}")
        record.session.connection().execute(cut_off)
    assert area.check_log().whole == (entries == 1)
    verdict = area.check_log([held])
    assert not verdict.whole
    assert "the end was cut off, or an older file was put back." in verdict.fault
    assert MARKER not in verdict.fault
    with area.look() as record:
        assert record.count_cases() == 40


def test_a_clock_set_back_is_noted_and_nothing_is_lost(folder: Path) -> None:
    back = Area.open(folder, PHRASE, clock=lambda: datetime.now(UTC) - timedelta(days=400))
    assert back.clock_went_back() is False, "the opening itself is the newest entry now"
    with back.look() as record:
        assert record.count_cases() == 40
    verdict = back.check_log()
    assert verdict.whole
    assert len(verdict.set_back) == 1
    back.close()
