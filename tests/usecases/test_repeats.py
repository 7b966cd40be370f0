"""A repeat comes in by spreadsheet under another surname, is found, explained and decided by the keeper."""

from datetime import datetime
from pathlib import Path

import pytest

from data.records.case_details import Criterion
from meeting.usecases.areas import create_area
from meeting.usecases.importing import preview, take
from meeting.usecases.office import Office
from meeting.usecases.repeats import earlier_cases, link, unlink

HEAD = "Victim first name,Victim surname,Victim DOB,Perpetrator name,Date referred,What happened\n"
FIRST = HEAD + "Odile,Fennick,03.11.86,Gareth Mulcaster,02.02.2026,He broke the door.\n"
AGAIN = HEAD + "Odille,Mulcaster,11.03.86,G. Mulcaster,02.11.2026,He broke the window.\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    return create_area("one", "plain words for a test", "uk", lambda: datetime(2026, 11, 24, 9, 0))


def brought_in(office: Office, folder: Path, text: str) -> str:
    path = folder / "sheet.csv"
    path.write_text(text)
    (reference,) = take(office, preview(path, office)).references
    office.forget()
    with office.area.look() as record:
        return record.case_by_reference(reference).id


def test_a_repeat_is_found_explained_and_linked(office: Office, tmp_path: Path) -> None:
    old, new = brought_in(office, tmp_path, FIRST), brought_in(office, tmp_path, AGAIN)
    (found,) = earlier_cases(office, new)
    assert found.case_id == old
    assert "day and month swapped" in "\n".join(found.lines)
    assert "0 months" not in found.lines[0]
    link(office, new, found.reference)
    case = office.file_of(new).case
    assert case.repeat_of == (found.reference,)
    assert Criterion.REPEAT in case.criteria


def test_other_people_are_not_offered_again(office: Office, tmp_path: Path) -> None:
    brought_in(office, tmp_path, FIRST)
    new = brought_in(office, tmp_path, AGAIN)
    (found,) = earlier_cases(office, new)
    link(office, new, found.reference)
    unlink(office, new, found.reference)
    assert earlier_cases(office, new) == ()
    assert Criterion.REPEAT not in office.file_of(new).case.criteria


def test_the_search_leaves_one_entry_without_a_name(office: Office, tmp_path: Path) -> None:
    brought_in(office, tmp_path, FIRST)
    new = brought_in(office, tmp_path, AGAIN)
    earlier_cases(office, new)
    with office.area.look() as record:
        entries = [row[1] for row in record.log_rows()]
    compared = [entry for entry in entries if b"identities compared" in entry]
    assert len(compared) == 1
    assert b"2 cases" in compared[0]
    assert not any(name in entry for entry in entries for name in (b"Odil", b"Fennick", b"Mulcaster"))
