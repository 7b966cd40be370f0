"""The door in, as a coordinator uses it: look, tell a heading's meaning once, take, undo."""

from datetime import datetime
from pathlib import Path

import pytest

from data.store.work import NoSuchCase
from meeting.cli import main
from meeting.usecases.areas import create_area
from meeting.usecases.importing import last_import, preview, remember, take, undo
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


def test_the_same_file_again_is_told_and_doubles_nothing(office: Office, tmp_path: Path) -> None:
    """What is here word for word is left; the same victim in other words is taken and told."""
    path = tmp_path / "first.csv"
    path.write_text(SHEET)
    reference = take(office, preview(path, office)).references[0]
    again = preview(path, office)
    assert again.cases[0].known == reference
    assert [(said.row, reference in said.why) for said in again.warnings if "here already" in said.why] == [(2, True)]
    with pytest.raises(NotPossible, match="here already"):
        take(office, again)
    path.write_text(SHEET.replace("down the stairs", "into the road") + "Maren,Fennick,1.1.90,03.11.2026,,Other.\n")
    later = preview(path, office)
    assert [taken.known for taken in later.cases] == ["", ""]
    assert [said.row for said in later.warnings if "both are kept" in said.why] == [2]
    path.write_text(SHEET + "Maren,Fennick,1.1.90,03.11.2026,,Other.\n")
    result = take(office, preview(path, office))
    assert result.known == (reference,)
    assert len(result.references) == 1


def test_stopping_while_it_is_taken_takes_nothing(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text(SHEET + "".join(f"Ann{n},Ames,1.1.90,03.11.2026,,Story {n}.\n" for n in range(450)))
    counted: list[tuple[int, int]] = []
    understood = preview(path, office, progress=lambda done, of: counted.append((done, of)))
    assert (400, 451) in counted

    def stop(done: int, of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(office, understood, progress=stop)
    with office.area.look() as record:
        assert record.count_cases() == 0


def test_the_last_import_is_found_and_forgotten_when_undone(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "first.csv"
    with pytest.raises(NotPossible):
        last_import(office)
    path.write_text(SHEET)
    first = take(office, preview(path, office))
    path.write_text(SHEET.replace("Odile", "Maren"))
    second = take(office, preview(path, office))
    assert last_import(office)[0] in (first.batch_id, second.batch_id)
    assert undo(office, second.batch_id) == 1
    assert last_import(office)[0] == first.batch_id
    assert undo(office, first.batch_id) == 1
    with pytest.raises(NotPossible):
        last_import(office)


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    assert "folder" in preview(tmp_path).file_error
    assert "no such file" in preview(tmp_path / "none.csv").file_error


def test_commands_write_preview_take_and_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the command line nobody is named; what was taken can be taken out again."""
    monkeypatch.setenv("MEETING_HOME", str(tmp_path / "home"))
    path, blank = tmp_path / "first.csv", tmp_path / "blank.xlsx"
    path.write_text(SHEET)
    assert main(["questionnaire", "--out", str(blank), "--lang", "sq"]) == 0
    assert main(["questionnaire", "--out", str(blank)]) == 1
    assert main(["import", str(blank), "--preview"]) == 1
    assert main(["import"]) == 2
    capsys.readouterr()
    assert main(["import", str(path), "--preview"]) == 0
    told = capsys.readouterr().out
    assert "row 2: 02.11.2026; 1 victim; consent: unknown" in told
    assert "Line to ring = " in told
    assert "%, 1 case" in told
    assert main(["import", str(path)]) == 0
    assert main(["import", str(path)]) == 1
    assert main(["import", "--undo"]) == 0
    told += capsys.readouterr().out
    assert "1 of 1 case," in told
    assert "Odile" not in told
    assert "Fennick" not in told
