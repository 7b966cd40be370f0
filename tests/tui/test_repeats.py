"""Earlier cases of the same people, decided at the keyboard."""

import shutil
from pathlib import Path

import pytest
from keyboard import on, until
from textual.widgets import DataTable

from meeting.tui.app import MeetingApp
from meeting.tui.case import CaseScreen
from meeting.usecases.cases import list_cases
from meeting.usecases.importing import preview, take

HEAD = "Victim first name,Victim surname,Victim DOB,Perpetrator name,Date referred,What happened\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, practice_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(shutil.copytree(practice_home, tmp_path / "home")))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def test_a_repeat_is_recorded_and_an_empty_page_says_so(home: Path) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, on(app, "CasesScreen"))
        sheet = home / "two.csv"
        lines = (
            "Odile,Fennick,03.11.86,Gareth Mulcaster,02.02.2026,a",
            "Odille,Fenick,11.03.86,Gareth Mulcaster,02.11.2026,b",
        )
        sheet.write_text(HEAD + "\n".join(lines))
        references = take(app.office, preview(sheet, app.office)).references
        by_reference = {row.reference: row.case_id for row in list_cases(app.office)}
        app.push_screen(CaseScreen(by_reference[references[1]]))
        await until(pilot, on(app, "CaseScreen"))
        await pilot.press("e")
        await until(pilot, lambda: bool(app.screen.query_one(DataTable).row_count))
        assert str(app.screen.query_one(DataTable).get_row_at(0)[0]) == references[0]
        await pilot.press("r")
        case_id = by_reference[references[1]]
        await until(pilot, lambda: app.office.file_of(case_id).case.repeat_of == (references[0],))
        await pilot.press("n")
        await until(pilot, lambda: app.screen.query_one("#empty").display)
