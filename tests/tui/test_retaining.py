"""A person's rights and what is due to be purged, at the keyboard."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from keyboard import until
from textual.widgets import DataTable, Input, OptionList

from meeting.tui.app import MeetingApp
from meeting.tui.case import CaseScreen
from meeting.tui.retaining import RetentionScreen
from meeting.usecases import keeping
from meeting.usecases.cases import list_cases


@pytest.fixture(autouse=True)
def home(tmp_path: Path, practice_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEETING_HOME", str(shutil.copytree(practice_home, tmp_path / "home")))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def test_a_hold_a_restriction_and_a_purge(home: Path) -> None:
    app = MeetingApp("practice")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: type(app.screen).__name__ == "CasesScreen")
        case_id = list_cases(app.office)[0].case_id
        app.push_screen(CaseScreen(case_id))
        await pilot.pause()
        await pilot.press("y")
        await until(pilot, lambda: bool(app.screen.query(OptionList)))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.office.file_of(case_id).case.restricted)
        await pilot.press("y")
        await until(pilot, lambda: bool(app.screen.query(OptionList)))
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: bool(app.screen.query("#field-reason")))
        app.screen.query_one("#field-reason", Input).value = "An inquest asks for it."
        app.screen.query_one("#field-by", Input).value = "coroner's officer"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: keeping.hold_on(app.office, case_id) is not None)
        app.office.clock = lambda: datetime(2029, 6, 1, 9, 0)
        app.push_screen(RetentionScreen())
        await until(pilot, lambda: bool(app.screen.query(DataTable)) and app.screen.query_one(DataTable).row_count > 1)
        before = app.screen.query_one(DataTable).row_count
        await pilot.press("p", "right", "enter")
        await until(pilot, lambda: app.screen.query_one(DataTable).row_count < before)
        assert [one.case_id for one in keeping.due_to_go(app.office)] == [case_id]
