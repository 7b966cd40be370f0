"""The door in, as a coordinator uses it: look, tell a heading's meaning once, take, undo."""

from datetime import datetime
from pathlib import Path

import pytest

from data.store.work import NoSuchCase
from meeting.usecases.areas import create_area
from meeting.usecases.importing import preview, remember, take, undo
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

SHEET = """Victim first name,Victim surname,Victim DOB,Date referred,Line to ring,What happened
Odile,Fennick,03.11.86,02.11.2026,07700 900321,She was pushed down the stairs.
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    return create_area("one", "plain words for a test", "uk", lambda: datetime(2026, 11, 24, 9, 0))


def test_a_heading_told_once_is_remembered_for_files_with_the_same_headings(office: Office, tmp_path: Path) -> None:
    first, later = tmp_path / "first.csv", tmp_path / "later.csv"
    first.write_text(SHEET)
    later.write_text(SHEET.replace("Odile", "Maren").replace("321", "322"))
    victim = preview(first, office).cases[0].file.people[0]
    assert victim.phones == ()
    remember(office, first, "Line to ring", "victim.phone")
    assert preview(later, office).cases[0].file.people[0].phones == ("07700900322",)
    assert preview(later).cases[0].file.people[0].phones == (), "another area knows nothing of it"
    with pytest.raises(NotPossible):
        remember(office, first, "No such heading", "victim.phone")


def test_an_import_is_undone(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "first.csv"
    path.write_text(SHEET)
    result = take(office, preview(path, office))
    assert len(result.references) == 1
    assert undo(office, result.batch_id) == 1
    with office.area.look() as record, pytest.raises(NoSuchCase):
        record.case_by_reference(result.references[0])
